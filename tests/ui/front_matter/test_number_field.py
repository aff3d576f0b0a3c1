from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QToolButton

from editor.blog.schemas.shapes import NumberShape, SchemaField
from editor.ui.front_matter.number_field import number_of, stepped

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot
from tests.ui.front_matter.conftest import Article, write


def line_of(article: Article) -> QLineEdit:
    line = article.editor("order").stops()[0]
    assert isinstance(line, QLineEdit)
    return line


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("5", 5),
        (" -12 ", -12),
        ("2.50", 2.5),
        ("2,5", 2.5),
        (".5", 0.5),
        ("3.", 3.0),
        ("1e3", 1000.0),
        ("", None),
        ("5x", None),
        ("-", None),
        ("1.2.3", None),
        ("🌞", None),
    ],
)
def test_number_of(text: str, number: float | None) -> None:
    assert number_of(text) == number


def test_a_number_is_told_at_once(qtbot: QtBot, article: Article) -> None:
    article.open("order: 5 # 🌞\n")
    line = line_of(article)
    line.setFocus()
    line.end(False)
    write(line, "2.5")
    assert article.head() == "order: 52.5 # 🌞\n"
    assert line.text() == "52.5"
    assert line.cursorPosition() == 4


def test_what_is_no_number_is_said_and_not_written(qtbot: QtBot, article: Article) -> None:
    article.open("order: 5\n")
    line = line_of(article)
    line.setFocus()
    line.selectAll()
    write(line, "x")
    assert article.edits == []
    assert "5" in article.editor("order").note()
    QTest.keyClick(line, Qt.Key.Key_Backspace)
    write(line, "7")
    assert article.head() == "order: 7\n"
    assert article.editor("order").note() == ""


def test_a_change_from_elsewhere_is_shown(article: Article) -> None:
    article.open("order: 5\n")
    article.set_value("order", 1.5)
    assert line_of(article).text() == "1.5"


STARS = SchemaField("order", NumberShape(0, 5, step=0.5), is_required=False, description="Stars 🌞")


def hint_of(article: Article) -> QLabel:
    hint = article.editor("order").findChild(QLabel, "hint")
    assert isinstance(hint, QLabel)
    return hint


@pytest.mark.parametrize(
    ("number", "direction", "shape", "answer"),
    [
        (1, 1, NumberShape(), 2),
        (1, -1, NumberShape(step=0.1), 0.9),
        (0.1, 1, NumberShape(step=0.2), 0.3),
        (5, 1, NumberShape(largest=5), 5),
        (9, -1, NumberShape(largest=5), 5),
        (4, 1, NumberShape(largest=5, is_largest_excluded=True), 4),
        (0, -1, NumberShape(smallest=0), 0),
        (2, -1, NumberShape(smallest=1, is_smallest_excluded=True), 2),
        (None, 1, NumberShape(), 0),
        (None, -1, NumberShape(smallest=3), 3),
        (1.5, 1, NumberShape(is_whole=True), 2.5),
    ],
)
def test_stepped(number: float | None, direction: int, shape: NumberShape, answer: float) -> None:
    assert stepped(number, direction, shape) == answer


def test_keys_and_buttons_go_up_and_down_within_the_bounds(qtbot: QtBot, article: Article) -> None:
    article.open_with([STARS], "order: 4.5 # why\n")
    for _ in range(3):
        QTest.keyClick(line_of(article), Qt.Key.Key_Up)
    assert article.head() == "order: 5 # why\n"
    QTest.keyClick(line_of(article), Qt.Key.Key_Down)
    less, more = article.editor("order").findChildren(QToolButton)
    QTest.mouseClick(less, Qt.MouseButton.LeftButton)
    assert article.head() == "order: 4 # why\n"
    QTest.mouseClick(more, Qt.MouseButton.LeftButton)
    assert line_of(article).text() == "4.5"


def test_the_bounds_are_shown_and_marked_where_they_are_broken(qtbot: QtBot, article: Article) -> None:
    article.open_with([STARS], "order: 4\n")
    assert hint_of(article).text() == "Stars 🌞 · From 0 to 5, in steps of 0.5"
    assert not hint_of(article).property("tone")
    line_of(article).selectAll()
    write(line_of(article), "6")
    assert article.head() == "order: 6\n"
    assert hint_of(article).property("tone") == "error"
    assert line_of(article).property("wrong") == "error"
    line_of(article).selectAll()
    write(line_of(article), "3")
    assert line_of(article).property("wrong") == ""


def test_an_optional_number_that_is_emptied_goes(qtbot: QtBot, article: Article) -> None:
    article.open_with([STARS], "order: 4\nother: 1\n")
    line = line_of(article)
    line.setFocus()
    line.selectAll()
    QTest.keyClick(line, Qt.Key.Key_Backspace)
    assert article.editor("order").note() == ""
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert article.head() == "other: 1\n"


def test_what_is_no_number_is_shown_and_only_looked_at(qtbot: QtBot, article: Article) -> None:
    article.open_with([STARS], "order: many\nother: 1\n")
    line = line_of(article)
    assert line.text() == "many"
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert article.edits == []
    article.open_with([STARS], "order:\nother: 1\n")
    line = line_of(article)
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert article.edits == []
    write(line, "x")
    assert article.editor("order").note().startswith("This is not a number.")
    article.open_with([STARS], "other: 1\n")
    write(line_of(article), "x")
    assert article.editor("order").note() == "This is not a number."


def test_a_number_that_cannot_be_edited_takes_no_step(qtbot: QtBot, article: Article) -> None:
    article.open_with([STARS], "a: &x {order: 4}\n<<: *x\n")
    QTest.keyClick(line_of(article), Qt.Key.Key_Up)
    assert article.edits == []

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from editor.ui.front_matter.number_field import number_of

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

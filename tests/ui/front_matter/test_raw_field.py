from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from editor.blog.schemas.shapes import AnyShape, SchemaField
from editor.ui.front_matter.raw_field import SourceBox
from tests.ui.front_matter.conftest import Article, write

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

HEAD = "seo:\n    title: été 🌞\n    robots:\n      - a\ntitle: t\n"


def box_of(article: Article) -> SourceBox:
    box = article.editor("seo").stops()[0]
    assert isinstance(box, SourceBox)
    return box


def add(box: SourceBox, text: str) -> None:
    box.setFocus()
    box.moveCursor(QTextCursor.MoveOperation.End)
    for line in text.split("\n")[1:]:
        QTest.keyClick(box, Qt.Key.Key_Return)
        write(box, line)


def test_control_return_writes_the_source_with_its_indentation(qtbot: QtBot, article: Article) -> None:
    article.open(HEAD)
    box = box_of(article)
    assert box.text() == "title: été 🌞\nrobots:\n  - a"
    add(box, "\n  - b\u00a0\nlang: fr")
    assert article.edits == []
    QTest.keyClick(box, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert article.head() == HEAD.replace("- a\n", "- a\n      - b\u00a0\n    lang: fr\n")


def test_leaving_the_field_writes_it(qtbot: QtBot, article: Article) -> None:
    article.open(HEAD)
    add(box_of(article), "\nlang: fr")
    QTest.keyClick(box_of(article), Qt.Key.Key_Tab)
    assert "    lang: fr\n" in article.head()
    assert not box_of(article).hasFocus()


def test_leaving_it_unchanged_writes_nothing(qtbot: QtBot, article: Article) -> None:
    article.open(HEAD)
    box_of(article).setFocus()
    QTest.keyClick(box_of(article), Qt.Key.Key_Tab)
    assert article.edits == []


def test_escape_gives_the_change_up(qtbot: QtBot, article: Article) -> None:
    article.open(HEAD)
    add(box_of(article), "\n: [")
    QTest.keyClick(box_of(article), Qt.Key.Key_Escape)
    assert box_of(article).text() == "title: été 🌞\nrobots:\n  - a"
    assert article.edits == []


def test_a_refused_source_stays_with_the_reason(qtbot: QtBot, article: Article) -> None:
    article.open(HEAD)
    add(box_of(article), "\nx: [")
    QTest.keyClick(box_of(article), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert article.editor("seo").note().startswith("Line 4: ")
    assert article.edits == []
    assert box_of(article).text().endswith("\nx: [")
    assert article.head() == HEAD
    article.set_value("title", "other")
    assert box_of(article).text().endswith("\nx: [")
    assert article.editor("seo").note()


def test_the_source_is_checked_in_a_pause(qtbot: QtBot, article: Article) -> None:
    article.open(HEAD)
    add(box_of(article), "\nx: [")
    editor = article.editor("seo")
    assert editor.note() == ""
    qtbot.waitUntil(lambda: editor.note().startswith("Line 4: "))
    write(box_of(article), "1]")
    assert editor.note() == ""
    assert article.edits == []


def test_a_name_that_stands_elsewhere_is_left_to_the_writer(qtbot: QtBot, article: Article) -> None:
    article.open("base: &base {a: 1}\nseo: [1, {a: 2}]\n")
    box = box_of(article)
    box.selectAll()
    write(box, "*base")
    QTest.keyClick(box, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert ("raw", "seo", "*base") in article.edits


@pytest.mark.parametrize(
    ("shape", "words"),
    [
        (
            AnyShape("expression", "isDraft ?\n  a : b"),
            "The schema says isDraft ? a : b, which cannot be read here.",
        ),
        (AnyShape("import", "docsSchema()"), "The schema takes this from elsewhere: docsSchema()"),
        (
            AnyShape("call", "z.custom(\n  check)"),
            "The schema calls z.custom( check), and what that allows is not known here.",
        ),
        (AnyShape("recursion", "Category"), "The same fields again, as deep as you like."),
    ],
)
def test_what_cannot_be_read_of_the_schema_is_said(article: Article, shape: AnyShape, words: str) -> None:
    article.open_with([SchemaField("seo", shape, is_required=False)], "seo: {a: 1}\n")
    hint = article.editor("seo").findChild(QLabel, "hint")
    assert isinstance(hint, QLabel)
    assert hint.text() == words


def test_an_offered_source_that_stays_empty_is_not_written(qtbot: QtBot, article: Article) -> None:
    article.open_with([SchemaField("seo", AnyShape(), is_required=False)], "other: 1\n")
    box = box_of(article)
    write(box, " ")
    QTest.keyClick(box, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert article.edits == []
    write(box, "5")
    QTest.keyClick(box, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert article.head() == "other: 1\nseo:  5\n"

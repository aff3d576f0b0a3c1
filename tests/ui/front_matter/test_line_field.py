from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit

from tests.ui.front_matter.conftest import Article, write

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def line_of(article: Article, key: str) -> QLineEdit:
    line = article.editor(key).stops()[0]
    assert isinstance(line, QLineEdit)
    return line


def test_typing_is_told_at_once_and_leaves_caret_and_undo_alone(qtbot: QtBot, article: Article) -> None:
    article.open('title: "Été 🌞 ici"\n')
    line = line_of(article, "title")
    line.setFocus()
    line.setCursorPosition(3)
    write(line, "xy")
    assert article.head() == 'title: "Étéxy 🌞 ici"\n'
    assert article.edits == [("value", "title")] * 2
    assert line.cursorPosition() == 5
    QTest.keyClick(line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert article.head() == 'title: "Été 🌞 ici"\n'
    QTest.keyClick(
        line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    assert article.head() == 'title: "Étéxy 🌞 ici"\n'


def test_showing_the_same_again_touches_nothing(qtbot: QtBot, article: Article) -> None:
    article.open("title: one two\n")
    line = line_of(article, "title")
    line.setFocus()
    line.setSelection(1, 3)
    article.tell()
    assert line_of(article, "title") is line
    assert line.selectedText() == "ne "
    assert line.hasFocus()


def test_another_value_is_shown(article: Article) -> None:
    article.open("title: one\n")
    article.set_value("title", "two 🌞")
    assert line_of(article, "title").text() == "two 🌞"


def test_no_break_spaces_are_kept(qtbot: QtBot, article: Article) -> None:
    article.open("title: 'a\u00a0: b\u202f!'\n")
    line = line_of(article, "title")
    assert line.text() == "a\u00a0: b\u202f!"
    line.setCursorPosition(len(line.text()))
    write(line, "x")
    line.selectAll()
    line.copy()
    assert QGuiApplication.clipboard().text() == "a\u00a0: b\u202f!x"
    line.end(False)
    write(line, "\u00a0")
    assert article.head() == "title: 'a\u00a0: b\u202f!x\u00a0'\n"


def test_pasted_lines_become_one(article: Article) -> None:
    article.open("title: a\n")
    line = line_of(article, "title")
    line.setCursorPosition(1)
    QGuiApplication.clipboard().setText(" b \r\n  c\n\u00a0d")
    line.paste()
    assert line.text() == "a b c \u00a0d"
    assert article.head() == "title: a b c \u00a0d\n"
    assert line.cursorPosition() == len(line.text())


def test_return_goes_on_to_the_next_field(qtbot: QtBot, article: Article) -> None:
    article.open("title: a\nslug: b\n")
    line = line_of(article, "title")
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert line_of(article, "slug").hasFocus()
    assert article.edits == []


def test_the_last_line_end_of_a_block_is_kept(qtbot: QtBot, article: Article) -> None:
    article.open("title: >\n  one\n  two\n")
    line = line_of(article, "title")
    assert line.text() == "one two"
    line.end(False)
    write(line, "s")
    assert article.head().startswith("title: >\n")
    assert line.text() == "one twos"
    assert article.editor("title").field.value == "one twos\n"


def test_a_line_that_looks_like_an_image_by_now_stays_a_line_while_it_is_typed(
    qtbot: QtBot, article: Article
) -> None:
    article.open("logo: mark\nslug: x\n")
    line = line_of(article, "logo")
    line.setFocus()
    line.end(False)
    write(line, ".png")
    assert article.editor("logo").field.kind == "image"
    assert line.hasFocus()
    assert line.text() == "mark.png"
    line_of(article, "slug").setFocus()
    article.pane.form.arrange()
    assert len(article.editor("logo").stops()) == 2


def test_a_field_added_by_typing_goes_away_when_it_is_left_empty(qtbot: QtBot, article: Article) -> None:
    article.open("description: d\n")
    line = line_of(article, "title")
    line.setFocus()
    write(line, "a")
    assert article.keys() == ["description", "title"]
    QTest.keyClick(line, Qt.Key.Key_Backspace)
    assert article.keys() == ["description", "title"]
    QTest.keyClick(line, Qt.Key.Key_Tab)
    assert article.keys() == ["description"]


def test_a_field_of_the_file_stays_when_it_is_left_empty(qtbot: QtBot, article: Article) -> None:
    article.open("title: a\n")
    line = line_of(article, "title")
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Backspace)
    line.clear()
    write(line, "b")
    QTest.keyClick(line, Qt.Key.Key_Backspace)
    QTest.keyClick(line, Qt.Key.Key_Tab)
    assert article.keys() == ["title"]


def test_a_field_filled_and_left_is_the_file_s_from_then_on(qtbot: QtBot, article: Article) -> None:
    article.open("description: d\n")
    line = line_of(article, "title")
    line.setFocus()
    write(line, "a")
    QTest.keyClick(line, Qt.Key.Key_Tab)
    line.setFocus()
    line.end(False)
    QTest.keyClick(line, Qt.Key.Key_Backspace)
    QTest.keyClick(line, Qt.Key.Key_Tab)
    assert article.keys() == ["description", "title"]


def test_a_refusal_is_said_and_what_was_typed_stays(qtbot: QtBot, article: Article) -> None:
    article.open("a: &x one\ntitle: t\n")
    article.pane.show_refusal("title", "Not this 🌞")
    editor = article.editor("title")
    assert editor.note() == "Not this 🌞"
    assert line_of(article, "title").property("wrong") == "error"
    write(line_of(article, "title"), "x")
    assert editor.note() == ""
    assert line_of(article, "title").property("wrong") == ""


def test_a_value_that_cannot_be_edited_is_read_only(qtbot: QtBot, article: Article) -> None:
    article.open("a: &x {slug: one}\n<<: *x\n")
    line = line_of(article, "slug")
    assert line.isReadOnly()
    write(line, "no")
    assert article.edits == []
    assert article.editor("slug").toolTip()


def test_the_length_of_a_title_is_counted_and_too_long_is_marked(qtbot: QtBot, article: Article) -> None:
    article.open("title: " + "é" * 59 + "🌞\n")
    line = line_of(article, "title")
    label = line.findChild(QLabel, "counter")
    assert isinstance(label, QLabel)
    assert label.text() == "60 / 60"
    assert label.property("tone") == ""
    write(line, "x")
    assert label.text() == "61 / 60"
    assert label.property("tone") == "warning"
    assert "1 character too many" in label.toolTip()

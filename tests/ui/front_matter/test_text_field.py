from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtTest import QTest

from editor.ui.front_matter.plain_text import GrowingText
from editor.ui.front_matter.text_field import TextField

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot
from tests.ui.front_matter.conftest import Article, write


def box_of(article: Article, key: str = "description") -> GrowingText:
    box = article.editor(key).stops()[0]
    assert isinstance(box, GrowingText)
    return box


def test_typing_is_told_at_once_and_leaves_caret_and_undo_alone(qtbot: QtBot, article: Article) -> None:
    article.open("description: 'Été 🌞 ici'\n")
    box = box_of(article)
    box.setFocus()
    box.moveCursor(QTextCursor.MoveOperation.End)
    write(box, "xy")
    assert article.head() == "description: 'Été 🌞 icixy'\n"
    assert box.textCursor().atEnd()
    QTest.keyClick(box, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert article.head() == "description: 'Été 🌞 ici'\n"


def test_no_break_spaces_are_kept_in_value_and_clipboard(qtbot: QtBot, article: Article) -> None:
    article.open("description: 'a\u00a0: b\u202f!'\n")
    box = box_of(article)
    assert box.text() == "a\u00a0: b\u202f!"
    box.moveCursor(QTextCursor.MoveOperation.End)
    write(box, "x")
    assert article.head() == "description: 'a\u00a0: b\u202f!x'\n"
    box.selectAll()
    box.copy()
    assert QGuiApplication.clipboard().text() == "a\u00a0: b\u202f!x"
    box.paste()
    assert article.head() == "description: 'a\u00a0: b\u202f!x'\n"


def test_return_goes_on_from_a_single_paragraph(qtbot: QtBot, article: Article) -> None:
    article.open("description: a\nslug: b\n")
    box = box_of(article)
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert article.editor("slug").has_focus_within()
    assert article.edits == []


def test_shift_return_breaks_the_line_and_then_return_does_too(qtbot: QtBot, article: Article) -> None:
    article.open("description: a\n")
    box = box_of(article)
    box.setFocus()
    box.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClick(box, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    write(box, "b")
    QTest.keyClick(box, Qt.Key.Key_Return)
    write(box, "c")
    assert box.text() == "a\nb\nc"
    assert article.editor("description").field.value == "a\nb\nc"


def test_the_last_line_end_of_a_block_is_kept_and_not_shown(qtbot: QtBot, article: Article) -> None:
    article.open("description: |\n  one\n  two\n")
    box = box_of(article)
    assert box.text() == "one\ntwo"
    box.moveCursor(QTextCursor.MoveOperation.End)
    write(box, "s")
    assert article.head() == "description: |\n  one\n  twos\n"


def test_the_box_grows_with_its_text_and_scrolls_where_it_may_grow_no_more(
    qtbot: QtBot, article: Article
) -> None:
    article.open("description: a\n")
    box = box_of(article)
    empty = box.height()
    line = box.fontMetrics().lineSpacing()
    article.set_value("description", "word " * 120)
    assert empty + 2 * line <= box.height() <= empty + 6 * line
    qtbot.waitUntil(lambda: box.verticalScrollBar().maximum() == 0)
    greatest = box.height()
    article.set_value("description", "word\n" * 300)
    assert greatest <= box.height() == empty + 6 * line
    assert box.verticalScrollBar().maximum() > 0
    article.set_value("description", "a")
    assert box.height() == empty


def test_a_narrower_box_is_higher(qtbot: QtBot, article: Article) -> None:
    article.open("description: " + "word " * 30 + "\n")
    box = box_of(article)
    before = box.height()
    article.pane.window().resize(360, 1400)
    qtbot.waitUntil(lambda: box.height() > before)
    qtbot.waitUntil(lambda: box.verticalScrollBar().maximum() == 0)


def test_a_change_from_elsewhere_keeps_the_caret_s_place(article: Article) -> None:
    article.open("description: abcdef\n")
    box = box_of(article)
    cursor = box.textCursor()
    cursor.setPosition(4)
    box.setTextCursor(cursor)
    article.set_value("description", "🌞bcdefg")
    assert box.textCursor().position() == 4
    article.set_value("description", "a")
    assert box.textCursor().position() == 1
    assert article.edits == [("value", "description")] * 2


def test_the_length_of_a_description_is_counted(article: Article) -> None:
    article.open("description: " + "🌞" * 161 + "\n")
    editor = article.editor("description")
    assert isinstance(editor, TextField)
    assert editor.counter is not None
    assert editor.counter.text() == "161 / 160"
    assert editor.counter.property("tone") == "warning"
    article.set_value("description", "short")
    assert editor.counter.property("tone") == ""


def test_a_description_added_by_typing_goes_away_when_it_is_left_empty(
    qtbot: QtBot, article: Article
) -> None:
    article.open("title: t\n")
    box = box_of(article)
    box.setFocus()
    write(box, "a")
    assert article.keys() == ["title", "description"]
    QTest.keyClick(box, Qt.Key.Key_Backspace)
    QTest.keyClick(box, Qt.Key.Key_Tab)
    assert article.keys() == ["title"]


def test_text_of_a_line_s_length_stays_in_its_box_while_it_is_typed(qtbot: QtBot, article: Article) -> None:
    article.open("note: " + "a" * 81 + "\n")
    box = box_of(article, "note")
    box.setFocus()
    box.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClick(box, Qt.Key.Key_Backspace)
    assert article.editor("note").field.kind == "line"
    assert box.hasFocus()

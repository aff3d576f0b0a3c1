"""Keys in the Markdown pane."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from editor.text.change import Selection
from editor.ui.documents import raw_text
from tests.ui.writing.keys import type_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QTextDocument
    from pytestqt.qtbot import QtBot

    from editor.ui.writing.markdown_view import MarkdownView

    Write = Callable[[str], QTextDocument]

RETURN, ENTER, TAB, BACKTAB = Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab
SHIFT, KEYPAD, CONTROL = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.KeypadModifier,
    Qt.KeyboardModifier.ControlModifier,
)


def test_text_is_typed_as_it_comes(view: MarkdownView, write: Write) -> None:
    document = write("😀 ")
    type_text(view, "l’été\u00a0: «\u202fmot\u202f» 😀")
    QTest.keyClick(view, RETURN)
    QTest.keyClicks(view, "fin")
    assert raw_text(document) == "😀 l’été\u00a0: «\u202fmot\u202f» 😀\nfin"


@pytest.mark.parametrize("key", [RETURN, ENTER])
def test_return_continues_a_list_in_one_step(view: MarkdownView, write: Write, key: Qt.Key) -> None:
    document = write("1. 😀 un\n2. deux")
    view.set_selection(Selection.at(7))
    QTest.keyClick(view, key, KEYPAD if key == ENTER else Qt.KeyboardModifier.NoModifier)
    QTest.keyClicks(view, "x")
    assert raw_text(document) == "1. 😀 un\n2. x\n3. deux"
    view.undo()
    view.undo()
    assert raw_text(document) == "1. 😀 un\n2. deux"


def test_return_twice_ends_a_list(view: MarkdownView, write: Write) -> None:
    document = write("- a")
    QTest.keyClick(view, RETURN)
    QTest.keyClick(view, RETURN)
    assert raw_text(document) == "- a\n\n"
    assert view.textCursor().blockNumber() == 2


def test_return_continues_a_quote(view: MarkdownView, write: Write) -> None:
    document = write("> 😀")
    QTest.keyClick(view, RETURN)
    assert raw_text(document) == "> 😀\n> "


def test_return_in_prose_is_a_line_end(view: MarkdownView, write: Write) -> None:
    document = write("😀 prose")
    QTest.keyClick(view, RETURN)
    assert raw_text(document) == "😀 prose\n"


def test_return_in_an_empty_line_begins_another_of_the_same_height(view: MarkdownView, write: Write) -> None:
    document = write("a\n")
    QTest.keyClick(view, RETURN)
    assert raw_text(document) == "a\n\n"
    heights = [document.findBlockByNumber(line).blockFormat().lineHeight() for line in range(3)]
    assert heights == [150, 150, 150]


def test_return_with_shift_ends_the_line_without_more(view: MarkdownView, write: Write) -> None:
    document = write("- 😀")
    QTest.keyClick(view, RETURN, SHIFT)
    QTest.keyClicks(view, "b")
    assert raw_text(document) == "- 😀\nb"


def test_return_in_code_keeps_the_indentation(view: MarkdownView, write: Write) -> None:
    document = write("```\n  - a 😀")
    QTest.keyClick(view, RETURN)
    assert raw_text(document) == "```\n  - a 😀\n  "


def test_tab_indents_a_list_item_and_back(view: MarkdownView, write: Write) -> None:
    document = write("1. 😀\n2. b")
    QTest.keyClick(view, TAB)
    assert raw_text(document) == "1. 😀\n   1. b"
    QTest.keyClick(view, BACKTAB, SHIFT)
    assert raw_text(document) == "1. 😀\n2. b"
    view.undo()
    assert raw_text(document) == "1. 😀\n   1. b"


def test_tab_in_the_first_item_does_nothing(view: MarkdownView, write: Write) -> None:
    document = write("- 😀")
    QTest.keyClick(view, TAB)
    assert raw_text(document) == "- 😀"
    assert not document.isUndoAvailable()


def test_tab_in_code_is_two_spaces(view: MarkdownView, write: Write) -> None:
    document = write("~~~\na 😀\nb")
    QTest.keyClick(view, TAB)
    assert raw_text(document) == "~~~\na 😀\nb  "
    view.set_selection(Selection(4, 9))
    QTest.keyClick(view, TAB)
    assert raw_text(document) == "~~~\n  a 😀\n  b  "
    QTest.keyClick(view, BACKTAB, SHIFT)
    assert raw_text(document) == "~~~\na 😀\nb  "


def test_tab_in_prose_is_a_tab_but_never_eats_a_selection(view: MarkdownView, write: Write) -> None:
    document = write("😀a")
    QTest.keyClick(view, TAB)
    assert raw_text(document) == "😀a\t"
    view.set_selection(Selection(0, 2))
    QTest.keyClick(view, TAB)
    assert raw_text(document) == "😀a\t"


def test_shift_tab_in_prose_leaves_the_pane(qtbot: QtBot, view: MarkdownView, write: Write) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    line = QLineEdit(window)
    layout.addWidget(line)
    layout.addWidget(view)
    with qtbot.waitExposed(window):
        window.show()
    write("prose 😀")
    view.setFocus()
    QTest.keyClick(view, BACKTAB, SHIFT)
    assert window.focusWidget() is line
    view.setParent(None)


def test_other_keys_with_control_are_qts(view: MarkdownView, write: Write) -> None:
    document = write("- 😀")
    QTest.keyClick(view, RETURN, CONTROL)
    assert raw_text(document) == "- 😀"


def test_nothing_is_typed_without_a_document(view: MarkdownView) -> None:
    view.set_document(None)
    QTest.keyClicks(view, "a")
    QTest.keyClick(view, RETURN)
    QTest.keyClick(view, TAB)
    assert raw_text(view.document()) == ""


def test_a_key_looks_at_the_lines_around_only(view: MarkdownView, write: Write) -> None:
    above = "```\n- no list 😀\n```\n" + "- a\n" * 300
    document = write(above + "- b\n" + "- c\n" * 300)
    view.set_selection(Selection.at(len(above) + 3))
    QTest.keyClick(view, TAB)
    assert raw_text(document) == above + "  - b\n" + "- c\n" * 300


def test_the_lines_around_do_not_begin_in_code(view: MarkdownView, write: Write) -> None:
    text = "```\n" + "- code 😀\n" * 150 + "```\n" + "- a\n" * 100
    document = write(text + "- b")
    QTest.keyClick(view, RETURN)
    assert raw_text(document) == text + "- b\n- "

"""Two texts compared in a view: signs and colours, the keys, the links."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QUrl

from editor.ui.differences.view import DifferencesView
from editor.ui.theme import load_theme

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

OLD = "".join(f"line {number}\n" for number in range(20))
NEW = OLD.replace("line 5\n", "row 5 😀\n").replace("line 12\n", "").replace("line 13\n", "")


@pytest.fixture
def view(qtbot: QtBot) -> DifferencesView:
    view = DifferencesView(load_theme("light"))
    qtbot.addWidget(view)
    view.resize(900, 300)
    view.show()
    return view


def lines(view: DifferencesView) -> list[str]:
    return [line for line in view.document().toPlainText().split("\n") if line]


def test_lines_stand_side_by_side_with_signs(view: DifferencesView) -> None:
    view.show_differences(OLD, NEW, ("File", "Text"))
    assert lines(view) == [
        *("− File", "+ Text", "⋯ 3 lines the same", "  line 3", "  line 3", "  line 4", "  line 4"),
        *("− line 5", "+ row 5 😀", "  line 6", "  line 6", "  line 7", "  line 7", "⋯ 2 lines the same"),
        *("  line 10", "  line 10", "  line 11", "  line 11", "− line 12", "− line 13"),
        *("  line 14", "  line 14", "  line 15", "  line 15", "⋯ 4 lines the same"),
    ]


def test_only_words_that_differ_are_coloured(view: DifferencesView) -> None:
    view.show_differences("one two three\n", "one 😀 three\n", ("", ""))
    cursor = view.document().find("two")
    assert cursor.charFormat().background().color() == load_theme("light").colour("removed_words")
    view.set_theme(load_theme("dark"))
    cursor = view.document().find("😀")
    assert cursor.charFormat().background().color() == load_theme("dark").colour("added_words")
    cursor = view.document().find("three")
    assert cursor.charFormat().background().style() == Qt.BrushStyle.NoBrush


def test_a_narrow_view_puts_them_one_below_the_other(view: DifferencesView) -> None:
    view.resize(300, 300)
    view.show_differences("a\nold\n", "a\nnew\n", ("File", "Text"))
    assert lines(view) == ["− File", "+ Text", "  a", "− old", "+ new"]
    view.resize(900, 300)
    assert lines(view) == ["− File", "+ Text", "  a", "  a", "− old", "+ new"]


def test_equal_texts_are_said_to_be(view: DifferencesView) -> None:
    view.show_differences(OLD, OLD, ("", ""))
    assert lines(view) == ["The texts are the same."]


def test_keys_go_from_difference_to_difference(view: DifferencesView, qtbot: QtBot) -> None:
    view.show_differences(OLD, NEW, ("File", "Text"))
    found = []
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    for modifier in (*[Qt.KeyboardModifier.NoModifier] * 3, Qt.KeyboardModifier.ShiftModifier):
        qtbot.keyClick(view, Qt.Key.Key_F7, modifier)
        found.append(view.textCursor().selectedText())
    assert found == ["− line 5", "− line 12", "− line 12", "− line 5"]


def test_each_difference_has_a_link(view: DifferencesView, qtbot: QtBot) -> None:
    view.show_differences(OLD, NEW, ("", ""), link="Restore")
    assert lines(view).count("Restore") == 2
    with qtbot.waitSignal(view.block_activated) as told:
        view.anchorClicked.emit(QUrl("1"))
    assert told.args == [1]
    assert view.document().find("Restore").charFormat().anchorHref() == "0"


def test_very_long_differences_are_cut_with_words(view: DifferencesView) -> None:
    view.show_differences("", "x\n" * 4000, ("", ""))
    assert lines(view)[-1] == "The texts differ further; not all of it is shown."

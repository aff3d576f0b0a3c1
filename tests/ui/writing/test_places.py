"""How high the lines of the Markdown pane's text stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QTextCursor, QTextDocument

from editor.ui.theme import load_theme
from editor.ui.writing.markdown_view import MarkdownView
from editor.ui.writing.places import height_of_caret, height_of_line, line_at_height, scroll_of

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

LINES = ["Titre 😀", "", "long " * 200, "- un", "- deux", *(f"ligne {number}" for number in range(80))]


@pytest.fixture
def view(qtbot: QtBot) -> MarkdownView:
    view = MarkdownView(load_theme("light"))
    qtbot.addWidget(view)
    view.resize(500, 400)
    document = QTextDocument("\n".join(LINES), view)
    view.set_document(document)
    view.show()
    return view


@pytest.mark.parametrize("line", [0, 0.5, 1.5, 2.1, 2.9, 3.5, 84.5])
def test_a_line_is_found_where_it_stands(line: float, view: MarkdownView) -> None:
    assert line_at_height(view, height_of_line(view, line)) == pytest.approx(line, abs=0.02)


def test_heights_are_those_from_the_top_of_the_text_however_far_it_is_scrolled(view: MarkdownView) -> None:
    before = [height_of_line(view, line) for line in (0, 2.5, 60)]
    view.verticalScrollBar().setValue(500)
    assert [height_of_line(view, line) for line in (0, 2.5, 60)] == before
    assert before == sorted(before)
    assert scroll_of(view).place == 500
    assert scroll_of(view).reach == view.verticalScrollBar().maximum()


def test_the_caret_stands_in_its_row(view: MarkdownView) -> None:
    cursor = QTextCursor(view.document().findBlockByNumber(2))
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    view.setTextCursor(cursor)
    line = line_at_height(view, height_of_caret(view))
    assert 2.8 < line < 3


def test_lines_that_are_not_there_stand_at_the_ends(view: MarkdownView) -> None:
    assert height_of_line(view, -5) == height_of_line(view, 0)
    assert height_of_line(view, 500) == height_of_line(view, 85)
    assert line_at_height(view, -100) == 0
    assert line_at_height(view, 1e6) == pytest.approx(85)

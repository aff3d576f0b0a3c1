"""How high the lines of the Markdown pane's text stand: by a line with a fraction of its height."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, Qt

from editor.text.positions import index_of
from editor.text.shown_words import share_before
from editor.ui.alignment import Scroll

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTextEdit

_MOST: Final = 0.999
"""Of a line: all of it would be the next one."""


def scroll_of(pane: QTextEdit) -> Scroll:
    """Answer where the pane is scrolled to, in pixels."""
    bar = pane.verticalScrollBar()
    return Scroll(bar.value(), bar.maximum(), pane.viewport().height())


def height_of_caret(pane: QTextEdit) -> float:
    """Answer the middle of the caret's row, from the top of the text."""
    return pane.cursorRect().center().y() + pane.verticalScrollBar().value()


def line_of_caret(pane: QTextEdit) -> float:
    """Answer the line of the caret; the fraction is the share of what is shown of it that stands before."""
    cursor = pane.textCursor()
    block = cursor.block()
    line = block.text()
    index = index_of(line, cursor.positionInBlock())
    return block.blockNumber() + min(share_before(line, index, block.previous().userState()), _MOST)


def height_of_line(pane: QTextEdit, line: float) -> float:
    """Answer how far below the top of the text a line stands; the nearest one where there is none."""
    document = pane.document()
    number = min(max(0, int(line)), document.blockCount() - 1)
    edges = document.documentLayout().blockBoundingRect(document.findBlockByNumber(number))
    return edges.top() + min(max(0.0, line - number), 1.0) * edges.height()


def line_at_height(pane: QTextEdit, height: float) -> float:
    """Answer the line that stands so far below the top of the text."""
    document = pane.document()
    position = document.documentLayout().hitTest(QPointF(0, height), Qt.HitTestAccuracy.FuzzyHit)
    block = document.findBlock(max(0, position))
    edges = document.documentLayout().blockBoundingRect(block)
    share = (height - edges.top()) / edges.height() if edges.height() else 0.0
    return block.blockNumber() + min(max(0.0, share), 1.0)

"""The lines around the caret: what a key needs to know, however long the document is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from editor.text.change import Selection
from editor.text.line_state import is_in_code
from editor.text.positions import index_of

if TYPE_CHECKING:
    from PySide6.QtGui import QTextBlock, QTextCursor

_FAR: Final = 200  # lines above and below
_BEGINNINGS: Final = frozenset("-+*>0123456789")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Some lines of a document, the position of the first one, and the selection within them."""

    text: str
    position: int
    selection: Selection


def surroundings_of(cursor: QTextCursor) -> Surroundings:
    """Answer the lines around the selection of cursor, beginning outside of code blocks."""
    document = cursor.document()
    first = document.findBlock(cursor.selectionStart())
    last = document.findBlock(cursor.selectionEnd())
    top, bottom = first, last
    for _count in range(_FAR):
        if top.previous().isValid():
            top = top.previous()
        if bottom.next().isValid():
            bottom = bottom.next()
    while top != first and stands_in_code(top):
        top = top.next()
    lines = [top.text()]
    block = top
    while block != bottom:
        block = block.next()
        lines.append(block.text())
    text = "\n".join(lines)
    anchor, caret = cursor.anchor() - top.position(), cursor.position() - top.position()
    return Surroundings(text, top.position(), Selection(index_of(text, anchor), index_of(text, caret)))


def may_continue(line: str) -> bool:
    """Whether a line begins as a list item or a quote does."""
    return line.lstrip(" \t")[:1] in _BEGINNINGS


def stands_in_code(block: QTextBlock) -> bool:
    """Whether a fenced code block is open where the line begins, as far as the highlighter has read."""
    return is_in_code(block.previous().userState())

"""The text of a QTextDocument as it is, and edits of it as one undo step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor, QTextDocument

from editor.text.positions import position_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editor.text.change import Edit


def raw_text(document: QTextDocument) -> str:
    """Answer the document's text with its no-break spaces, lines ended by a line feed.

    QTextDocument.toPlainText would turn U+00A0 into a space.
    """
    return document.toRawText().replace("\u2029", "\n")


def lines_of(document: QTextDocument, first: int, count: int) -> str:
    """Answer count lines of the document's raw text from line first (from 0) on; no line end at the end."""
    block = document.findBlockByNumber(first)
    lines = []
    for _ in range(count):
        lines.append(block.text())
        block = block.next()
    return "\n".join(lines)


def apply_edits(document: QTextDocument, edits: Sequence[Edit], *, join: bool = False) -> None:
    """Make edits of the document's raw text as one undo step; with join, as part of the last one."""
    if not edits:
        return
    text = raw_text(document)
    cursor = QTextCursor(document)
    if join:
        cursor.joinPreviousEditBlock()
    else:
        cursor.beginEditBlock()
    # From the last to the first, so that the positions of those before stay right.
    for edit in reversed(edits):
        cursor.setPosition(position_of(text, edit.start))
        cursor.setPosition(position_of(text, edit.end), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(edit.replacement)
    cursor.endEditBlock()

"""Changes of a text command, made in a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor

from editor.text.change import apply_edits
from editor.text.positions import position_of

if TYPE_CHECKING:
    from PySide6.QtGui import QTextDocument

    from editor.text.change import Change, Selection


def make_change(document: QTextDocument, change: Change, text: str, position: int) -> QTextCursor:
    """Make a change of text, which stands at position of document, one step to undo; answer the selection."""
    places: list[tuple[int, int, str]] = []
    last, place = 0, position
    for edit in change.edits:
        start = place + _length(text[last : edit.start])
        place = start + _length(text[edit.start : edit.end])
        last = edit.end
        places.append((start, place, edit.replacement))
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    # From the last to the first, so that the positions of those before stay right.
    for start, end, replacement in reversed(places):
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(replacement)
    cursor.endEditBlock()
    return selecting(document, change.selection, apply_edits(text, change.edits), position)


def selecting(document: QTextDocument, selection: Selection, text: str, position: int) -> QTextCursor:
    """Answer the cursor of a selection in text, which stands at position of document."""
    cursor = QTextCursor(document)
    cursor.setPosition(position + position_of(text, selection.anchor))
    cursor.setPosition(position + position_of(text, selection.caret), QTextCursor.MoveMode.KeepAnchor)
    return cursor


def _length(text: str) -> int:
    return position_of(text, len(text))

"""Line height and room below a text: how its blocks are laid out."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QTextBlockFormat, QTextCursor, QTextDocument

# Characters; beyond that a text is shown without colours and line height. Up to it, opening takes less than a
# second on a slow machine (0.3 s for 1 MB) and a fence typed at the top, which colours all lines anew, 0.5 s.
LARGEST_DRESSED: Final = 3_000_000
_ROOM_BELOW: Final = 260
_PROPORTIONAL: Final = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value


def dress(document: QTextDocument, line_height: int) -> None:
    """Give a document line height (percent) and room below its end; its text and its history stay.

    Lines that are typed or pasted later have the height of the line they come from.
    """
    is_dressed = document.firstBlock().blockFormat().lineHeight() == line_height
    if is_dressed or document.characterCount() > LARGEST_DRESSED:
        return
    was_modified = document.isModified()
    look = QTextBlockFormat()
    look.setLineHeight(line_height, _PROPORTIONAL)
    cursor = QTextCursor(document)
    cursor.select(QTextCursor.SelectionType.Document)
    # Who follows changes of the text has nothing to hear of this one.
    was_blocked = document.blockSignals(True)  # noqa: FBT003 - Qt's own argument
    if document.isUndoAvailable() or document.isRedoAvailable():
        _dress_in_history(document, cursor, look)
    else:
        document.setUndoRedoEnabled(False)
        frame = document.rootFrame().frameFormat()
        frame.setBottomMargin(_ROOM_BELOW)
        document.rootFrame().setFrameFormat(frame)
        cursor.mergeBlockFormat(look)
        document.setUndoRedoEnabled(True)
    document.setModified(was_modified)
    document.blockSignals(was_blocked)


def _dress_in_history(document: QTextDocument, cursor: QTextCursor, look: QTextBlockFormat) -> None:
    """Make the look a part of the last step to undo: a step of its own would be one that shows nothing."""
    if document.isUndoAvailable():
        cursor.joinPreviousEditBlock()
        cursor.mergeBlockFormat(look)
        cursor.endEditBlock()

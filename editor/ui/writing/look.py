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
    """Give a document line height (percent) and room below its end, outside of its history.

    Lines that are typed or pasted later have the height of the line they come from. A document that has a
    history keeps the look it was opened with: the change would be a step to undo.
    """
    is_dressed = document.firstBlock().blockFormat().lineHeight() == line_height
    has_history = document.isUndoAvailable() or document.isRedoAvailable()
    if is_dressed or has_history or document.characterCount() > LARGEST_DRESSED:
        return
    was_modified = document.isModified()
    # Who follows changes of the text has nothing to hear of this one.
    was_blocked = document.blockSignals(True)  # noqa: FBT003 - Qt's own argument
    document.setUndoRedoEnabled(False)
    frame = document.rootFrame().frameFormat()
    frame.setBottomMargin(_ROOM_BELOW)
    document.rootFrame().setFrameFormat(frame)
    look = QTextBlockFormat()
    look.setLineHeight(line_height, _PROPORTIONAL)
    cursor = QTextCursor(document)
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.mergeBlockFormat(look)
    document.setUndoRedoEnabled(True)
    document.setModified(was_modified)
    document.blockSignals(was_blocked)

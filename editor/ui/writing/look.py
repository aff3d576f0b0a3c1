"""Line height and room below a text: how its blocks are laid out."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QTextBlockFormat, QTextCursor, QTextDocument

# Characters; beyond that a text is shown without colours and line height, which cost memory and time
# in proportion: a text of 5 MB took 0.8 s and 400 MB as it is.
LARGEST_DRESSED: Final = 3_000_000
_ROOM_BELOW: Final = 260


def dress(document: QTextDocument, line_height: int) -> None:
    """Give a document line height (percent) and room below its end, outside of its history.

    A document that has a history keeps the look it was opened with: the change would be a step to undo.
    """
    if (
        document.isUndoAvailable()
        or document.isRedoAvailable()
        or document.characterCount() > LARGEST_DRESSED
    ):
        return
    modified = document.isModified()
    document.setUndoRedoEnabled(False)
    frame = document.rootFrame().frameFormat()
    frame.setBottomMargin(_ROOM_BELOW)
    document.rootFrame().setFrameFormat(frame)
    look = QTextBlockFormat()
    look.setLineHeight(line_height, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    cursor = QTextCursor(document)
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.mergeBlockFormat(look)
    document.setUndoRedoEnabled(True)
    document.setModified(modified)

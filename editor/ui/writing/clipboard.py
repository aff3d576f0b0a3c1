"""What the Markdown pane copies and takes in: plain text, files, images."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from PySide6.QtGui import QTextCursor


def selected_text(cursor: QTextCursor) -> str:
    """Answer the selected text as it is: no-break spaces kept, lines ended by a line feed."""
    return cursor.selectedText().replace("\u2029", "\n")


def copied(cursor: QTextCursor) -> QMimeData:
    """Answer the selected text for the clipboard (Qt's own would make ordinary spaces of no-break spaces)."""
    data = QMimeData()
    data.setText(selected_text(cursor))
    return data


def is_welcome(data: QMimeData) -> bool:
    """Whether there is anything that the pane can take in."""
    return data.hasText() or data.hasImage() or bool(files_of(data))


def files_of(data: QMimeData) -> tuple[Path, ...]:
    """Answer the files of this machine that were copied or dragged; none where others are among them."""
    addresses = data.urls()
    if not all(address.isLocalFile() for address in addresses):
        return ()
    return tuple(Path(address.toLocalFile()) for address in addresses)


def image_of(data: QMimeData) -> QImage | None:
    """Answer an image that was copied without text, None where there is none."""
    image = data.imageData() if data.hasImage() and not data.hasText() else None
    return image if isinstance(image, QImage) and not image.isNull() else None

"""Small pictures of image files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QImageReader

if TYPE_CHECKING:
    from pathlib import Path


def read_thumbnail(path: Path, smallest: QSize) -> QImage:
    """Answer the image in path, just large enough to fill smallest; a null image where there is none to read.

    The file is decoded at that size, so that a photograph costs neither its time nor its memory.
    """
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and (size.width() > smallest.width() or size.height() > smallest.height()):
        reader.setScaledSize(size.scaled(smallest, Qt.AspectRatioMode.KeepAspectRatioByExpanding))
    return reader.read()

"""Small images of pictures: from files, and from bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer, QByteArray, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from editor.picture.faults import BadPicture
from editor.picture.treating import Treatment, treated

if TYPE_CHECKING:
    from pathlib import Path

_UNKNOWN_TO_QT: Final = ".avif"


def read_thumbnail(path: Path, smallest: QSize) -> QImage:
    """Answer the image in path, just large enough to fill smallest; a null image where there is none to read.

    The file is decoded at that size, so that a photograph costs neither its time nor its memory.
    """
    if path.suffix.lower() == _UNKNOWN_TO_QT:
        try:
            return thumbnail_of(path.read_bytes(), smallest)
        except OSError:
            return QImage()
    return _read(QImageReader(str(path)), smallest)


def thumbnail_of(data: bytes, smallest: QSize) -> QImage:
    """Answer the picture of these bytes, just large enough to fill smallest, null where it cannot be read."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    image = _read(QImageReader(buffer), smallest)
    if not image.isNull():
        return image
    edge = 2 * max(smallest.width(), smallest.height())
    try:
        return QImage.fromData(QByteArray(treated(data, Treatment(edge, "png")).data))
    except BadPicture:
        return QImage()


def _read(reader: QImageReader, smallest: QSize) -> QImage:
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and (size.width() > smallest.width() or size.height() > smallest.height()):
        reader.setScaledSize(size.scaled(smallest, Qt.AspectRatioMode.KeepAspectRatioByExpanding))
    return reader.read()

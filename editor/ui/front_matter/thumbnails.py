"""Small pictures of image files."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QImage, QImageReader

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from editor.ui.background import Background


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


class Thumbnails(QObject):
    """Reads the images of fields in the background; loaded tells key, address and image, null for none."""

    loaded = Signal(str, str, QImage)

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._resolve: Callable[[str], Path | None] | None = None

    def set_resolver(self, resolve: Callable[[str], Path | None]) -> None:
        """Find the file of an image's address by resolve."""
        self._resolve = resolve

    def load(self, key: str, address: str, size: QSize) -> None:
        """Read the image at address for the field of key, just large enough to fill size."""
        path = self._resolve(address) if address and self._resolve else None
        name = f"front_matter.thumbnail.{key}"
        if path is None:
            self._background.cancel(name)
            self._tell(key, address, QImage())
            return
        tell = partial(self._tell, key, address)
        self._background.run(name, partial(read_thumbnail, path, size), tell, lambda _: tell(QImage()))

    def _tell(self, key: str, address: str, image: QImage) -> None:
        self.loaded.emit(key, address, image)

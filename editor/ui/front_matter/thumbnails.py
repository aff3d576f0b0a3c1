"""The small images of the form's fields."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QImage

from editor.ui.small_images import read_thumbnail

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from editor.ui.background import Background


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

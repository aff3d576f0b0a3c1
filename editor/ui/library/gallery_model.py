"""The images of a blog as a model: those that fit a search and a kind, with what was read of each so far."""

from __future__ import annotations

from collections import OrderedDict
from enum import Enum, auto
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt, Signal

from editor.picture.faults import BadPicture
from editor.text.folding import folded

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtCore import QObject, QPersistentModelIndex
    from PySide6.QtGui import QImage

    from editor.blog.gallery import BlogImage
    from editor.picture.picture import Picture

    Index = QModelIndex | QPersistentModelIndex

IMAGE_ROLE: Final = int(Qt.ItemDataRole.UserRole)
PICTURE_ROLE: Final = IMAGE_ROLE + 1
_MOST_THUMBNAILS: Final = 600
_HEAVY: Final = 500_000
"""Bytes."""
_ROOT: Final = QModelIndex()


class Kind(Enum):
    """Which images are shown."""

    ALL = auto()
    UNUSED = auto()
    TELLING = auto()
    HEAVY = auto()
    BROKEN = auto()


class GalleryModel(QAbstractListModel):
    """Asks for the small image of what is looked at; the last ones are kept."""

    thumbnail_wanted = Signal(object)
    shown_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._images: tuple[BlogImage, ...] = ()
        self._shown: list[BlogImage] = []
        self._pictures: dict[Path, Picture | BadPicture] = {}
        self._thumbnails: OrderedDict[Path, QImage] = OrderedDict()
        self._kind = Kind.ALL
        self._words: tuple[str, ...] = ()

    @property
    def images(self) -> tuple[BlogImage, ...]:
        """All images, whatever is shown."""
        return self._images

    def show_images(self, images: Sequence[BlogImage]) -> None:
        """Show these images, those that fit; what was read of files that changed is forgotten."""
        old = {image.path: (image.modified, image.size) for image in self._images}
        for image in images:
            if old.get(image.path) != (image.modified, image.size):
                self._pictures.pop(image.path, None)
                self._thumbnails.pop(image.path, None)
        self._images = tuple(images)
        self._fill()

    def show_kind(self, kind: Kind, words: str) -> None:
        """Show the images of kind whose paths have all of words."""
        self._kind, self._words = kind, tuple(folded(words).split())
        self._fill()

    def picture(self, path: Path) -> Picture | BadPicture | None:
        """Answer what was read of the image at path, None for nothing yet."""
        return self._pictures.get(path)

    def take_pictures(self, pictures: dict[Path, Picture | BadPicture]) -> None:
        """Take what was read of images."""
        self._pictures |= pictures
        if self._kind in (Kind.TELLING, Kind.BROKEN):
            self._fill()
        elif self._shown:
            self.dataChanged.emit(self.index(0), self.index(len(self._shown) - 1), [PICTURE_ROLE])

    def take_thumbnail(self, path: Path, thumbnail: QImage) -> None:
        """Take the small image of the one at path, null where there is none."""
        self._thumbnails[path] = thumbnail
        while len(self._thumbnails) > _MOST_THUMBNAILS:
            self._thumbnails.popitem(last=False)
        row = self.row_of(path)
        if row >= 0:
            self.dataChanged.emit(self.index(row), self.index(row), [Qt.ItemDataRole.DecorationRole])

    def row_of(self, path: Path) -> int:
        """Answer the row of the image at path, -1 where it is not shown."""
        return next((row for row, image in enumerate(self._shown) if image.path == path), -1)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Answer the number of images shown (Qt)."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Answer what a row shows (Qt)."""
        image = self._shown[index.row()]
        if role == IMAGE_ROLE:
            return image
        if role == PICTURE_ROLE:
            return self._pictures.get(image.path)
        if role == Qt.ItemDataRole.DecorationRole:
            thumbnail = self._thumbnails.get(image.path)
            if thumbnail is None:
                self.thumbnail_wanted.emit(image.path)
            return thumbnail
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return image.path.name
        return str(image.path) if role == Qt.ItemDataRole.ToolTipRole else None

    def _fill(self) -> None:
        self.beginResetModel()
        self._shown = [image for image in self._images if self._fits(image)]
        if self._kind is Kind.HEAVY:
            self._shown.sort(key=lambda image: -image.size)
        self.endResetModel()
        self.shown_changed.emit()

    def _fits(self, image: BlogImage) -> bool:
        path = folded(str(image.path))
        if not all(word in path for word in self._words):
            return False
        picture = self._pictures.get(image.path)
        if self._kind is Kind.UNUSED:
            return image.is_unused
        if self._kind is Kind.HEAVY:
            return image.size > _HEAVY
        if self._kind is Kind.BROKEN:
            return isinstance(picture, BadPicture)
        if self._kind is Kind.TELLING:
            return is_telling(picture)
        return True


def is_telling(picture: Picture | BadPicture | None) -> bool:
    """Whether an image tells of a place or a camera."""
    return (
        picture is not None
        and not isinstance(picture, BadPicture)
        and (picture.has_location or picture.has_camera)
    )

"""How an image of the gallery is drawn: small, with its name, and with what there is to say of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QImage, QPainter, QPixmap, QPixmapCache
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from editor.picture.faults import BadPicture
from editor.translation import tr
from editor.ui.labels import size_words
from editor.ui.library.gallery_model import IMAGE_ROLE, PICTURE_ROLE, is_telling

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex

    from editor.blog.gallery import BlogImage
    from editor.picture.picture import Picture
    from editor.ui.theme import Theme

PICTURE: Final = QSize(134, 102)
_MARGIN: Final = 8
_RADIUS: Final = 6.0


class GalleryTile(QStyledItemDelegate):
    """Draws every image in a place of one size."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, _: QModelIndex | QPersistentModelIndex) -> QSize:
        """Answer the size of every tile."""
        lines = 2 * QFontMetrics(option.font).height()
        return QSize(PICTURE.width() + 2 * _MARGIN, PICTURE.height() + lines + 3 * _MARGIN)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw an image with its name and facts (Qt)."""
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        area: QRect = option.rect.adjusted(2, 2, -2, -2)
        state = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.setBrush(self._theme.colour("selected_row"))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(QRectF(area), _RADIUS, _RADIUS)
        frame = QRect(area.left() + _MARGIN - 2, area.top() + _MARGIN - 2, PICTURE.width(), PICTURE.height())
        self._paint_picture(painter, frame, index)
        below = QRect(frame.left(), frame.bottom() + 5, frame.width(), area.bottom() - frame.bottom() - 6)
        self._paint_words(painter, below, option.font, index)
        painter.restore()

    def _paint_picture(
        self, painter: QPainter, frame: QRect, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        thumbnail = index.data(Qt.ItemDataRole.DecorationRole)
        if not isinstance(thumbnail, QImage) or thumbnail.isNull():
            painter.setPen(self._theme.colour("edge"))
            painter.setBrush(self._theme.colour("alternate_base"))
            painter.drawRoundedRect(QRectF(frame), _RADIUS, _RADIUS)
            return
        pixmap = _fitted(thumbnail, frame.size(), painter.device().devicePixelRatioF())
        place = QRect(0, 0, *(round(side / pixmap.devicePixelRatio()) for side in pixmap.size().toTuple()))
        place.moveCenter(frame.center())
        painter.drawPixmap(place, pixmap)

    def _paint_words(
        self, painter: QPainter, area: QRect, font: QFont, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        image: BlogImage = index.data(IMAGE_ROLE)
        painter.setFont(font)
        painter.setPen(self._theme.colour("text"))
        name = QFontMetrics(font).elidedText(image.path.name, Qt.TextElideMode.ElideMiddle, area.width())
        painter.drawText(area, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop), name)
        small = QFont(font)
        small.setPointSizeF(font.pointSizeF() * 0.88)
        words, role = tile_words(image, index.data(PICTURE_ROLE))
        painter.setFont(small)
        painter.setPen(self._theme.colour(role))
        words = QFontMetrics(small).elidedText(words, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom), words)


def _fitted(image: QImage, most: QSize, ratio: float) -> QPixmap:
    """Answer an image no larger than most; it is made once, however often it is drawn."""
    key = f"gallery.{image.cacheKey()}.{ratio}"
    pixmap = QPixmap()
    if not QPixmapCache.find(key, pixmap):
        size = image.size()
        if size.width() > most.width() * ratio or size.height() > most.height() * ratio:
            size.scale(most * ratio, Qt.AspectRatioMode.KeepAspectRatio)
        smooth = Qt.TransformationMode.SmoothTransformation
        pixmap = QPixmap.fromImage(image.scaled(size, Qt.AspectRatioMode.KeepAspectRatio, smooth))
        pixmap.setDevicePixelRatio(ratio)
        QPixmapCache.insert(key, pixmap)
    return pixmap


def tile_words(image: BlogImage, picture: Picture | BadPicture | None) -> tuple[str, str]:
    """Answer the second line of an image, and the theme's role for its colour."""
    if isinstance(picture, BadPicture):
        return tr("Cannot be shown"), "error"
    if picture is not None and picture.has_location:
        return tr("Tells its place"), "warning"
    if is_telling(picture):
        return tr("Tells its camera"), "warning"
    if image.is_unused:
        return tr("{size} · Unused").format(size=size_words(image.size)), "soft_text"
    if picture is not None and picture.width:
        return f"{picture.width} × {picture.height} · {size_words(image.size)}", "soft_text"
    return size_words(image.size), "soft_text"

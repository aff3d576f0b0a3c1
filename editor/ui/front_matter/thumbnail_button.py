"""The picture of an image field, which is also the button to choose another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from editor.translation import tr
from editor.ui.front_matter.icons import ICON_SIZE, icon

if TYPE_CHECKING:
    from editor.ui.theme import Theme

THUMBNAIL_SIZE: Final = QSize(96, 56)
_RADIUS: Final = 6.0


class ThumbnailButton(QAbstractButton):
    """Shows an image with round corners, or a dashed place for one, or that it is missing."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._image = QImage()
        self._is_missing = False
        self.setFixedSize(THUMBNAIL_SIZE)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolTip(tr("Choose an image…"))
        self.setAccessibleName(self.toolTip())

    @property
    def is_missing(self) -> bool:
        """Whether the place of an image that was not found is shown."""
        return self._is_missing

    @property
    def has_image(self) -> bool:
        """Whether an image is shown."""
        return not self._image.isNull()

    def show_image(self, image: QImage, *, is_missing: bool) -> None:
        """Show image; where it is null, an empty place or that of a missing image."""
        self._image = image
        self._is_missing = is_missing
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of theme."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """Answer the size of every thumbnail."""
        return THUMBNAIL_SIZE

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - the whole of it is small
        """Draw the image, or its empty place."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        if self.has_image:
            self._draw_image(painter)
        else:
            self._draw_place(painter)
        if self.hasFocus():
            self._draw_edge(painter, QPen(self._theme.colour("highlight"), 2))
        painter.end()

    def _draw_image(self, painter: QPainter) -> None:
        frame = QRectF(self.rect())
        path = QPainterPath()
        path.addRoundedRect(frame, _RADIUS, _RADIUS)
        painter.setClipPath(path)
        # The middle of the image fills the frame, as the blog's own cards crop theirs.
        size = (
            self._image.size().toSizeF().scaled(frame.size(), Qt.AspectRatioMode.KeepAspectRatioByExpanding)
        )
        place = QRectF(0, 0, size.width(), size.height())
        place.moveCenter(frame.center())
        painter.drawImage(place, self._image)
        painter.setClipping(False)
        self._draw_edge(painter, QPen(self._theme.colour("edge"), 1))

    def _draw_place(self, painter: QPainter) -> None:
        tone = "warning" if self._is_missing else "placeholder_text"
        background = self._theme.colour("warning_wash" if self._is_missing else "base")
        pen = QPen(self._theme.colour("warning" if self._is_missing else "edge"), 1)
        if not self._is_missing:
            pen.setStyle(Qt.PenStyle.DashLine)
        self._draw_edge(painter, pen, background)
        colour = (
            self._theme.colour("highlight")
            if self.underMouse() and self.isEnabled()
            else self._theme.colour(tone)
        )
        corner = self.rect().center()
        drawing = icon("warning" if self._is_missing else "image", colour)
        drawing.paint(painter, corner.x() - ICON_SIZE // 2, corner.y() - ICON_SIZE // 2, ICON_SIZE, ICON_SIZE)

    def _draw_edge(self, painter: QPainter, pen: QPen, background: QColor | None = None) -> None:
        painter.setPen(pen)
        if background is None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
        else:
            painter.setBrush(background)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), _RADIUS, _RADIUS)

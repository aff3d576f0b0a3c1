"""The form's small line drawings, in a colour of the theme."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

ICON_SIZE: Final = 16
_RATIOS: Final = (1, 2, 3)
# Paths in a square of 16 units, drawn with a round pen.
_DRAWINGS: Final = {
    "fold_closed": "M6.2 4 L10.2 8 L6.2 12",
    "fold_open": "M4 6.2 L8 10.2 L12 6.2",
    "previous": "M10 4 L6 8 L10 12",
    "next": "M6 4 L10 8 L6 12",
    "cross": "M4.8 4.8 L11.2 11.2 M11.2 4.8 L4.8 11.2",
    "plus": "M8 3.5 V12.5 M3.5 8 H12.5",
    "minus": "M3.5 8 H12.5",
    "up": "M4 9.8 L8 5.8 L12 9.8",
    "down": "M4 6.2 L8 10.2 L12 6.2",
    "calendar": "M3.5 3.5 H12.5 Q13.5 3.5 13.5 4.5 V12.5 Q13.5 13.5 12.5 13.5 H3.5 Q2.5 13.5 2.5 12.5"
    " V4.5 Q2.5 3.5 3.5 3.5 M2.5 6.8 H13.5 M5.5 2 V4.6 M10.5 2 V4.6",
    "folder": "M2 12 V4.5 Q2 3.5 3 3.5 H6 L7.5 5 H13 Q14 5 14 6 V12 Q14 13 13 13 H3 Q2 13 2 12 Z",
    "image": "M3 3 H13 Q14 3 14 4 V12 Q14 13 13 13 H3 Q2 13 2 12 V4 Q2 3 3 3 Z"
    " M2.3 11.6 L6 7.8 L8.8 10.6 L10.4 9 L13.7 12.2 M10.2 6 A0.6 0.6 0 1 0 10.3 6",
    "code": "M5.5 4.5 L2 8 L5.5 11.5 M10.5 4.5 L14 8 L10.5 11.5",
    "form": "M2 4.5 H5 M2 8 H5 M2 11.5 H5 M7.5 4.5 H14 M7.5 8 H14 M7.5 11.5 H14",
    "warning": "M8 2.8 L14 13.2 H2 Z M8 6.6 V9.4 M8 11.2 V11.3",
}


def icon(name: str, colour: QColor) -> QIcon:
    """Answer the drawing called name in colour, sharp on screens of up to three pixels a point.

    Raises KeyError where there is no such drawing.
    """
    names = {ratio: f"front_matter.{name}.{colour.name()}.{ratio}" for ratio in _RATIOS}
    pixmaps = {ratio: QPixmap() for ratio in _RATIOS}
    # A form holds the same drawing dozens of times.
    if not all(QPixmapCache.find(names[ratio], pixmaps[ratio]) for ratio in _RATIOS):
        renderer = _renderer(name, colour)
        pixmaps = {ratio: _pixmap(renderer, ratio) for ratio in _RATIOS}
        for ratio in _RATIOS:
            QPixmapCache.insert(names[ratio], pixmaps[ratio])
    answer = QIcon()
    for pixmap in pixmaps.values():
        answer.addPixmap(pixmap)
    return answer


def _renderer(name: str, colour: QColor) -> QSvgRenderer:
    drawing = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {ICON_SIZE} {ICON_SIZE}">'
        f'<path d="{_DRAWINGS[name]}" fill="none" stroke="{colour.name()}" stroke-width="1.3"'
        ' stroke-linecap="round" stroke-linejoin="round"/></svg>'
    )
    return QSvgRenderer(QByteArray(drawing.encode()))


def _pixmap(renderer: QSvgRenderer, ratio: int) -> QPixmap:
    pixmap = QPixmap(ICON_SIZE * ratio, ICON_SIZE * ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(pixmap.rect()))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap

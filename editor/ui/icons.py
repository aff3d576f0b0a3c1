"""The icons of menus and tool bar, drawn in the theme's colours."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QColor, QIcon, QPixmap

from editor.paths import RESOURCES

if TYPE_CHECKING:
    from editor.ui.theme import Theme

_SIZES: Final = (16, 24, 32, 48)
_DRAWN_SIZE: Final = 24


def icon(name: str, theme: Theme) -> QIcon:
    """Answer the icon resources/icons/NAME.svg with the theme's text colour, paler where it is disabled."""
    answer = QIcon()
    for mode, role in ((QIcon.Mode.Normal, "window_text"), (QIcon.Mode.Disabled, "edge")):
        for size in _SIZES:
            answer.addPixmap(_pixmap(name, theme.colour(role), size), mode)
    return answer


def program_icon() -> QIcon:
    """Answer the program's own icon."""
    return QIcon(str(RESOURCES / "icons" / "article-editor.svg"))


def _pixmap(name: str, colour: QColor, size: int) -> QPixmap:
    drawing = (RESOURCES / "icons" / f"{name}.svg").read_text("utf-8")
    drawing = drawing.replace("currentColor", colour.name())
    drawing = drawing.replace(
        f'width="{_DRAWN_SIZE}" height="{_DRAWN_SIZE}"', f'width="{size}" height="{size}"', 1
    )
    pixmap = QPixmap()
    pixmap.loadFromData(QByteArray(drawing.encode()), "SVG")
    return pixmap

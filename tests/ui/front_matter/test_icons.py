from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor

from editor.ui.front_matter.icons import icon

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.mark.parametrize("ratio", [1, 2, 3])
def test_a_drawing_is_sharp_and_in_its_colour(qtbot: QtBot, ratio: int) -> None:
    pixmap = icon("calendar", QColor("red")).pixmap(QSize(16, 16), ratio)
    assert pixmap.width() == 16 * ratio
    image = pixmap.toImage()
    colours = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
    assert "#ff0000" in colours


def test_an_unknown_drawing_is_an_error() -> None:
    with pytest.raises(KeyError):
        icon("🌞", QColor("red"))

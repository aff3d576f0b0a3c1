from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from editor.ui.front_matter.thumbnails import read_thumbnail

if TYPE_CHECKING:
    from pathlib import Path


def test_an_image_is_read_just_large_enough(image_file: Path) -> None:
    assert read_thumbnail(image_file, QSize(96, 56)).size() == QSize(112, 56)


def test_a_small_image_stays_as_it_is(image_file: Path) -> None:
    assert read_thumbnail(image_file, QSize(800, 600)).size() == QSize(400, 200)


def test_what_is_no_image_is_null(tmp_path: Path) -> None:
    broken = tmp_path / "🌞.png"
    broken.write_bytes(b"not an image")
    assert read_thumbnail(broken, QSize(96, 56)).isNull()
    assert read_thumbnail(tmp_path / "absent.png", QSize(96, 56)).isNull()
    assert isinstance(read_thumbnail(tmp_path, QSize(96, 56)), QImage)

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from editor.ui.small_images import read_thumbnail

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


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


@pytest.mark.qt_log_ignore("Rejecting image|libpng")
@pytest.mark.parametrize(("width", "height"), [(50_000, 50_000), (2**31 - 1, 1), (1, 2**31 - 1)])
def test_an_image_that_would_fill_the_memory_is_null(width: int, height: int, tmp_path: Path) -> None:
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = zlib.compress(bytes(1_000_000))
    bomb = tmp_path / "bomb.png"
    bomb.write_bytes(
        b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", pixels) + _chunk(b"IEND", b"")
    )
    assert read_thumbnail(bomb, QSize(96, 56)).isNull()


def test_a_drawing_whose_entities_explode_is_null(tmp_path: Path) -> None:
    entities = "".join(f'<!ENTITY e{depth + 1} "{f"&e{depth};" * 10}">' for depth in range(8))
    bomb = tmp_path / "bomb.svg"
    bomb.write_text(
        f'<!DOCTYPE s [<!ENTITY e0 "aaaaaaaaaa">{entities}]><svg><text>&e8;</text></svg>', "utf-8"
    )
    assert read_thumbnail(bomb, QSize(96, 56)).isNull()

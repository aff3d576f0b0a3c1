"""Pictures made for tests: each corner tells where it belongs, and they hold what cameras write."""

from __future__ import annotations

import io
import struct
import zlib
from typing import Any, Final

from PIL import Image

SIZE: Final = (48, 32)
CORNERS: Final = ((220, 20, 20), (20, 180, 20), (20, 20, 220), (230, 220, 30))
"""Red, green, blue, yellow: the corners of the upright picture, row by row."""
LATITUDE: Final = b"GPSLatitude"
XMP: Final = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf exif:GPSLatitude="48,51.5N"/></x:xmpmeta>'

_TURNED_BACK: Final = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}
"""How an upright picture lies in a file whose orientation is the key."""


def drawing(size: tuple[int, int] = SIZE, mode: str = "RGB") -> Image.Image:
    """Answer a picture of four coloured quarters."""
    image = Image.new("RGB", size)
    half = size[0] // 2, size[1] // 2
    for number, colour in enumerate(CORNERS):
        image.paste(colour, (half[0] * (number % 2), half[1] * (number // 2), *size))
        if number % 2 == 0:
            image.paste(CORNERS[number + 1], (half[0], half[1] * (number // 2), *size))
    return image.convert(mode)


def corners(data: bytes) -> tuple[int, ...]:
    """Answer which colour stands in each corner of a picture, as it lies in the file."""
    with Image.open(io.BytesIO(data)) as image:
        seen = image.convert("RGB")
    right, bottom = seen.width - 3, seen.height - 3
    places = ((2, 2), (right, 2), (2, bottom), (right, bottom))
    return tuple(_nearest(seen.getpixel(place)) for place in places)


def _nearest(pixel: Any) -> int:
    return min(
        range(4), key=lambda number: sum(abs(a - b) for a, b in zip(pixel, CORNERS[number], strict=True))
    )


def exif(orientation: int = 1) -> bytes:
    """Answer EXIF of a camera that knows where it is, with its mark before it."""
    told = Image.Exif()
    told[0x0112] = orientation
    told[0x010F] = "Camera & Sons"
    told[0x0110] = "Model T"
    told.get_ifd(0x8769)[0xA431] = "SERIAL-1234"
    told.get_ifd(0x8825).update({1: "N", 2: (48.0, 51.0, 30.0), 3: "E", 4: (2.0, 17.0, 40.0)})
    return told.tobytes()


def photograph(
    kind: str, orientation: int = 1, *, size: tuple[int, int] = SIZE, mode: str = "RGB", **saving: Any
) -> bytes:
    """Answer a photograph that is seen upright by its orientation, with a place, a camera and a comment."""
    image, way = drawing(size, mode), _TURNED_BACK[orientation]
    turned = image if way is None else image.transpose(way)
    out = io.BytesIO()
    if kind == "jpeg":
        saving = {"quality": 95, "subsampling": 0, "comment": b"at home", "xmp": XMP, **saving}
    if kind == "webp":
        saving = {"lossless": True, "xmp": XMP, **saving}
    turned.save(out, kind.upper(), exif=exif(orientation), **saving)
    return out.getvalue()


def pixels(data: bytes) -> tuple[str, tuple[int, int], bytes]:
    """Answer what a picture's file unpacks to."""
    with Image.open(io.BytesIO(data)) as image:
        return image.mode, image.size, image.tobytes()


def png_chunk(kind: bytes, body: bytes) -> bytes:
    """Answer a chunk of a PNG file."""
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

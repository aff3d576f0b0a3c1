"""What a picture is: its format and size, and what it tells of its maker."""

from __future__ import annotations

import io
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Literal

from editor.picture import gif, jpeg, png, svg, webp
from editor.picture.exif import Told, read_told
from editor.picture.faults import BadPicture
from editor.picture.parted import Parted, without_mark

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PIL.Image import Image

Format = Literal["jpeg", "png", "webp", "gif", "avif", "tiff", "bmp", "svg"]

LARGEST_BYTES: Final = 256 << 20
LARGEST_PIXELS: Final = 120_000_000
"""Of a picture that is unpacked: 480 MB at most."""
SUFFIXES: Final[dict[Format, tuple[str, ...]]] = {
    "jpeg": (".jpg", ".jpeg"),
    "png": (".png", ".apng"),
    "webp": (".webp",),
    "gif": (".gif",),
    "avif": (".avif",),
    "tiff": (".tiff", ".tif"),
    "bmp": (".bmp",),
    "svg": (".svg",),
}
"""What the names of each format end in, the usual one first."""
_TIFF: Final = (b"II*\0", b"MM\0*")
_AVIF_BRANDS: Final = (b"avif", b"avis")
_SIDEWAYS: Final = range(5, 9)
"""Orientations by which width becomes height."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture's format, its width and height in pixels as it is seen upright, its size in bytes.

    An SVG that does not say how large it is has 0 and 0. has_metadata tells that there is anything beside the
    pixels that could be taken out, has_location and has_camera what of it tells of a place or a device.
    """

    format: Format
    width: int
    height: int
    size: int
    orientation: int = 1
    is_animated: bool = False
    has_metadata: bool = False
    has_location: bool = False
    has_camera: bool = False


def format_of(data: bytes) -> Format:
    """Answer the format of a picture by its first bytes.

    Raises BadPicture.
    """
    brands = data[8:12], *(data[place : place + 4] for place in range(16, min(len(data), 64), 4))
    if data.startswith(jpeg.SIGNATURE):
        return "jpeg"
    if data.startswith(png.SIGNATURE):
        return "png"
    if webp.is_webp(data):
        return "webp"
    if data.startswith(gif.SIGNATURES):
        return "gif"
    if data.startswith(_TIFF):
        return "tiff"
    if data.startswith(b"BM"):
        return "bmp"
    if data[4:8] == b"ftyp":
        if any(brand in _AVIF_BRANDS for brand in brands):
            return "avif"
        raise BadPicture("heic" if brands[0][:2] in (b"he", b"mi", b"ms") else "not-a-picture")
    if svg.is_svg(data):
        return "svg"
    raise BadPicture("not-a-picture")


def part(data: bytes) -> Parted:
    """Answer a picture's file without its metadata, and that.

    In AVIF and TIFF metadata cannot be taken out without making the file anew: it is clean with it.
    Raises BadPicture.
    """
    kind = format_of(data)
    if len(data) > LARGEST_BYTES:
        raise BadPicture("too-large")
    if kind == "svg":
        return svg.part_svg(data, part)
    ways: dict[Format, Callable[[bytes], Parted]] = {
        "jpeg": jpeg.part_jpeg,
        "png": png.part_png,
        "webp": webp.part_webp,
        "gif": gif.part_gif,
        "tiff": lambda tiff: Parted(tiff, tiff, ()),
        "avif": _part_avif,
    }
    return ways[kind](data) if kind in ways else Parted(data)


def read_picture(data: bytes) -> Picture:
    """Answer what a picture is, from its headers.

    Raises BadPicture.
    """
    return described(data, part(data))


def described(data: bytes, parts: Parted) -> Picture:
    """Answer what the picture of these bytes, whose parts are known, is.

    Raises BadPicture.
    """
    kind = format_of(data)
    if kind == "svg":
        width, height = svg.svg_size(data)
        told, is_animated = read_told(b"", parts.notes), False
    else:
        told = read_told(parts.exif, parts.notes)
        with opened(parts.clean) as image:
            width, height = image.size
            is_animated = bool(getattr(image, "is_animated", False)) and kind != "tiff"
    if kind == "tiff":  # its reader turns it by itself
        told = replace(told, orientation=1)
    if told.orientation in _SIDEWAYS:
        width, height = height, width
    has_metadata = parts.has_metadata and (kind != "tiff" or told != Told())
    return Picture(
        kind,
        width,
        height,
        len(data),
        told.orientation,
        is_animated=is_animated,
        has_metadata=has_metadata,
        has_location=told.has_location,
        has_camera=told.has_camera,
    )


@contextmanager
def opened(data: bytes) -> Iterator[Image]:
    """Open a picture of pixels for reading; what its reader raises within is a BadPicture."""
    from PIL import Image

    # Pillow would warn on its way; what is too large is refused before it is unpacked.
    Image.MAX_IMAGE_PIXELS = None
    name = format_of(data).upper()
    try:
        with Image.open(io.BytesIO(data), formats=(name,)) as image:
            yield image
    except BadPicture:
        raise
    except Exception as error:  # readers of damaged pictures raise whatever they stumble over
        raise BadPicture("damaged") from error


def _part_avif(data: bytes) -> Parted:
    with opened(data) as image:
        exif, xmp = image.info.get("exif", b""), image.info.get("xmp", b"")
    return Parted(data, without_mark(exif), (xmp,) if xmp else ())

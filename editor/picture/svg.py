"""SVG: its text without the elements that tell of its maker, and without what pictures within it tell."""

from __future__ import annotations

import base64
import binascii
import re
from typing import TYPE_CHECKING, Final

from editor.picture.faults import BadPicture
from editor.picture.parted import Parted

if TYPE_CHECKING:
    from collections.abc import Callable

_BEGINNING: Final = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*<(?:\?xml|!--|!DOCTYPE|(?:[\w-]+:)?svg\b)", re.IGNORECASE
)
_ROOT: Final = re.compile(rb"<(?:[\w-]+:)?svg\b[^<>]*>")
_METADATA: Final = re.compile(rb"<((?:[\w-]+:)?metadata)\b[^<>]*>")
_WITHIN: Final = re.compile(rb"(data:image/(?:jpeg|jpg|png|webp|gif);base64,)([A-Za-z0-9+/=\s]+)")
_LENGTH: Final = rb"""\s%s\s*=\s*["']\s*([0-9.]+)(?:px)?\s*["']"""
_VIEW: Final = re.compile(rb"""\sviewBox\s*=\s*["']\s*[-0-9.]+[\s,]+[-0-9.]+[\s,]+([0-9.]+)[\s,]+([0-9.]+)""")
_LOOKED_AT: Final = 4096


def is_svg(data: bytes) -> bool:
    """Whether data begins as an SVG file does."""
    beginning = data[:_LOOKED_AT]
    return _BEGINNING.match(beginning) is not None and b"svg" in beginning.lower()


def part_svg(data: bytes, part: Callable[[bytes], Parted]) -> Parted:
    """Answer the parts of an SVG file; part answers those of a picture within it."""
    shown, notes = _without_metadata(data)

    def cleaned(found: re.Match[bytes]) -> bytes:
        try:
            parts = part(base64.b64decode(found[2]))
        except (BadPicture, binascii.Error):
            return found[0]
        if not parts.has_metadata:
            return found[0]
        notes.extend((parts.exif, *parts.notes))
        return found[1] + base64.b64encode(parts.clean)

    return Parted(_WITHIN.sub(cleaned, shown), b"", tuple(filter(None, notes)))


def _without_metadata(data: bytes) -> tuple[bytes, list[bytes]]:
    """Answer data without its metadata elements, and those; one that is not closed stays."""
    kept, notes = [], []
    place = 0
    for opening in _METADATA.finditer(data):
        if opening.start() < place:
            continue
        end = opening.end()
        if not opening[0].endswith(b"/>"):
            closing = data.find(b"</" + opening[1], end)
            end = data.find(b">", closing) + 1 if closing >= 0 else 0
            if not end:
                break
        kept.append(data[place : opening.start()])
        notes.append(data[opening.start() : end])
        place = end
    return b"".join((*kept, data[place:])), notes


def svg_size(data: bytes) -> tuple[int, int]:
    """Answer width and height in pixels as the root element says them, 0 and 0 where it does not."""
    root = _ROOT.search(data)
    if root is None:
        return 0, 0
    told = [re.search(_LENGTH % name, root[0]) for name in (b"width", b"height")]
    view = _VIEW.search(root[0])
    lengths = [each[1] for each in told if each] if all(told) else list(view.groups()) if view else []
    try:
        width, height = (round(float(each)) for each in lengths)
    except (ValueError, OverflowError):
        return 0, 0
    return width, height

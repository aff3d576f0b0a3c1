"""PNG: its chunks (PNG specification, third edition), those kept that pixels, colours and animation need."""

from __future__ import annotations

from typing import Final

from editor.picture.faults import BadPicture
from editor.picture.parted import Parted, without_mark

SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
_KEPT: Final = frozenset(
    b"IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD hIST pHYs acTL fcTL fdAT".split()
)
_FRAME: Final = 12
"""Bytes of a chunk around its data: length, type, checksum."""


def part_png(data: bytes) -> Parted:
    """Answer the parts of a PNG file.

    Raises BadPicture.
    """
    kept, exif, notes = [SIGNATURE], b"", []
    place = len(SIGNATURE)
    kind = b""
    while kind != b"IEND":
        end = place + int.from_bytes(data[place : place + 4]) + _FRAME
        if end > len(data) or place + _FRAME > len(data):
            raise BadPicture("truncated")
        kind = data[place + 4 : place + 8]
        if kind in _KEPT or kind[:1].isupper():  # a critical one, if ever there is another
            kept.append(data[place:end])
        elif kind == b"eXIf":
            exif = without_mark(data[place + 8 : end - 4])
        else:
            notes.append(data[place + 8 : end - 4])
        place = end
    if data[place:].strip(b"\0"):
        notes.append(data[place:])
    return Parted(b"".join(kept), exif, tuple(notes))

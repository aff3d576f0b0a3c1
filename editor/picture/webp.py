"""WebP: the chunks of its container (RFC 9649), those kept that pixels, colours and animation need."""

from __future__ import annotations

from typing import Final

from editor.picture.faults import BadPicture
from editor.picture.parted import Parted, without_mark

_KEPT: Final = frozenset({b"VP8X", b"VP8 ", b"VP8L", b"ALPH", b"ICCP", b"ANIM", b"ANMF"})
_HEADER: Final = 12
_METADATA_FLAGS: Final = 0b1100
"""In the first byte of VP8X: that EXIF, that XMP follows."""


def is_webp(data: bytes) -> bool:
    """Whether data begins as a WebP file does."""
    return data[:4] == b"RIFF" and data[8:_HEADER] == b"WEBP"


def part_webp(data: bytes) -> Parted:
    """Answer the parts of a WebP file.

    Raises BadPicture.
    """
    told_end = 8 + int.from_bytes(data[4:8], "little")
    if told_end > len(data) + 1:  # some leave out the last byte, which only makes the size even
        raise BadPicture("truncated")
    kept, exif, notes = [], b"", []
    place = _HEADER
    while place + 8 <= min(told_end, len(data)):
        kind, size = data[place : place + 4], int.from_bytes(data[place + 4 : place + 8], "little")
        body = data[place + 8 : place + 8 + size]
        if len(body) < size:
            raise BadPicture("truncated")
        if kind in _KEPT:
            kept.append(_chunk(kind, body))
        elif kind == b"EXIF":
            exif = without_mark(body)
        else:
            notes.append(body)
        place += 8 + size + size % 2
    if data[place:].strip(b"\0"):
        notes.append(data[place:])
    chunks = b"".join(kept)
    return Parted(b"RIFF" + (len(chunks) + 4).to_bytes(4, "little") + b"WEBP" + chunks, exif, tuple(notes))


def _chunk(kind: bytes, body: bytes) -> bytes:
    if kind == b"VP8X" and body:
        body = bytes((body[0] & ~_METADATA_FLAGS,)) + body[1:]
    return kind + len(body).to_bytes(4, "little") + body + b"\0" * (len(body) % 2)

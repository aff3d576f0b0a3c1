"""GIF: its blocks (GIF89a), all kept but comments and what applications wrote for themselves."""

from __future__ import annotations

from typing import Final

from editor.picture.faults import BadPicture
from editor.picture.parted import Parted

SIGNATURES: Final = (b"GIF87a", b"GIF89a")
_SCREEN: Final = 13
"""Bytes of header and logical screen descriptor."""
_IMAGE: Final = 0x2C
_EXTENSION: Final = 0x21
_TRAILER: Final = 0x3B
_COMMENT: Final = 0xFE
_APPLICATION: Final = 0xFF
_KEPT: Final = (b"NETSCAPE2.0", b"ANIMEXTS1.0", b"ICCRGBG1012")
"""Applications whose blocks say how often it is played, and in which colours."""


def part_gif(data: bytes) -> Parted:
    """Answer the parts of a GIF file.

    Raises BadPicture.
    """
    place = _SCREEN + _table_size(_byte(data, 10))
    kept, notes = [data[:place]], []
    while (kind := _byte(data, place)) != _TRAILER:
        end = _block_end(data, place, kind)
        if _is_note(data, place):
            notes.append(data[place:end])
        else:
            kept.append(data[place:end])
        place = end
    kept.append(bytes((_TRAILER,)))
    if data[place + 1 :].strip(b"\0"):
        notes.append(data[place + 1 :])
    return Parted(b"".join(kept), b"", tuple(notes))


def _is_note(data: bytes, place: int) -> bool:
    label = data[place : place + 2]
    if label == bytes((_EXTENSION, _APPLICATION)):
        return data[place + 3 : place + 14] not in _KEPT
    return label == bytes((_EXTENSION, _COMMENT))


def _block_end(data: bytes, place: int, kind: int) -> int:
    if kind == _IMAGE:
        place += 11 + _table_size(_byte(data, place + 9))
    elif kind == _EXTENSION:
        place += 2
    else:
        raise BadPicture("damaged")
    while size := _byte(data, place):
        place += 1 + size
    return place + 1


def _table_size(flags: int) -> int:
    """Answer the bytes of the table of colours that flags announce."""
    return 3 << (flags & 7) + 1 if flags & 0x80 else 0


def _byte(data: bytes, place: int) -> int:
    if place >= len(data):
        raise BadPicture("truncated")
    return data[place]

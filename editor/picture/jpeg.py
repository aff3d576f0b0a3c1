"""JPEG: its segments (ITU-T T.81, annex B), those kept that decoding and colour need."""

from __future__ import annotations

import re
from typing import Final

from editor.picture.faults import BadPicture
from editor.picture.parted import EXIF_MARK, Parted, without_mark

SIGNATURE: Final = b"\xff\xd8\xff"
_START: Final = b"\xff\xd8"
_END: Final = 0xD9
_SCAN: Final = 0xDA
_MOST_SCANS: Final = 100
"""A progressive picture has a dozen; each costs a passage over all of it."""
_STANDALONE: Final = frozenset({0x01, *range(0xD0, 0xD8)})
"""Markers without a length: TEM and the restart markers."""
_APPLICATION: Final = range(0xE0, 0xF0)
_COMMENT: Final = 0xFE
_AFTER_SCAN: Final = re.compile(rb"\xff[^\x00\xff\xd0-\xd7]")
_JFIF: Final = b"JFIF\0"
_JFIF_SIZE: Final = 12
"""Of JFIF's header as far as its thumbnail's width and height."""
_KEPT: Final = {0xE2: b"ICC_PROFILE\0", 0xEE: b"Adobe"}
"""Application segments that decide on colours, by marker and beginning."""


def part_jpeg(data: bytes) -> Parted:
    """Answer the parts of a JPEG file.

    What follows the end of the picture (previews, depth maps, the film of a moving photograph) is a note.
    Raises BadPicture.
    """
    kept, exif, notes = [_START], b"", []
    place, scans = len(_START), 0
    while True:
        marker, place = _marker(data, place)
        if marker == _END:
            kept.append(b"\xff\xd9")
            break
        if marker in _STANDALONE:
            kept.append(bytes((0xFF, marker)))
            continue
        body, place = _body(data, place)
        shown = _shown(marker, body)
        if shown is not None:
            kept.append(b"\xff" + bytes((marker,)) + (len(shown) + 2).to_bytes(2) + shown)
        if shown != body:
            if body.startswith(EXIF_MARK) and not exif:
                exif = without_mark(body)
            else:
                notes.append(body)
        if marker == _SCAN:
            scans += 1
            if scans > _MOST_SCANS:
                raise BadPicture("damaged")
            end = _scan_end(data, place)
            kept.append(data[place:end])
            place = end
    if data[place:].strip(b"\0"):
        notes.append(data[place:])
    return Parted(b"".join(kept), exif, tuple(notes))


def _marker(data: bytes, place: int) -> tuple[int, int]:
    """Answer the marker at or behind place, and where it ends; decoders pass over what is between."""
    start = data.find(b"\xff", place)
    while start >= 0 and data[start + 1 : start + 2] in (b"\xff", b"\0"):
        start = data.find(b"\xff", start + 1)
    if start < 0 or start + 1 >= len(data):
        raise BadPicture("truncated")
    return data[start + 1], start + 2


def _body(data: bytes, place: int) -> tuple[bytes, int]:
    length = int.from_bytes(data[place : place + 2])
    end = place + length
    if max(place + 2, end) > len(data):
        raise BadPicture("truncated")
    if length < 2:
        raise BadPicture("damaged")
    return data[place + 2 : end], end


def _shown(marker: int, body: bytes) -> bytes | None:
    """Answer what of a segment the picture needs, None for nothing."""
    if marker == _APPLICATION[0] and body.startswith(_JFIF):
        return body[:_JFIF_SIZE] + b"\0\0"
    if marker in _APPLICATION:
        return body if marker in _KEPT and body.startswith(_KEPT[marker]) else None
    return None if marker == _COMMENT else body


def _scan_end(data: bytes, place: int) -> int:
    found = _AFTER_SCAN.search(data, place)
    if found is None:
        raise BadPicture("truncated")
    return found.start()

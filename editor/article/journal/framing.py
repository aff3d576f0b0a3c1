"""Entries one after the other in a file, each with its length and checksum: a torn end is seen."""

from __future__ import annotations

import zlib
from struct import Struct
from typing import Final, Literal

_NAME: Final = b"article-editor journal "
VERSION: Final = 1
OPENING: Final = _NAME + b"%d\n" % VERSION
"""What a journal's file begins with."""
_FRAME: Final = Struct("<II")


class NotAJournal(Exception):  # noqa: N818 - named for what the writer has before them
    """The bytes are not a journal that this program can read."""

    def __init__(self, reason: Literal["newer", "damaged"]) -> None:
        super().__init__(reason)
        self.reason = reason


def framed(number: int, entry: bytes) -> bytes:
    """Answer the bytes of the entry that is the number-th (from 0) in its file."""
    return _FRAME.pack(len(entry), _checksum(number, entry)) + entry


def entries(data: bytes) -> tuple[list[bytes], bool]:
    """Answer the entries that a file's data begins with, and whether nothing else follows them.

    Raises NotAJournal where data is no journal, or one of a newer program.
    """
    if not data.startswith(OPENING):
        line = data[: data.find(b"\n") + 1]
        version = line.removeprefix(_NAME).strip()
        is_newer = line.startswith(_NAME) and version.isdigit() and int(version[:9]) > VERSION
        raise NotAJournal("newer" if is_newer else "damaged")
    found: list[bytes] = []
    start = len(OPENING)
    while start + _FRAME.size <= len(data):
        length, checksum = _FRAME.unpack_from(data, start)
        end = start + _FRAME.size + length
        entry = data[start + _FRAME.size : end]
        if end > len(data) or _checksum(len(found), entry) != checksum:
            break
        found.append(entry)
        start = end
    return found, start == len(data)


def _checksum(number: int, entry: bytes) -> int:
    # With its length and place: a stretch of zeros is no entry, nor is one that stands elsewhere.
    return zlib.crc32(entry, zlib.crc32(_FRAME.pack(len(entry), number % 2**32)))

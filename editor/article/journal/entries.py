"""What a journal says, entry by entry, and its bytes."""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass
from pathlib import Path
from struct import Struct, error
from typing import Final, TypeAlias

_SUBJECT, _TEXTS, _SPLICE, _UNFINISHED = b"A", b"T", b"S", b"U"
_PLACE: Final = Struct("<BQQQ")
_LENGTH: Final = Struct("<Q")
_IN_BODY, _GLUED = 1, 2
LARGEST_TEXT: Final = 256 * 1024 * 1024
"""Bytes; packed text that unfolds to more was not written by this program."""


class DamagedEntry(Exception):  # noqa: N818 - named for what was found
    """The bytes are no entry of a journal."""


@dataclass(frozen=True, slots=True)
class Subject:
    """Whose text a journal keeps: the article's file, and a hash (SHA-256) of what it held when it was read.

    A new article has neither.
    """

    path: Path | None
    file_hash: str


@dataclass(frozen=True, slots=True)
class Texts:
    """The text of an article's two documents, lines ended by a line feed."""

    head: str
    body: str
    is_glued: bool = False
    """Whether the body begins on the line of the closing fence."""

    @property
    def joined(self) -> str:
        """The file's text: a fence that lost its line end gets one."""
        parted = bool(self.head and self.body) and not self.head.endswith("\n") and not self.is_glued
        return f"{self.head}\n{self.body}" if parted else self.head + self.body


@dataclass(frozen=True, slots=True)
class Splice:
    """A change of one document: removed UTF-16 code units at a position (Qt's) became the inserted text.

    length is the document's after it: a change that was missed shows.
    """

    is_in_body: bool
    position: int
    removed: int
    inserted: str
    length: int
    is_glued: bool = False


@dataclass(frozen=True, slots=True)
class Unfinished:
    """What stands in a field of the form and may not be in the text: half a date, YAML with an error."""

    field: str
    text: str


Entry: TypeAlias = Subject | Texts | Splice | Unfinished


def packed(entry: Entry) -> bytes:
    """Answer the bytes of an entry."""
    if isinstance(entry, Subject):
        path = None if entry.path is None else str(entry.path)
        # Pure ASCII: a name that is no Unicode has lone surrogates in it.
        return _SUBJECT + json.dumps({"path": path, "hash": entry.file_hash}).encode("ascii")
    if isinstance(entry, Texts):
        head, body = _bytes(entry.head), _bytes(entry.body)
        raw = bytes([entry.is_glued]) + _LENGTH.pack(len(head)) + head + body
        return _TEXTS + zlib.compress(raw, 1)
    if isinstance(entry, Unfinished):
        return _UNFINISHED + json.dumps([entry.field, entry.text]).encode("ascii")
    flags = _IN_BODY * entry.is_in_body | _GLUED * entry.is_glued
    place = _PLACE.pack(flags, entry.position, entry.removed, entry.length)
    return _SPLICE + place + _bytes(entry.inserted)


def unpacked(data: bytes) -> Entry:
    """Answer the entry of data.

    Raises DamagedEntry.
    """
    kind, rest = data[:1], data[1:]
    try:
        if kind == _SUBJECT:
            return _subject(json.loads(rest))
        if kind == _TEXTS:
            return _texts(rest)
        if kind == _UNFINISHED:
            return _unfinished(json.loads(rest))
        if kind == _SPLICE:
            return _splice(rest)
    except (ValueError, error, zlib.error) as cause:
        raise DamagedEntry from cause
    raise DamagedEntry


def _subject(data: object) -> Subject:
    match data:
        case {"path": None, "hash": str() as file_hash}:
            return Subject(None, file_hash)
        case {"path": str() as path, "hash": str() as file_hash} if "\0" not in path:
            return Subject(Path(path), file_hash)
    raise DamagedEntry


def _unfinished(data: object) -> Unfinished:
    match data:
        case [str() as field, str() as text]:
            return Unfinished(field, text)
    raise DamagedEntry


def _texts(data: bytes) -> Texts:
    unfolding = zlib.decompressobj()
    raw = unfolding.decompress(data, LARGEST_TEXT)
    if not unfolding.eof:
        raise DamagedEntry
    start = 1 + _LENGTH.size
    (length,) = _LENGTH.unpack_from(raw, 1)
    if start + length > len(raw):
        raise DamagedEntry
    return Texts(_text(raw[start : start + length]), _text(raw[start + length :]), is_glued=bool(raw[0]))


def _splice(data: bytes) -> Splice:
    flags, position, removed, length = _PLACE.unpack_from(data)
    inserted = _text(data[_PLACE.size :])
    return Splice(bool(flags & _IN_BODY), position, removed, inserted, length, bool(flags & _GLUED))


def _bytes(text: str) -> bytes:
    # Half of a surrogate pair, which an edit can leave for a moment, is kept as it is.
    return text.encode("utf-8", "surrogatepass")


def _text(data: bytes) -> str:
    return data.decode("utf-8", "surrogatepass")

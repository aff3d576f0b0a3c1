"""What programs that were cut off have left: each article's last text, beside what its file holds now."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from editor.article.files import FileError, read_file
from editor.article.journal.framing import NotAJournal
from editor.article.journal.journal import drop
from editor.article.journal.reading import Kept, read_journal
from editor.article.source import NotText, decode

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from editor.article.journal.claims import Claim

LARGEST: Final = 256 * 1024 * 1024
"""Bytes of a journal; this program writes none that is larger."""


@dataclass(frozen=True, slots=True)
class Rescue:
    """One journal that a program left, and the state of the file that its text is of."""

    place: Path
    """The journal's file."""
    time: float
    """When it was written last, in seconds since 1970."""
    kept: Kept
    file_text: str | None
    """What the article's file holds now, lines ended by a line feed; None where no text can be read there."""
    has_changed: bool
    """Whether the file holds something else by now than when the writer began to change it."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A journal that cannot be read, and why: it is left where it is."""

    place: Path
    time: float
    error: FileError | NotAJournal


def rescues(claims: Iterable[Claim]) -> tuple[Rescue | Unreadable, ...]:
    """Answer what the journals of claims hold that is not in the articles' files, the oldest first.

    A journal that says no more than its file is taken away, if every byte of it could be read.
    """
    found = [_rescue(place) for claim in claims for place in claim.journals()]
    return tuple(sorted((it for it in found if it is not None), key=lambda it: it.time))


def _rescue(place: Path) -> Rescue | Unreadable | None:
    time = 0.0
    with suppress(OSError):
        time = place.stat().st_mtime
    try:
        kept = read_journal(_read(place))
    except (FileError, NotAJournal) as error:
        return Unreadable(place, time, error)
    path = kept.subject.path
    data = _data(path)
    text = _text(data)
    is_in_file = kept.texts.joined == ("" if path is None else text)
    if is_in_file and kept.is_whole and not kept.unfinished:
        drop(place)
        return None
    has_changed = path is not None and (
        data is None or hashlib.sha256(data).hexdigest() != kept.subject.file_hash
    )
    return Rescue(place, time, kept, text, has_changed)


def _read(place: Path) -> bytes:
    with suppress(OSError):
        if place.stat().st_size > LARGEST:
            raise NotAJournal("damaged")
    return read_file(place)


def _data(path: Path | None) -> bytes | None:
    if path is None:
        return None
    try:
        return read_file(path)
    except FileError:
        return None


def _text(data: bytes | None) -> str | None:
    if data is None:
        return None
    try:
        return decode(data).text
    except NotText:
        return None

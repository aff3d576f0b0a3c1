"""One article's journal: the file is there while the text holds changes that its article's file does not."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from editor.article.files import FileError, add_to_file, make_private_folder, read_file, write_file
from editor.article.journal.draft import Draft
from editor.article.journal.entries import Splice, Subject, Texts, Unfinished, packed
from editor.article.journal.framing import OPENING, framed

if TYPE_CHECKING:
    from pathlib import Path

LONGEST: Final = 1_000_000
"""Bytes of changes after which a journal is begun anew with the text as it stands."""


@dataclass(frozen=True, slots=True)
class Original:
    """An article's file and the bytes that were read from it or written to it last; a new one has neither."""

    path: Path | None
    data: bytes | None

    def subject(self) -> Subject:
        """Answer it as a journal names it."""
        return Subject(self.path, hashlib.sha256(self.data).hexdigest() if self.data is not None else "")


class Journal:
    """Takes every change of an article, and writes those that are not on the disk yet when it is asked to."""

    def __init__(self, original: Original, texts: Texts) -> None:
        """Follow an article whose file holds texts; a journal's file is made when they change."""
        self._original = original
        self._draft = Draft(texts)
        self._base: bytes | None = None
        self._unfinished: dict[str, Unfinished] = {}
        self._waiting: list[Splice | Unfinished] = []
        self._count = 0
        self._size = 0
        self._must_begin = True

    @property
    def is_needed(self) -> bool:
        """Whether the text holds changes that the article's file does not."""
        return self._base is not None

    def take(self, splice: Splice) -> None:
        """Take one change.

        Raises draft.OutOfStep where it does not fit the text: it must then be told as a whole.
        """
        if self._draft.is_changed_by(splice):
            self._need()
            self._draft.apply(splice)
            self._waiting.append(splice)

    def note(self, unfinished: Unfinished) -> None:
        """Take what stands in a field of the form."""
        self._need()
        self._unfinished[unfinished.field] = unfinished
        self._waiting.append(unfinished)

    def retell(self, texts: Texts) -> None:
        """Take the text as a whole."""
        self._need()
        self._draft = Draft(texts)
        self._must_begin = True

    def settle(self, original: Original) -> None:
        """Take note that the article's file holds the text as it stands."""
        self._original = original
        self._base = None
        self._unfinished = {}
        self._must_begin = True

    def rest_on(self, original: Original, base: Texts) -> None:
        """Take note that the changed text rests on another version of the file by now."""
        self._original = original
        if self._base is not None:
            self._base = packed(base)
            self._must_begin = True

    def write(self, place: Path) -> None:
        """Make durable at place what was taken, or take the file there away where it is not needed.

        Raises files.FileError; the next call then writes everything anew.
        """
        waiting, self._waiting = self._waiting, []
        if self._base is None:
            drop(place)
        elif self._must_begin or self._size > LONGEST:
            self._begin(place, self._base)
        else:
            self._add(place, waiting, self._base)

    def _need(self) -> None:
        if self._base is None:
            self._base = packed(self._draft.texts())

    def _begin(self, place: Path, base: bytes) -> None:
        self._must_begin = True
        told = [packed(self._original.subject()), base]
        text = packed(self._draft.texts())
        told += [text] if text != base else []
        told += map(packed, self._unfinished.values())
        data = OPENING + b"".join(framed(number, entry) for number, entry in enumerate(told))
        make_private_folder(place.parent)
        old = read_file(place) if place.exists() else None
        write_file(place, data, old, is_private=True)
        self._count, self._size, self._must_begin = len(told), 0, False

    def _add(self, place: Path, changes: list[Splice | Unfinished], base: bytes) -> None:
        data = b"".join(framed(self._count + i, packed(change)) for i, change in enumerate(changes))
        try:
            add_to_file(place, data)
        except FileError:  # the disk is full, or the file was taken away
            self._begin(place, base)
        else:
            self._count += len(changes)
            self._size += len(data)


def drop(place: Path) -> None:
    """Take a journal's file away; one that cannot be is found at the next start, and says nothing new."""
    with suppress(OSError):
        place.unlink()

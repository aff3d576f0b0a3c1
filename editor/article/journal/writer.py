"""The one writer of journals: takes what happens to articles at once, and makes it durable a little later."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

from editor.article.files import FileError
from editor.article.journal.claims import SUFFIX, Claim, claim_new
from editor.article.journal.draft import OutOfStep
from editor.article.journal.entries import Splice, Texts, Unfinished
from editor.article.journal.journal import Journal, Original, drop

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

GATHERING: Final = 0.2
"""Seconds in which changes are gathered before they are written; with the disk's own time less than one."""


@dataclass(frozen=True, slots=True)
class Opened:
    """An article was opened or begun: its file, and the text in its documents."""

    original: Original
    texts: Texts


@dataclass(frozen=True, slots=True)
class Settled:
    """The article's file holds its text by now: it was saved, or every change was undone."""

    original: Original


@dataclass(frozen=True, slots=True)
class Rested:
    """The changed text rests on another version of the file by now."""

    original: Original
    base: Texts


@dataclass(frozen=True, slots=True)
class Closed:
    """The article was closed: its text is in its file, or the writer gave it up."""


Event: TypeAlias = Opened | Splice | Texts | Unfinished | Settled | Rested | Closed
"""What happens to an article; a Splice or the whole Texts change its text."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of writing: the articles, by number, whose text must be told as a whole, and what failed."""

    out_of_step: frozenset[int]
    error: FileError | None


class JournalWriter:
    """Keeps a journal for each article. put may be called in any thread; work runs in one at a time."""

    def __init__(self, root: Path) -> None:
        """Keep journals in a folder of root, which is claimed when it is needed."""
        self._root = root
        self._claim: Claim | None = None
        self._journals: dict[int, Journal] = {}
        self._out_of_step: set[int] = set()
        self._untold: set[int] = set()
        self._unwritten: set[int] = set()
        self._events: list[tuple[int, Event]] = []
        self._is_working = False
        self._changed = threading.Condition()
        self._hurry = threading.Event()

    def put(self, number: int, event: Event) -> bool:
        """Take note of what happened to the article called number; answer whether somebody must call work.

        It costs the same whatever the text is long.
        """
        with self._changed:
            self._events.append((number, event))
            return self._must_start()

    def try_again(self) -> bool:
        """Have what could not be written tried again; answer whether somebody must call work."""
        with self._changed:
            return self._must_start()

    def work(self, tell: Callable[[Outcome], None]) -> None:
        """Write what was put until nothing is left; tell in this thread what came of each round."""
        is_finished = False
        try:
            while not is_finished:
                self._hurry.wait(GATHERING)
                with self._changed:
                    events, self._events = self._events, []
                tell(self._written(events))
                is_finished = self._stops_without_events()
        except BaseException:
            # Events went with it: nobody knows how much of them was taken.
            self._untold |= self._journals.keys()
            self._out_of_step |= self._untold
            self._stop()
            raise

    def flush(self, seconds: float) -> bool:
        """Have all that was put written now; wait so long at most, and answer whether it is durable."""
        self._hurry.set()
        try:
            with self._changed:
                is_done = self._changed.wait_for(lambda: not self._is_working, seconds)
        finally:
            self._hurry.clear()
        return is_done and not self._unwritten and not self._out_of_step

    def close(self) -> None:
        """Let go of the journals; those that are still there are found at the next start."""
        if self._claim is not None:
            self._claim.release()
            self._claim = None

    def _must_start(self) -> bool:
        must_start, self._is_working = not self._is_working, True
        return must_start

    def _stops_without_events(self) -> bool:
        with self._changed:
            if not self._events:
                self._stop()
            return not self._is_working

    def _stop(self) -> None:
        with self._changed:
            self._is_working = False
            self._changed.notify_all()

    def _written(self, events: list[tuple[int, Event]]) -> Outcome:
        missed, self._untold = self._untold, set()
        missed.update(number for number, event in events if not self._takes(number, event))
        error = None
        touched = self._unwritten.union(number for number, _ in events) - self._out_of_step
        self._unwritten = set()
        for number in sorted(touched & self._journals.keys()):
            try:
                self._write(number)
            except FileError as found:
                error = found
                self._unwritten.add(number)
        return Outcome(frozenset(missed), error)

    def _write(self, number: int) -> None:
        journal = self._journals[number]
        if self._claim is None and journal.is_needed:
            self._claim = claim_new(self._root)
        if self._claim is not None:
            journal.write(self._place(self._claim, number))

    def _place(self, claim: Claim, number: int) -> Path:
        return claim.folder / f"{number}{SUFFIX}"

    def _takes(self, number: int, event: Event) -> bool:
        """Take an event; answer whether the article's text is still known."""
        if isinstance(event, Opened):
            self._journals[number] = Journal(event.original, event.texts)
        elif number in self._journals:  # else it was closed, and what comes after that is nobody's
            try:
                self._tell(number, event)
            except OutOfStep:
                self._out_of_step.add(number)
                return False
        return True

    def _tell(self, number: int, event: Splice | Texts | Unfinished | Settled | Rested | Closed) -> None:
        journal = self._journals[number]
        match event:
            case Splice():
                if number not in self._out_of_step:  # else it is being told as a whole
                    journal.take(event)
            case Texts():
                self._out_of_step.discard(number)
                journal.retell(event)
            case Unfinished():
                journal.note(event)
            case Settled():
                journal.settle(event.original)
            case Rested():
                journal.rest_on(event.original, event.base)
            case _:
                self._out_of_step.discard(number)
                del self._journals[number]
                if self._claim is not None:
                    drop(self._place(self._claim, number))

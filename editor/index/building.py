"""Making the index true to the disk: what changed is found by its stamps, and read again."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Final

from editor.blog.article_files import articles_of, own_articles_of, subfolders_of
from editor.blog.collection import is_in, paths_of
from editor.index.reader import read_apart
from editor.index.reading import read_article, stamp_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from editor.blog.collection import ArticleSummary, Content
    from editor.index.database import Index
    from editor.index.reading import Reading, Stamp

_MOST_HERE: Final = 200
"""Articles that are read in this process; more of them in one of their own, which does not hold this up."""
_BATCH: Final = 50
"""Articles that are written together: a search waits for them."""
_BREATH: Final = 0.001
"""Seconds; between pieces of work the window gets its turn."""
_PIECE, _FEW = 100, 5
"""Files that are looked at between two breaths, and that are read."""


@dataclass(frozen=True, slots=True)
class Progress:
    """What came in, of so many articles that are to be read: those read by now, and those that are gone."""

    summaries: tuple[ArticleSummary, ...] = ()
    gone: tuple[Path, ...] = ()
    done: int = 0
    total: int = 0


@dataclass(slots=True)
class Work:
    """One piece of work on an index: tell hears of its progress; set stop, and it ends at once."""

    index: Index
    content: Content
    tell: Callable[[Progress], None]
    stop: Event = field(default_factory=Event)

    def check(self) -> bool:
        """Compare all articles of the blog with the index, read what changed; whether it came to an end."""
        known = self.index.stamps()
        found = dict(self._look(paths_of(self.content)))
        gone = [path for path in known if path not in found]
        newest_first = sorted(found, key=lambda path: -found[path][0])
        changed = [path for path in newest_first if known.get(path) != found[path]]
        return not self.stop.is_set() and self._take(changed, gone)

    def look_at(self, paths: Sequence[Path]) -> bool:
        """Compare some articles with the index, and read what changed; whether it came to an end."""
        known = self.index.stamps()
        found = dict(self._look(paths))
        gone = [str(path) for path in paths if str(path) in known and str(path) not in found]
        changed = [path for path, stamp in found.items() if known.get(path) != stamp]
        # What was not looked at any more is not gone.
        return not self.stop.is_set() and self._take(changed, gone)

    def look_in(self, folders: Sequence[Path]) -> bool:
        """Compare what lies in folders with the index, and in folders new in them; whether it ended."""
        by_folder: dict[Path, list[Path]] = {}
        for path in map(Path, self.index.stamps()):
            by_folder.setdefault(path.parent, []).append(path)
        paths: list[Path] = []
        for folder in folders:
            paths += (*by_folder.get(folder, ()), *own_articles_of(folder))
            below = [other for other in by_folder if folder in other.parents]
            for other in below:
                paths += () if other.is_dir() else by_folder[other]
            known = {*below, *(parent for other in below for parent in other.parents)}
            for new in subfolders_of(folder):
                paths += () if new in known else articles_of(new)
        return self.look_at(tuple(path for path in dict.fromkeys(paths) if is_in(self.content, path)))

    def _look(self, paths: Iterable[Path]) -> Iterator[tuple[str, Stamp]]:
        for number, path in enumerate(paths):
            if number % _PIECE == _PIECE - 1:
                time.sleep(_BREATH)
            if self.stop.is_set():
                return
            stamp = stamp_of(path)
            if stamp is not None:
                yield str(path), stamp

    def _take(self, changed: Sequence[str], gone: Sequence[str]) -> bool:
        if gone:
            self.index.remove(gone)
        self.tell(Progress(gone=tuple(map(Path, gone)), total=len(changed)))
        batch: list[Reading] = []
        done = 0
        for reading in self._read(changed):
            batch.append(reading)
            if len(batch) == _BATCH:
                done += self._put(batch, done, len(changed))
                batch = []
        self._put(batch, done, len(changed))
        return not self.stop.is_set()

    def _put(self, batch: list[Reading], done: int, total: int) -> int:
        if batch:
            self.index.put(batch)
            summaries = tuple(reading.summary for reading in batch)
            self.tell(Progress(summaries, (), done + len(batch), total))
        return len(batch)

    def _read(self, paths: Sequence[str]) -> Iterator[Reading]:
        """Answer the articles that are there; what a process of its own does not come to is read here."""
        rest = iter(paths)
        if len(paths) > _MOST_HERE:
            for reading in read_apart(paths, self.content, self.stop):
                next(rest)
                if reading is not None:
                    yield reading
        for number, path in enumerate(rest):
            if self.stop.is_set():
                return
            reading = read_article(Path(path), self.content)
            if reading is not None:
                yield reading
            if number % _FEW == _FEW - 1:
                time.sleep(_BREATH)

"""The index of whole blogs, on a display: `xvfb-run python -m tests.benchmarks.index [ARTICLES…]`.

Makes blogs of 100, 1,000 and 10,000 articles of about 10 kB, and starts the real program on each: the seconds
of a first reading; how long a key waits before and during it, typed every so often (milliseconds, 95th
percentile and longest); the seconds until the list is there at a later start; how long a search takes
(milliseconds, median and 95th percentile over words, beginnings, phrases and several words); the size of the
database. Below each row how much more that is than in the row above, and the goals for 10,000.
"""

from __future__ import annotations

import gc
import random
import statistics
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from editor.app import Program
from editor.blog.blog import find_blog
from editor.blog.collection import content_of, summarise
from editor.index.database import Index, place_of_index
from editor.paths import profile_paths
from editor.ui.blog_index import PAGE
from editor.ui.preview.engine import prepare_engine
from tests.benchmarks.blogs import COLLECTION, SIZES, make_blog

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

_GOALS: Final = "goal    first < 20 s   list < 0.5 s   search < 50 ms"
_KEY_PAUSE_MS: Final = 60
"""Between two keys of the writer."""
_BEGINNING, _QUIET = 4.0, 6.0
"""Seconds until all of the program is there, and in which nothing is read."""
_SEARCHES: Final = 200
_ALL: Final = 20


@dataclass(slots=True)
class Figures:
    """What was measured of one blog."""

    first: float = 0.0
    quiet: list[float] = field(default_factory=list)
    waits: list[float] = field(default_factory=list)
    later: float = 0.0
    searches: list[float] = field(default_factory=list)
    megabytes: float = 0.0


def main(sizes: tuple[int, ...]) -> None:
    """Measure blogs of these sizes and print a table."""
    prepare_engine("software")
    application = QApplication(sys.argv[:1])
    application.setStyle("Fusion")
    gc.freeze()  # as the program does
    before: Figures | None = None
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            figures = _measured(application, Path(folder), size)
        sys.stdout.write(_row(f"{size:<7}", figures))
        if before is not None:
            growth = (figures.first / before.first, figures.later / before.later)
            searches = _last(figures.searches) / _last(before.searches)
            sys.stdout.write(
                f"growth  first x{growth[0]:.1f}   list x{growth[1]:.1f}   search x{searches:.1f}"
                f"   database x{figures.megabytes / before.megabytes:.1f}\n"
            )
        sys.stdout.flush()
        before = figures
    sys.stdout.write(f"{_GOALS}\n")


def _row(name: str, figures: Figures) -> str:
    quiet, busy = (f"{_last(it):.0f} / {max(it):.0f}" for it in (figures.quiet, figures.waits))
    return (
        f"{name} first {figures.first:.2f} s;   a key before {quiet}, meanwhile {busy} ms;   "
        f"list {figures.later:.2f} s;   "
        f"search {statistics.median(figures.searches):.1f} / {_last(figures.searches):.1f} ms;   "
        f"{figures.megabytes:.0f} MB\n"
    )


def _last(milliseconds: list[float]) -> float:
    return sorted(milliseconds)[len(milliseconds) * (_ALL - 1) // _ALL]


def _measured(application: QApplication, folder: Path, size: int) -> Figures:
    blog, figures = folder / "blog", Figures()
    articles = make_blog(blog, size)
    paths = profile_paths(folder / "profile")
    program = Program(application, paths)
    article = folder / "elsewhere.md"
    article.write_text("Un texte.\n", "utf-8")
    program.open([article])
    _pass(_BEGINNING)
    typist = _Typist(program, figures.quiet)
    _pass(_QUIET)
    typist.waits = figures.waits
    figures.first = _seconds_until_read(program, blog, size)
    typist.stop()
    _close(program)
    program = Program(application, paths)
    since = time.perf_counter()
    shown: list[float] = []
    program._index.listing_changed.connect(lambda _: shown.append(time.perf_counter() - since))
    program.open([blog])
    _wait_until(lambda: bool(shown))
    figures.later = shown[0]
    _close(program)
    place = place_of_index(paths.cache, blog)
    figures.megabytes = place.stat().st_size / 1e6
    titles = [summarise(blog / COLLECTION / it.place).title for it in articles[:: max(1, size // 50)]]
    figures.searches = _searched(blog, place, titles)
    return figures


class _Typist(QTimer):
    """Types a letter every so often, and notes how long the window took to come to it and to take it."""

    def __init__(self, program: Program, waits: list[float]) -> None:
        super().__init__(interval=_KEY_PAUSE_MS)
        self._program = program
        self.waits = waits
        self._due = time.perf_counter() + _KEY_PAUSE_MS / 1000
        self.timeout.connect(self._type)
        self.start()

    def _type(self) -> None:
        late = max(0.0, time.perf_counter() - self._due)
        begun = time.perf_counter()
        QCoreApplication.sendEvent(self._program.window.desk.writing, _key())
        self.waits.append((late + time.perf_counter() - begun) * 1000)
        self._due = time.perf_counter() + _KEY_PAUSE_MS / 1000


def _key() -> QKeyEvent:
    from PySide6.QtCore import QEvent, Qt
    from PySide6.QtGui import QKeyEvent

    return QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, "e")


def _seconds_until_read(program: Program, blog: Path, size: int) -> float:
    counts: list[int] = []
    program._index.listing_changed.connect(lambda summaries: counts.append(len(summaries)))
    since = time.perf_counter()
    program.window.open_path(blog)
    _wait_until(lambda: bool(counts) and counts[-1] == size)
    return time.perf_counter() - since


def _searched(blog: Path, place: Path, titles: list[str]) -> list[float]:
    """Answer the milliseconds of searches such as writers make: the words of titles, alone and together."""
    index = Index(content_of(find_blog(blog)).root, place)
    draw = random.Random(0)  # noqa: S311 - the same words each time
    times: list[float] = []
    for _ in range(_SEARCHES):
        words = draw.choice(titles).split()
        first = draw.randrange(len(words))
        some = " ".join(words[first : first + draw.randint(1, 3)])
        typed = draw.choice((some, f'"{some}"', words[first][: draw.randint(2, 5)]))
        since = time.perf_counter()
        found = index.find(typed)
        index.hits(found, 0, PAGE)
        times.append((time.perf_counter() - since) * 1000)
    index.close()
    return times


def _wait_until(seen: Callable[[], bool]) -> None:
    loop = QEventLoop()
    look = QTimer(interval=2)
    look.timeout.connect(lambda: loop.quit() if seen() else None)
    look.start()
    loop.exec()
    look.stop()


def _pass(seconds: float) -> None:
    end = time.perf_counter() + seconds
    _wait_until(lambda: time.perf_counter() > end)


def _close(program: Program) -> None:
    for article in program.workspace.articles:
        program.workspace.close(article)
    program.window.close()
    program.close()


if __name__ == "__main__":
    main(tuple(map(int, sys.argv[1:])) or SIZES)

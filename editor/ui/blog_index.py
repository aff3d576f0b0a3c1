"""The index of the blog that is open: made in the background, true to the disk and to what is written."""

from __future__ import annotations

import time
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

from editor.blog.collection import content_of, is_in
from editor.index.building import Progress, Work
from editor.index.database import DamagedIndex, Found, Hit, Index, discard, forget_old, place_of_index
from editor.index.reading import UNSAVED, reading_of
from editor.ui.background import Background
from editor.ui.file_watch import FileWatch

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from editor.blog.blog import Blog
    from editor.blog.collection import ArticleSummary, Content
    from editor.ui.open_article import OpenArticle
    from editor.ui.workspace import Workspace

_WORK, _SEARCH, _MORE, _FOLDERS = "index.work", "index.search", "index.more", "index.folders"
_MOST_FOLDERS: Final = 200
"""Folders that are watched; a change in others is seen when the writer comes back to the window."""
_FIRST_SHOWN: Final = 500
"""Articles of a first reading after which they are shown; then whenever there are four times as many."""
_MORE_TIMES: Final = 4
PAGE: Final = 10
"""Hits that are asked for together: their passages cost more than finding them."""


@dataclass(frozen=True, slots=True)
class IndexState:
    """How far the reading is: so many of so many articles; it is not over where it was stopped before."""

    done: int = 0
    total: int = 0
    is_reading: bool = False


@dataclass(frozen=True, slots=True)
class Results:
    """What a search found, and its first hits."""

    found: Found
    hits: tuple[Hit, ...]


class BlogIndex(QObject):
    """Follows the workspace's blog, one piece of work after the other."""

    listing_changed = Signal(tuple)
    """The summaries of all articles that are known by now."""
    state_changed = Signal(IndexState)
    results_changed = Signal(Results)
    hits_came = Signal(Found, int, tuple)
    _came = Signal(object, Progress)

    def __init__(self, workspace: Workspace, cache: Path | None, parent: QObject | None = None) -> None:
        """Keep the databases in cache, None: in memory."""
        super().__init__(parent)
        self._workspace = workspace
        self._cache = cache
        # Threads of its own: the first reading may take many seconds.
        self._background = Background(self)
        self._content: Content | None = None
        self._index: Index | None = None
        self._work: Work | None = None
        self._summaries: dict[Path, ArticleSummary] = {}
        self._unsaved: dict[Path, str] = {}
        self._wanted = _Wanted()
        self._is_listed = False
        self._is_news = False
        self._is_held = False
        self._is_finished = False
        self._shown = _FIRST_SHOWN
        self._faults = 0
        self._typed = ""
        self._state = IndexState()
        self._folders: tuple[Path, ...] = ()
        self._has_new_files = True
        self._watch = FileWatch(self)
        self._watch.paths_changed.connect(self._look_in)
        self._came.connect(self._take_progress)
        workspace.blog_changed.connect(self._follow)
        workspace.files_changed.connect(self.refresh)
        workspace.article_saved.connect(self._read_again)
        workspace.article_closed.connect(self._read_again)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._look_on_return)

    @property
    def summaries(self) -> tuple[ArticleSummary, ...]:
        """What is known of the articles by now."""
        return tuple(self._summaries.values())

    @property
    def is_reading(self) -> bool:
        """Whether articles are being read, or are about to be."""
        return self._background.is_busy(_WORK)

    def refresh(self) -> None:
        """Compare all articles with what is known of them, and read what changed."""
        self._is_held = False
        self._wanted.all = True
        self._go_on()

    def stop_reading(self) -> None:
        """End the reading; refresh takes it up again."""
        if self._work is not None:
            self._is_held = True
            self._work.stop.set()

    def search(self, typed: str) -> None:
        """Look for what is typed, in what is written now; results_changed tells what was found."""
        self._typed = typed
        if self._index is not None and self._content is not None:
            work = partial(_searched, self._index, typed, self._changed_texts(), self._content)
            mend = partial(self._mend, self._index)
            self._background.run(_SEARCH, work, self.results_changed.emit, mend)

    def ask_for_hits(self, found: Found, first: int) -> None:
        """Have the next hits of what was found told by hits_came."""
        if self._index is not None:
            work = partial(self._index.hits, found, first, PAGE)
            tell, mend = partial(self.hits_came.emit, found, first), partial(self._mend, self._index)
            self._background.run(_MORE, work, tell, mend)

    def finish(self) -> None:
        """Stop, and let go of the database; for the end of the program."""
        self._is_finished = True
        if self._work is not None:
            self._work.stop.set()
        self._background.finish()
        if self._index is not None:
            self._index.close()
            self._index = None

    def _follow(self, blog: Blog) -> None:
        content = content_of(blog)
        if self._work is not None:
            self._work.stop.set()
        if self._content is None or content.root != self._content.root:
            self._reopen()
        self._content = content
        self.refresh()

    def _reopen(self) -> None:
        """Forget the database that is open; whoever works with it still is told so by its closing."""
        if self._index is not None:
            self._index.close()
        self._index = None
        self._summaries, self._unsaved = {}, {}
        self._is_listed = False
        self._has_new_files = True
        self._shown = _FIRST_SHOWN
        self._faults = 0

    def _go_on(self) -> None:
        """Do what is wanted next, unless something is being done."""
        if self._content is None or self._is_finished or self._background.is_busy(_WORK):
            return
        content = self._content
        if self._index is None:
            work = partial(_opened, content.root, self._place())
            self._background.run(_WORK, work, partial(self._take_index, content))
            return
        self._work = Work(self._index, content, partial(self._came.emit, content))
        todo = self._wanted.taken(self._work)
        if todo is not None:
            self._background.run(_WORK, todo, partial(self._end, content), partial(self._mend, self._index))

    def _take_index(self, content: Content, opened: tuple[Index, tuple[ArticleSummary, ...]]) -> None:
        index, summaries = opened
        if content is not self._content:
            index.close()
        else:
            self._index = index
            self._summaries = {summary.path: summary for summary in summaries}
            if summaries:
                self._show()
        self._go_on()

    def _take_progress(self, content: Content, progress: Progress) -> None:
        if content is not self._content:
            return
        self._is_news |= bool(progress.summaries or progress.gone)
        known = len(self._summaries)
        self._summaries.update((summary.path, summary) for summary in progress.summaries)
        self._has_new_files |= len(self._summaries) > known
        for path in progress.gone:
            self._summaries.pop(path, None)
        self._tell(IndexState(progress.done, progress.total, is_reading=progress.done < progress.total))
        if not self._is_listed and len(self._summaries) >= self._shown:
            self._shown *= _MORE_TIMES
            self.listing_changed.emit(self.summaries)

    def _end(self, content: Content, is_whole: bool) -> None:  # noqa: FBT001 - the work's own answer
        self._work = None
        if content is self._content:
            self._unsaved.clear()
            if self._is_news or not self._is_listed:
                self._show()
            self._tell(IndexState() if is_whole else replace(self._state, is_reading=False))
            if self._has_new_files:
                self._follow_folders(content)
            if self._typed:
                self.search(self._typed)
        self._go_on()

    def _tell(self, state: IndexState) -> None:
        if state != self._state:
            self._state = state
            self.state_changed.emit(state)

    def _show(self) -> None:
        self._is_listed, self._is_news = True, False
        self.listing_changed.emit(self.summaries)

    def _mend(self, index: Index, error: Exception) -> None:
        """Throw a database away that turned out to be none; the second time it is made in memory."""
        if not isinstance(error, DamagedIndex):
            raise error
        self._work = None
        if index is self._index:
            place = self._place()
            index.close()
            if place is not None:
                discard(place)
            self._index = None
            self._faults += 1
            self._wanted.all = True
        self._go_on()

    def _place(self) -> Path | None:
        """Answer where the database is kept; where one was damaged twice, none is."""
        if self._cache is None or self._content is None or self._faults > 1:
            return None
        return place_of_index(self._cache, self._content.root)

    def _changed_texts(self) -> tuple[tuple[Path, str], ...]:
        """Answer the texts of the blog's articles that no file holds and the index does not know yet."""
        texts = {
            article.path: article.text()
            for article in self._workspace.articles
            if article.path in self._summaries and article.is_modified()
        }
        new = {path: text for path, text in texts.items() if path and self._unsaved.get(path) != text}
        self._unsaved.update(new)
        return tuple(new.items())

    def _read_again(self, article: OpenArticle) -> None:
        if article.path is not None and self._content is not None and is_in(self._content, article.path):
            self._wanted.paths[article.path] = None
            self._go_on()

    def _follow_folders(self, content: Content) -> None:
        self._has_new_files = False
        work = partial(_folders, content, tuple(self._summaries))
        self._background.run(_FOLDERS, work, self._watch_folders)

    def _watch_folders(self, folders: tuple[Path, ...]) -> None:
        if folders != self._folders:
            self._folders = folders
            self._watch.follow(folders)
            # What happened in them since they were read, nobody has told.
            self._look_in(folders)

    def _look_in(self, folders: tuple[Path, ...]) -> None:
        if not self._is_held:
            self._wanted.folders.update(dict.fromkeys(folders))
            self._go_on()

    def _look_on_return(self, state: Qt.ApplicationState) -> None:
        # Of changes in a file, and of disks such as those of the network, the system tells nothing.
        if state == Qt.ApplicationState.ApplicationActive and not self._is_held and self._is_listed:
            self._wanted.all = True
            self._go_on()


@dataclass(slots=True)
class _Wanted:
    """What is to be compared with the index: all articles, folders, or some files."""

    all: bool = False
    folders: dict[Path, None] = field(default_factory=dict)
    paths: dict[Path, None] = field(default_factory=dict)

    def taken(self, work: Work) -> Callable[[], bool] | None:
        """Answer what is to be done first, None where nothing is; it is wanted no longer."""
        if self.all:
            self.all = False
            self.folders, self.paths = {}, {}
            return work.check
        if self.folders:
            folders, self.folders = tuple(self.folders), {}
            return partial(work.look_in, folders)
        if self.paths:
            paths, self.paths = tuple(self.paths), {}
            return partial(work.look_at, paths)
        return None


def _opened(root: Path, place: Path | None) -> tuple[Index, tuple[ArticleSummary, ...]]:
    """Answer the database at place with what it knows, made anew where it turns out to be damaged."""
    index = Index(root, place)
    if place is not None:
        forget_old(place.parents[1], time.time())
    try:
        return index, index.summaries()
    except DamagedIndex:
        index.close()
        if place is not None:
            discard(place)
        return Index(root, place), ()


def _searched(index: Index, typed: str, texts: Sequence[tuple[Path, str]], content: Content) -> Results:
    """Answer what is found, once the index knows texts that no file holds."""
    index.put(reading_of(path, text, UNSAVED, content) for path, text in texts)
    found = index.find(typed)
    return Results(found, index.hits(found, 0, PAGE))


def _folders(content: Content, paths: Sequence[Path]) -> tuple[Path, ...]:
    """Answer the folders that are watched: those of content, then those that articles lie in."""
    own = content.folders or (content.root,)
    return tuple(dict.fromkeys((*own, *(path.parent for path in paths))))[:_MOST_FOLDERS]

"""Makes changes of several files, the open articles among them, and takes them back."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from functools import partial
from threading import Event
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from editor.article.files import read_file
from editor.article.source import Source, decode, encode
from editor.blog.blog_edit import BlogEdit, FileEdit, inverse, made_in
from editor.blog.edit_record import Record, make_recorded

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from editor.ui.background import Background
    from editor.ui.histories import Histories
    from editor.ui.workspace import Workspace

_KEY: Final = "blog_edits"
_MOST_KEPT: Final = 20
"""Changes that can be taken back; each keeps the bytes of all its files."""


@dataclass(frozen=True, slots=True)
class Done:
    """A change that was made, in words, and the folders that came with it."""

    edit: BlogEdit
    words: str
    folders: tuple[Path, ...] = ()


class BlogEdits(QObject):
    """One change at a time; an article with changes that are not saved is edited in its text alone."""

    begun = Signal(int)
    """A change of so many files begins."""
    progressed = Signal(int)
    """So many of them are done."""
    made = Signal(Done)
    taken_back = Signal(Done)
    failed = Signal(Exception)
    ended = Signal()
    """The change was made, failed or was stopped."""

    def __init__(
        self,
        workspace: Workspace,
        background: Background,
        histories: Histories,
        place: Path,
        parent: QObject | None = None,
    ) -> None:
        """Note at place what is under way."""
        super().__init__(parent)
        self._place = place
        self._workspace = workspace
        self._background = background
        self.histories = histories
        self._done: list[Done] = []
        self._undone: list[Done] = []
        self._stop = Event()

    def reader(self) -> Callable[[Path], Source]:
        """Answer what reads files in any thread, those of open articles as the writer has them now.

        It raises what article.files.read_file and article.source.decode raise.
        """
        texts = {
            os.path.realpath(article.path): decode(encode(article.source, article.text()))
            for article in self._workspace.articles
            if article.path is not None
        }
        return partial(_read, texts)

    def make(self, edit: BlogEdit, words: str) -> None:
        """Make a change that words tell of; it must not be empty."""
        self._undone.clear()
        self._make(Done(edit, words), self._done)

    def put_back(self, back: BlogEdit, record: Record, words: str) -> None:
        """Make what puts the change of a record back, which was cut off; words tell of it."""
        self._undone.clear()
        self._make(Done(back, words), self._done, record=record)

    def stop(self) -> None:
        """Put back what is made of the change that is under way."""
        self._stop.set()

    def last(self, *, undone: bool = False) -> str:
        """Answer the words of the change that undo takes back, or redo makes again; "" if there is none.

        What was changed in another blog than the one that is open waits until that is open again.
        """
        changes = self._undone if undone else self._done
        return changes[-1].words if changes and self._is_here(changes[-1].edit) else ""

    def undo(self) -> None:
        """Take the last change back; what was written since in its files stays."""
        self._turn(self._done, self._undone)

    def redo(self) -> None:
        """Make the change again that was taken back last."""
        self._turn(self._undone, self._done)

    def _is_here(self, edit: BlogEdit) -> bool:
        blog = self._workspace.blog
        paths = (*(one.path for one in edit.edits), *(move.target for move in edit.moves))
        return blog is not None and all(path.is_relative_to(blog.root) for path in paths)

    def _turn(self, source: list[Done], target: list[Done]) -> None:
        done = source[-1]
        try:
            back = replace(inverse(done.edit, self.reader()), emptied=done.folders[::-1])
        except Exception as error:  # noqa: BLE001 - whatever keeps it from being taken back is told
            self.failed.emit(error)
            return
        self._make(Done(back, done.words), target, source.pop)

    def _make(
        self,
        done: Done,
        kept: list[Done],
        taken: Callable[[], object] = lambda: None,
        record: Record | None = None,
    ) -> None:
        """Make a change; record is that of the one which it puts back."""
        edit = done.edit
        written = tuple(one for one in edit.edits if not self._is_unsaved(one.path))
        for one in written:
            self.histories.keep(one.path, one.before)
        self._stop.clear()
        self.begun.emit(len(written) + len(edit.moves))
        edit = replace(edit, edits=written)
        noted, back = (record, edit) if record is not None else (Record(edit, done.words), None)
        work = partial(make_recorded, noted, self._place, self._goes_on, back)
        self._background.run(_KEY, work, partial(self._take, done, written, kept, taken), self._fail)

    def _is_unsaved(self, path: Path) -> bool:
        article = self._workspace.article_at(path)
        return article is not None and article.is_modified()

    def _goes_on(self, count: int) -> bool:
        """Answer in the thread of the work whether it goes on."""
        self.progressed.emit(count)
        return not self._stop.is_set()

    def _take(
        self,
        done: Done,
        written: tuple[FileEdit, ...],
        kept: list[Done],
        taken: Callable[[], object],
        folders: tuple[Path, ...] | None,
    ) -> None:
        if folders is not None:
            taken()
            self._follow(done.edit, written)
            done = replace(done, folders=folders)
            kept.append(done)
            del kept[:-_MOST_KEPT]
            (self.taken_back if kept is self._undone else self.made).emit(done)
            self._workspace.refresh()
        self.ended.emit()

    def _fail(self, error: Exception) -> None:
        self.failed.emit(error)
        self.ended.emit()

    def _follow(self, edit: BlogEdit, written: tuple[FileEdit, ...]) -> None:
        """Have the open articles know where their files lie and what those that were written hold now.

        What was typed meanwhile stays.
        """
        for move in edit.moves:
            self.histories.move(move.source, move.target)
        for article in self._workspace.articles:
            if article.path is None:
                continue
            place = edit.place_of(article.path)
            if place != article.path:
                self._workspace.move_file(article, place)
        for one in edit.edits:
            found = self._workspace.article_at(edit.place_of(one.path))
            if found is not None:
                text = made_in(one, found.text())
                if one in written:
                    found.take_outside(decode(one.after), text)
                else:
                    found.restore(text)


def _read(texts: Mapping[str, Source], path: Path) -> Source:
    return texts.get(os.path.realpath(path)) or decode(read_file(path))

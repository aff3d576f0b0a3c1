"""What blogs tell of their articles' fields: read in the background, and true to the disk."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QObject, Signal

from editor.blog.schemas.guide import NO_GUIDE, Guide
from editor.blog.schemas.guides import guide_files, guide_of
from editor.blog.schemas.known import Known
from editor.ui.file_watch import FileWatch, Stamp, stamps_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from editor.blog.blog import Blog
    from editor.ui.background import Background

_KEY: Final = "guides.guide"
_NEW_ARTICLE: Final = "untitled.md"


class _Subject(NamedTuple):
    """An article's blog, and where its file lies; None for one without."""

    blog: Blog
    path: Path | None

    @property
    def key(self) -> tuple[Path, Path]:
        """Articles of one folder are told the same, but for the rare blog that divides a folder."""
        return self.blog.root, article_place(self.blog, self.path).parent


@dataclass(frozen=True, slots=True)
class _Made:
    """A guide, and the states of the files that it was made of from before they were read."""

    guide: Guide
    stamps: Mapping[Path, Stamp]


def article_place(blog: Blog, path: Path | None) -> Path:
    """Answer where an article's file lies; for one without, where a new article of the blog would lie."""
    if path is not None:
        return path
    return (blog.content[0] if blog.content else blog.root) / _NEW_ARTICLE


class Guides(QObject):
    """Follows one article at a time: guide is what its blog tells, and changes with the blog's files."""

    guide_changed = Signal()

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._subject: _Subject | None = None
        self._guides: dict[tuple[Path, Path], Guide] = {}
        self._known = Known()
        self._is_stale = False
        self._watch = FileWatch(self)
        self._watch.changed.connect(self._make)

    @property
    def guide(self) -> Guide:
        """What the blog tells of the article followed, as far as it is known by now."""
        return self._guides.get(self._subject.key, NO_GUIDE) if self._subject else NO_GUIDE

    def follow(self, blog: Blog, path: Path | None) -> None:
        """Follow an article of blog; what was known of its neighbours is known of it at once."""
        self._subject = _Subject(blog, path)
        self._make()

    def _make(self) -> None:
        if self._subject is None:
            return
        # One after the other: they share what is known of the files.
        if self._background.is_busy(_KEY):
            self._is_stale = True
            return
        self._is_stale = False
        work = partial(_made, self._subject, self._known)
        self._background.run(_KEY, work, partial(self._take, self._subject), self._give_up)

    def _take(self, subject: _Subject, made: _Made) -> None:
        is_news = self._guides.get(subject.key, NO_GUIDE) != made.guide
        self._guides[subject.key] = made.guide
        if self._subject is not None and subject.blog == self._subject.blog:
            self._watch.watch(made.stamps)
        if is_news and self._subject is not None and subject.key == self._subject.key:
            self.guide_changed.emit()
        if self._is_stale:
            self._make()

    def _give_up(self, error: Exception) -> None:
        if self._is_stale:
            self._make()
        raise error


def _made(subject: _Subject, known: Known) -> _Made:
    stamps = stamps_of(guide_files(subject.blog, known))
    return _Made(guide_of(subject.blog, subject.path, known), stamps)

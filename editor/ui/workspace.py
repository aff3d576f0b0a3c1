"""The one owner of what changes: the blog, the open articles, the current one."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from editor.article.files import FileError, FileOpenElsewhere, FileVanished
from editor.article.source import NotText
from editor.blog.blog import Blog, find_blog
from editor.text.dialects import DIALECTS
from editor.ui.file_locks import FileLocks
from editor.ui.open_article import OpenArticle, is_untouched

if TYPE_CHECKING:
    from collections.abc import Mapping


class Workspace(QObject):
    """Opens, saves and closes articles; everything else follows its signals."""

    article_opened = Signal(OpenArticle)
    article_closed = Signal(OpenArticle)
    article_saved = Signal(OpenArticle)
    current_changed = Signal(object)
    blog_changed = Signal(object)
    files_changed = Signal()
    """Files of the blog were made, moved or taken away, or the writer asks to look."""
    failed = Signal(Exception)

    def __init__(self, parent: QObject | None = None, *, locks: FileLocks | None = None) -> None:
        """Open nothing yet; with locks, no file that another running program has open."""
        super().__init__(parent)
        self._locks = locks or FileLocks(None)
        self._articles: list[OpenArticle] = []
        self._current: OpenArticle | None = None
        self._blog: Blog | None = None
        self._dialects: Mapping[str, str] = {}

    @property
    def articles(self) -> tuple[OpenArticle, ...]:
        """The open articles in the order of their tabs."""
        return tuple(self._articles)

    @property
    def current(self) -> OpenArticle | None:
        """The article being written."""
        return self._current

    @property
    def blog(self) -> Blog | None:
        """The blog whose articles are listed."""
        return self._blog

    def choose_dialects(self, dialects: Mapping[str, str]) -> None:
        """Read the Markdown of the blogs in these folders in dialects of the writer's choice."""
        self._dialects = dialects
        for article in self._articles:
            self._choose_dialect(article)

    def open_folder(self, folder: Path) -> None:
        """List the articles of the blog that folder belongs to.

        That there is no such folder is announced by failed.
        """
        folder = _absolute(folder)
        if folder.is_dir():
            self._show_blog(find_blog(folder))
        else:
            self.failed.emit(FileVanished(folder))

    def refresh(self) -> None:
        """Have the list of articles compared with the disk."""
        self.files_changed.emit()

    def open_file(self, path: Path) -> OpenArticle | None:
        """Open the article at path and make it current; one that is open already comes forward.

        What cannot be opened is announced by failed, and None answered.
        """
        path = _absolute(path)
        article = self.article_at(path)
        if article is not None:
            self.set_current(article)
            return article
        try:
            self._hold(path)
            article = OpenArticle(path, find_blog(path), self)
        except (FileError, NotText) as error:
            if not isinstance(error, FileOpenElsewhere):
                self._locks.release(path)
            self.failed.emit(error)
            return None
        self._replace_untouched()
        if self._blog is None:
            self._show_blog(article.blog)
        return self._add(article)

    def article_at(self, path: Path) -> OpenArticle | None:
        """Answer the open article whose file is the one at path, by whatever links."""
        for article in self._articles:
            if article.path is not None and _is_same(article.path, path):
                return article
        return None

    def new_article(self) -> OpenArticle:
        """Begin an article that has no file yet."""
        folder = self._blog.root if self._blog else Path.home()
        return self._add(OpenArticle(None, self._blog or find_blog(folder), self))

    def save(self, article: OpenArticle, path: Path, *, replace: bool = False) -> None:
        """Save article at path.

        Raises what article.files.write_file raises, and FileOpenElsewhere; the article then stays open and
        modified.
        """
        old, new = article.path, _absolute(path)
        self._hold(new)
        try:
            article.save(new, replace=replace)
        except FileError:
            if old != new:
                self._locks.release(new)
            raise
        if old is not None and old != new:
            self._locks.release(old)
            self._locks.hold(new)  # by another link it may be the same file
        self._choose_dialect(article)
        self.article_saved.emit(article)
        if self._blog is None:
            self._show_blog(article.blog)

    def move_file(self, article: OpenArticle, path: Path) -> None:
        """Follow the file of article, which was moved to path."""
        if article.path is not None:
            self._locks.release(article.path)
        self._locks.hold(path)
        article.move_to(path)
        self._choose_dialect(article)

    def close(self, article: OpenArticle) -> None:
        """Close article without saving; the next one becomes current."""
        place = self._articles.index(article)
        self._articles.remove(article)
        if article.path is not None:
            self._locks.release(article.path)
        self.article_closed.emit(article)
        if article is self._current:
            rest = self._articles[place : place + 1] or self._articles[-1:]
            self.set_current(rest[0] if rest else None)
        article.deleteLater()

    def set_current(self, article: OpenArticle | None) -> None:
        """Make article the one being written."""
        if article is not self._current:
            self._current = article
            self.current_changed.emit(article)

    def move(self, old_place: int, new_place: int) -> None:
        """Follow a tab that was dragged from old_place to new_place."""
        self._articles.insert(new_place, self._articles.pop(old_place))

    def _choose_dialect(self, article: OpenArticle) -> None:
        chosen = self._dialects.get(str(article.blog.root))
        article.choose_dialect(next((dialect for dialect in DIALECTS if dialect == chosen), None))

    def _hold(self, path: Path) -> None:
        """Keep other programs of this kind from opening path. Raises FileOpenElsewhere where one has it."""
        if not self._locks.hold(path):
            raise FileOpenElsewhere(path)

    def _add(self, article: OpenArticle) -> OpenArticle:
        self._choose_dialect(article)
        self._articles.append(article)
        self.article_opened.emit(article)
        self.set_current(article)
        return article

    def _show_blog(self, blog: Blog) -> None:
        self._blog = blog
        self.blog_changed.emit(blog)

    def _replace_untouched(self) -> None:
        for article in self.articles:
            if is_untouched(article):
                self.close(article)


def _absolute(path: Path) -> Path:
    # Links are kept: they say to which blog an article belongs. Path.absolute would keep "..".
    return Path(os.path.abspath(path))  # noqa: PTH100


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one == other or one.samefile(other)
    except OSError:  # one of them is not there
        return False

"""The one owner of what changes: the blog, the open articles, the current one."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from editor.article.files import FileError
from editor.article.source import NotText
from editor.blog.blog import Blog, find_blog
from editor.blog.collection import ArticleSummary, listing
from editor.ui.open_article import OpenArticle

if TYPE_CHECKING:
    from editor.ui.background import Background


class Workspace(QObject):
    """Opens, saves and closes articles; everything else follows its signals."""

    article_opened = Signal(OpenArticle)
    article_closed = Signal(OpenArticle)
    article_saved = Signal(OpenArticle)
    current_changed = Signal(object)
    blog_changed = Signal(object)
    listing_changed = Signal(tuple)
    failed = Signal(Exception)

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._articles: list[OpenArticle] = []
        self._current: OpenArticle | None = None
        self._blog: Blog | None = None

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

    def open_folder(self, folder: Path) -> None:
        """List the articles of the blog that folder belongs to."""
        self._blog = find_blog(folder.resolve())
        self.blog_changed.emit(self._blog)
        self.refresh()

    def refresh(self) -> None:
        """Read the list of articles again, in the background."""
        if self._blog is not None:
            work = partial(listing, self._blog)
            self._background.run("workspace.listing", work, self._show_listing, self.failed.emit)

    def open_file(self, path: Path) -> OpenArticle | None:
        """Open the article at path and make it current; one that is open already comes forward.

        What cannot be opened is announced by failed, and None answered.
        """
        path = path.resolve()
        for article in self._articles:
            if article.path == path:
                self.set_current(article)
                return article
        try:
            article = OpenArticle(path, find_blog(path), self)
        except (FileError, NotText) as error:
            self.failed.emit(error)
            return None
        self._replace_untouched()
        if self._blog is None:
            self.open_folder(path)
        return self._add(article)

    def new_article(self) -> OpenArticle:
        """Begin an article that has no file yet."""
        folder = self._blog.root if self._blog else Path.home()
        return self._add(OpenArticle(None, self._blog or find_blog(folder), self))

    def save(self, article: OpenArticle, path: Path, *, replace: bool = False) -> None:
        """Save article at path.

        Raises what article.files.write_file raises; the article then stays open and modified.
        """
        path = path.resolve()
        written = article.save(path, replace=replace)
        article.blog = find_blog(path)
        self.article_saved.emit(article)
        if written:
            self.refresh()

    def close(self, article: OpenArticle) -> None:
        """Close article without saving; the next one becomes current."""
        place = self._articles.index(article)
        self._articles.remove(article)
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

    def _add(self, article: OpenArticle) -> OpenArticle:
        self._articles.append(article)
        self.article_opened.emit(article)
        self.set_current(article)
        return article

    def _replace_untouched(self) -> None:
        for article in self.articles:
            if article.is_untouched():
                self.close(article)

    def _show_listing(self, summaries: tuple[ArticleSummary, ...]) -> None:
        self.listing_changed.emit(summaries)

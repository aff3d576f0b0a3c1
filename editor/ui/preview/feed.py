"""Renders the current article in the background and shows it as the writer types."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QElapsedTimer, QObject, QTimer

from editor.article.front_matter import read, split, values
from editor.blog.images import resolve_image
from editor.export.markdown import markdown_options
from editor.export.page_head import page_head
from editor.rendering.html import render
from editor.text.language import likely_language
from editor.translation import tr
from editor.ui.preview.addresses import image_address
from editor.ui.preview.serving import ServedFolders
from editor.ui.preview.updates import PreviewPage

if TYPE_CHECKING:
    from pathlib import Path

    from editor.blog.blog import Blog
    from editor.blog.images import Place
    from editor.ui.background import Background
    from editor.ui.open_article import OpenArticle
    from editor.ui.preview.view import PreviewView
    from editor.ui.workspace import Workspace

_KEY: Final = "preview.render"
_QUICK_MS: Final = 60
_LONGEST_PAUSE_MS: Final = 1500


@dataclass(frozen=True, slots=True)
class _Subject:
    """Everything a page is made of, as values that a thread may have."""

    key: str
    text: str
    path: Path | None
    blog: Blog
    shows_head: bool


def preview_page(subject: _Subject) -> PreviewPage:
    """Answer the page of an article's text."""
    body = split(subject.text, takes_json=subject.blog.takes_json).body

    def address(place: Place, written: str) -> str:
        image = resolve_image(written, subject.path, subject.blog, place)
        return image_address(written, image, subject.blog.root)

    options = markdown_options(subject.blog, highlight=True)
    rendered = render(body, options, partial(address, "body"))
    fields = values(read(subject.text, takes_json=subject.blog.takes_json))
    head = page_head(fields, partial(address, "field"), likely_language(body)) if subject.shows_head else None
    return PreviewPage(subject.key, head, rendered.blocks)


def _pause_after(milliseconds: int) -> int:
    """Answer how long to wait after an edit when the last page took milliseconds to make.

    Rendering shares the processor's time with typing: a short article is shown at once, a long one when the
    writer pauses.
    """
    return 0 if milliseconds < _QUICK_MS else min(2 * milliseconds, _LONGEST_PAUSE_MS)


class PreviewFeed(QObject):
    """Follows the current article; while one page is being made, newer text waits for it."""

    def __init__(self, workspace: Workspace, background: Background, view: PreviewView) -> None:
        super().__init__(view)
        self._background = background
        self._view = view
        self._article: OpenArticle | None = None
        self._shows_head = True
        self._is_stale = False
        self._clock = QElapsedTimer()
        # One rendering for all edits of one event, as early as the length of the article allows.
        self._asked = QTimer(self, singleShot=True, interval=0)
        self._asked.timeout.connect(self._render)
        workspace.current_changed.connect(self._follow)
        self._follow(None)

    def show_head(self, shown: bool) -> None:  # noqa: FBT001 - one property, one argument
        """Show or hide title, date and hero image above the body."""
        if shown != self._shows_head:
            self._shows_head = shown
            self._ask()

    def _follow(self, article: OpenArticle | None) -> None:
        if self._article is not None:
            self._article.head_changed.disconnect(self._ask)
            self._article.body_changed.disconnect(self._ask)
            self._article.path_changed.disconnect(self._move)
        self._article = article
        self._background.cancel(_KEY)
        if article is None:
            self._view.show_message(tr("The page appears here as you write."))
            return
        article.head_changed.connect(self._ask)
        article.body_changed.connect(self._ask)
        article.path_changed.connect(self._move)
        if article.is_large:
            self._view.show_message(tr("The text is too large for a preview."))
        self._move()

    def _move(self) -> None:
        """Show the article as the blog that its file lies in does."""
        if self._article is not None:
            blog = self._article.blog
            self._view.set_blog(ServedFolders(blog.root, blog.public))
            self._render()

    def _ask(self) -> None:
        self._asked.start()

    def _render(self) -> None:
        article = self._article
        if article is None or article.is_large:
            return
        if self._background.is_busy(_KEY):
            self._is_stale = True
            return
        self._is_stale = False
        subject = _Subject(str(article.number), article.text(), article.path, article.blog, self._shows_head)
        self._clock.start()
        self._background.run(_KEY, partial(preview_page, subject), self._show, self._give_up)

    def _show(self, page: PreviewPage) -> None:
        self._view.show_page(page)
        self._asked.setInterval(_pause_after(self._clock.elapsed()))
        if self._is_stale:
            self._ask()

    def _give_up(self, error: Exception) -> None:
        self._view.show_message(tr("The preview cannot show this article. The text is safe."))
        if self._is_stale:
            self._render()
        raise error

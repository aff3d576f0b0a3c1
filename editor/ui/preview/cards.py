"""Shows the current article as a search result and a card, in place of its page, as the form is filled in."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from editor.article.front_matter import read, split, values
from editor.blog.fields import advised_length
from editor.blog.images import resolve_image
from editor.blog.web_address import web_address
from editor.export.page_head import page_head
from editor.paths import RESOURCES
from editor.rendering.cards import CardPlace, CardWords, Limits, cards_html, cards_style
from editor.text.language import likely_language
from editor.translation import tr
from editor.ui.preview.addresses import image_address

if TYPE_CHECKING:
    from pathlib import Path

    from editor.blog.blog import Blog
    from editor.ui.background import Background
    from editor.ui.open_article import OpenArticle
    from editor.ui.preview.view import PreviewView
    from editor.ui.workspace import Workspace

FACES: Final = ("page", "cards")
"""What the preview can show: the page, or search result and card."""
_KEY: Final = "preview.cards"


@dataclass(frozen=True, slots=True)
class _Subject:
    """Everything that cards are made of, as values that a thread may have."""

    text: str
    path: Path | None
    blog: Blog


def article_cards(subject: _Subject) -> str:
    """Answer the elements of an article's cards."""
    fields = values(read(subject.text))

    def address(written: str) -> str:
        image = resolve_image(written, subject.path, subject.blog, "field")
        return image_address(written, image, subject.blog.root)

    head = page_head(fields, address, likely_language(split(subject.text).body))
    web = web_address(subject.path, fields, subject.blog)
    limits = Limits(advised_length("title") or 0, advised_length("description") or 0)
    return cards_html(head, CardPlace(web.host, web.path), _words(), limits)


def _words() -> CardWords:
    return CardWords(
        search=tr("Search result"),
        social=tr("Card in social networks"),
        title=tr("Title:"),
        description=tr("Description:"),
        length=tr("{count} of about {limit} characters"),
        excess=tr("{count} too many"),
        no_title=tr("No title"),
        no_description=tr("No description: search engines take words from the text"),
        no_image=tr("No image"),
    )


class CardsFeed(QObject):
    """Follows the current article while its cards are shown."""

    def __init__(self, workspace: Workspace, background: Background, view: PreviewView) -> None:
        super().__init__(view)
        self._background = background
        self._view = view
        self._article: OpenArticle | None = None
        self._is_shown = False
        self._asked = QTimer(self, singleShot=True, interval=0)
        self._asked.timeout.connect(self._make)
        view.hold("setCardsStyle", cards_style(RESOURCES))
        workspace.current_changed.connect(self._follow)

    def show_face(self, face: str) -> None:
        """Show face, one of FACES."""
        shown = face == "cards"
        if shown != self._is_shown:
            self._is_shown = shown
            self._make()

    def _follow(self, article: OpenArticle | None) -> None:
        if self._article is not None:
            self._article.head_changed.disconnect(self._asked.start)
            self._article.path_changed.disconnect(self._asked.start)
        self._article = article
        if article is not None:
            article.head_changed.connect(self._asked.start)
            article.path_changed.connect(self._asked.start)
        self._make()

    def _make(self) -> None:
        article = self._article
        if not self._is_shown or article is None or article.is_large:
            self._background.cancel(_KEY)
            self._view.hold("setCards", "")
            return
        subject = _Subject(article.text(), article.path, article.blog)
        self._background.run(_KEY, partial(article_cards, subject), self._show, self._give_up)

    def _show(self, html: str) -> None:
        self._view.hold("setCards", html)

    def _give_up(self, error: Exception) -> None:
        self._view.hold("setCards", "")
        raise error

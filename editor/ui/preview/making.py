"""The page of an article that is being written: values, and what is made of them in the background."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Final

from editor.article.front_matter import read, split, values
from editor.blog.images import resolve_image
from editor.export.markdown import markdown_options
from editor.export.page_head import page_head
from editor.messages import body_fault_words
from editor.rendering.live.steps import advanced
from editor.rendering.live.text import LiveText, beginning, begun, edited, looked_again, rewritten
from editor.text.language import likely_language
from editor.ui.preview.addresses import image_address
from editor.ui.preview.updates import PreviewPage

if TYPE_CHECKING:
    from pathlib import Path

    from editor.blog.blog import Blog
    from editor.blog.images import Place
    from editor.rendering.live.text import Edit
    from editor.rendering.page import PageHead
    from editor.text.dialects import Dialect

_BEGINNING: Final = 4000
"""Characters that tell the language."""


@dataclass(frozen=True, slots=True)
class Subject:
    """The article that a page is made of."""

    key: str
    path: Path | None
    blog: Blog
    dialect: Dialect | None = None
    """The Markdown that it is read as instead of the blog's."""

    def address(self, place: Place, written: str) -> str:
        """Answer the page's address for an image that the article writes so."""
        image = resolve_image(written, self.path, self.blog, place)
        return image_address(written, image, self.blog.root)


@dataclass(frozen=True, slots=True)
class News:
    """What is new of an article: its text as a whole, or its front matter and lines of its body."""

    whole: str | None = None
    front_matter: str | None = None
    edits: tuple[Edit, ...] = ()
    has_new_images: bool = False
    """Whether the files of images may be others now."""
    is_from_outside: bool = False
    """Whether another program, or a change of the blog, brought it."""


@dataclass(frozen=True, slots=True)
class Making:
    """A page in the making: the body in some state of being rendered, and the head."""

    subject: Subject
    body: LiveText
    head: PageHead
    head_source: tuple[str, str]
    """What the head is made of: the front matter, and the beginning of the body, which tells the language."""
    is_written_in: bool = False
    """Whether it is being made of what the writer wrote just now."""

    def page(self, *, shows_head: bool) -> PreviewPage:
        """Answer the page as far as it is made."""
        head = self.head if shows_head else None
        return PreviewPage(
            self.subject.key, head, self.body.page.passages, self.is_written_in, self.head.language
        )


def begun_page(subject: Subject, text: str) -> Making:
    """Answer the first state of the page of an article with this text."""
    parts = split(text, takes_json=subject.blog.takes_json)
    dialect = subject.dialect
    options = markdown_options(subject.blog, subject.path, dialect, highlight=True, places=True)
    options = replace(options, fault_words=body_fault_words)
    body = advanced(begun(parts.body, options, partial(subject.address, "body")))
    source = parts.head, beginning(body, _BEGINNING)
    return Making(subject, body, _head(subject, *source), source)


def continued_page(making: Making, news: News) -> Making:
    """Answer the next state of a page: what is new is taken in, and one step of the work is done."""
    front_matter, body = _taken_in(making, news)
    if news.has_new_images:
        body = looked_again(body)
    is_new = body is not making.body
    goes_on = making.is_written_in and not body.is_finished
    is_written_in = not news.is_from_outside and (is_new or goes_on)
    if not body.is_finished:
        body = advanced(body)
    source = front_matter, beginning(body, _BEGINNING)
    is_same_head = source == making.head_source and not news.has_new_images
    head = making.head if is_same_head else _head(making.subject, *source)
    return Making(making.subject, body, head, source, is_written_in)


def _taken_in(making: Making, news: News) -> tuple[str, LiveText]:
    """Answer front matter and body with what is new of them."""
    if news.whole is not None:
        parts = split(news.whole, takes_json=making.subject.blog.takes_json)
        return parts.head, rewritten(making.body, parts.body)
    body = making.body
    for edit in news.edits:
        body = edited(body, edit)
    return making.head_source[0] if news.front_matter is None else news.front_matter, body


def _head(subject: Subject, front_matter: str, body: str) -> PageHead:
    fields = values(read(front_matter, takes_json=subject.blog.takes_json))
    return page_head(fields, partial(subject.address, "field"), likely_language(body))

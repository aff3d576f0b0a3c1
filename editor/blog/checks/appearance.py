"""What is seen of an article before it is read: title, description, image, date."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from editor.article.dates import read_date
from editor.article.faults import Unreadable
from editor.article.files import FileError, read_file
from editor.article.loading import read_document
from editor.article.places import value_span
from editor.blog.checks.text_findings import TextFinding
from editor.blog.fields import advised_length, template_key
from editor.blog.images import resolve_image
from editor.blog.schemas.shapes import ImageShape
from editor.picture.faults import BadPicture
from editor.picture.picture import read_picture

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from editor.article.document import Document
    from editor.article.values import Value
    from editor.blog.blog import Blog
    from editor.blog.images import Place
    from editor.blog.problems import Severity
    from editor.blog.schemas.guide import Guide

SHORTEST_DESCRIPTION: Final = 50
"""Characters; search engines take words from the text in the place of a shorter one."""
HEAVIEST: Final = 1_000_000
"""Bytes of an image above the text, which every reader waits for."""
NARROWEST: Final = 1_200
"""Pixels of the width that cards of social networks ask for (Open Graph: 1200 × 630)."""
WIDEST: Final = 3
"""Widths of an image's height; cards cut what is wider, or higher than wide."""
_FREQUENT: Final = 0.5
"""Of the neighbours: a field that so many have is one of the blog's."""


@dataclass(frozen=True, slots=True)
class Appearance:
    """The front matter of an article, where it can be read, and what it is read for."""

    text: str
    document: Document
    path: Path | None
    blog: Blog
    guide: Guide

    def field(self, name: str) -> tuple[str, Value]:
        """Answer key and value of a field of Astro's template, by any of its names; ("", None) for none."""
        values = self.document.values
        return next(((key, values[key]) for key in values if template_key(key) == name), ("", None))

    def has_field(self, name: str) -> bool:
        """Whether articles of this blog have such a field: by the schema, or by what their neighbours do."""
        rules = self.guide.collection.fields if self.guide.collection is not None else ()
        usage = self.guide.usage
        named = [rule.key for rule in rules if rule.source != "articles"]
        named += [key.key for key in usage.keys if key.articles >= _FREQUENT * usage.articles]
        is_new = not named and self.blog.generator == "astro"
        return is_new or any(template_key(key) == name for key in named)

    def finding(self, rule: str, severity: Severity, key: str = "", **data: str) -> TextFinding:
        """Answer a finding at a field, at the top where there is none."""
        return TextFinding(rule, severity, self._index(key), data, key)

    def _index(self, key: str) -> int:
        if not key:
            return max(self.document.fences.start - 3, 0)
        span = value_span(self.document, (key,))
        if span is not None:
            return span.start
        line = next(entry.line for entry in self.document.entries() if entry.key == key)
        return sum(len(it) + 1 for it in self.text.split("\n")[:line])


def appearance_of(text: str, path: Path | None, blog: Blog, guide: Guide) -> Appearance | None:
    """Answer what is seen of an article, None where it has no front matter that can be read."""
    try:
        document = read_document(text, takes_json=blog.takes_json)
    except Unreadable:
        return None
    return Appearance(text, document, path, blog, guide) if document is not None else None


def appearance_findings(seen: Appearance, today: date) -> Iterator[TextFinding]:
    """Yield what a reader would miss, and what keeps the article from being read."""
    yield from _of_title(seen)
    yield from _of_description(seen)
    yield from _of_image(seen)
    yield from _of_date(seen, today)
    values = seen.document.values
    for key, is_draft in (("draft", True), ("published", False)):
        if values.get(key) is is_draft:
            yield seen.finding("draft", "note", key)


def _of_title(seen: Appearance) -> Iterator[TextFinding]:
    key, value = seen.field("title")
    title = _words(value)
    if not title:
        yield seen.finding("no-title", "warning", key)
    else:
        yield from _longer("long-title", title, key, "title", seen)


def _of_description(seen: Appearance) -> Iterator[TextFinding]:
    key, value = seen.field("description")
    words = _words(value)
    if words:
        yield from _longer("long-description", words, key, "description", seen)
        if len(words) < SHORTEST_DESCRIPTION:
            data = {"count": str(len(words)), "limit": str(SHORTEST_DESCRIPTION)}
            yield seen.finding("short-description", "note", key, **data)
    elif seen.has_field("description"):
        yield seen.finding("no-description", "warning", key)


def _longer(rule: str, words: str, key: str, name: str, seen: Appearance) -> Iterator[TextFinding]:
    limit = advised_length(name) or len(words)
    if len(words) > limit:
        yield seen.finding(rule, "note", key, count=str(len(words)), limit=str(limit))


def _of_image(seen: Appearance) -> Iterator[TextFinding]:
    key, value = seen.field("heroImage")
    address = value if isinstance(value, str) else ""
    if not _words(value) and not isinstance(value, dict):
        if seen.has_field("heroImage"):
            yield seen.finding("no-hero-image", "note", key)
        return
    image = resolve_image(address, seen.path, seen.blog, _place(key, seen.guide))
    try:
        status = image.stat() if image is not None else None
    except OSError:  # it went meanwhile
        status = None
    if image is None or status is None:
        return
    if status.st_size > HEAVIEST:
        yield seen.finding("heavy-hero-image", "warning", key, size=f"{status.st_size / 1_000_000:.1f}")
    width, height = _size(image, status.st_mtime_ns)
    data = {"width": str(width), "height": str(height), "limit": str(NARROWEST)}
    if height and not 1 <= width / height <= WIDEST:
        yield seen.finding("misshapen-hero-image", "note", key, **data)
    elif 0 < width < NARROWEST:
        yield seen.finding("narrow-hero-image", "note", key, **data)


@lru_cache(maxsize=1000)
def _size(image: Path, time: int) -> tuple[int, int]:
    """Answer width and height of an image that changed at this time; 0 and 0 where they cannot be told.

    A drawing has any size.
    """
    del time
    try:
        picture = read_picture(read_file(image))
    except (FileError, BadPicture):
        return 0, 0
    return (0, 0) if picture.format == "svg" else (picture.width, picture.height)


def _place(key: str, guide: Guide) -> Place:
    rules = guide.collection.fields if guide.collection is not None else ()
    is_import = any(rule.key == key and isinstance(rule.shape, ImageShape) for rule in rules)
    return "import" if is_import else "field"


def _of_date(seen: Appearance, today: date) -> Iterator[TextFinding]:
    key, value = seen.field("pubDate")
    written = read_date(value)
    if written is not None and written.day > today:
        yield seen.finding("future-date", "note", key, day=written.day.isoformat())


def _words(value: Value) -> str:
    return " ".join(value.split()) if isinstance(value, str) else str(value) if value is not None else ""

"""What stands above an article's body, read from its front matter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from editor.article.dates import read_date
from editor.blog.fields import template_key
from editor.rendering.page import PageHead

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import date

    from editor.article.values import Value

_LANGUAGES: Final = ("lang", "language", "locale")
_ADDRESSES: Final = ("src", "url")


def page_head(
    values: Mapping[str, Value], hero_address: Callable[[str], str | None], language: str = "en"
) -> PageHead:
    """Answer the head of the page of an article with these front-matter values.

    hero_address makes of the image's address the one that the page uses, None where it has none; language is
    for an article that names none. The names are the blog template's, and the ones that real blogs use in
    their place.
    """
    hero = next((address for value in _named(values, "heroImage") if (address := _address(value))), "")
    return PageHead(
        title=_text(_named(values, "title")),
        description=_text(_named(values, "description")),
        day=_day(_named(values, "pubDate")),
        updated=_day(_named(values, "updatedDate")),
        hero=hero_address(hero) if hero else None,
        language=_text(values.get(key) for key in _LANGUAGES) or language,
        author=", ".join(_texts(values.get("author")) or _texts(values.get("authors"))),
    )


def keywords(values: Mapping[str, Value]) -> tuple[str, ...]:
    """Answer the tags of an article with these front-matter values."""
    return next((found for value in _named(values, "tags") if (found := _texts(value))), ())


def _named(values: Mapping[str, Value], name: str) -> Iterator[Value]:
    """Answer the values of the template's field called name: under that name, then under its other names."""
    if name in values:
        yield values[name]
    yield from (value for key, value in values.items() if key != name and template_key(key) == name)


def _text(found: Iterator[Value]) -> str:
    return next((value for value in found if isinstance(value, str) and value), "")


def _texts(value: Value) -> tuple[str, ...]:
    items = value if isinstance(value, list) else [value]
    return tuple(item for item in items if isinstance(item, str) and item)


def _day(found: Iterator[Value]) -> date | None:
    written = map(read_date, found)
    return next((date.day for date in written if date is not None), None)


def _address(value: Value) -> str:
    """Answer the address of an image, which blogs also write as src or url beside a description."""
    if isinstance(value, dict):
        return _text(value.get(key) for key in _ADDRESSES)
    return value if isinstance(value, str) else ""

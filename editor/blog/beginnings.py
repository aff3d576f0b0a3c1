"""What a new article holds before a word is written: a template, or front matter as its neighbours have."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from editor.article.front_matter import FrontMatter, read, set_raw, set_value
from editor.blog.fields import date_notation, date_source, form_fields, template_key
from editor.blog.schemas.guide import KeyUsage
from editor.blog.schemas.shapes import ANYTHING, ListShape
from editor.blog.templates import Filling, filled
from editor.text.change import apply_edits

if TYPE_CHECKING:
    from datetime import date

    from editor.article.fences import Format
    from editor.article.values import Value
    from editor.blog.fields import Field
    from editor.blog.schemas.guide import Guide
    from editor.blog.shelves import Shelf
    from editor.blog.templates import Template

_USUAL: Final = 0.8
"""Of the articles: a key that so many have is written, and a word that so many of those have is its value."""
_FREQUENT: Final = 0.5
"""Of the articles: what a draft is called by so many is how drafts are marked here."""
_DRAFT: Final = {"draft": True, "published": False}
_DATE: Final = "pubDate"
_EMPTY: Final[dict[str, Value]] = {"line": "", "text": "", "image": "", "tags": [], "list": [], "groups": []}
_UNUSED: Final = KeyUsage("", 0, ANYTHING)


@dataclass(frozen=True, slots=True)
class New:
    """A new article: its title, the slug of its name, and the day on which it is begun."""

    title: str
    slug: str
    day: date


def beginning(new: New, shelf: Shelf, template: Template | None = None) -> str:
    """Answer the text of a new article on a shelf.

    Its front matter has the keys that the schema requires and those that its neighbours have, in their order,
    quotes and notation of dates. It is a draft where they say of themselves whether they are. What nobody can
    know is empty. Where most neighbours have no front matter, its title is a heading.
    """
    if template is not None:
        source = _day_source(_DATE, new.day, _offered(shelf), shelf.format)
        return filled(template, Filling(new.title, new.slug, new.day.isoformat(), source))
    if shelf.format == "none":
        return f"# {new.title}\n\n"
    text = "+++\n+++\n" if shelf.format == "toml" else ""
    fields = _offered(shelf)
    usage = {key.key: key for key in shelf.guide.usage.keys}
    quote = _usual_quote(shelf.guide)
    for field in sorted(fields, key=lambda field: _place(field.key, shelf.guide)):
        used = usage.get(field.key, _UNUSED)
        share = used.articles / max(shelf.guide.usage.articles, 1)
        if _is_written(field, share, used, has_neighbours=shelf.guide.usage.articles > 0):
            is_date = field.kind == "date" or _name(field) == _DATE
            source = (
                _day_source(field.key, new.day, fields, shelf.format)
                if is_date
                else _source(_value(field, used, new), used.quote if used.articles else quote, shelf.format)
            )
            text = apply_edits(text, set_raw(text, field.key, source))
    return f"{text}\n"


def _offered(shelf: Shelf) -> tuple[Field, ...]:
    """Answer the fields that an article on a shelf may have; only Astro's template says pubDate for date."""
    fields = form_fields(FrontMatter("toml" if shelf.format == "toml" else "none", (), None), shelf.guide)
    if shelf.is_astro:
        return fields
    return tuple(
        replace(field, key="date") if field.rule is None and field.key == _DATE else field for field in fields
    )


def _place(key: str, guide: Guide) -> int:
    order = guide.key_order
    return order.index(key) if key in order else len(order)


def _name(field: Field) -> str | None:
    """Answer which field of Astro's template this is; "published" may be a date, or true and false."""
    return None if field.kind == "flag" else template_key(field.key)


def _is_written(field: Field, share: float, used: KeyUsage, *, has_neighbours: bool) -> bool:
    rule, name = field.rule, _name(field)
    if rule is not None and rule.is_required:
        return True
    if name in ("title", _DATE) and (not has_neighbours or share >= _FREQUENT):
        return True
    if field.key in _DRAFT:
        return share >= _FREQUENT
    is_filled = name == "description" or field.kind == "tags" or field.key == "slug" or bool(_constant(used))
    return share >= _USUAL and is_filled


def _value(field: Field, used: KeyUsage, new: New) -> Value:
    """Answer the value of a field that is written; null where nobody can know it."""
    if template_key(field.key) == "title":
        return new.title
    if field.key == "slug":
        return new.slug
    if field.key in _DRAFT:
        return _DRAFT[field.key]
    if field.kind == "flag":
        return False
    return _constant(used) or _EMPTY.get(field.kind)


def _constant(used: KeyUsage) -> str:
    """Answer the one word that a key has nearly everywhere, "" where there is none."""
    word, count = used.words[0] if used.words and not isinstance(used.shape, ListShape) else ("", 0)
    return word if count >= max(_USUAL * used.articles, 2) else ""


def _usual_quote(guide: Guide) -> str:
    counts = Counter(key.quote for key in guide.usage.keys for _ in range(key.articles) if key.words)
    return counts.most_common(1)[0][0] if counts else ""


def _day_source(key: str, day: date, fields: tuple[Field, ...], notation: Format) -> str:
    dates = [field.key for field in fields if template_key(field.key) == _DATE]
    key = key if any(field.key == key for field in fields) else next(iter(dates), key)
    return date_source(day, date_notation(fields, key), notation)


def _source(value: Value, quote: str, notation: Format) -> str:
    """Answer the source of a value; that of text in the quote given, if it can be."""
    if value is None:
        return "" if notation != "toml" else '""'
    text = "+++\n+++\n" if notation == "toml" else ""
    return read(apply_edits(text, set_value(text, "value", value, quote=quote))).entries[0].raw

"""The words of the form: labels of the fields, dates, counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QDate, QLocale

from editor.blog.fields import template_key
from editor.schema_words import unread_words
from editor.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from editor.blog.fields import Field
    from editor.blog.schemas.guide import Guide

_LONG_DATE: Final = "d MMMM yyyy"


def field_label(key: str) -> str:
    """Answer the writer's word for a key of the front matter, the key itself where there is none."""
    words = {
        "title": tr("Title"),
        "description": tr("Description"),
        "pubDate": tr("Date"),
        "updatedDate": tr("Updated"),
        "heroImage": tr("Image"),
        "tags": tr("Tags"),
        "draft": tr("Draft"),
        "author": tr("Author"),
        "authors": tr("Authors"),
        "categories": tr("Categories"),
        "category": tr("Category"),
        "excerpt": tr("Excerpt"),
        "summary": tr("Summary"),
        "slug": tr("Slug"),
    }
    return words.get(key) or words.get(template_key(key) or "", key)


def field_labels(keys: Iterable[str]) -> dict[str, str]:
    """Answer the labels of keys; two that would read the same are shown as their keys."""
    labels = {key: field_label(key) for key in keys}
    words = list(labels.values())
    return {key: label if words.count(label) == 1 else key for key, label in labels.items()}


def field_tip(field: Field) -> str:
    """Answer what is to be known of a field: its key, whether it is required, what its blog says of it."""
    rule = field.rule
    if rule is None:
        return field.key
    name = tr("{name}, required").format(name=field.key) if rule.is_required else field.key
    return "\n".join(filter(None, (name, rule.description)))


def source_words(guide: Guide) -> str:
    """Answer where the form's fields come from, "" where no blog tells of them."""
    collection = guide.collection
    if collection is not None and collection.has_schema and collection.sources:
        first, *others = collection.sources
        if others:
            return tr("Fields from {source} and {other}").format(source=first, other=others[0])
        return tr("Fields from {source}").format(source=first)
    return tr("Fields as the other articles have them") if guide.usage.articles else ""


def source_tip(guide: Guide) -> str:
    """Answer more of where the form's fields come from."""
    collection = guide.collection
    if collection is None:
        return source_words(guide)
    name = tr("Collection “{name}”").format(name=collection.name)
    unread = map(unread_words, collection.unread)
    return "\n".join(filter(None, (source_words(guide), name, str(collection.base), *unread)))


def day_in_words(day: date, language: str) -> str:
    """Answer a day as it is written in language, such as 7 July 2025."""
    return QLocale(language).toString(QDate(day.year, day.month, day.day), _LONG_DATE)

"""The words of the form: labels of the fields, dates, counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QDate, QLocale

from editor.blog.fields import template_key
from editor.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

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


def day_in_words(day: date, language: str) -> str:
    """Answer a day as it is written in language, such as 7 July 2025."""
    return QLocale(language).toString(QDate(day.year, day.month, day.day), _LONG_DATE)

"""A front matter's keys and values for those who show them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor.article.faults import Fault, Unreadable
from editor.article.fences import find_fences
from editor.article.loading import read_document
from editor.article.plain_yaml import plain_entries

if TYPE_CHECKING:
    from editor.article.document import Entry
    from editor.article.fences import Format
    from editor.article.values import Value


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The entries in the order of the file; where there is a fault there are none."""

    format: Format
    entries: tuple[Entry, ...]
    fault: Fault | None


def read(text: str, *, takes_json: bool = False) -> FrontMatter:
    """Answer the front matter of a file's text as Astro reads it; with takes_json also one in JSON."""
    fences = find_fences(text, takes_json=takes_json)
    plain = plain_entries(text, fences) if fences else None
    if plain is not None:
        return FrontMatter("yaml", plain, None)
    try:
        document = read_document(text, takes_json=takes_json)
    except Unreadable as unreadable:
        return FrontMatter(fences.format if fences else "none", (), _fault(text, unreadable))
    if document is None:
        return FrontMatter("none", (), None)
    return FrontMatter(document.fences.format, document.entries(), None)


def values(front_matter: FrontMatter) -> dict[str, Value]:
    """Answer the values by their keys."""
    return {entry.key: entry.value for entry in front_matter.entries}


def _fault(text: str, unreadable: Unreadable) -> Fault:
    line_start = text.rfind("\n", 0, unreadable.index) + 1
    line = text.count("\n", 0, line_start)
    return Fault(unreadable.reason, line, unreadable.index - line_start, unreadable.detail)

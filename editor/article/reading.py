"""A front matter's keys and values for those who show them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor.article.document import Document, read_document
from editor.article.faults import Fault, Unreadable
from editor.article.fences import find_fences
from editor.article.slots import refusal, shared

if TYPE_CHECKING:
    from editor.article.fences import Format
    from editor.article.values import Value


@dataclass(frozen=True, slots=True)
class Entry:
    """One key: its value, the source text of that, its line in the file (from 0), whether it is editable."""

    key: str
    value: Value
    raw: str
    line: int
    editable: bool


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The entries in the order of the file; where there is a fault there are none."""

    format: Format
    entries: tuple[Entry, ...]
    fault: Fault | None


def read(text: str) -> FrontMatter:
    """Answer the front matter of a file's text as Astro reads it."""
    try:
        document = read_document(text)
    except Unreadable as unreadable:
        fences = find_fences(text)
        return FrontMatter(fences.format if fences else "none", (), _fault(text, unreadable))
    if document is None:
        return FrontMatter("none", (), None)
    entries = _toml_entries(document) if document.fences.format == "toml" else _yaml_entries(document)
    return FrontMatter(document.fences.format, entries, None)


def values(front_matter: FrontMatter) -> dict[str, Value]:
    """Answer the values by their keys."""
    return {entry.key: entry.value for entry in front_matter.entries}


def _fault(text: str, unreadable: Unreadable) -> Fault:
    line_start = text.rfind("\n", 0, unreadable.index) + 1
    line = text.count("\n", 0, line_start)
    return Fault(unreadable.reason, line, unreadable.index - line_start, unreadable.detail)


def _yaml_entries(document: Document) -> tuple[Entry, ...]:
    text = document.text
    locked = shared(document.root) if document.root else set()
    entries = {
        key: Entry(
            key,
            document.values[key],
            text[value_node.start : value_node.end],
            text.count("\n", 0, key_node.start),
            editable=value_node not in locked and refusal(text, key_node) is None,
        )
        for key, key_node, value_node in document.pairs
        if key in document.values
    }
    fence_line = text.count("\n", 0, document.fences.start)
    merged = (Entry(key, value, "", fence_line, editable=False) for key, value in document.values.items())
    return (*entries.values(), *(entry for entry in merged if entry.key not in entries))


def _toml_entries(document: Document) -> tuple[Entry, ...]:
    text, fences = document.text, document.fences
    entries = []
    for key, value in document.values.items():
        pattern = re.compile(
            rf"^\s*\[*\s*[\"']?{re.escape(key)}\b[^=\n]*(?:=[ \t]*(?P<raw>.*))?", re.MULTILINE
        )
        match = pattern.search(text, fences.start, fences.stop)
        place = match.end() if match else fences.start
        raw = (match["raw"] or "") if match else ""
        entries.append(Entry(key, value, raw, text.count("\n", 0, place), editable=False))
    return tuple(entries)

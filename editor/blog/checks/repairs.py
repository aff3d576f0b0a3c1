"""The edits of repairs, after which the front matter says all that it said, and one thing rightly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.article.front_matter import RefusedEdit, read, remove_key, set_value, split, values
from editor.article.places import Span, key_span, value_span
from editor.article.slots import line_end
from editor.article.values import is_same
from editor.article.yaml_writing import key_text
from editor.text.change import Edit, apply_edits, merged_edits

if TYPE_CHECKING:
    from editor.article.document import Document
    from editor.article.places import Place
    from editor.article.values import Value
    from editor.blog.checks.findings import Repair


def repair_edits(document: Document, place: Place, repair: Repair) -> tuple[Edit, ...]:
    """Answer the edits of a repair at a place, none where they would touch other text."""
    try:
        return _edits(document, place, repair)
    except RefusedEdit:
        return ()


def _edits(document: Document, place: Place, repair: Repair) -> tuple[Edit, ...]:
    match repair.remedy:
        case "rename":
            return _renaming(document, place, str(repair.value))
        case "remove" if len(place) == 1:
            return remove_key(_head(document), str(place[0]))
        case "remove":
            return _setting(document, place[:-1], _without(_at(document.values, place[:-1]), place[-1]))
        case "quote":
            span = value_span(document, place) or Span(0, 0)
            if isinstance(repair.value, str):
                return _quoting_all(document, place, span, repair.value)
            source = document.text[span.start : span.end]
            return _setting(document, place, source) if source else ()
    return _setting(document, place, repair.value)


def _setting(document: Document, place: Place, value: Value) -> tuple[Edit, ...]:
    return set_value(_head(document), str(place[0]), _with(document, place, value)[str(place[0])])


def _renaming(document: Document, place: Place, name: str) -> tuple[Edit, ...]:
    span = key_span(document, place)
    if span is None:
        return ()
    source = document.text[span.start : span.end]
    edits = (Edit(span.start, span.end, key_text(name, source[:1])),)
    wanted = {name if key == place[0] else key: value for key, value in document.values.items()}
    return edits if _reads(document, edits, wanted) else ()


def _quoting_all(document: Document, place: Place, span: Span, value: str) -> tuple[Edit, ...]:
    """Put a value and what stands behind it on its line, for YAML a comment, in quotes."""
    end = line_end(document.text, span.end)
    rest = Edit(span.end, span.end + len(document.text[span.end : end].rstrip(" \t")), "")
    edits = merged_edits(document.text, (*_setting(document, place, value), rest))
    return edits if _reads(document, edits, _with(document, place, value)) else ()


def _reads(document: Document, edits: tuple[Edit, ...], wanted: dict[str, Value]) -> bool:
    """Whether the front matter has the wanted values after edits, and ends where it ended."""
    head = apply_edits(_head(document), edits)
    return split(head).head == head and is_same(values(read(head)), wanted)


def _head(document: Document) -> str:
    return document.text[: document.fences.end]


def _at(value: Value, place: Place) -> Value:
    for step in place:
        value = value[step] if isinstance(value, dict | list) else None  # type: ignore[index]
    return value


def _with(document: Document, place: Place, value: Value) -> dict[str, Value]:
    """Answer the values of a front matter with one of them replaced."""
    key = str(place[0])
    return {**document.values, key: _replaced(document.values[key], place[1:], value)}


def _replaced(value: Value, place: Place, new: Value) -> Value:
    """Answer a value with what lies at a place within it replaced."""
    if not place:
        return new
    first, rest = place[0], place[1:]
    if isinstance(value, dict):
        return {key: _replaced(item, rest, new) if key == first else item for key, item in value.items()}
    items = value if isinstance(value, list) else []
    return [_replaced(item, rest, new) if number == first else item for number, item in enumerate(items)]


def _without(value: Value, step: str | int) -> Value:
    return {key: item for key, item in value.items() if key != step} if isinstance(value, dict) else value

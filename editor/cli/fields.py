"""The command fields: what the articles of a collection may hold, and who says so."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from editor.article.files import read_file
from editor.article.front_matter import FrontMatter
from editor.article.source import decode
from editor.assignments import json_of
from editor.blog.blog import find_blog
from editor.blog.fields import form_fields
from editor.blog.nested_fields import item_field, nested_fields
from editor.blog.schemas.collections import collection_of
from editor.blog.schemas.guides import BlogGuides, with_used_fields
from editor.blog.schemas.known import Known
from editor.blog.schemas.shapes import ChoiceShape, ListShape, NumberShape, ReferenceShape, TextShape
from editor.blog.schemas.usage import SOURCE
from editor.cli.commands import DONE, front_matter_of
from editor.schema_words import bounds_words

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence

    from editor.article.values import Value
    from editor.blog.fields import Field
    from editor.blog.schemas.guide import Collection, Guide
    from editor.blog.schemas.shapes import Shape

_NOTHING: Final = FrontMatter("none", (), None)
_ANY_NAME: Final = "untitled.md"
_LONGEST: Final = 40
_HEADING: Final = ("FIELD", "KIND", "REQUIRED", "DEFAULT", "BOUNDS", "CHOICES", "SOURCE")


class _Listing(NamedTuple):
    """The fields of one collection or article."""

    name: str
    guide: Guide
    fields: tuple[Field, ...]


def list_fields(options: argparse.Namespace) -> int:
    """Print the fields of an article, or of the collections in a folder."""
    listings = tuple(_listings(options.path))
    if options.json:
        sys.stdout.write(json_of([_json(listing) for listing in listings]) + "\n")
    else:
        sys.stdout.write("\n".join(map(_text, listings)))
    return DONE


def _listings(path: Path) -> Iterator[_Listing]:
    """Answer the fields of an article; of a folder, those of the collection it lies in, or else holds."""
    guides = BlogGuides(find_blog(path), Known())
    place = Path(os.path.abspath(path))  # noqa: PTH100 - as find_blog does: ".." goes, links stay
    if not path.is_dir():
        text = decode(read_file(path)).text
        front_matter = front_matter_of(text, takes_json=find_blog(path).takes_json)
        guide = guides.of_collection(collection_of(place, guides.collections))
        yield _Listing(str(path), guide, _said(form_fields(front_matter, guide)))
        return
    for collection in _collections(place, guides):
        guide = with_used_fields(guides.of_collection(collection), place)
        name = collection.name if collection else str(path)
        yield _Listing(name, guide, _said(form_fields(_NOTHING, guide)))


def _collections(folder: Path, guides: BlogGuides) -> tuple[Collection | None, ...]:
    around = collection_of(folder / _ANY_NAME, guides.collections)
    if around is not None:
        return (around,)
    within = tuple(it for it in guides.collections if it.base.is_relative_to(folder))
    return within or (None,)


def _said(fields: Sequence[Field]) -> tuple[Field, ...]:
    """Answer the fields that something speaks of: the article, its neighbours, a schema."""
    return tuple(field for field in fields if field.present or field.rule is not None)


def _json(listing: _Listing) -> dict[str, Value]:
    collection = listing.guide.collection
    sources: list[Value] = list(collection.sources) if collection else []
    fields: list[Value] = [_field_json(field) for field in listing.fields]
    return {"name": listing.name, "sources": sources or [SOURCE], "fields": fields}


def _field_json(field: Field) -> dict[str, Value]:
    rule = field.rule
    shape = _inner(field.shape)
    told: dict[str, Value] = {
        "key": field.key,
        "kind": field.kind,
        "required": rule is not None and rule.is_required,
        "source": _source(field),
    }
    if rule is not None and rule.has_default:
        told["default"] = rule.default_source or rule.default
    if bounds := _bounds(field.shape):
        told["bounds"] = bounds
    if isinstance(shape, ChoiceShape):
        told["choices"] = list(shape.choices)
    if isinstance(shape, ReferenceShape):
        told["collection"] = shape.collection
    if rule is not None and rule.description:
        told["description"] = rule.description
    if inner := _nested(field):
        told["fields"] = [_field_json(each) for each in inner]
    return told


def _bounds(shape: Shape) -> dict[str, Value]:
    """Answer the bounds of a shape by name, those that there are."""
    match shape:
        case TextShape(shortest, longest, pattern, form):
            bounds: dict[str, Value] = {
                "shortest": shortest,
                "longest": longest,
                "pattern": pattern,
                "format": form,
            }
        case NumberShape(smallest, largest, is_smallest_excluded, is_largest_excluded, is_whole, step):
            bounds = {
                "above" if is_smallest_excluded else "smallest": smallest,
                "below" if is_largest_excluded else "largest": largest,
                "whole": is_whole or None,
                "step": step,
            }
        case ListShape(item, shortest, longest):
            bounds = {"shortest": shortest, "longest": longest, "each": _bounds(item) or None}
        case _:
            bounds = {}
    return {name: bound for name, bound in bounds.items() if bound is not None and bound != ""}


def _text(listing: _Listing) -> str:
    """Answer a table; columns that say nothing are left out."""
    collection = listing.guide.collection
    sources = ", ".join(collection.sources) if collection and collection.sources else SOURCE
    rows = [_HEADING, *(row for field in listing.fields for row in _rows(field, 0))]
    columns = [column for column in zip(*rows, strict=True) if any(column[1:])]
    widths = [max(map(len, column)) for column in columns]
    lines = ("  ".join(map(str.ljust, row, widths)).rstrip() for row in zip(*columns, strict=True))
    return "\n".join([f"{listing.name} ({sources})", *lines]) + "\n"


def _rows(field: Field, depth: int) -> Iterator[tuple[str, ...]]:
    rule = field.rule
    default = (rule.default_source or _plain(rule.default)) if rule and rule.has_default else ""
    yield (
        "  " * depth + field.key,
        field.kind,
        "required" if rule is not None and rule.is_required else "",
        _short(default),
        bounds_words(field.shape),
        _choices(_inner(field.shape)),
        _source(field),
    )
    for inner in _nested(field):
        yield from _rows(inner, depth + 1)


def _choices(shape: Shape) -> str:
    if isinstance(shape, ReferenceShape):
        return f"entries of {shape.collection}" if shape.collection else "entries"
    return _short(", ".join(map(_plain, shape.choices))) if isinstance(shape, ChoiceShape) else ""


def _plain(value: Value) -> str:
    """Answer a value as it would be written: text as it is, anything else as JSON."""
    return value if isinstance(value, str) else json_of(value)


def _inner(shape: Shape) -> Shape:
    """Answer the shape of a list's items, or else the shape itself."""
    return shape.item if isinstance(shape, ListShape) else shape


def _nested(field: Field) -> tuple[Field, ...]:
    return nested_fields(item_field(field, None) if field.kind == "groups" else field)


def _source(field: Field) -> str:
    return field.rule.source if field.rule is not None and field.rule.source else SOURCE


def _short(words: str) -> str:
    one_line = " ".join(words.split())
    return one_line if len(one_line) <= _LONGEST else one_line[: _LONGEST - 1] + "…"

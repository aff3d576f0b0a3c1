"""Fields from the JSON Schema that Astro generates for a collection.

Two forms are known: draft-07 with definitions (Astro 5 and before, zod-to-json-schema) and flat 2020-12
(Astro 6 and later, z.toJSONSchema of what the collection takes in).
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from editor.blog.schemas.combining import one_group
from editor.blog.schemas.json_shapes import ShapeReader, UnreadableSchema
from editor.blog.schemas.shapes import AnyShape, GroupShape, ListShape, UnionShape

if TYPE_CHECKING:
    from editor.blog.schemas.shapes import Shape

LARGEST: Final = 2_000_000
"""Characters of a schema that is read."""
_HIDDEN: Final = "$schema"


def read_collection_schema(text: str) -> GroupShape:
    """Answer the shape of a collection's entries. Raises UnreadableSchema.

    The property $schema, which Astro adds, is hidden. Other keys are refused only where the flat form says
    so: draft-07 says it of every object, and Astro takes other keys all the same.
    """
    if len(text) > LARGEST:
        raise UnreadableSchema("too-large")
    try:
        root = json.loads(text.removeprefix("\ufeff"), parse_constant=_no_constant)
    except RecursionError:
        raise UnreadableSchema("too-deep") from None
    except ValueError:
        raise UnreadableSchema("syntax") from None
    if not isinstance(root, dict):
        raise UnreadableSchema("not-a-schema")
    return _of_entries(ShapeReader(root).read())


def _of_entries(shape: Shape) -> GroupShape:
    """Answer the shape of an entry: the schema's own, or that of the items in the data file of file()."""
    match shape:
        case GroupShape(fields, other) if other is None or any(field.key != _HIDDEN for field in fields):
            shown = tuple(field for field in fields if field.key != _HIDDEN)
            return GroupShape(shown, other, shape.are_others_refused)
        case GroupShape(_, AnyShape("")):
            return GroupShape()
        case GroupShape(_, item) | ListShape(item) if item is not None:
            return _of_entries(item)
        case UnionShape((ListShape(item), GroupShape(_, other))) if item == other:
            return _of_entries(item)
        case AnyShape("recursion"):
            raise UnreadableSchema("recursion")
    group = one_group(shape)
    if group is None:
        raise UnreadableSchema("not-a-schema")
    return group


def _no_constant(name: str) -> Any:
    raise ValueError(name)

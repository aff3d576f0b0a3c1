"""One shape of several: what a union of shapes comes to, with null and without."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from editor.blog.schemas.shapes import ANYTHING, AnyShape, ChoiceShape, GroupShape, UnionShape

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from editor.blog.schemas.shapes import SchemaField, Shape

NOTHING: Final = ChoiceShape((None,))
"""Null and nothing else."""


def united(shapes: Iterable[Shape]) -> Shape:
    """Answer the one shape of several that are allowed: a choice where each is one, else a union."""
    options = list({repr(shape): shape for shape in shapes}.values())  # not every default is hashable
    if len(options) == 1:
        return options[0]
    choices = [option for option in options if isinstance(option, ChoiceShape)]
    if choices and len(choices) == len(options):
        return ChoiceShape(tuple(choice for option in choices for choice in option.choices))
    return UnionShape(tuple(options), _discriminator(options)) if options else ANYTHING


def without_nothing(shape: Shape) -> tuple[Shape, bool]:
    """Answer a field's shape without null, and whether null was one of its values."""
    if isinstance(shape, ChoiceShape) and None in shape.choices and len(shape.choices) > 1:
        return ChoiceShape(tuple(choice for choice in shape.choices if choice is not None)), True
    if isinstance(shape, UnionShape) and any(option == NOTHING for option in shape.options):
        return united(option for option in shape.options if option != NOTHING), True
    return shape, False


def intersection(shapes: Sequence[Shape]) -> Shape | None:
    """Answer the shape of values that are of several shapes at once, None where that is not plain.

    Of groups it is a group, and of one of several groups with another it is one of several.
    """
    found = shapes[0]
    for shape in shapes[1:]:
        together = _together(found, shape)
        if together is None:
            return None
        found = together
    return found


def _together(one: Shape, other: Shape) -> Shape | None:
    if isinstance(one, GroupShape) and isinstance(other, GroupShape):
        # Of one key the last says what it is.
        fields = {field.key: field for group in (one, other) for field in group.fields}
        return GroupShape(tuple(fields.values()), one.other if other.other is None else other.other)
    for union, shape in ((one, other), (other, one)):
        if isinstance(union, UnionShape):
            options = [_together(option, shape) for option in union.options]
            known = tuple(option for option in options if option is not None)
            if len(known) == len(options):
                return UnionShape(known, union.discriminator)
    for unread, shape in ((one, other), (other, one)):
        if isinstance(unread, AnyShape) and isinstance(shape, GroupShape):
            return replace(shape, other=unread)
    return None


def either(groups: Sequence[GroupShape]) -> GroupShape:
    """Answer the group of a value that is one of several: a key is required where each asks for it."""
    found: dict[str, list[SchemaField]] = {}
    for group in groups:
        for field in group.fields:
            found.setdefault(field.key, []).append(field)
    others = next((group.other for group in groups if group.other is not None), None)
    return GroupShape(
        tuple(_one_field(fields, is_everywhere=len(fields) == len(groups)) for fields in found.values()),
        others,
        are_others_refused=all(group.are_others_refused for group in groups),
    )


def one_group(shape: Shape) -> GroupShape | None:
    """Answer the one group that a shape comes to, None for one that is no group, nor one of several."""
    if isinstance(shape, GroupShape):
        return shape
    options = shape.options if isinstance(shape, UnionShape) else ()
    groups = [option for option in options if isinstance(option, GroupShape)]
    return either(groups) if groups and len(groups) == len(options) else None


def _one_field(fields: list[SchemaField], *, is_everywhere: bool) -> SchemaField:
    first = fields[0]
    shape, _ = without_nothing(united(field.shape for field in fields))
    is_default = all(field.has_default and field.default == first.default for field in fields)
    return replace(
        first,
        shape=shape,
        is_required=is_everywhere and all(field.is_required for field in fields),
        is_nullable=any(field.is_nullable for field in fields),
        has_default=is_default,
        default=first.default if is_default else None,
        default_source=first.default_source if is_default else "",
    )


def _discriminator(options: list[Shape]) -> str:
    """Answer the key whose single value tells groups apart, "" where none does."""
    groups = [option for option in options if isinstance(option, GroupShape)]
    if len(groups) < len(options):
        return ""
    return next((field.key for field in groups[0].fields if _tells_apart(field.key, groups)), "")


def _tells_apart(key: str, groups: list[GroupShape]) -> bool:
    fields = [field for group in groups for field in group.fields if field.key == key]
    choices = [field.shape.choices for field in fields if isinstance(field.shape, ChoiceShape)]
    values = [choice for row in choices for choice in row]
    is_asked = all(field.is_required for field in fields)
    return len(choices) == len(groups) and is_asked and len(set(map(repr, values))) == len(values)

"""Which of the shapes that a schema allows a value has."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Final

from editor.article.dates import read_date
from editor.article.values import is_same
from editor.blog.schemas.shapes import (
    ChoiceShape,
    DateShape,
    FlagShape,
    GroupShape,
    ImageShape,
    ListShape,
    NumberShape,
    ReferenceShape,
    SchemaField,
    TextShape,
    UnionShape,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editor.article.values import Value
    from editor.blog.schemas.shapes import Shape

_SCALARS: Final = (TextShape, NumberShape, FlagShape, DateShape, ChoiceShape, ImageShape, ReferenceShape)
# Of two shapes that a missing value may have, the one that has more to offer; the first in the schema
# where they are alike.
_WANTED: Final = (ListShape, GroupShape, DateShape, ImageShape, ReferenceShape)


def resolved(shape: Shape, value: Value) -> Shape:
    """Answer the one shape of value, where shape is a union; value is None where there is none yet.

    A union remains one only where several scalars are allowed, such as text or a number. Groups that a key
    tells apart become one group, whose key offers them all.
    """
    if not isinstance(shape, UnionShape):
        return shape
    options = tuple(dict.fromkeys(option for option in _flat(shape) if option != ChoiceShape((None,))))
    if len(options) == 1:
        return options[0]
    groups = tuple(option for option in options if isinstance(option, GroupShape))
    if groups and (isinstance(value, dict) or len(groups) == len(options)):
        return _group(groups, shape.discriminator, value if isinstance(value, dict) else {})
    if all(isinstance(option, ChoiceShape) for option in options):
        return _joined_choices(options)
    if value is None:
        return _most_wanted(options)
    fitting = [option for option in options if fits(option, value)]
    if fitting and not isinstance(fitting[0], _SCALARS):
        return fitting[0]
    return _scalars(options)


def fits(shape: Shape, value: Value) -> bool:
    """Whether value is of the type of shape; bounds are not asked."""
    match shape:
        case TextShape() | ImageShape():
            return isinstance(value, str)
        case NumberShape():
            return isinstance(value, int | float) and not isinstance(value, bool)
        case FlagShape():
            return isinstance(value, bool)
        case DateShape(is_coerced):
            return isinstance(value, datetime) or (is_coerced and read_date(value) is not None)
        case ChoiceShape(choices):
            return any(is_same(choice, value) for choice in choices)
        case ReferenceShape():
            return isinstance(value, str | dict)
        case ListShape(item):
            return isinstance(value, list) and all(fits(item, it) for it in value)
        case GroupShape():
            return isinstance(value, dict)
        case UnionShape(options):
            return any(fits(option, value) for option in options)
    return True


def _flat(union: UnionShape) -> Iterator[Shape]:
    for option in union.options:
        if isinstance(option, UnionShape) and not option.discriminator:
            yield from _flat(option)
        elif isinstance(option, UnionShape):
            yield from option.options
        else:
            yield option


def _most_wanted(options: tuple[Shape, ...]) -> Shape:
    for kind in _WANTED:
        for option in options:
            if isinstance(option, kind):
                return option
    return _scalars(options)


def _scalars(options: tuple[Shape, ...]) -> Shape:
    scalars = tuple(option for option in options if isinstance(option, _SCALARS))
    if not scalars:
        return options[0]
    return UnionShape(scalars) if len(scalars) > 1 else scalars[0]


def _joined_choices(options: tuple[Shape, ...]) -> ChoiceShape:
    return ChoiceShape(
        tuple(choice for option in options if isinstance(option, ChoiceShape) for choice in option.choices)
    )


def _group(groups: tuple[GroupShape, ...], discriminator: str, value: dict[str, Value]) -> GroupShape:
    if not discriminator:
        return max(groups, key=lambda group: _kinship(group, value))
    tells = [_field(group, discriminator) for group in groups]
    named = [field for field in tells if field is not None]
    chosen = next(
        (
            group
            for group, field in zip(groups, tells, strict=True)
            if field is not None and discriminator in value and fits(field.shape, value[discriminator])
        ),
        groups[0],
    )
    if not named:
        return chosen
    choices = _joined_choices(tuple(field.shape for field in named))
    tell = SchemaField(discriminator, choices, source=named[0].source, description=named[0].description)
    others = tuple(field for field in chosen.fields if field.key != discriminator)
    return GroupShape((tell, *others), chosen.other, chosen.are_others_refused)


def _field(group: GroupShape, key: str) -> SchemaField | None:
    return next((field for field in group.fields if field.key == key), None)


def _kinship(group: GroupShape, value: dict[str, Value]) -> int:
    shared = sum(field.key in value and fits(field.shape, value[field.key]) for field in group.fields)
    return shared - sum(field.is_required and field.key not in value for field in group.fields)

"""The types that Zod's functions make of their arguments."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from editor.blog.schemas.combining import intersection, united
from editor.blog.schemas.shapes import (
    ChoiceShape,
    DateShape,
    FlagShape,
    GroupShape,
    ListShape,
    NumberShape,
    TextShape,
    UnionShape,
)
from editor.blog.schemas.zod.groups import opened
from editor.blog.schemas.zod.types import ZodType
from editor.script.expressions import Call

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from editor.blog.schemas.zod.reader import ZodReader
    from editor.script.tracing import Bound

    Make = Callable[[ZodReader, Sequence[Bound]], ZodType | None]


def union_of(types: Sequence[ZodType], discriminator: str = "") -> ZodType:
    """Answer the type of values that are of one of several types."""
    shape = united(type_.whole for type_ in types)
    if discriminator and isinstance(shape, UnionShape):
        shape = replace(shape, discriminator=discriminator)
    return ZodType(shape, is_optional=any(type_.is_optional for type_ in types))


def both_of(one: ZodType, other: ZodType) -> ZodType | None:
    """Answer the type of values that are of two types at once, None where that is not plain."""
    shape = intersection((one.whole, other.whole))
    return None if shape is None else ZodType(shape, one.is_optional and other.is_optional)


def _object(reader: ZodReader, arguments: Sequence[Bound]) -> ZodType:
    return ZodType(reader.group(arguments[0]) if arguments else GroupShape())


def _strict_object(reader: ZodReader, arguments: Sequence[Bound]) -> ZodType:
    return ZodType(opened(reader.group(arguments[0]), "strict"))


def _loose_object(reader: ZodReader, arguments: Sequence[Bound]) -> ZodType:
    return ZodType(opened(reader.group(arguments[0]), "loose"))


def _tuple(reader: ZodReader, arguments: Sequence[Bound]) -> ZodType | None:
    items = reader.tracer.items(arguments[0])
    if items is None:
        return None
    rest = [reader.read(argument) for argument in arguments[1:2]]
    item = united(type_.whole for type_ in (*map(reader.read, items), *rest))
    return ZodType(ListShape(item, len(items), None if rest else len(items)))


def _record(reader: ZodReader, arguments: Sequence[Bound]) -> ZodType:
    return ZodType(GroupShape(other=reader.read(arguments[-1]).whole))


def _union(reader: ZodReader, arguments: Sequence[Bound]) -> ZodType | None:
    options = reader.tracer.items(arguments[0])
    return None if options is None else union_of(tuple(map(reader.read, options)))


def _discriminated_union(reader: ZodReader, arguments: Sequence[Bound]) -> ZodType | None:
    options = reader.tracer.items(arguments[1])
    key = reader.tracer.text(arguments[0]) or ""
    return None if options is None else union_of(tuple(map(reader.read, options)), key)


def _intersection(reader: ZodReader, arguments: Sequence[Bound]) -> ZodType | None:
    return both_of(reader.read(arguments[0]), reader.read(arguments[1]))


def _choice(reader: ZodReader, arguments: Sequence[Bound]) -> ZodType | None:
    choices = reader.choices(arguments[0])
    return ZodType(ChoiceShape(choices)) if choices else None


def _lazy(reader: ZodReader, arguments: Sequence[Bound]) -> ZodType:
    function = arguments[0]
    return reader.read(function.at(Call(function.source, function.expression)))


def _preprocess(reader: ZodReader, arguments: Sequence[Bound]) -> ZodType:
    """Answer the type that a function makes values into, out of whatever it takes."""
    type_ = reader.read(arguments[1])
    if isinstance(type_.shape, TextShape | NumberShape | FlagShape | DateShape):
        return type_.of_shape(replace(type_.shape, is_coerced=True))
    return type_


MAKERS: Final[dict[str, tuple[int, Make]]] = {
    "object": (0, _object),
    "strictObject": (1, _strict_object),
    "looseObject": (1, _loose_object),
    "tuple": (1, _tuple),
    "record": (1, _record),
    "partialRecord": (2, _record),
    "looseRecord": (2, _record),
    "union": (1, _union),
    "xor": (1, _union),
    "discriminatedUnion": (2, _discriminated_union),
    "intersection": (2, _intersection),
    "enum": (1, _choice),
    "nativeEnum": (1, _choice),
    "literal": (1, _choice),
    "lazy": (1, _lazy),
    "preprocess": (2, _preprocess),
}
"""The functions whose arguments tell what they make, None where they do not; with how many they need."""

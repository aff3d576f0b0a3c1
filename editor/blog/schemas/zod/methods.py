"""What methods of Zod's types make of the types."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, cast

from editor.blog.schemas.combining import united
from editor.blog.schemas.shapes import AnyShape, ChoiceShape, DateShape, GroupShape, ListShape
from editor.blog.schemas.zod.bounds import bounded
from editor.blog.schemas.zod.groups import EXTENDING, OPENING, PICKING, extended, opened, picked
from editor.blog.schemas.zod.making import both_of, union_of
from editor.blog.schemas.zod.types import ZodType
from editor.script.expressions import UNDEFINED, Call, Function
from editor.script.tracing import NotPlain

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from editor.article.values import Value
    from editor.blog.schemas.shapes import Shape
    from editor.blog.schemas.zod.reader import ZodReader
    from editor.script.tracing import Bound

    Modify = Callable[[ZodReader, ZodType, Sequence[Bound]], ZodType | None]

_SOURCE_LENGTH: Final = 200


def _optional(_reader: ZodReader, type_: ZodType, _arguments: Sequence[Bound]) -> ZodType:
    return replace(type_, is_optional=True)


def _nullable(_reader: ZodReader, type_: ZodType, _arguments: Sequence[Bound]) -> ZodType:
    return replace(type_, is_nullable=True)


def _nullish(_reader: ZodReader, type_: ZodType, _arguments: Sequence[Bound]) -> ZodType:
    return replace(type_, is_optional=True, is_nullable=True)


def _asked(_reader: ZodReader, type_: ZodType, _arguments: Sequence[Bound]) -> ZodType:
    return replace(type_, is_optional=False)


def _unwrapped(_reader: ZodReader, type_: ZodType, _arguments: Sequence[Bound]) -> ZodType:
    """Answer the type that must be there and is not null, or else that of a list's items."""
    if type_.is_optional or type_.is_nullable:
        return replace(type_, is_optional=False, is_nullable=False)
    return ZodType(type_.shape.item) if isinstance(type_.shape, ListShape) else type_


def _defaulted(reader: ZodReader, type_: ZodType, arguments: Sequence[Bound]) -> ZodType:
    value = arguments[0]
    if reader.tracer.traced(value).expression == UNDEFINED:
        return replace(type_, is_optional=True)
    made = value
    if isinstance(reader.tracer.traced(value).expression, Function):
        made = value.at(Call(value.source, value.expression))
    try:
        return type_.with_default(cast("Value", reader.tracer.plain(made)))
    except NotPlain:
        return type_.with_default(None, " ".join(value.source.split())[:_SOURCE_LENGTH])


def _described(reader: ZodReader, type_: ZodType, arguments: Sequence[Bound]) -> ZodType:
    return replace(type_, description=reader.tracer.text(arguments[0]) or type_.description)


def _annotated(reader: ZodReader, type_: ZodType, arguments: Sequence[Bound]) -> ZodType:
    words = reader.tracer.member(arguments[0], "description")
    return _described(reader, type_, (words,)) if words is not None else type_


def _listed(_reader: ZodReader, type_: ZodType, _arguments: Sequence[Bound]) -> ZodType:
    return ZodType(ListShape(type_.whole))


def _or(reader: ZodReader, type_: ZodType, arguments: Sequence[Bound]) -> ZodType:
    return union_of((type_, reader.read(arguments[0])))


def _and(reader: ZodReader, type_: ZodType, arguments: Sequence[Bound]) -> ZodType | None:
    return both_of(type_, reader.read(arguments[0]))


MODIFIERS: Final[dict[str, tuple[int, Modify]]] = {
    "optional": (0, _optional),
    "exactOptional": (0, _optional),
    "nullable": (0, _nullable),
    "nullish": (0, _nullish),
    "nonoptional": (0, _asked),
    "unwrap": (0, _unwrapped),
    "default": (1, _defaulted),
    "prefault": (1, _defaulted),
    "catch": (1, _defaulted),
    "describe": (1, _described),
    "meta": (1, _annotated),
    "array": (0, _listed),
    "or": (1, _or),
    "and": (1, _and),
}
"""The methods of any type, None where what they make is not plain; with how many arguments they need."""


def shape_by_method(reader: ZodReader, shape: Shape, method: str, arguments: Sequence[Bound]) -> Shape | None:
    """Answer the shape that a method of its own kind makes of a shape, None where it has no such method."""
    match shape:
        case GroupShape():
            return _group(reader, shape, method, arguments)
        case AnyShape() if shape.unread and method in EXTENDING and arguments:
            more = _more(reader, method, arguments[0])
            return replace(more, other=shape) if isinstance(more, GroupShape) else None
        case ChoiceShape(choices) if method in ("exclude", "extract") and arguments:
            named = reader.choices(arguments[0])
            kept = tuple(it for it in choices if (it in (named or ())) == (method == "extract"))
            return None if named is None else ChoiceShape(kept)
        case ListShape(item, shortest) if method == "rest" and arguments:
            return ListShape(united((item, reader.read(arguments[0]).whole)), shortest)
        case DateShape() if method in ("min", "max"):
            return shape
    return bounded(shape, method, arguments, reader.tracer)


def _group(reader: ZodReader, group: GroupShape, method: str, arguments: Sequence[Bound]) -> Shape | None:
    if method in EXTENDING and arguments:
        return extended(group, _more(reader, method, arguments[0]))
    if method in PICKING:
        keys = _keys(reader, arguments)
        is_told = keys is not None or not arguments
        return picked(group, method, keys) if is_told else None
    if method in OPENING:
        return opened(group, method)
    if method == "catchall" and arguments:
        return replace(group, other=reader.read(arguments[0]).whole)
    return ChoiceShape(tuple(field.key for field in group.fields)) if method == "keyof" else None


def _more(reader: ZodReader, method: str, argument: Bound) -> Shape:
    return reader.read(argument).shape if method == "merge" else reader.group(argument)


def _keys(reader: ZodReader, arguments: Sequence[Bound]) -> list[str] | None:
    entries = reader.tracer.entries(arguments[0]) if arguments else None
    if entries is None or any(key is None for key, _ in entries):
        return None
    return [key for key, _ in entries if key is not None]

"""Reads Zod schemas from the text of a script: which values each takes in."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, Literal, cast

from editor.blog.schemas.combining import one_group
from editor.blog.schemas.shapes import (
    AnyShape,
    ChoiceShape,
    GroupShape,
    ImageShape,
    ListShape,
    ReferenceShape,
)
from editor.blog.schemas.zod.making import MAKERS
from editor.blog.schemas.zod.methods import MODIFIERS, shape_by_method
from editor.blog.schemas.zod.names import ABSENT_IN_ZOD_3, AS_METHODS, CONTENT, SHAPES, UNCHANGING, zod_name
from editor.blog.schemas.zod.types import ZodType, type_of
from editor.script.expressions import Call, Expression, Function, Imported, Member, Object, Unknown
from editor.script.tracing import NotPlain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editor.article.values import Value
    from editor.blog.schemas.shapes import SchemaField, Shape, Unread
    from editor.script.tracing import Bound, Tracer

DEEPEST: Final = 60
"""Types within types, and methods after each other."""
_SOURCE_LENGTH: Final = 200
_CONTEXT: Final = "astro:content, what it gives to schemas"
_GIVEN: Final = Object("", (("image", Imported("image", _CONTEXT, "image")),))


class ZodReader:
    """Reads the types of one configuration, whose name is the source of their fields."""

    def __init__(self, tracer: Tracer, source: str, zod: Literal[3, 4]) -> None:
        self.tracer = tracer
        self._source = source
        self._zod = zod
        self._within: list[tuple[int, int]] = []

    def of_collection(self, schema: Bound) -> ZodType:
        """Answer the type of a collection's entries; its schema may be a function of what Astro gives it."""
        function = self.tracer.traced(schema)
        if isinstance(function.expression, Function):
            schema = function.at(Call(schema.source, function.expression, (_GIVEN,)))
        return self.read(schema)

    def read(self, value: Bound) -> ZodType:
        """Answer the type that an expression stands for."""
        found = self.tracer.traced(value)
        place = (id(found.expression), id(found.scope))
        if place in self._within:
            return ZodType(_unread("recursion", value), is_optional=True)
        if len(self._within) >= DEEPEST:
            return ZodType(_unread("expression", value), is_optional=True)
        self._within.append(place)
        answer = self._type(found)
        self._within.pop()
        return answer or self.unread(found)

    def unread(self, value: Bound) -> ZodType:
        """Answer the type of an expression that cannot be read, with the reason."""
        return ZodType(_unread(self._reason(value), value), is_optional=True)

    def group(self, value: Bound) -> GroupShape:
        """Answer the group whose fields are the entries of an object; what stays unread makes its others."""
        entries = self.tracer.entries(value)
        if entries is None:
            return self._spread(value)
        fields: dict[str, SchemaField] = {}
        other: Shape | None = None
        for key, held in entries:
            if key is None:
                more = self._spread(held)
                fields.update((field.key, field) for field in more.fields)
                other = other or more.other
            else:
                fields[key] = self.read(held).field(key, self._source)
        return GroupShape(tuple(fields.values()), other)

    def choices(self, value: Bound) -> tuple[Value, ...] | None:
        """Answer the values of an enumeration or a literal, None where they cannot all be told."""
        found = self.tracer.traced(value)
        entries = self.tracer.entries(found)
        items = self.tracer.items(found) if entries is None else [held for _, held in entries]
        if isinstance(found.expression, Member) and found.expression.key == "options":
            shape = self.read(found.at(found.expression.owner)).shape
            return shape.choices if isinstance(shape, ChoiceShape) else None
        try:
            return tuple(
                cast("Value", self.tracer.plain(item)) for item in ([found] if items is None else items)
            )
        except NotPlain:
            return None

    def _spread(self, value: Bound) -> GroupShape:
        """Answer the group of another type's shape, one of unread others for what else is spread."""
        found = self.tracer.traced(value)
        if isinstance(found.expression, Member) and found.expression.key == "shape":
            shape = self.read(found.at(found.expression.owner)).shape
            if isinstance(shape, GroupShape):
                return shape
        return GroupShape(other=_unread(self._reason(found), value))

    def _type(self, value: Bound) -> ZodType | None:
        match value.expression:
            case Call(_, function, arguments, False):
                return self._called(value.at(function), tuple(map(value.at, arguments)), value)
            case Member(_, owner, key):
                return self._part(self.tracer.traced(value.at(owner)), key)
        return None

    def _called(self, function: Bound, arguments: Sequence[Bound], value: Bound) -> ZodType | None:
        called = self.tracer.traced(function)
        if isinstance(called.expression, Imported):
            module, name = called.expression.module, called.expression.name
            known = zod_name(module, name)
            if known:
                return self._made(known, arguments)
            if (module, name) == (CONTENT, "reference"):
                collection = self.tracer.text(arguments[0]) if arguments else None
                return ZodType(ReferenceShape(collection or ""))
            if module == _CONTEXT:
                return ZodType(ImageShape())
        else:
            function = called
        type_ = None
        if isinstance(function.expression, Member):
            owner = function.at(function.expression.owner)
            type_ = self._changed(self.read(owner), function.expression.key, arguments)
        return type_ or self._helped(arguments, value)

    def _made(self, name: str, arguments: Sequence[Bound]) -> ZodType | None:
        """Answer the type that one of Zod's functions makes."""
        if name in SHAPES:
            return ZodType(SHAPES[name], is_optional=self._zod == 3 and name in ABSENT_IN_ZOD_3)
        if name in AS_METHODS and arguments:
            return self._changed(self.read(arguments[0]), AS_METHODS[name], arguments[1:])
        needed, make = MAKERS.get(name, (0, None))
        return make(self, arguments) if make is not None and len(arguments) >= needed else None

    def _changed(self, type_: ZodType, method: str, arguments: Sequence[Bound]) -> ZodType | None:
        """Answer the type that a method makes of another."""
        if method in UNCHANGING:
            return type_
        needed, modify = MODIFIERS.get(method, (0, None))
        if modify is not None:
            return modify(self, type_, arguments) if len(arguments) >= needed else None
        shape = shape_by_method(self, type_.shape, method, arguments)
        return type_.of_shape(shape) if shape is not None else None

    def _part(self, owner: Bound, key: str) -> ZodType | None:
        """Answer a type that is a part of another: base.shape.title, list.element."""
        if isinstance(owner.expression, Member) and owner.expression.key == "shape":
            group = self.read(owner.at(owner.expression.owner)).shape
            fields = group.fields if isinstance(group, GroupShape) else ()
            return next((type_of(field) for field in fields if field.key == key), None)
        shape = self.read(owner).shape if key == "element" else None
        return ZodType(shape.item) if isinstance(shape, ListShape) else None

    def _helped(self, arguments: Sequence[Bound], value: Bound) -> ZodType | None:
        """Answer the type of a call that is not read; fields that it is given to extend with are known."""
        more = self.tracer.member(arguments[0], "extend") if arguments else None
        group = one_group(self.of_collection(more).shape) if more is not None else None
        other = _unread(self._reason(value), value)
        return None if group is None else ZodType(replace(group, other=other))

    def _reason(self, value: Bound) -> Unread:
        """Answer why an expression cannot be read."""
        expression = self.tracer.traced(value).expression
        root = self.tracer.traced(value.at(_root(expression))).expression
        if isinstance(root, Imported) and not zod_name(root.module, f"{root.name}.any"):
            return "import"
        if isinstance(expression, Unknown):
            return "recursion" if expression.is_endless else "expression"
        return "call" if isinstance(expression, Call) else "expression"


def _root(expression: Expression) -> Expression:
    """Answer what a row of calls and members begins with."""
    while isinstance(expression, Call | Member):
        expression = expression.function if isinstance(expression, Call) else expression.owner
    return expression


def _unread(reason: Unread, value: Bound) -> AnyShape:
    return AnyShape(reason, value.source[:_SOURCE_LENGTH])

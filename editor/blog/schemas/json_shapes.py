"""The shapes that a JSON Schema describes, as the generators of Astro 5 and of later versions write them."""

from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias
from urllib.parse import unquote

from editor.article.values import number_of
from editor.blog.schemas.shapes import (
    ANYTHING,
    AnyShape,
    ChoiceShape,
    DateShape,
    FlagShape,
    GroupShape,
    ListShape,
    NumberShape,
    ReferenceShape,
    SchemaField,
    TextShape,
    UnionShape,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from editor.article.values import Value
    from editor.blog.schemas.shapes import Shape, TextFormat

SOURCE: Final = "schema.json"
MOST_SHAPES: Final = 20_000
"""Shapes of one schema, those that several places refer to counted for each."""
DEEPEST: Final = 60
"""Levels of shapes within shapes; references count too."""

SchemaFault = Literal["syntax", "too-large", "too-deep", "not-a-schema", "unknown-reference", "recursion"]
JsonObject: TypeAlias = "dict[str, Any]"

_NOTHING: Final = ChoiceShape((None,))
_REFERENCE_KEYS: Final = frozenset({"id", "slug", "collection"})
_FORMATS: Final[dict[str, TextFormat]] = {"uri": "url", "url": "url", "email": "email"}
_DATE_FORMATS: Final = frozenset({"date-time", "date", "unix-time"})
_SAFE: Final = 2**53 - 1
"""Zod 4 writes JavaScript's largest safe integer as the bound of a whole number that has none."""
_SOURCE_LENGTH: Final = 200


class UnreadableSchema(Exception):  # noqa: N818 - named as the other refusals of what others wrote
    """A JSON Schema that tells of no fields; reason says why."""

    def __init__(self, reason: SchemaFault) -> None:
        super().__init__(reason)
        self.reason: SchemaFault = reason


class ShapeReader:
    """Reads the shapes of one schema, whose root local references start from."""

    def __init__(self, root: JsonObject) -> None:
        self._root = root
        self._is_older = "draft-07" in str(root.get("$schema", ""))
        self._count = 0
        self._depth = 0
        self._within = ["#"]

    def read(self) -> Shape:
        """Answer the shape of the whole schema. Raises UnreadableSchema."""
        return self._shape(self._root)

    def _shape(self, schema: Any) -> Shape:
        """Answer the shape of a schema; null is one of a union's options."""
        self._count += 1
        if self._count > MOST_SHAPES:
            raise UnreadableSchema("too-large")
        self._depth += 1
        if self._depth > DEEPEST:
            raise UnreadableSchema("too-deep")
        shape = self._any_shape(schema)
        self._depth -= 1
        return shape

    def _any_shape(self, schema: Any) -> Shape:
        if not isinstance(schema, dict):
            return ANYTHING if schema is True else _unread(schema)
        if isinstance(schema.get("$ref"), str):
            return self._referred(schema["$ref"])
        if "const" in schema:
            return ChoiceShape((_value(schema["const"]),))
        if isinstance(schema.get("enum"), list):
            return ChoiceShape(tuple(map(_value, schema["enum"])))
        for key in ("anyOf", "oneOf"):
            if isinstance(schema.get(key), list):
                return self._either(schema[key])
        if isinstance(schema.get("allOf"), list) and "type" not in schema:
            return self._both(schema["allOf"])
        if "not" in schema:
            return _unread(schema)
        kind = schema.get("type", "object" if "properties" in schema else None)
        if isinstance(kind, list):
            return self._either([{**schema, "type": one} for one in kind])
        return self._typed(kind, schema)

    def _typed(self, kind: Any, schema: JsonObject) -> Shape:
        match kind:
            case "string":
                return _text(schema)
            case "number" | "integer":
                return _number(schema, is_whole=kind == "integer")
            case "boolean":
                return FlagShape()
            case "null":
                return _NOTHING
            case "array":
                return self._list(schema)
            case "object":
                return self._group(schema)
        return ANYTHING if kind is None else _unread(schema)

    def _referred(self, reference: str) -> Shape:
        """Answer the shape that stands elsewhere in the schema; one that holds itself is not followed."""
        if reference in self._within:
            return AnyShape("recursion", reference)
        self._within.append(reference)
        shape = self._shape(self._target(reference))
        self._within.pop()
        return shape

    def _target(self, reference: str) -> Any:
        target: Any = self._root
        path, _, pointer = reference.partition("#")
        if path or (pointer and not pointer.startswith("/")):
            raise UnreadableSchema("unknown-reference")
        for part in pointer.split("/")[1:]:
            name = unquote(part).replace("~1", "/").replace("~0", "~")
            if isinstance(target, dict) and name in target:
                target = target[name]
            elif isinstance(target, list) and name.isdecimal() and int(name) < len(target):
                target = target[int(name)]
            else:
                raise UnreadableSchema("unknown-reference")
        return target

    def _either(self, schemas: list[Any]) -> Shape:
        if _is_date(schemas):
            return DateShape()
        return ReferenceShape() if _is_reference(schemas) else united(map(self._shape, schemas))

    def _both(self, schemas: list[Any]) -> Shape:
        """Answer what several schemas say together; parts that say different things stay unread."""
        shapes = list(map(self._shape, schemas))
        groups = [shape for shape in shapes if isinstance(shape, GroupShape)]
        if not groups or len(groups) < len(shapes):
            return shapes[0] if len(shapes) == 1 else _unread({"allOf": schemas})
        fields = {field.key: field for group in groups for field in group.fields}
        others = next((group.other for group in groups if group.other is not None), None)
        return GroupShape(tuple(fields.values()), others)

    def _list(self, schema: JsonObject) -> ListShape:
        places = schema.get("prefixItems", schema.get("items"))
        if isinstance(places, list):
            item = united(map(self._shape, places))
            return ListShape(item, len(places), len(places))
        item = ANYTHING if places is None else self._shape(places)
        return ListShape(item, _count(schema, "minItems"), _count(schema, "maxItems"))

    def _group(self, schema: JsonObject) -> GroupShape:
        properties = schema.get("properties")
        required = schema.get("required")
        names = required if isinstance(required, list) else []
        fields = tuple(
            self._field(key, value, is_required=key in names)
            for key, value in (properties.items() if isinstance(properties, dict) else ())
        )
        others = schema.get("additionalProperties")
        other = None if others is None or others is False else self._shape(others)
        return GroupShape(fields, other, are_others_refused=others is False and not self._is_older)

    def _field(self, key: str, schema: Any, *, is_required: bool) -> SchemaField:
        shape, is_nullable = without_nothing(self._shape(schema))
        told = schema if isinstance(schema, dict) else {}
        description = told.get("description", told.get("markdownDescription"))
        return SchemaField(
            key,
            shape,
            is_required=is_required,
            is_nullable=is_nullable,
            has_default="default" in told,
            default=_value(told.get("default")),
            description=description if isinstance(description, str) else "",
            source=SOURCE,
        )


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
    if isinstance(shape, UnionShape) and any(option == _NOTHING for option in shape.options):
        return united(option for option in shape.options if option != _NOTHING), True
    return shape, False


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


def _text(schema: JsonObject) -> Shape:
    form = schema.get("format")
    pattern = schema.get("pattern", "")
    if form in _DATE_FORMATS and not pattern:
        return DateShape()
    known = _FORMATS.get(form, "") if isinstance(form, str) else ""
    return TextShape(
        _count(schema, "minLength"),
        _count(schema, "maxLength"),
        pattern if isinstance(pattern, str) and not known else "",
        known,
    )


def _number(schema: JsonObject, *, is_whole: bool) -> NumberShape:
    smallest, largest = _bound(schema, "minimum"), _bound(schema, "maximum")
    above, below = _bound(schema, "exclusiveMinimum"), _bound(schema, "exclusiveMaximum")
    if is_whole:
        smallest = None if smallest == -_SAFE else smallest
        largest = None if largest == _SAFE else largest
    is_above = above is not None and (smallest is None or above >= smallest)
    is_below = below is not None and (largest is None or below <= largest)
    return NumberShape(
        above if is_above else smallest,
        below if is_below else largest,
        is_smallest_excluded=is_above,
        is_largest_excluded=is_below,
        is_whole=is_whole,
        step=_bound(schema, "multipleOf"),
    )


def _bound(schema: JsonObject, key: str) -> float | None:
    bound = schema.get(key)
    if isinstance(bound, bool) or not isinstance(bound, int | float):
        return None
    try:
        number = float(bound)
    except OverflowError:
        return None
    return number_of(number) if math.isfinite(number) else None


def _count(schema: JsonObject, key: str) -> int | None:
    bound = _bound(schema, key)
    return int(bound) if bound is not None and 0 <= bound <= _SAFE else None


def _is_date(schemas: list[Any]) -> bool:
    """Whether these are the ways to write a date that Astro 5 gives: date and time, date, milliseconds."""
    formats = {schema.get("format") for schema in schemas if isinstance(schema, dict)}
    return "date-time" in formats and len(schemas) > 1 and formats <= _DATE_FORMATS


def _is_reference(schemas: list[Any]) -> bool:
    """Whether these are the ways to write reference(): a text, or what Astro makes of it."""
    objects = [schema.get("properties") for schema in schemas if isinstance(schema, dict)]
    groups = [properties for properties in objects if isinstance(properties, dict)]
    plain = [
        schema.get("type") for schema in schemas if isinstance(schema, dict) and "properties" not in schema
    ]
    return (
        bool(groups)
        and len(objects) == len(schemas)
        and "string" in plain
        and all(kind in ("string", "number") for kind in plain)
        and all("collection" in group and _REFERENCE_KEYS.issuperset(group) for group in groups)
    )


def _value(value: Any) -> Value:
    """Answer a value of JSON as JavaScript knows it."""
    if isinstance(value, list):
        return [_value(item) for item in value]
    if isinstance(value, dict):
        return {key: _value(item) for key, item in value.items()}
    if isinstance(value, int | float) and not isinstance(value, bool):
        try:
            return number_of(float(value)) if math.isfinite(value) else None
        except OverflowError:
            return None
    known: bool | str | None = value
    return known


def _unread(schema: Any) -> AnyShape:
    return AnyShape("expression", json.dumps(schema, ensure_ascii=False)[:_SOURCE_LENGTH])

"""The shapes that a JSON Schema describes, as the generators of Astro 5 and of later versions write them."""

from __future__ import annotations

import json
import math
import sys
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias
from urllib.parse import unquote

from editor.article.values import number_of
from editor.blog.schemas.combining import NOTHING, intersection, united, without_nothing
from editor.blog.schemas.patterns import PATTERNS
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
)

if TYPE_CHECKING:
    from editor.article.values import Value
    from editor.blog.schemas.shapes import Shape, TextFormat

SOURCE: Final = "schema.json"
MOST_SHAPES: Final = 20_000
"""Shapes of one schema, those that several places refer to counted for each."""
DEEPEST: Final = 60
"""Levels of shapes within shapes; references count too."""

SchemaFault = Literal["syntax", "too-large", "too-deep", "not-a-schema", "unknown-reference", "recursion"]
JsonObject: TypeAlias = "dict[str, Any]"

_REFERENCE_KEYS: Final = frozenset({"id", "slug", "collection"})
_FORMATS: Final[dict[str, TextFormat]] = {"uri": "url", "url": "url", "email": "email"}
_DATE_FORMATS: Final = frozenset({"date-time", "date", "unix-time"})
_UNDEFINED: Final[JsonObject] = {"not": {}}
"""What Zod 3 generates beside what may be absent, where null may stand too."""
_SAFE: Final = 2**53 - 1
"""Zod 4 writes JavaScript's largest safe integer as the bound of a whole number that has none."""
_NO_BOUND: Final = sys.float_info.max
"""So large is a bound that only says that the number is one of JavaScript."""
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
                return _text(schema, is_older=self._is_older)
            case "number" | "integer":
                return _number(schema, is_whole=kind == "integer")
            case "boolean":
                return FlagShape()
            case "null":
                return NOTHING
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
        schemas = [schema for schema in schemas if schema != _UNDEFINED] or schemas
        if _is_date(schemas):
            return DateShape()
        return ReferenceShape() if _is_reference(schemas) else united(map(self._shape, schemas))

    def _both(self, schemas: list[Any]) -> Shape:
        """Answer what several schemas say together; parts that say different things stay unread."""
        return intersection(list(map(self._shape, schemas)) or [ANYTHING]) or _unread({"allOf": schemas})

    def _list(self, schema: JsonObject) -> ListShape:
        places = schema.get("prefixItems", schema.get("items"))
        if isinstance(places, list):
            rest = schema.get("items" if "prefixItems" in schema else "additionalItems")
            has_rest = isinstance(rest, dict)
            item = united(map(self._shape, [*places, rest] if has_rest else places))
            return ListShape(item, len(places), None if has_rest else len(places))
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

    def _told(self, schema: Any) -> JsonObject:
        """Answer what is said of a field: beside a reference, and where that leads."""
        told: JsonObject = {}
        for _ in range(DEEPEST):
            if not isinstance(schema, dict):
                break
            told = {**schema, **told}
            if not isinstance(schema.get("$ref"), str):
                break
            schema = self._target(schema["$ref"])
        return told

    def _field(self, key: str, schema: Any, *, is_required: bool) -> SchemaField:
        shape, is_nullable = without_nothing(self._shape(schema))
        told = self._told(schema)
        description = told.get("description", told.get("markdownDescription"))
        return SchemaField(
            key,
            shape,
            is_required=is_required and "default" not in told,  # of catch() Zod 4 says both
            is_nullable=is_nullable,
            has_default="default" in told,
            default=_value(told.get("default")),
            description=description if isinstance(description, str) else "",
            source=SOURCE,
        )


def _text(schema: JsonObject, *, is_older: bool) -> Shape:
    form, pattern = schema.get("format"), schema.get("pattern", "")
    # Zod 4 writes the pattern of a text, and none for a date; Zod 3 writes three formats for a date.
    if form in _DATE_FORMATS and not pattern and not is_older:
        return DateShape()
    form = form if isinstance(form, str) else ""
    known = _FORMATS.get(form, "")
    pattern = PATTERNS.get(form, pattern if isinstance(pattern, str) and not known else "")
    return TextShape(_count(schema, "minLength"), _count(schema, "maxLength"), pattern, known)


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
    return number_of(number) if abs(number) < _NO_BOUND else None


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

"""Fields from the JSON Schema that Astro generates, in the shapes that Astro 5 and 7 write."""

from __future__ import annotations

import json
from typing import Any

import pytest

from editor.blog.schemas.json_schema import LARGEST, read_collection_schema
from editor.blog.schemas.json_shapes import UnreadableSchema
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
    Shape,
    TextShape,
    UnionShape,
)

REFERENCE = {
    "anyOf": [
        {"type": "number"},
        {"type": "string"},
        {"type": "object", "properties": {"id": {"type": "string"}, "collection": {"type": "string"}}},
        {"type": "object", "properties": {"slug": {"type": "string"}, "collection": {"type": "string"}}},
    ]
}
OLD_DATE = {"anyOf": [{"type": "string", "format": form} for form in ("date-time", "date")]}
OLD_DATE["anyOf"].append({"type": "integer", "format": "unix-time"})


def flat(properties: dict[str, Any], required: tuple[str, ...] = (), **others: Any) -> str:
    return json.dumps(
        {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "type": "object",
            "properties": {**properties, "$schema": {"type": "string"}},
            "required": list(required),
            **others,
        }
    )


def shape_of(schema: Any) -> Shape:
    (field,) = read_collection_schema(flat({"a": schema})).fields
    return field.shape


@pytest.mark.parametrize(
    ("schema", "shape"),
    [
        ({"type": "string"}, TextShape()),
        ({"type": "string", "minLength": 1, "maxLength": 60}, TextShape(1, 60)),
        ({"type": "string", "pattern": "^a"}, TextShape(pattern="^a")),
        ({"type": "string", "format": "uri"}, TextShape(format="url")),
        ({"type": "string", "format": "email", "pattern": "^.+@"}, TextShape(format="email")),
        ({"type": "string", "format": "uuid", "pattern": "^.+"}, TextShape(pattern=PATTERNS["uuid"])),
        ({"type": "string", "format": "date", "pattern": "^.+"}, TextShape(pattern=PATTERNS["date"])),
        ({"type": "string", "format": "cuid2", "pattern": "^.+"}, TextShape(pattern="^.+")),
        ({"type": "number", "minimum": -1.7976931348623157e308, "maximum": 5}, NumberShape(largest=5)),
        ({"type": "string", "format": 5, "minLength": -1}, TextShape()),
        ({"type": "string", "format": "date-time"}, DateShape()),
        (OLD_DATE, DateShape()),
        (
            {"type": "number", "minimum": 0.5, "exclusiveMaximum": 5},
            NumberShape(0.5, 5, is_largest_excluded=True),
        ),
        ({"type": "number", "exclusiveMinimum": 0, "minimum": 1}, NumberShape(1)),
        ({"type": "number", "minimum": True, "maximum": 10**400, "multipleOf": 5}, NumberShape(step=5)),
        ({"type": "integer", "minimum": 1, "maximum": 5}, NumberShape(1, 5, is_whole=True)),
        (
            {"type": "integer", "minimum": -9007199254740991, "maximum": 9007199254740991},
            NumberShape(is_whole=True),
        ),
        ({"type": "boolean"}, FlagShape()),
        ({"type": "null"}, ChoiceShape((None,))),
        ({"type": "string", "const": "x"}, ChoiceShape(("x",))),
        ({"enum": ["été", 2, {"b": [1.0]}]}, ChoiceShape(("été", 2, {"b": [1]}))),
        ({"const": 10**400}, ChoiceShape((None,))),
        ({"anyOf": [{"const": "a"}, {"const": "b"}]}, ChoiceShape(("a", "b"))),
        ({"type": ["string", "number"]}, UnionShape((TextShape(), NumberShape()))),
        ({"anyOf": [{"type": "string"}, {"type": "string"}]}, TextShape()),
        ({"anyOf": []}, ANYTHING),
        (
            {"anyOf": [{"type": "object", "properties": {"k": {"const": "a"}}}, {"type": "string"}]},
            UnionShape(
                (
                    GroupShape(
                        (SchemaField("k", ChoiceShape(("a",)), is_required=False, source="schema.json"),)
                    ),
                    TextShape(),
                )
            ),
        ),
        ({"type": "array", "items": {"type": "string"}, "minItems": 1}, ListShape(TextShape(), 1)),
        ({"type": "array"}, ListShape(ANYTHING)),
        (
            {"type": "array", "prefixItems": [{"type": "string"}, {"type": "string"}]},
            ListShape(TextShape(), 2, 2),
        ),
        (
            {"type": "array", "prefixItems": [{"type": "string"}], "items": {"type": "number"}},
            ListShape(UnionShape((TextShape(), NumberShape())), 1),
        ),
        (
            {"type": "array", "items": [{"type": "string"}], "additionalItems": {"type": "string"}},
            ListShape(TextShape(), 1),
        ),
        (REFERENCE, ReferenceShape()),
        ({"type": "array", "items": REFERENCE}, ListShape(ReferenceShape())),
        (
            {"type": "object", "properties": {"b": {"type": "string"}}, "required": ["b"]},
            GroupShape((SchemaField("b", TextShape(), source="schema.json"),)),
        ),
        ({"type": "object", "additionalProperties": {"type": "number"}}, GroupShape(other=NumberShape())),
        ({"type": "object", "additionalProperties": False}, GroupShape(are_others_refused=True)),
        ({"properties": 5, "required": 6, "type": "object"}, GroupShape()),
        ({"allOf": [{"type": "string"}]}, TextShape()),
        (
            {"allOf": [{"properties": {"b": True}}, {"properties": {"c": {}}, "additionalProperties": {}}]},
            GroupShape(
                (
                    SchemaField("b", ANYTHING, is_required=False, source="schema.json"),
                    SchemaField("c", ANYTHING, is_required=False, source="schema.json"),
                ),
                ANYTHING,
            ),
        ),
        ({"allOf": [{"type": "string"}, {"type": "number"}]}, "unread"),
        ({"allOf": []}, ANYTHING),
        ({"not": {}}, "unread"),
        ({"anyOf": [{"not": {}}, {"type": "string"}]}, TextShape()),
        ({"type": "odd"}, "unread"),
        (False, "unread"),
        ({}, ANYTHING),
        ({"$ref": "#/properties/$schema"}, TextShape()),
    ],
)
def test_shapes(schema: Any, shape: Shape | str) -> None:
    found = shape_of(schema)
    if isinstance(shape, str):
        assert isinstance(found, AnyShape)
        assert found.unread == "expression"
        assert json.loads(found.source) == schema
    else:
        assert found == shape


def test_fields_with_default_description_and_null() -> None:
    schema = flat(
        {
            "title": {"type": "string", "description": "The headline"},
            "draft": {"default": False, "type": "boolean", "markdownDescription": "**Hidden**"},
            "cat": {"anyOf": [{"type": "string", "enum": ["a", "b"]}, {"type": "null"}]},
            "mood": {"enum": ["x", None]},
            "either": {"type": ["string", "null"]},
            "odd": True,
            "told": {"type": "string", "description": 5},
            "again": {"$ref": "#/properties/draft", "description": "Once more"},
            "caught": {"type": "string", "default": "x"},
        },
        ("title", "cat", "caught"),
    )
    assert read_collection_schema(schema).fields == (
        SchemaField("title", TextShape(), description="The headline", source="schema.json"),
        SchemaField(
            "draft",
            FlagShape(),
            is_required=False,
            has_default=True,
            default=False,
            description="**Hidden**",
            source="schema.json",
        ),
        SchemaField("cat", ChoiceShape(("a", "b")), is_nullable=True, source="schema.json"),
        SchemaField("mood", ChoiceShape(("x",)), is_required=False, is_nullable=True, source="schema.json"),
        SchemaField("either", TextShape(), is_required=False, is_nullable=True, source="schema.json"),
        SchemaField("odd", ANYTHING, is_required=False, source="schema.json"),
        SchemaField("told", TextShape(), is_required=False, source="schema.json"),
        SchemaField(
            "again",
            FlagShape(),
            is_required=False,
            has_default=True,
            default=False,
            description="Once more",
            source="schema.json",
        ),
        SchemaField(
            "caught", TextShape(), is_required=False, has_default=True, default="x", source="schema.json"
        ),
    )


def test_a_reference_to_itself_says_nothing_of_a_field() -> None:
    (field,) = read_collection_schema(flat({"a": {"$ref": "#/properties/a"}})).fields
    assert (field.shape, field.has_default) == (AnyShape("recursion", "#/properties/a"), False)


def test_an_entry_that_is_one_of_several_groups_has_the_fields_of_all() -> None:
    groups = [
        {"type": "object", "properties": {"k": {"const": kind}, "t": {}, kind: {}}, "required": ["k", "t"]}
        for kind in ("a", "b")
    ]
    fields = read_collection_schema(json.dumps({"oneOf": groups})).fields
    assert [(field.key, field.is_required) for field in fields] == [
        ("k", True),
        ("t", True),
        ("a", False),
        ("b", False),
    ]
    assert fields[0].shape == ChoiceShape(("a", "b"))
    with pytest.raises(UnreadableSchema):
        read_collection_schema(json.dumps({"oneOf": [*groups, {"type": "string"}]}))


def test_groups_that_a_key_tells_apart() -> None:
    def group(kind: str, *, required: bool = True) -> dict[str, Any]:
        return {
            "type": "object",
            "properties": {"k": {"const": kind}, kind: {"type": "string"}},
            "required": ["k"] if required else [],
        }

    told = shape_of({"oneOf": [group("a"), group("b")]})
    untold = shape_of({"oneOf": [group("a"), group("b", required=False)]})
    same = shape_of({"oneOf": [group("a"), {**group("a"), "required": ["k", "a"]}]})
    assert isinstance(told, UnionShape)
    assert isinstance(untold, UnionShape)
    assert isinstance(same, UnionShape)
    assert (told.discriminator, untold.discriminator, same.discriminator) == ("k", "", "")


def test_the_form_of_astro_5_has_definitions_and_refuses_no_key() -> None:
    schema = {
        "$ref": "#/definitions/blog~1a%20b",
        "definitions": {
            "blog/a b": {
                "type": "object",
                "properties": {
                    "title": {"type": "string"},
                    "day": OLD_DATE,
                    "text": {"type": "string", "format": "date"},
                    "$schema": {"type": "string"},
                },
                "required": ["title"],
                "additionalProperties": False,
            }
        },
        "$schema": "http://json-schema.org/draft-07/schema#",
    }
    shape = read_collection_schema(json.dumps(schema))
    assert [field.key for field in shape.fields] == ["title", "day", "text"]
    assert [field.shape for field in shape.fields[1:]] == [DateShape(), TextShape(pattern=PATTERNS["date"])]
    assert not shape.are_others_refused


@pytest.mark.parametrize(
    "wrapped",
    [
        lambda item: {
            "anyOf": [{"type": "array", "items": item}, {"type": "object", "additionalProperties": item}]
        },
        lambda item: {"type": "object", "additionalProperties": item},
        lambda item: {
            "type": "object",
            "properties": {"$schema": {"type": "string"}},
            "additionalProperties": item,
        },
        lambda item: {"type": "array", "items": item},
    ],
)
def test_a_data_file_has_the_fields_of_its_items(wrapped: Any) -> None:
    item = {"type": "object", "properties": {"name": {"type": "string"}}, "required": ["name"]}
    assert read_collection_schema(json.dumps(wrapped(item))).fields == (
        SchemaField("name", TextShape(), source="schema.json"),
    )


def test_a_schema_that_allows_any_object_has_no_field() -> None:
    assert read_collection_schema('{"type": "object", "additionalProperties": {}}') == GroupShape()


def test_a_mark_at_the_beginning_is_no_part_of_it() -> None:
    assert read_collection_schema("\ufeff" + flat({})).fields == ()


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("{", "syntax"),
        ('{"a": NaN}', "syntax"),
        ("[" * 100_000, "too-deep"),
        (" " * (LARGEST + 1), "too-large"),
        ("[]", "not-a-schema"),
        ('{"type": "string"}', "not-a-schema"),
        ('{"$ref": "#"}', "recursion"),
        ('{"$ref": "#/definitions/gone"}', "unknown-reference"),
        ('{"$ref": "elsewhere.json"}', "unknown-reference"),
        ('{"$ref": "#anchor"}', "unknown-reference"),
        ('{"anyOf": [{"type": "object"}], "$ref": "#/anyOf/9"}', "unknown-reference"),
        (flat({"a": {"anyOf": [{"$ref": "#/x"}] * 100}}, x={"anyOf": [{}] * 500}), "too-large"),
    ],
)
def test_a_schema_that_cannot_be_read_is_refused(text: str, reason: str) -> None:
    with pytest.raises(UnreadableSchema) as refusal:
        read_collection_schema(text)
    assert refusal.value.reason == reason


def test_deep_shapes_are_refused_and_shapes_that_hold_themselves_are_cut() -> None:
    deep: dict[str, Any] = {"type": "string"}
    for _ in range(80):
        deep = {"type": "array", "items": deep}
    with pytest.raises(UnreadableSchema) as refusal:
        read_collection_schema(flat({"a": deep}))
    assert refusal.value.reason == "too-deep"
    tree = {
        "type": "object",
        "properties": {"children": {"type": "array", "items": {"$ref": "#/properties/a"}}},
    }
    shape = shape_of(tree)
    assert isinstance(shape, GroupShape)
    (children,) = shape.fields
    assert isinstance(children.shape, ListShape)
    assert isinstance(children.shape.item, GroupShape)


def test_a_reference_into_a_list() -> None:
    text = json.dumps({"type": "object", "properties": {"a": {"$ref": "#/x/0"}}, "x": [{"type": "boolean"}]})
    assert read_collection_schema(text).fields[0].shape == FlagShape()

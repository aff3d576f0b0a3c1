from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from editor.article.front_matter import read
from editor.blog.fields import Field, form_fields
from editor.blog.nested_fields import item_field, name_of, nested_fields, with_nested, without_nested
from editor.blog.schemas.guide import Collection, Guide
from editor.blog.schemas.shapes import (
    ChoiceShape,
    DateShape,
    FlagShape,
    GroupShape,
    ListShape,
    ReferenceShape,
    SchemaField,
    Shape,
    TextShape,
    UnionShape,
)

if TYPE_CHECKING:
    from editor.article.values import Value

TEXT = TextShape()
SEO = GroupShape(
    (
        SchemaField("title", TEXT),
        SchemaField("day", DateShape(), is_required=False),
        SchemaField("author", ReferenceShape("authors"), is_required=False),
        SchemaField("robots", ListShape(TEXT), is_required=False),
    )
)
LINK = GroupShape((SchemaField("type", ChoiceShape(("link",))), SchemaField("href", TEXT)))
FORM = GroupShape((SchemaField("type", ChoiceShape(("form",))), SchemaField("open", FlagShape())))


def field_of(shape: Shape, source: str = "") -> Field:
    guide = Guide(
        Collection("blog", Path("blog"), fields=(SchemaField("key", shape, source="x.ts"),), has_schema=True),
        entries={"authors": ("ada",)},
    )
    (field,) = form_fields(read(f"---\nkey: {source}\n---\n" if source else ""), guide)
    return field


def test_a_group_has_the_schema_s_fields_then_its_own() -> None:
    field = field_of(SEO, "{other: 5, day: 'Jul 08 2022', title: été 🌞}")
    assert [
        (each.key, each.kind, each.value, each.present, each.is_known) for each in nested_fields(field)
    ] == [
        ("title", "line", "été 🌞", True, True),
        ("day", "date", "Jul 08 2022", True, True),
        ("author", "reference", "", False, True),
        ("robots", "tags", [], False, True),
        ("other", "number", 5, True, False),
    ]
    assert nested_fields(field)[1].raw == "'Jul 08 2022'"
    assert nested_fields(field)[2].allowed == ("ada",)


def test_an_absent_group_has_fields_too() -> None:
    assert [each.present for each in nested_fields(field_of(SEO))] == [False] * 4


def test_a_group_of_any_names_gives_each_its_shape() -> None:
    field = field_of(GroupShape((), other=TextShape(format="url")), "{github: x}")
    (nested,) = nested_fields(field)
    assert nested.is_known
    assert nested.rule == SchemaField("github", TextShape(format="url"), is_required=False, source="x.ts")


def test_what_is_no_group_has_no_fields() -> None:
    assert nested_fields(field_of(TEXT)) == ()


def test_a_group_in_a_value_that_cannot_be_edited_cannot_either() -> None:
    guide = Guide(Collection("blog", Path("x"), fields=(SchemaField("key", SEO),), has_schema=True))
    (field, *_) = form_fields(read("---\na: &x {key: {title: t}}\n<<: *x\n---\n"), guide)
    assert [each.editable for each in nested_fields(field)] == [False] * 4


@pytest.mark.parametrize(
    ("source", "keys", "shapes"),
    [
        ("{type: link, href: x}", ["type", "href"], "link"),
        ("{type: form}", ["type", "open"], "form"),
        ("{type: other}", ["type", "href"], "link"),
        ("", ["type", "href"], "link"),
    ],
)
def test_the_key_that_tells_groups_apart_offers_them_all(source: str, keys: list[str], shapes: str) -> None:
    fields = nested_fields(field_of(UnionShape((LINK, FORM), "type"), source))
    assert [field.key for field in fields] == keys
    assert fields[0].allowed == ("link", "form")


def test_a_group_without_the_telling_key_is_as_it_is() -> None:
    union = UnionShape((GroupShape((SchemaField("a", TEXT),)), GroupShape((SchemaField("b", TEXT),))), "type")
    assert [field.key for field in nested_fields(field_of(union))] == ["a"]


def test_of_groups_that_nothing_tells_apart_the_nearest_is_taken() -> None:
    fields = nested_fields(field_of(UnionShape((LINK, SEO)), "{title: x}"))
    assert [field.key for field in fields] == ["title", "day", "author", "robots"]
    within = UnionShape((TEXT, UnionShape((LINK, FORM), "type")))
    assert [field.key for field in nested_fields(field_of(within, "{type: form}"))] == ["type", "open"]


@pytest.mark.parametrize(
    ("shape", "value", "kind", "raw"),
    [
        (ListShape(TEXT), "it's 🌞", "line", "'it''s 🌞'"),
        (ListShape(TEXT), "one\ntwo", "text", '"one\\ntwo"'),
        (ListShape(SEO), {"title": "t"}, "group", "{title: t}"),
        (ListShape(DateShape()), datetime(2022, 7, 8, tzinfo=UTC), "date", "2022-07-08"),
    ],
)
def test_an_item_is_a_field(shape: Shape, value: Value, kind: str, raw: str) -> None:
    item = item_field(field_of(shape), value)
    assert (item.key, item.kind, item.value, item.present) == ("key", kind, value, True)
    assert item.raw.replace("\n  ", "{", 1).startswith(raw[:1])
    if kind != "group":
        assert item.raw == raw
    assert item.rule is not None
    assert item.rule.source == "x.ts"


def test_an_item_has_the_notation_of_its_list() -> None:
    field = replace(field_of(ListShape(TEXT)), format="toml")
    raws = [item_field(field, value).raw for value in ("x", "it's 🌞", "one\ntwo")]
    assert raws == ["'x'", '"it\'s 🌞"', '"""\none\ntwo"""']
    assert item_field(field, "x").format == "toml"


def test_a_new_item_holds_nothing() -> None:
    item = item_field(field_of(ListShape(TEXT)), None)
    assert (item.kind, item.value, item.present) == ("line", "", False)


def test_an_item_of_no_list_has_no_rule() -> None:
    assert item_field(field_of(TEXT), "x").rule is None
    plain = Field("a", "list", [])
    assert nested_fields(Field("a", "group", {}, rule=None)) == ()
    assert item_field(plain, "x").rule is None


@pytest.mark.parametrize(
    ("source", "key", "keys"),
    [
        ("{robots: [a], other: 1}", "title", ["title", "robots", "other"]),
        ("{title: t, robots: [a]}", "day", ["title", "day", "robots"]),
        ("{title: t}", "robots", ["title", "robots"]),
        ("{title: t}", "new", ["title", "new"]),
        ("{title: t, day: x}", "title", ["title", "day"]),
        ("", "day", ["day"]),
    ],
)
def test_a_new_key_stands_where_the_schema_has_it(source: str, key: str, keys: list[str]) -> None:
    value = with_nested(field_of(SEO, source), key, "new")
    assert list(value) == keys
    assert value[key] == "new"


def test_a_key_is_taken_away() -> None:
    assert without_nested(field_of(SEO, "{title: t, day: x}"), "day") == {"title": "t"}
    assert without_nested(field_of(SEO), "day") == {}


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ({"url": "https://a", "name": "Ada  🌞\nL", "x": 1}, "Ada 🌞 L · https://a"),
        ({"flag": True, "n": 5, "empty": " ", "list": [1]}, "5"),
        ({}, ""),
        ("text", ""),
        ({"title": "x" * 200}, "x" * 80),
    ],
)
def test_a_group_is_named_by_what_tells_it_apart(value: Value, name: str) -> None:
    assert name_of(value) == name

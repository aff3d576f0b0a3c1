from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from editor.article.front_matter import read
from editor.blog.fields import Field, form_fields
from editor.blog.schemas.guide import NO_GUIDE, Collection, Guide, KeyUsage, Usage
from editor.blog.schemas.shapes import (
    ANYTHING,
    AnyShape,
    ChoiceShape,
    DateShape,
    FlagShape,
    GroupShape,
    ImageShape,
    ListShape,
    NumberShape,
    ReferenceShape,
    SchemaField,
    Shape,
    TextShape,
    UnionShape,
)

if TYPE_CHECKING:
    from editor.blog.fields import FieldKind

TEXT, NUMBER, FLAG = TextShape(), NumberShape(), FlagShape()
PERSON = GroupShape(
    (SchemaField("name", TEXT), SchemaField("url", TextShape(format="url"), is_required=False))
)


def guide_of(*fields: SchemaField, has_schema: bool = True, usage: Usage | None = None) -> Guide:
    collection = Collection("blog", Path("blog"), fields=fields, has_schema=has_schema)
    return Guide(collection, usage or Usage(), {"authors": ("ada", "été 🌞")})


def field_of(shape: Shape, line: str = "", key: str = "key", source: str = "content.config.ts") -> Field:
    head = f"---\n{line}\n---\n" if line else ""
    (field,) = form_fields(read(head), guide_of(SchemaField(key, shape, source=source)))
    return field


@pytest.mark.parametrize(
    ("shape", "kind", "value"),
    [
        (TEXT, "line", ""),
        (TextShape(longest=300), "text", ""),
        (TextShape(format="url"), "line", ""),
        (NUMBER, "number", None),
        (FLAG, "flag", None),
        (DateShape(), "date", ""),
        (ChoiceShape(("a", "b")), "choice", None),
        (ImageShape(), "image", ""),
        (ReferenceShape("authors"), "reference", ""),
        (ListShape(TEXT), "tags", []),
        (ListShape(ReferenceShape("authors")), "tags", []),
        (ListShape(ChoiceShape(("a", "b"))), "tags", []),
        (ListShape(ChoiceShape(("a, b", "c"))), "list", []),
        (ListShape(ChoiceShape((1, 2))), "list", []),
        (ListShape(TextShape(format="url")), "list", []),
        (ListShape(NUMBER), "list", []),
        (ListShape(PERSON), "groups", []),
        (ListShape(UnionShape((PERSON, GroupShape()))), "groups", []),
        (ListShape(UnionShape((PERSON, TEXT))), "list", []),
        (ListShape(ANYTHING), "tags", []),
        (ListShape(AnyShape("import", "tag")), "raw", None),
        (PERSON, "group", {}),
        (UnionShape((TEXT, NUMBER)), "scalar", None),
        (UnionShape((TEXT, ListShape(TEXT))), "tags", []),
        (UnionShape((TEXT, DateShape())), "date", ""),
        (UnionShape((TEXT, ImageShape())), "image", ""),
        (UnionShape((ChoiceShape(("a",)), ChoiceShape(("b",)))), "choice", None),
        (UnionShape((TEXT, ChoiceShape((None,)))), "line", ""),
        (UnionShape((PERSON, GroupShape())), "group", {}),
        (UnionShape((ANYTHING, AnyShape("import"))), "raw", None),
        (ANYTHING, "raw", None),
        (AnyShape("call", "z.custom()"), "raw", None),
    ],
)
def test_an_absent_field_is_of_the_schema_s_kind(shape: Shape, kind: FieldKind, value: object) -> None:
    field = field_of(shape)
    assert (field.kind, field.value, field.present, field.editable) == (kind, value, False, True)


@pytest.mark.parametrize(
    ("shape", "line", "kind", "value"),
    [
        (TEXT, "key: 1984", "line", "1984"),
        (TEXT, "key:", "line", ""),
        (TEXT, "key: [a]", "raw", ["a"]),
        (TEXT, "key: 2022-07-08", "line", "2022-07-08"),
        (TEXT, "key: " + "word " * 17, "text", ("word " * 17).strip()),
        (TEXT, "key: |\n  one\n  two", "text", "one\ntwo\n"),
        (TEXT, "key: /a/b.png", "image", "/a/b.png"),
        (NUMBER, "key: many", "number", "many"),
        (NUMBER, "key: {a: 1}", "raw", {"a": 1}),
        (FLAG, "key: yes", "flag", "yes"),
        (DateShape(), "key: ''", "date", ""),
        (DateShape(), "key: someday", "line", "someday"),
        (DateShape(), "key: 20220708", "line", "20220708"),
        (ChoiceShape(("a",)), "key: c", "choice", "c"),
        (ChoiceShape(("a",)), "key: [c]", "raw", ["c"]),
        (ReferenceShape("authors"), "key: {id: ada, collection: authors}", "raw", None),
        (ReferenceShape("authors"), "key: 5", "reference", "5"),
        (ImageShape(), "key: 5", "image", "5"),
        (ListShape(TEXT), "key: a", "raw", "a"),
        (ListShape(TEXT), "key:", "tags", None),
        (ListShape(TEXT), "key: ['one, two']", "list", ["one, two"]),
        (ListShape(TEXT), f"key: [{'long ' * 9}]", "list", [("long " * 9).strip()]),
        (ListShape(TEXT), "key: [1]", "list", [1]),
        (ListShape(ANYTHING), "key: [a, 1]", "raw", ["a", 1]),
        (ListShape(PERSON), "key: [{name: Ada}]", "groups", [{"name": "Ada"}]),
        (ListShape(PERSON), "key: [Ada]", "raw", ["Ada"]),
        (ListShape(UnionShape((PERSON, GroupShape()))), "key: [Ada]", "raw", ["Ada"]),
        (PERSON, "key: {name: Ada}", "group", {"name": "Ada"}),
        (PERSON, "key: Ada", "raw", "Ada"),
        (UnionShape((TEXT, ListShape(TEXT))), "key: a", "line", "a"),
        (UnionShape((TEXT, ListShape(TEXT))), "key: [a]", "tags", ["a"]),
        (UnionShape((TEXT, PERSON)), "key: {name: x}", "group", {"name": "x"}),
        (UnionShape((TEXT, PERSON)), "key: x", "line", "x"),
        (UnionShape((TEXT, UnionShape((NUMBER, FLAG)))), "key: 5", "scalar", 5),
        (AnyShape("import", "x"), "key: text", "line", "text"),
    ],
)
def test_a_value_is_shown_as_its_schema_has_it_or_honestly_as_it_is(
    shape: Shape, line: str, kind: FieldKind, value: object
) -> None:
    field = field_of(shape, line)
    assert field.kind == kind
    if value is not None:
        assert field.value == value
    assert field.present


@pytest.mark.parametrize(
    ("key", "kind"),
    [("title", "line"), ("shortDescription", "text"), ("cover", "image"), ("subtitle", "line")],
)
def test_the_name_of_a_text_says_more(key: str, kind: FieldKind) -> None:
    assert field_of(TEXT, key=key).kind == kind


def test_the_schema_s_fields_come_first_in_its_order_then_those_it_does_not_know() -> None:
    fields = form_fields(
        read("---\nlegacy: x\ndraft: true\ntitle: y\n---\n"),
        guide_of(SchemaField("title", TEXT), SchemaField("pubDate", DateShape()), SchemaField("draft", FLAG)),
    )
    assert [(field.key, field.present, field.is_known) for field in fields] == [
        ("title", True, True),
        ("pubDate", False, True),
        ("draft", True, True),
        ("legacy", True, False),
    ]
    assert [field.rule.key if field.rule else None for field in fields] == ["title", "pubDate", "draft", None]


def test_without_a_schema_the_file_s_order_stays_and_what_others_have_is_offered() -> None:
    guide = guide_of(
        SchemaField("title", TEXT, source="articles"),
        SchemaField("mood", ChoiceShape(("a",)), is_required=False, source="articles"),
        has_schema=False,
    )
    fields = form_fields(read("---\nlegacy: x\ntitle: y\n---\n"), guide)
    assert [(field.key, field.present, field.is_known) for field in fields] == [
        ("legacy", True, True),
        ("title", True, True),
        ("mood", False, True),
    ]


def test_what_other_articles_have_is_no_law() -> None:
    assert field_of(TEXT, "pubDate: 'Jul 08 2022'", key="pubDate", source="articles").kind == "date"
    assert field_of(PERSON, "key: {name: x}", source="articles").kind == "group"
    assert field_of(NUMBER, source="articles").kind == "number"


def test_a_collection_without_fields_is_offered_the_template() -> None:
    assert [field.key for field in form_fields(read("---\na: b\n---\n"), guide_of())][:3] == [
        "a",
        "title",
        "description",
    ]


def test_nothing_is_offered_below_a_fault() -> None:
    assert form_fields(read("---\ntitle: [\n---\n"), guide_of(SchemaField("title", TEXT))) == ()


def test_words_of_other_articles_decide_between_tags_and_a_list() -> None:
    words = (("astro", 3), ("été 🌞", 2))
    sentences = (("A sentence, with commas", 1),)
    for used, kind in ((words, "tags"), (sentences, "list")):
        usage = Usage(5, (KeyUsage("points", 5, ListShape(TEXT), words=used),))
        (field,) = form_fields(read(""), guide_of(SchemaField("points", ListShape(TEXT)), usage=usage))
        assert (field.kind, field.words, field.offers, field.allowed) == (kind, used, used, None)


def test_what_is_allowed_is_offered_the_frequent_first() -> None:
    usage = Usage(5, (KeyUsage("tone", 5, TEXT, words=(("b", 3), ("other", 9))),))
    tone = SchemaField("tone", ChoiceShape(("a", "b", 5)))
    (field,) = form_fields(read(""), guide_of(tone, usage=usage))
    assert field.allowed == ("a", "b")
    assert field.offers == (("b", 3), ("a", 0))
    (author,) = form_fields(read(""), guide_of(SchemaField("author", ReferenceShape("authors"))))
    assert author.allowed == ("ada", "été 🌞")
    (other,) = form_fields(read(""), guide_of(SchemaField("author", ListShape(ReferenceShape("unknown")))))
    assert other.allowed is None


def test_a_field_without_a_rule_may_be_anything() -> None:
    (field, *_) = form_fields(read("---\na: b\n---\n"), NO_GUIDE)
    assert field.shape == ANYTHING

"""Values and the shapes that a schema gives them: what Zod refuses is told, with its place and its repair."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from editor.blog.checks.shapes import MOST_STEPS
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
    from tests.blog.checks.conftest import Desk

PERSON: Final = GroupShape(
    (SchemaField("name", TextShape()), SchemaField("age", NumberShape(), is_required=False))
)
TAGS: Final = ListShape(TextShape(longest=5), 1, 3)
KIND: Final = UnionShape(
    (
        GroupShape((SchemaField("kind", ChoiceShape(("a",))), SchemaField("x", NumberShape()))),
        GroupShape((SchemaField("kind", ChoiceShape(("b",))), SchemaField("y", TextShape()))),
    ),
    "kind",
)


def with_key(desk: Desk, shape: Shape, *, is_required: bool = False) -> Desk:
    return desk.with_schema(SchemaField("key", shape, is_required=is_required))


@pytest.mark.parametrize(
    ("shape", "source"),
    [
        (TextShape(), "text"),
        (TextShape(), "''"),
        (TextShape(is_coerced=True), "2024"),
        (TextShape(is_coerced=True), ""),
        (TextShape(is_coerced=True), "[a]"),
        (NumberShape(), "1.5"),
        (NumberShape(is_coerced=True), "'4'"),
        (NumberShape(is_coerced=True), "'0x1F'"),
        (NumberShape(is_coerced=True), "''"),
        (NumberShape(is_coerced=True), "true"),
        (NumberShape(is_coerced=True), "2022-07-08"),
        (NumberShape(is_coerced=True), ""),
        (FlagShape(), "false"),
        (FlagShape(is_coerced=True), "anything"),
        (ChoiceShape(("a", 2, None)), "2"),
        (ChoiceShape(("a", None)), ""),
        (ANYTHING, "{a: [b]}"),
        (AnyShape("call", "z.x()"), ""),
        (TAGS, "[a, b]"),
        (PERSON, "{name: Ada, other: 1}"),
        (GroupShape(other=NumberShape()), "{a: 1}"),
        (GroupShape(other=NumberShape()), "2022-07-08"),
        (UnionShape((TextShape(), NumberShape())), "4"),
        (UnionShape((ImageShape(), TextShape())), "https://example.org/a.png"),
        (KIND, "{kind: b, y: z}"),
        (ReferenceShape("authors"), "ada"),
        (ReferenceShape("authors"), "{collection: authors, id: ada}"),
        (ReferenceShape("authors"), "{collection: authors, slug: ada}"),
        (ReferenceShape("unknown"), "anyone"),
        (ReferenceShape(), "anyone"),
        (ReferenceShape("authors"), "5"),
    ],
)
def test_what_zod_takes_is_no_problem(desk: Desk, shape: Shape, source: str) -> None:
    assert with_key(desk, shape).with_entries({"authors": ("ada",)}).rules(f"key: {source}") == []


@pytest.mark.parametrize(
    ("shape", "source", "rule", "column", "repaired"),
    [
        (TextShape(), "2024", "text-unquoted", 5, "'2024'"),
        (TextShape(), "1.50 # kept", "text-unquoted", 5, "'1.50' # kept"),
        (TextShape(), "2022-07-08", "text-unquoted", 5, "'2022-07-08'"),
        (TextShape(), "true", "text-unquoted", 5, "'true'"),
        (TextShape(), "[a]", "wrong-type", 5, ""),
        (TextShape(3), "a", "too-short", 5, ""),
        (TextShape(pattern="^b"), "a", "not-in-pattern", 5, ""),
        (TextShape(), "", "empty", 4, "removed"),
        (NumberShape(), "'4.5'", "number-quoted", 5, "4.5"),
        (NumberShape(), "four", "wrong-type", 5, ""),
        (NumberShape(), "true", "wrong-type", 5, ""),
        (NumberShape(is_coerced=True), "four", "wrong-type", 5, ""),
        (NumberShape(largest=3, is_coerced=True), "'4'", "too-large", 5, ""),
        (NumberShape(largest=3), "4", "too-large", 5, ""),
        (FlagShape(), "yes", "flag-text", 5, "true"),
        (FlagShape(), "'False'", "flag-text", 5, "false"),
        (FlagShape(), "maybe", "wrong-type", 5, ""),
        (FlagShape(), "1", "wrong-type", 5, ""),
        (ChoiceShape(("fr", "en")), "FR", "unknown-choice", 5, "fr"),
        (ChoiceShape(("fr", "en")), "de", "unknown-choice", 5, ""),
        (ChoiceShape(("fr", "en")), "[fr]", "unknown-choice", 5, ""),
        (ChoiceShape(("fr", "en")), "", "empty", 4, "removed"),
        (ChoiceShape((1, 2)), "'2'", "unknown-choice", 5, "2"),
        (ChoiceShape(("1", "2")), "2", "unknown-choice", 5, "'2'"),
        (ChoiceShape((True, None)), "'true'", "unknown-choice", 5, "true"),
        (TAGS, "one", "wrong-type", 5, "[one]"),
        (TAGS, "'a, b'", "wrong-type", 5, ""),
        (TAGS, "too long", "wrong-type", 5, ""),
        (TAGS, "''", "wrong-type", 5, ""),
        (TAGS, "{a: 1}", "wrong-type", 5, ""),
        (TAGS, "[]", "too-few", 5, ""),
        (TAGS, "[a, 2]", "text-unquoted", 9, "[a, '2']"),
        (TAGS, "[a, abcdefg]", "too-long", 9, ""),
        (TAGS, "[a, ~]", "empty", 9, ""),
        (PERSON, "Ada", "wrong-type", 5, ""),
        (PERSON, "2022-07-08", "wrong-type", 5, ""),
        (TAGS, "2022-07-08", "wrong-type", 5, ""),
        (PERSON, "{age: 3}", "missing", 5, ""),
        (PERSON, "{name: Ada, age: '3'}", "number-quoted", 22, "{name: Ada, age: 3}"),
        (PERSON, "{name: Ada, age: }", "empty", 21, "{name: Ada }"),
        (GroupShape(other=NumberShape()), "{a: b}", "wrong-type", 9, ""),
        (GroupShape(are_others_refused=True), "{a: b}", "unknown-key", 6, ""),
        (UnionShape((TextShape(), NumberShape())), "true", "fits-none", 5, ""),
        (UnionShape((TextShape(), NumberShape())), "", "empty", 4, "removed"),
        (UnionShape((TextShape(), TAGS)), "[1]", "text-unquoted", 6, "['1']"),
        (KIND, "{kind: b, y: 1}", "text-unquoted", 18, "{kind: b, y: '1'}"),
        (KIND, "{kind: c}", "unknown-choice", 12, ""),
        (ReferenceShape("authors"), "Ada", "dangling-reference", 5, "ada"),
        (ReferenceShape("authors"), "{collection: authors, id: bob}", "dangling-reference", 5, ""),
        (ReferenceShape("authors"), "[ada]", "wrong-type", 5, ""),
        (ImageShape(), "5", "wrong-type", 5, ""),
    ],
)
def test_what_zod_refuses_is_told(
    desk: Desk, shape: Shape, source: str, rule: str, column: int, repaired: str
) -> None:
    desk = with_key(desk, shape).with_entries({"authors": ("ada",)})
    found = desk.problems(f"a: 'x'\nkey: {source}")
    assert rule in [problem.rule for problem in found]
    problem = next(problem for problem in found if problem.rule == rule)
    assert (problem.key, problem.line, problem.column, problem.severity) == ("key", 2, column, "error")
    if len(found) == 1:
        expected = {"": "", "removed": "a: 'x'"}.get(repaired, f"a: 'x'\nkey: {repaired}")
        assert desk.repaired(f"a: 'x'\nkey: {source}") == expected


def test_a_missing_field_is_told_at_the_fence(desk: Desk) -> None:
    problem = with_key(desk, TextShape(), is_required=True).only("a: 1")
    assert (problem.rule, problem.key, problem.line, problem.column) == ("missing", "key", 0, 0)


def test_an_article_without_a_front_matter_misses_what_is_required(desk: Desk) -> None:
    (problem,) = with_key(desk, TextShape(), is_required=True).problems_of("Été\n")
    assert (problem.rule, problem.line, problem.column) == ("missing", 0, 0)


def test_an_empty_field_that_is_required_is_not_removed(desk: Desk) -> None:
    desk = with_key(desk, TextShape(), is_required=True)
    assert desk.only("key:").rule == "empty"
    assert desk.repaired("key:") == ""


def test_a_nested_problem_has_the_place_of_its_value(desk: Desk) -> None:
    rule = SchemaField("people", ListShape(PERSON))
    problem = desk.with_schema(rule).only("people:\n  - name: Ada\n  - name: Bob\n    age: 'x'")
    assert (problem.place, problem.line, problem.column) == ((1, "age"), 4, 9)


def test_the_value_of_a_sentence_is_as_it_is_written(desk: Desk) -> None:
    problem = with_key(desk, ChoiceShape(("fr", "en", "de"))).only("key: 'fra'")
    assert dict(problem.data) == {"value": "fra", "choices": "fr, en, de", "near": "fr"}
    many = with_key(desk, ChoiceShape(tuple("abcdefghij"))).only(f"key: {'long ' * 30}")
    assert many.data["choices"] == "a, b, c, d, e, f, g, h, …"
    assert len(many.data["value"]) == 60
    near = with_key(desk, ChoiceShape(("french", "english"))).only("key: french language")
    assert near.data.get("near", "") == ""
    close = with_key(desk, ReferenceShape("authors")).with_entries({"authors": ("ada-lovelace",)})
    assert close.only("key: ada-lovelase").data["near"] == "ada-lovelace"


@pytest.mark.parametrize(
    ("shape", "source", "severity"),
    [
        (NumberShape(), "'4'", "warning"),
        (TextShape(), "4", "warning"),
        (FlagShape(), "yes", "warning"),
        (FlagShape(), "maybe", "warning"),
        (TextShape(), "[a]", "warning"),
        (TextShape(), "", "warning"),
        (NumberShape(), "true", "warning"),
        (DateShape(), "{}", "error"),
        (ListShape(TextShape()), "", "error"),
        (NumberShape(), "four", "error"),
    ],
)
def test_what_a_generated_schema_does_not_show_is_a_warning(
    desk: Desk, shape: Shape, source: str, severity: str
) -> None:
    """z.coerce leaves no trace in it."""
    desk = desk.with_schema(SchemaField("key", shape), source="schema.json")
    assert desk.only(f"key: {source}").severity == severity


def test_values_beyond_all_measure_are_not_checked(desk: Desk) -> None:
    deep = with_key(desk, ListShape(ListShape(ListShape(UnionShape((NumberShape(), FlagShape()))))))
    head = f"a: &a [{','.join('1' * 50)}]\nb: &b [{','.join(['*a'] * 50)}]\nkey: [{'*b,' * 20}"
    assert MOST_STEPS < 2 * 50 * 50 * 20
    assert deep.rules(f"{head}]") == []
    assert deep.rules(f"{head}x]") == []
    assert deep.rules("key: [x]") == ["wrong-type"]
    assert with_key(desk, ListShape(TextShape())).rules(f"key: [{', '.join(['2'] * 200)}]") == (
        ["text-unquoted"] * 100
    )


def test_other_generators_have_no_schema(desk: Desk) -> None:
    desk = with_key(desk, TextShape(), is_required=True)
    desk.blog = type(desk.blog)(desk.blog.root, "pelican", "python-markdown", (), None, ())
    assert desk.rules("date: 2024-02-30") == []
    assert desk.rules("a: b: c") == ["colon-in-value"]

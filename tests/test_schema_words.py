from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from editor.blog.fields import Field
from editor.blog.schemas.shapes import (
    ANYTHING,
    AnyShape,
    ChoiceShape,
    ListShape,
    NumberShape,
    SchemaField,
    Shape,
    TextShape,
)
from editor.schema_words import bounds_words, default_words, hint_of, tip_of, value_words

if TYPE_CHECKING:
    from editor.article.values import Value


@pytest.mark.parametrize(
    ("shape", "words"),
    [
        (NumberShape(), ""),
        (NumberShape(1, 5), "From 1 to 5"),
        (NumberShape(smallest=1.5), "At least 1.5"),
        (NumberShape(largest=5), "At most 5"),
        (NumberShape(smallest=0, is_smallest_excluded=True), "More than 0"),
        (NumberShape(largest=5, is_largest_excluded=True), "Less than 5"),
        (NumberShape(0, 5, is_smallest_excluded=True), "More than 0, at most 5"),
        (NumberShape(0, 5, is_largest_excluded=True), "At least 0, less than 5"),
        (NumberShape(is_whole=True), "Whole number"),
        (NumberShape(0, is_whole=True), "At least 0, whole number"),
        (NumberShape(step=0.5), "In steps of 0.5"),
        (TextShape(), ""),
        (TextShape(longest=1), "At most 1 character"),
        (TextShape(longest=60), "At most 60 characters"),
        (TextShape(shortest=3), "At least 3 characters"),
        (TextShape(3, 60), "3 to 60 characters"),
        (TextShape(5, 5), "5 characters"),
        (TextShape(format="url"), "A web address"),
        (TextShape(format="email"), "An email address"),
        (TextShape(pattern="^[a-z]+$"), "In the form ^[a-z]+$"),
        (TextShape(pattern="(?i:^[a-z]+$)"), "In the form ^[a-z]+$"),
        (ListShape(ANYTHING, 2, 4), "2 to 4 entries"),
        (ListShape(NumberShape(1, 5), longest=1), "At most 1 entry · each: from 1 to 5"),
        (ChoiceShape(("a",)), ""),
        (
            AnyShape("expression", "z.custom(\n  f)"),
            "The schema says z.custom( f), which cannot be read here.",
        ),
        (AnyShape("expression", "x ?\n  y : z"), "The schema says x ? y : z, which cannot be read here."),
        (AnyShape("expression", "x" * 90), f"The schema says {'x' * 59}…, which cannot be read here."),
        (AnyShape("import", "docs()"), "The schema takes this from elsewhere: docs()"),
        (AnyShape("call", "z.x()"), "The schema calls z.x(), and what that allows is not known here."),
        (AnyShape("recursion", "Group"), "The same fields again, as deep as you like."),
    ],
)
def test_bounds_in_words(shape: Shape, words: str) -> None:
    assert bounds_words(shape) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [(True, "yes"), (False, "no"), (1.0, "1"), ([], "empty"), (["a", 1], "a, 1"), (None, "empty"), ({}, "")],
)
def test_values_in_words(value: Value, words: str) -> None:
    assert value_words(value) == words


def test_a_default_is_said_briefly() -> None:
    def field(rule: SchemaField | None) -> Field:
        return Field("key", "line", "", present=False, rule=rule)

    assert default_words(field(None)) == ""
    assert default_words(field(SchemaField("key", TextShape()))) == ""
    assert (
        default_words(field(SchemaField("key", TextShape(), has_default=True, default="été")))
        == "Default: été"
    )
    dynamic = SchemaField("key", TextShape(), has_default=True, default_source="new Date()")
    assert default_words(field(dynamic)) == "Default: new Date()"
    long = SchemaField("key", TextShape(), has_default=True, default="x" * 90)
    assert default_words(field(long)) == "Default: " + "x" * 59 + "…"


def test_a_long_description_is_a_tip() -> None:
    field = Field("key", "line", "", rule=SchemaField("key", TextShape(longest=9), description="word " * 40))
    assert hint_of(field, is_broken=False) == ""
    assert hint_of(field, is_broken=True) == "At most 9 characters"
    assert tip_of(field) == ("word " * 40).strip()
    assert tip_of(Field("key", "line", "")) == ""
    assert hint_of(Field("key", "line", ""), is_broken=True) == ""

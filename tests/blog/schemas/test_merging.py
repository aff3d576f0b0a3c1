"""One schema of two sources."""

from __future__ import annotations

import pytest

from editor.blog.schemas.merging import merged, merged_shape
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

CONFIG = "content.config.ts"


@pytest.mark.parametrize(
    ("generated", "configured", "shape"),
    [
        (TextShape(), ImageShape(), ImageShape()),
        (ReferenceShape(), ReferenceShape("authors"), ReferenceShape("authors")),
        (ListShape(ReferenceShape()), ListShape(ReferenceShape("a")), ListShape(ReferenceShape("a"))),
        (DateShape(), DateShape(is_coerced=False), DateShape(is_coerced=False)),
        (TextShape(3), TextShape(is_coerced=True), TextShape(3, is_coerced=True)),
        (NumberShape(1), NumberShape(is_coerced=True), NumberShape(1, is_coerced=True)),
        (FlagShape(), FlagShape(is_coerced=True), FlagShape(is_coerced=True)),
        (ANYTHING, TextShape(), TextShape()),
        (ChoiceShape(("a",)), AnyShape("import", "CHOICES"), ChoiceShape(("a",))),
        (NumberShape(), TextShape(), NumberShape()),
        (NumberShape(), FlagShape(), NumberShape()),
        (TextShape(), NumberShape(), TextShape()),
        (TextShape(), ListShape(ANYTHING), TextShape()),
        (TextShape(), GroupShape(), TextShape()),
        (TextShape(), DateShape(), TextShape()),
        (TextShape(pattern="^a$"), TextShape(pattern="(?i:^a$)"), TextShape(pattern="(?i:^a$)")),
        (TextShape(5, pattern="^a$"), TextShape(), TextShape(5, pattern="^a$")),
        (GroupShape(other=TextShape()), GroupShape(other=ImageShape()), GroupShape(other=ImageShape())),
        (GroupShape(), GroupShape(other=AnyShape("import", "a")), GroupShape()),
        (
            UnionShape((TextShape(), GroupShape())),
            UnionShape((ImageShape(), GroupShape()), "kind"),
            UnionShape((ImageShape(), GroupShape()), "kind"),
        ),
        (TextShape(), UnionShape((ImageShape(), TextShape())), UnionShape((ImageShape(), TextShape()))),
        (TextShape(), UnionShape((NumberShape(), TextShape())), TextShape()),
        (
            GroupShape((SchemaField("a", TextShape()),)),
            GroupShape((SchemaField("a", ImageShape()),)),
            GroupShape((SchemaField("a", ImageShape()),)),
        ),
    ],
)
def test_the_configuration_adds_what_it_alone_shows(
    generated: Shape, configured: Shape, shape: Shape
) -> None:
    assert merged_shape(generated, configured) == shape


def test_a_field_keeps_what_was_generated_and_names_its_source() -> None:
    generated = (
        SchemaField(
            "b", TextShape(5), is_required=False, has_default=True, default="x", source="schema.json"
        ),
        SchemaField("hero", TextShape(), source="schema.json"),
        SchemaField("spread", FlagShape(), source="schema.json"),
    )
    configured = (
        SchemaField("hero", ImageShape(), description="Wide", source=CONFIG),
        SchemaField("b", AnyShape("call", "f()"), source=CONFIG),
        SchemaField("new", TextShape(), source=CONFIG),
    )
    assert merged(generated, configured) == (
        SchemaField("hero", ImageShape(), description="Wide", source=CONFIG),
        generated[0],
        configured[2],
        generated[2],
    )


def test_a_default_that_is_not_generated_is_the_configuration_s() -> None:
    generated = SchemaField("author", ReferenceShape(), is_required=False, source="schema.json")
    configured = SchemaField(
        "author", ReferenceShape("authors"), is_required=False, has_default=True, default="ada", source=CONFIG
    )
    assert merged((generated,), (configured,)) == (configured,)

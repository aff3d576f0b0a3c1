"""One shape of several."""

from __future__ import annotations

import pytest

from editor.blog.schemas.combining import either, intersection
from editor.blog.schemas.shapes import (
    ANYTHING,
    AnyShape,
    ChoiceShape,
    FlagShape,
    GroupShape,
    NumberShape,
    SchemaField,
    Shape,
    TextShape,
    UnionShape,
)

A = SchemaField("a", TextShape())
B = SchemaField("b", NumberShape(), is_required=False)
UNREAD = AnyShape("import", "more")


@pytest.mark.parametrize(
    ("shapes", "shape"),
    [
        ([TextShape()], TextShape()),
        ([GroupShape((A,)), GroupShape((B,))], GroupShape((A, B))),
        ([GroupShape((A,), TextShape()), GroupShape((B,))], GroupShape((A, B), TextShape())),
        ([GroupShape((A,), TextShape()), GroupShape((B,), ANYTHING)], GroupShape((A, B), ANYTHING)),
        ([GroupShape((A,)), UNREAD], GroupShape((A,), UNREAD)),
        ([UNREAD, GroupShape((A,)), GroupShape((B,))], GroupShape((A, B), UNREAD)),
        (
            [GroupShape((A,)), UnionShape((GroupShape((B,)), GroupShape()), "k")],
            UnionShape((GroupShape((B, A)), GroupShape((A,))), "k"),
        ),
        ([UnionShape((GroupShape(), TextShape())), GroupShape((A,))], None),
        ([TextShape(), TextShape(5)], None),
        ([TextShape(), NumberShape(), GroupShape()], None),
    ],
)
def test_what_is_several_shapes_at_once(shapes: list[Shape], shape: Shape | None) -> None:
    assert intersection(shapes) == shape


def test_what_is_one_of_several_groups() -> None:
    flag = SchemaField("f", FlagShape(), is_required=False, has_default=True, default=False)
    kinds = [SchemaField("k", ChoiceShape((kind,))) for kind in ("x", "y")]
    other = SchemaField("f", FlagShape(), is_required=False, has_default=True, default=True)
    groups = (
        GroupShape((kinds[0], A, flag), are_others_refused=True),
        GroupShape((kinds[1], SchemaField("a", ChoiceShape((None,)), is_nullable=True), B, other), UNREAD),
    )
    assert either(groups) == GroupShape(
        (
            SchemaField("k", ChoiceShape(("x", "y"))),
            SchemaField("a", TextShape(), is_nullable=True),
            SchemaField("f", FlagShape(), is_required=False),
            B,
        ),
        UNREAD,
    )
    assert either((GroupShape((flag,)), GroupShape((flag,)))) == GroupShape((flag,))

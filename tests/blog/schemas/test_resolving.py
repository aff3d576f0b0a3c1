from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from editor.blog.schemas.resolving import fits, resolved
from editor.blog.schemas.shapes import (
    ANYTHING,
    ChoiceShape,
    DateShape,
    FlagShape,
    GroupShape,
    ImageShape,
    ListShape,
    NumberShape,
    ReferenceShape,
    Shape,
    TextShape,
    UnionShape,
)

if TYPE_CHECKING:
    from editor.article.values import Value

TEXT, NUMBER, FLAG, GROUP = TextShape(), NumberShape(), FlagShape(), GroupShape()
DAY = datetime(2022, 7, 8, tzinfo=UTC)


@pytest.mark.parametrize(
    ("shape", "fitting", "others"),
    [
        (TEXT, ["", "🌞"], [1, True, None, [], {}, DAY]),
        (ImageShape(), ["x"], [1]),
        (NUMBER, [1, 1.5], ["1", True, None]),
        (FLAG, [True, False], [0, "yes", None]),
        (DateShape(), [DAY, "Jul 08 2022"], ["someday", 20220708, None]),
        (DateShape(is_coerced=False), [DAY], ["2022-07-08"]),
        (ChoiceShape(("a", 1, None)), ["a", 1, 1.0, None], ["1", True]),
        (ReferenceShape("a"), ["x", {"id": "x"}], [1]),
        (ListShape(TEXT), [[], ["a"]], ["a", [1]]),
        (GROUP, [{}], [[], "x"]),
        (UnionShape((TEXT, NUMBER)), ["a", 1], [True]),
        (ANYTHING, [None, [], "x"], []),
    ],
)
def test_a_value_is_of_a_shape_s_type(shape: Shape, fitting: list[Value], others: list[Value]) -> None:
    assert [fits(shape, value) for value in fitting] == [True] * len(fitting)
    assert [fits(shape, value) for value in others] == [False] * len(others)


@pytest.mark.parametrize(
    ("options", "value", "answer"),
    [
        ((TEXT, ChoiceShape((None,))), None, TEXT),
        ((TEXT, TEXT), 5, TEXT),
        ((TEXT, ListShape(TEXT)), [], ListShape(TEXT)),
        ((TEXT, ListShape(TEXT)), None, ListShape(TEXT)),
        ((TEXT, ListShape(TEXT)), "x", TEXT),
        ((TEXT, ListShape(TEXT)), True, TEXT),
        ((ListShape(TEXT), GROUP), "x", ListShape(TEXT)),
        ((TEXT, NUMBER, ANYTHING), None, UnionShape((TEXT, NUMBER))),
        ((ANYTHING, TEXT), [1], ANYTHING),
        ((ChoiceShape(("a",)), ChoiceShape((1, "b"))), "x", ChoiceShape(("a", 1, "b"))),
        ((GROUP, TEXT), {"a": 1}, GROUP),
        ((GROUP, TEXT), None, GROUP),
        ((TEXT, DateShape(), NUMBER), None, DateShape()),
    ],
)
def test_of_several_shapes_the_value_decides(options: tuple[Shape, ...], value: Value, answer: Shape) -> None:
    assert resolved(UnionShape(options), value) == answer


def test_a_shape_that_is_no_union_stays() -> None:
    assert resolved(TEXT, 5) is TEXT

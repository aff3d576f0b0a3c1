"""How articles use their keys."""

from __future__ import annotations

import pytest

from editor.article.front_matter import FrontMatter, read
from editor.blog.schemas.shapes import (
    ANYTHING,
    DateShape,
    FlagShape,
    GroupShape,
    ListShape,
    NumberShape,
    SchemaField,
    Shape,
    TextShape,
    UnionShape,
)
from editor.blog.schemas.usage import MOST_KEYS, consensus, fields_of, usage_of


def heads(*sources: str) -> list[FrontMatter]:
    return [read(f"---\n{source}\n---\n") for source in sources]


@pytest.mark.parametrize(
    ("sources", "shape"),
    [
        (("a: x", "a: 'y 😀'", "a:", "a: ''"), TextShape()),
        (("a: true", "a: false"), FlagShape()),
        (("a: 1", "a: 2"), NumberShape(is_whole=True)),
        (("a: 1", "a: 2.5"), NumberShape()),
        (("a: 2025-07-08", "a: 'Jul 08 2022'"), DateShape()),
        (("a: 2025-07-08", "a: one day"), TextShape()),
        (("a: 1", "a: x"), UnionShape((NumberShape(), TextShape()))),
        (("a: [x, y]", "a: []"), ListShape(TextShape())),
        (("a: [x]", "a: y"), ANYTHING),
        (("a:", "a: []"), ANYTHING),
        (
            ("a: {b: 1, c: x}", "a: {c: y}"),
            GroupShape(
                (
                    SchemaField("b", NumberShape(is_whole=True), is_required=False, source="articles"),
                    SchemaField("c", TextShape(), is_required=False, source="articles"),
                )
            ),
        ),
    ],
)
def test_a_key_has_the_shape_of_its_values(sources: tuple[str, ...], shape: Shape) -> None:
    (usage,) = usage_of(heads(*sources)).keys
    assert usage.shape == shape
    assert usage.articles == len(sources)


def test_values_that_hold_each_other_deeply_may_be_anything() -> None:
    (usage,) = usage_of(heads(f"a: {'[' * 30}x{']' * 30}")).keys
    shape: Shape = usage.shape
    depth = 0
    while isinstance(shape, ListShape):
        shape, depth = shape.item, depth + 1
    assert (shape, depth) == (ANYTHING, 9)


def test_the_most_usual_notation_of_a_date_and_quote_of_a_text() -> None:
    usage = usage_of(
        heads("day: 'Jul 08 2022'\nt: \"x\"", "day: 2025-01-01\nt: y", "day: 'Oct 12 2025'\nt: \"z\"")
    )
    day, text = usage.keys
    assert day.notation == "'Jul 08 2022'"
    assert (text.quote, text.notation) == ('"', "")


def test_words_are_counted_once_an_article_the_most_frequent_first() -> None:
    (tags,) = usage_of(heads("tags: [mer, été]", "tags: [été, été]", "tags: [" + "x" * 61 + "]")).keys
    assert tags.words == (("été", 2), ("mer", 1))


def test_every_article_counts_also_one_without_keys() -> None:
    usage = usage_of([*heads("a: 1"), read("no front matter"), read("---\na: [\n---\n")])
    assert usage.articles == 3
    assert [key.key for key in usage.keys] == ["a"]


def test_rare_keys_beyond_the_most_are_left_out() -> None:
    many = "\n".join(f"k{number}: 1" for number in range(MOST_KEYS + 5))
    usage = usage_of(heads("z: 1", "z: 1", many))
    assert len(usage.keys) == MOST_KEYS
    assert "z" in {key.key for key in usage.keys}


def test_the_order_is_that_of_most_articles() -> None:
    rows = [("title", "date", "tags"), ("title", "tags", "date"), ("title", "date", "hero", "tags")]
    assert consensus(("tags", "date", "title", "hero"), rows) == ("title", "date", "hero", "tags")


def test_keys_that_never_meet_stay_as_they_are() -> None:
    assert consensus(("a", "b", "c"), [("a",), ("b",), ("c", "other")]) == ("a", "b", "c")


def test_no_field_of_the_articles_own_is_required() -> None:
    assert fields_of(usage_of(heads("a: x"))) == (
        SchemaField("a", TextShape(), is_required=False, source="articles"),
    )

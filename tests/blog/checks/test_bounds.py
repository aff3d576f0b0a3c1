from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from editor.blog.checks.bounds import broken_bounds
from editor.blog.schemas.shapes import ANYTHING, ListShape, NumberShape, Shape, TextShape

if TYPE_CHECKING:
    from editor.article.values import Value


@pytest.mark.parametrize(
    ("shape", "within", "outside"),
    [
        (NumberShape(1, 5), [1, 5, 2.5, "x", True], [0, 5.1]),
        (NumberShape(1, 5, is_smallest_excluded=True, is_largest_excluded=True), [2], [1, 5]),
        (NumberShape(is_whole=True), [1, 2.0], [1.5]),
        (NumberShape(step=0.1), [0.3, 0.7, -0.1, 0, 1e300, float("inf")], [0.35]),
        (TextShape(2, 4), ["🌞", "abcd", 5, "abcd ", "🌞🌞🌞"], ["a", "🌞🌞🌞🌞🌞"]),
        (
            TextShape(format="url"),
            ["https://a", "mailto:a@b", " https://é.fr/x "],
            ["a.org", "", "https://", "/a"],
        ),
        (TextShape(format="email"), ["a@b.org", "a@b"], ["a", "a b@c.org", "@"]),
        (TextShape(pattern="^[a-z]+$"), ["abc", " abc ", "a\nb"], ["a1", ""]),
        (TextShape(pattern="(?=x)"), ["a"], []),
        (ListShape(ANYTHING, 1, 2), [[1], "x"], [[], [1, 2, 3]]),
        (ANYTHING, [1, None], []),
    ],
)
def test_what_breaks_bounds(shape: Shape, within: list[Value], outside: list[Value]) -> None:
    assert [value for value in within if any(broken_bounds(shape, value))] == []
    assert [value for value in outside if not any(broken_bounds(shape, value))] == []


@pytest.mark.parametrize(
    ("shape", "value", "rule", "data"),
    [
        (TextShape(5), "a🌞", "too-short", {"count": "3", "limit": "5"}),
        (TextShape(longest=2), "a🌞b ", "too-long", {"count": "3", "limit": "2"}),
        (ListShape(ANYTHING, 2), [1], "too-few", {"count": "1", "limit": "2"}),
        (ListShape(ANYTHING, longest=1), [1, 2], "too-many", {"count": "2", "limit": "1"}),
        (NumberShape(1), 0, "too-small", {"limit": "1"}),
        (NumberShape(1, is_smallest_excluded=True), 1, "not-above", {"limit": "1"}),
        (NumberShape(largest=1.5), 2, "too-large", {"limit": "1.5"}),
        (NumberShape(largest=1.5, is_largest_excluded=True), 1.5, "not-below", {"limit": "1.5"}),
        (NumberShape(step=0.5), 0.2, "not-in-steps", {"limit": "0.5"}),
        (NumberShape(is_whole=True), 0.2, "not-whole", {}),
        (TextShape(format="url"), "a", "not-a-url", {}),
        (TextShape(format="email"), "a", "not-an-email", {}),
        (TextShape(pattern="^b$"), "a", "not-in-pattern", {"pattern": "^b$"}),
    ],
)
def test_a_broken_bound_is_named(shape: Shape, value: Value, rule: str, data: dict[str, str]) -> None:
    assert list(broken_bounds(shape, value)) == [(rule, data)]

"""Values are the same when JavaScript could not tell them apart."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from editor.article.values import Value, is_same, number_of, number_text

NAN = float("nan")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (1, 1.0, True),
        (1, True, False),
        (0, None, False),
        (NAN, NAN, True),
        (NAN, 1, False),
        ("é", "é", True),
        ("1", 1, False),
        ([1, ["😀"]], [1.0, ["😀"]], True),
        ([1], [1, 2], False),
        ([], {}, False),
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}, True),
        ({"a": 1}, {"a": True}, False),
        ({"a": 1}, {"b": 1}, False),
        (datetime(2022, 7, 8, tzinfo=UTC), datetime(2022, 7, 8, tzinfo=UTC), True),
        (datetime(2022, 7, 8, tzinfo=UTC), "2022-07-08", False),
    ],
)
def test_same(one: Value, other: Value, same: bool) -> None:
    assert is_same(one, other) is same
    assert is_same(other, one) is same


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0, "0"),
        (-0.0, "0"),
        (1000, "1000"),
        (-12.5, "-12.5"),
        (0.5, "0.5"),
        (-0.000001, "-0.000001"),
        (1e-7, "1e-7"),
        (1.25e-9, "1.25e-9"),
        (123456789012345680000, "123456789012345680000"),
        (1e21, "1e+21"),
        (1.5e300, "1.5e+300"),
        (float("inf"), "Infinity"),
        (float("-inf"), "-Infinity"),
        (NAN, "NaN"),
    ],
)
def test_numbers_are_written_as_javascript_writes_them(number: float, text: str) -> None:
    assert number_text(number) == text


def test_a_whole_number_is_an_integer() -> None:
    assert [type(number_of(number)) for number in (1000.0, 1e3, 0.5, float("inf"))] == [
        int,
        int,
        float,
        float,
    ]

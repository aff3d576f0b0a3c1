from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from editor.blog.value_source import UnreadableSource, source_of, value_of_source

if TYPE_CHECKING:
    from editor.article.values import Value


@pytest.mark.parametrize(
    "value",
    [
        "a: b",
        "été 🌞\ntwo",
        [1, {"a": [1]}],
        {"a": {"b": "c"}},
        None,
        True,
        1.5,
        "2022-07-08",
        datetime(2022, 7, 8, tzinfo=UTC),
        "---",
    ],
)
def test_a_value_is_its_source_s(value: Value) -> None:
    assert value_of_source(source_of(value)) == value


@pytest.mark.parametrize(
    ("source", "value"),
    [
        ("- a\n- b: 🌞", ["a", {"b": "🌞"}]),
        ("a: 1\nb: 2", {"a": 1, "b": 2}),
        ("", None),
        ("[a,\n  b]", ["a", "b"]),
        ("|\n  one\n\n  two", "one\n\ntwo\n"),
    ],
)
def test_a_block_may_stand_below_its_key(source: str, value: Value) -> None:
    assert value_of_source(source) == value


@pytest.mark.parametrize(
    ("source", "reason", "line"),
    [
        ("🌞: b: c", "", 0),
        ("[a", "", 0),
        ("- a\n- [b", "", 1),
        ("*x", "unknown-alias", 0),
        ("a: 1\na: 2", "duplicate-key", 1),
    ],
)
def test_what_is_no_value_says_why_and_where(source: str, reason: str, line: int) -> None:
    with pytest.raises(UnreadableSource) as refused:
        value_of_source(source)
    fault = refused.value.fault
    assert fault.reason == reason or not reason
    assert fault.line == line
    assert 0 <= fault.column <= len(source)


def test_two_values_are_none() -> None:
    with pytest.raises(UnreadableSource):
        value_of_source("1\nother: 2")


def test_toml() -> None:
    assert value_of_source('["a", 5]', "toml") == ["a", 5]
    with pytest.raises(UnreadableSource) as refused:
        value_of_source("[a", "toml")
    assert refused.value.fault.line == 0
    with pytest.raises(UnreadableSource) as refused:
        value_of_source("1\nother = 2", "toml")
    assert refused.value.fault.reason == "not-one-value"

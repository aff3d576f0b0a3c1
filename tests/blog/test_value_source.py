from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from editor.article.faults import RefusedValue
from editor.blog.fields import Field
from editor.blog.value_source import (
    UnreadableSource,
    source_of,
    value_of_field_source,
    value_of_source,
    words_source,
)

if TYPE_CHECKING:
    from editor.article.fences import Format
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


@pytest.mark.parametrize("value", ["a: b", "été 🌞\ntwo", [1, {"a": [1]}], {"a": {"b": "c"}}, True, 1.5])
def test_a_value_is_its_source_s_in_toml(value: Value) -> None:
    assert value_of_source(source_of(value, "toml"), "toml") == value


def test_null_has_no_source_in_toml() -> None:
    with pytest.raises(RefusedValue, match="no-null"):
        source_of(None, "toml")


@pytest.mark.parametrize(
    ("raw", "value", "source", "read"),
    [
        ("a = 1", {"a": 1}, "a = 2\n[seo.b]\nc = 3", {"a": 2, "b": {"c": 3}}),
        ("a = 1", {"a": 1}, "{ a = 2 }", {"a": 2}),
        ("", {}, "a = 2", {"a": 2}),
        ("[[seo]]\na = 1", [{"a": 1}], "[[seo]]\na = 2", [{"a": 2}]),
        ("seo.a = 1", {"a": 1}, "seo.b = 2", {"b": 2}),
        ("{ a = 1 }", {"a": 1}, "{ a = 2 }", {"a": 2}),
    ],
)
def test_a_table_of_toml_has_a_source_of_its_own(raw: str, value: Value, source: str, read: Value) -> None:
    assert value_of_field_source(source, Field("seo", "raw", value, raw, format="toml")) == read


@pytest.mark.parametrize(
    ("field", "source", "line", "column"),
    [
        (Field("seo", "raw", {"a": 1}, "{ a = 1 }", format="toml"), "a = 1", 0, 0),
        (Field("seo", "raw", {"a": 1}, "a = 1", format="toml"), "hello", 0, 0),
        (Field("seo", "raw", {"a": 1}, "a = 1", format="toml"), "a = 1\nb = x", 1, 4),
        (Field("seo", "raw", None, present=False, format="toml"), "a = 1", 0, 0),
        (Field("seo", "raw", {"a": 1}, "{a: 1}"), "{a: [}", 0, 5),
    ],
)
def test_what_is_no_source_of_a_field_says_where(field: Field, source: str, line: int, column: int) -> None:
    with pytest.raises(UnreadableSource) as refused:
        value_of_field_source(source, field)
    assert (refused.value.fault.line, refused.value.fault.column) == (line, column)


@pytest.mark.parametrize(
    ("words", "notation", "source"),
    [
        ("hello", "toml", '"hello"'),
        (" 5 ", "toml", "5"),
        ("2025-07-08", "toml", "2025-07-08"),
        ("hello", "yaml", "hello"),
        ("a: b: c", "yaml", "'a: b: c'"),
    ],
)
def test_words_are_a_value_or_text(words: str, notation: Format, source: str) -> None:
    assert words_source(words, notation) == source

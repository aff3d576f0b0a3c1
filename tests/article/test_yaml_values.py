"""YAML means to us what js-yaml 4.3, run with Node, made of the same text."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from editor.article.faults import Unreadable
from editor.article.values import Value, is_same
from editor.article.yaml_tree import compose
from editor.article.yaml_values import LARGEST_EXPANSION, ValueReader
from tests.article.wire import rows, value_of


def load(text: str) -> Value:
    text = text if text.endswith("\n") else text + "\n"
    root = compose(text, 0, len(text))
    return None if root is None else ValueReader(text).value(root)


def reason_of(text: str) -> str:
    with pytest.raises(Unreadable) as caught:
        load(text)
    return caught.value.reason


@pytest.mark.parametrize("row", rows("js-yaml-4.3.json"), ids=lambda row: repr(row["yaml"])[:60])
def test_values_are_those_of_js_yaml(row: dict[str, Any]) -> None:
    if "error" in row:
        assert reason_of(row["yaml"])
    else:
        assert is_same(load(row["yaml"]), value_of(row["value"]))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("9007199254740993", 9007199254740992),
        ("1e21", 10**21),
        ("1e400", "1e400"),
        ("9" * 400, "9" * 400),
        ("0x" + "F" * 400, "0x" + "F" * 400),
        ("-0", 0),
        ("-0x10", -16),
        ("+.inf", float("inf")),
        (".NaN", float("nan")),
        ("9999-99-99", "9999-99-99"),
        ("0001-02-03", datetime(1901, 2, 3, tzinfo=UTC)),
        ("2022-07-08T10:00:00.5Z", datetime(2022, 7, 8, 10, 0, 0, 500000, tzinfo=UTC)),
        ("1\n<<: {a: 2, b: 3}\nb: 4", 1),
        ("!!binary aGVsbG8=", "aGVsbG8="),
        (r'"\ud83d\ude00\ud83d"', "😀\ufffd"),
        (r'"\UFFFFFFFF"', "\ufffd"),
    ],
)
def test_what_json_could_not_hold(text: str, value: Value) -> None:
    found = load(f"a: {text}")
    assert isinstance(found, dict)
    assert is_same(found["a"], value)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("a: 1\na: 2", "duplicate-key"),
        ("a: !custom 5", "unknown-tag"),
        ("a: !custom [5]", "unknown-tag"),
        ("a: !custom {b: 5}", "unknown-tag"),
        ("a: !!int x", "not-of-its-tag"),
        ("a: !!pairs [x]", "not-of-its-tag"),
        ("a: *b", "unknown-alias"),
        ("a: &x [*x]", "circular"),
        ("<<: 1", "wrong-merge"),
        ("? [a, [b]]\n: c", "nested-key"),
        ("a: " + "[" * 101 + "]" * 101, "too-deep"),
        ("a: " + "[" * 100_000, "too-deep"),
        ("a: " + "{a: " * 20_000, "too-deep"),
        ("a: 'x", "unclosed-quote"),
        ("a: \ud800", "control-character"),
        ("a: b\0c", "control-character"),
        ("a: %x", "reserved-character"),
    ],
)
def test_faults_have_a_reason(text: str, reason: str) -> None:
    assert reason_of(text) == reason


def test_aliases_of_aliases_do_not_fill_the_memory() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 9)]
    assert LARGEST_EXPANSION < 10**9
    assert reason_of("\n".join(lines)) == "too-many-aliases"


def test_a_date_as_a_key_keeps_its_text() -> None:
    assert load("2022-07-08: a") == {"2022-07-08": "a"}


def test_a_fault_names_its_place() -> None:
    text = "é: 😀\nb: 'x\n"
    with pytest.raises(Unreadable) as caught:
        load(text)
    assert caught.value.index == text.index("'")


def test_a_quoted_scalar_that_goes_on_after_its_line_is_a_fault_here() -> None:
    """js-yaml takes what follows the quote for the next key: a quote that was forgotten would go unseen."""
    assert reason_of('a: "x\nb: "y: z"\n') == "text-after-value"

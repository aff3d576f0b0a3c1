"""Scripts in the text of MDX."""

from __future__ import annotations

import pytest

from editor.script.embedded import fixed_text, fixed_value, is_expression, is_module, is_nothing, is_spread
from editor.script.expressions import Literal, Object
from editor.script.parsing import LARGEST

LONG = "a " * LARGEST


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("import a from 'b'", True),
        ("import a, {b} from 'c';\nexport * from 'd'", True),
        ("export const a = {\n\nb: 1}", True),
        ("export default () => <p>it's</p>", True),
        ("export function f() { return 1 };", True),
        ("import things into it.", False),
        ("import a from 'b'\na()", False),
        ("import a from", False),
        (LONG, True),
    ],
)
def test_modules(text: str, expected: bool) -> None:
    assert is_module(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a", True),
        ("1 + 1", True),
        ("a, b", True),
        ("{a: 1}", True),
        ("<A b={1}>x</A>", True),
        ("() => { return 1 }", True),
        ("", True),
        ("/* a */ // b", True),
        ("// a\nb", True),
        ("a b", False),
        ("a;", False),
        ("1; 2", False),
        ("...a", False),
        ("a) + (b", False),
        ("import a from 'b'", False),
        (LONG, True),
    ],
)
def test_expressions(text: str, expected: bool) -> None:
    assert is_expression(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("...a", True),
        ("/* a */ ...{b: 1}", True),
        ("...a, ...b", False),
        ("a", False),
        ("a: 1", False),
        ("", False),
        ("})({", False),
        (LONG, True),
    ],
)
def test_spreads(text: str, expected: bool) -> None:
    assert is_spread(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("", True), (" \n", True), ("/* a\n */", True), ("// a", True), ("a", False), ("/* a */ b", False)],
)
def test_nothing(text: str, expected: bool) -> None:
    assert is_nothing(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("'a'", "a"),
        ('"\\u00e9"', "é"),
        ("' '", " "),
        ("`a\nb`", "a\nb"),
        ("'a' + 'b'", "ab"),
        ("`a${b}`", None),
        ("a", None),
        ("1", None),
        ("", None),
        ("a b", None),
        (LONG, None),
    ],
)
def test_fixed_texts(text: str, expected: str | None) -> None:
    assert fixed_text(text) == expected


def test_fixed_values() -> None:
    assert fixed_value("1.5") == Literal("1.5", 1.5)
    assert fixed_value("true") == Literal("true", True)
    assert isinstance(fixed_value("{a: 1}"), Object)
    assert fixed_value("f()") is None

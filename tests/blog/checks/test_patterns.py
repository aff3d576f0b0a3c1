"""Regular expressions of JavaScript: the answers are JavaScript's own, the time is bounded."""

from __future__ import annotations

import time
from typing import Final

import pytest

from editor.blog.checks.patterns import LONGEST_PATTERN, LONGEST_TEXT, is_match

SLUG: Final = r"^[a-z0-9]+(?:-[a-z0-9]+)*$"
# Pattern, texts that JavaScript's RegExp(pattern, "i") finds something in, texts that it does not.
CASES: Final[tuple[tuple[str, list[str], list[str]], ...]] = (
    (SLUG, ["a-b", "A-B", "a1"], ["a--b", "-a", "é", ""]),
    (r"^\d{4}-\d{2}$", ["2024-01"], ["24-1", "2024-011"]),
    (r"^#[0-9a-f]{6}$", ["#FFaa00"], ["#ff"]),
    (r"https:\/\/[^\s]+", ["see https://a"], ["http://a"]),
    (r"\bfoo\b", ["a foo b", "foo"], ["afoo", "foo_"]),
    (r"\Boo", ["foo"], ["oo"]),
    (r"^(?<year>\d+)\.x{2,3}$", ["1.xx", "1.xxx"], ["1.x", "1.xxxx"]),
    (r"[]", [], ["a"]),
    (r"[^]", ["a"], [""]),
    (r"[^\u0000-\uffff]", [], ["a"]),
    (r"a|b|", ["", "c"], []),
    (r"^(a|bc)d?$", ["a", "bcd"], ["b", "abc"]),
    (r"^.{2,4}?$", ["ab", "abcd"], ["a", "abcde"]),
    (r"^a{2}$", ["aa"], ["a", "aaa"]),
    (r"^a{2,}$", ["aa", "aaaa"], ["a"]),
    (r"\u0041\x42", ["AB", "ab"], ["A"]),
    (r"^[\w.-]+$", ["a.b-c"], ["a b"]),
    (r"^[a\-z]+$", ["a-z"], ["b"]),
    (r"^[^a-y]$", ["z", "1"], []),
    (r"^[\d_]$", ["1", "_"], ["a"]),
    (r"^\S+\s\D\W$", ["ab  é", "x a!"], ["a 1 "]),
    (r"[\b]", ["\b"], ["b"]),
    (r"^\t\0$", ["\t\0"], ["t0"]),
    (r"^\/\-\_$", ["/-_"], ["x"]),
    (r"^x{0}y", ["y"], ["xy"]),
    (r"(?i:^a.b$)", ["AxB"], ["ab"]),
    (r"(a*)*b", ["aab"], ["aaaa"]),
    (r"(){1000}$", [""], []),
)


@pytest.mark.parametrize(("pattern", "found", "missed"), CASES)
def test_it_answers_as_javascript_does(pattern: str, found: list[str], missed: list[str]) -> None:
    assert [text for text in found if is_match(pattern, text) is not True] == []
    assert [text for text in missed if is_match(pattern, text) is not False] == []


@pytest.mark.parametrize(
    "pattern",
    [
        *(
            r"\p{L}",
            r"(?=a)",
            r"(?!a)",
            r"(?<=a)",
            r"(a)\1",
            r"\k<a>",
            r"(?-i:a)",
            "(a",
            "a)",
            "[a",
            "*a",
            "a**",
        ),
        *(
            "{2}",
            "a{x}",
            "]",
            "\\",
            r"[z-a]",
            r"[\d-z]",
            r"[a-\w]",
            r"\u{41}",
            r"\cA",
            "(?<1>a)",
            "a{3000}{3000}",
            "(aa){2000}",
        ),
        *("(((){900}){900}){900}", "(" * 2000, "a" * (LONGEST_PATTERN + 1), "(?", "(?<a"),
    ],
)
def test_what_it_does_not_read_has_no_answer(pattern: str) -> None:
    assert is_match(pattern, "a") is None


@pytest.mark.parametrize("text", ["a\nb", "🌞", "a" * (LONGEST_TEXT + 1)])
def test_what_other_flags_would_change_has_no_answer(text: str) -> None:
    assert is_match("^b$", text) is None


@pytest.mark.parametrize("pattern", ["^(a+)+$", "^(a|a)*$", "^(a?){500}$", "(a*)*(a*)*(a*)*b"])
def test_no_pattern_takes_long(pattern: str) -> None:
    begun = time.process_time()
    assert is_match(pattern, "a" * 1999 + "c") is not True
    assert time.process_time() - begun < 2

"""What keeps a front matter from being read is told by a code, a place and the sign in question."""

from __future__ import annotations

import ast
import inspect
import re
from typing import Final

import pytest
import yaml.composer
import yaml.parser
import yaml.scanner
from yaml import SafeLoader
from yaml.error import Mark, MarkedYAMLError

from editor.article.faults import Fault
from editor.article.reading import read
from editor.article.yaml_faults import CODES, unreadable

CASES: Final = {
    "title: one: two": ("colon-in-value", 1, 10, ""),
    "a:\n  title: one: two": ("colon-in-value", 2, 12, ""),
    "title: @x": ("reserved-character", 1, 7, "@"),
    "title: `x`": ("reserved-character", 1, 7, "`"),
    "title: %x": ("reserved-character", 1, 7, "%"),
    "tags: [@a, b]": ("reserved-character", 1, 7, "@"),
    "%x: 1": ("directive", 1, 0, ""),
    "%YAML 1.1\n%YAML 1.1": ("directive", 2, 0, ""),
    "%YAML 2.0": ("directive", 1, 0, ""),
    "%TAG !e! a\n%TAG !e! b": ("directive", 2, 0, ""),
    "title: !e!x y": ("unknown-tag", 1, 7, "!e!"),
    "title: !important x": ("unknown-tag", 1, 7, "!important"),
    "title: !a!b! x": ("wrong-tag", 1, 7, ""),
    "title: - x": ("misplaced-dash", 1, 7, ""),
    "title: ? x": ("misplaced-question-mark", 1, 7, ""),
    "title: *bold*": ("unknown-alias", 1, 7, "bold*"),
    "title: * x": ("nameless-anchor", 1, 7, ""),
    "title: & x": ("nameless-anchor", 1, 7, ""),
    'title: "a" b': ("text-after-value", 1, 11, ""),
    "title: 'it's'": ("text-after-value", 1, 11, ""),
    "title: [a]]": ("text-after-value", 1, 10, "]"),
    'title: "a\nb: 1': ("unclosed-quote", 1, 7, '"'),
    "title: 'a": ("unclosed-quote", 1, 7, "'"),
    "tags: [a, b": ("unclosed-bracket", 1, 6, "["),
    "tags: [a, #b]": ("unclosed-bracket", 1, 6, "["),
    "tags: [a\nb: 1": ("unclosed-bracket", 1, 6, "["),
    "a: {b: 1": ("unclosed-bracket", 1, 3, "{"),
    "tags: [a: b: c]": ("missing-comma", 1, 11, ":"),
    "a: {b: c: d}": ("missing-comma", 1, 8, ":"),
    "title: , x": ("unexpected-mark", 1, 7, ","),
    "title: ]": ("unexpected-mark", 1, 7, "]"),
    "a:\n\tb: 1": ("tab-indentation", 2, 0, ""),
    "title: >x": ("block-header", 1, 7, ""),
    "- |0\n": ("block-header", 1, 2, ""),
    "a:\n|\n b": ("block-not-deeper", 2, 0, ""),
    'title: "a\\qb"': ("unknown-escape", 1, 9, "\\q"),
    'title: "a\x07"': ("control-character", 1, 9, ""),
    "title: a\x07": ("control-character", 1, 7, ""),
    "title: a\0": ("control-character", 1, 8, ""),
    "title: a\ud800": ("control-character", 1, 8, ""),
    "title: 'a\n\n... b'": ("document-mark", 3, 0, ""),
    "title: a\n...\nb: 1": ("document-mark", 3, 0, ""),
    "a: 1\n... \n...\n": ("", 0, 0, ""),
    "title:x\nb: 1": ("missing-colon", 1, 0, ""),
    "a: 1\ntext\nb: 2": ("missing-colon", 2, 0, ""),
    "b: 1\n\n# y\n: 2": ("missing-colon", 4, 0, ":"),
    "a: 1\n b: 2": ("wrong-indentation", 2, 1, ""),
    "a:\n  - b\n c: 1": ("wrong-indentation", 3, 1, ""),
    "  a: 1\nb: 2": ("wrong-indentation", 2, 0, ""),
    "- a\nb: 1": ("wrong-indentation", 2, 0, "?"),
    "title: a\n-f: - g": ("misplaced-dash", 2, 4, ""),
    "- x": ("not-a-mapping", 1, 0, ""),
}


@pytest.mark.parametrize("source", CASES)
def test_a_fault_is_told_by_its_code_and_its_place(source: str) -> None:
    reason, line, column, detail = CASES[source]
    expected = Fault(reason, line, column, detail) if reason else None
    assert read(f"---\n{source}\n---\n").fault == expected


def test_all_that_pyyaml_says_has_a_code() -> None:
    """Its sentences are read from its source; what our own scanner replaces is not among them."""
    said: set[object] = set()
    for module in (yaml.parser, yaml.composer):
        for node in ast.walk(ast.parse(inspect.getsource(module))):
            if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call):
                problem = [it for it in node.exc.args if not isinstance(it, ast.Constant) or it.value][-2]
                said.update(it.value for it in ast.walk(problem) if isinstance(it, ast.Constant))
    texts = {text for text in said if isinstance(text, str) and " " in text}
    unknown = {text for text in texts if not any(text.startswith(start) for start, _ in CODES)}
    # Anchors are composed by ourselves.
    assert {re.sub("%r.*", "", text).strip() for text in unknown} <= {
        "found undefined alias",
        "second occurrence",
    }


def test_what_nobody_foresaw_is_told_without_english_words() -> None:
    found = unreadable(MarkedYAMLError(problem="odd", problem_mark=None), SafeLoader(""), "a", 4)
    assert (found.reason, found.index, found.detail) == ("syntax", 4, "")
    context = MarkedYAMLError("while reading", Mark("", 2, 0, 0, None, 0))
    assert unreadable(context, SafeLoader(""), "abc", 4).index == 6

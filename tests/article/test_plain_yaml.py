"""The plainest YAML is read at once, and never otherwise than by the tree."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from editor.article.faults import Unreadable
from editor.article.fences import find_fences
from editor.article.loading import read_document
from editor.article.plain_yaml import plain_entries

_PLAIN = """---
title: Été à l’école, « oui » 😀
single: 'l''été'
double: "a: b # c"
url: https://example.org/a#b
date: 2024-02-30
number: 012
flag: True
nothing:
tilde: ~
flow: [a b, 'c', "d", 5, ~]
none: []

block:
  - one
  - 'two: 2'
  - 3@@
flat:
- a
last: x@@
---
body
""".replace("@", " ")
_VALUES = st.sampled_from(
    [
        "a",
        "été",
        "'",
        '"',
        "''",
        '""',
        ": ",
        ":",
        "#",
        " #",
        "-",
        "- ",
        "?",
        "[",
        "]",
        "{",
        "}",
        ",",
        "~",
        "1",
        "0x1F",
        "1e3",
        "2024-01-02",
        "null",
        "True",
        "yes",
        "\\",
        "\\n",
        "&a",
        "*a",
        "!!str ",
        "|",
        ">",
        "%",
        "@",
        "`",
        "=",
        "<<",
        "\t",
        " ",
        "  ",
        "\n",
        "\n  ",
        "\n- ",
        "\n  - ",
        "\nkey: ",
        "\nb:",
        "\xa0",
        "\u2028",
        "\x85",
        "\x07",
        "\ufeff",
        "😀",
        "...",
        "\n...",
        "---",
        "http://x",
        "a:b",
        ".5",
        ".inf",
        "+1",
        "true",
        "_",
        "\n# c",
    ]
)
_SOURCES = st.lists(_VALUES, max_size=12).map("".join)
_KEYS = st.sampled_from(
    ["title", "a", "b-c", "_x", "true", "NULL", "Nan", "n", "été", "<<", "1", "a b", "tags"]
)


def read_both_ways(text: str) -> None:
    fences = find_fences(text)
    found = plain_entries(text, fences) if fences else None
    if found is not None:
        try:
            document = read_document(text)
        except Unreadable as fault:
            pytest.fail(f"refused: {fault}")
        assert document is not None
        assert found == document.entries()


def test_what_it_reads() -> None:
    fences = find_fences(_PLAIN)
    assert fences is not None
    entries = plain_entries(_PLAIN, fences)
    assert entries is not None
    assert [entry.key for entry in entries][-3:] == ["block", "flat", "last"]
    assert entries[-3].value == ["one", "two: 2", 3]
    read_both_ways(_PLAIN)


@pytest.mark.parametrize(
    "source",
    [
        "a: |\n  text\n",
        "a: b\n  c\n",
        "a: b # c\n",
        "# c\na: b\n",
        "a: b: c\n",
        "a:\n  b: c\n",
        "a: [b, [c]]\n",
        "a: {b: c}\n",
        "a: &b c\n",
        "a: *b\n",
        "a: !!str b\n",
        'a: "b\\n"\n',
        "a: b\na: c\n",
        "true: a\n",
        "1: a\n",
        "a:\n  - b\n - c\n",
        "a:\n  - b: c\n",
        "a: [b, c,]\n",
        "a: [b: c]\n",
        "a: [-]\n",
        "? a\n: b\n",
        "a: 'b\n  c'\n",
        "a:\tb\n",
        "a: b\u2028\n",
        "a: - b\n",
        "...\n",
        " a: b\n",
        "a: 'b' c\n",
        "a: [b\n  ]\n",
        "a: ['b, c']\n",
        f"a: {'b#' * 80}: c\n",  # tried in every way, it would take for ever
    ],
)
def test_what_it_leaves_to_the_tree(source: str) -> None:
    text = f"---\n{source}---\n"
    fences = find_fences(text)
    assert fences is not None
    assert plain_entries(text, fences) is None


@pytest.mark.parametrize("text", ["--- a: b\n---\n", "---\na: b\n+++\n", "+++\na = 1\n+++\n"])
def test_fences_that_it_does_not_take(text: str) -> None:
    fences = find_fences(text)
    assert fences is not None
    assert plain_entries(text, fences) is None


@settings(max_examples=1000)
@given(st.lists(st.tuples(_KEYS, _SOURCES), max_size=4), st.sampled_from(["", "\n", "# x\n", " "]))
@example([("a", "[a,b]"), ("b-c", "x")], "")
def test_whatever_it_reads_the_tree_reads_so_too(pairs: list[tuple[str, str]], first: str) -> None:
    rows = "".join(f"{key}:{' ' if source else ''}{source}\n" for key, source in pairs)
    read_both_ways(f"---\n{first}{rows}---\nbody\n")


@settings(max_examples=1000)
@given(st.lists(st.one_of(_VALUES, _KEYS, st.sampled_from([": ", ":\n", "\n"])), max_size=30).map("".join))
def test_nor_any_other_text(source: str) -> None:
    read_both_ways(f"---\n{source}\n---\n")


@settings(max_examples=500)
@given(st.text(max_size=20))
def test_nor_any_character(text: str) -> None:
    read_both_ways(f"---\ntitle: a{text}\n---\n")
    read_both_ways(f"---\ntitle: '{text}'\ntags: [{text}]\n---\n")
    read_both_ways(f'---\ntitle: "{text}"\ntags:\n  - {text}\n---\n')

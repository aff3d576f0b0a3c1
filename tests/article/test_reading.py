"""Entries carry what a form needs: value, source text, line, whether they can be edited."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from editor.article.front_matter import Entry, read, values

YAML = """---
# intro 😀
title: "Été"  # comment
tags:
  - a
  - b   # b
text: |
  one

empty:
shared: &anchor {k: v}
again: *anchor
tagged: !!str 5
? explicit
: 1
<<: *anchor
---
body
"""


def entry(key: str) -> Entry:
    return next(entry for entry in read(YAML).entries if entry.key == key)


@pytest.mark.parametrize(
    ("key", "raw", "line", "editable"),
    [
        ("title", '"Été"', 2, True),
        ("tags", "- a\n  - b", 3, True),
        ("text", "|\n  one", 6, True),
        ("empty", "", 9, True),
        ("shared", "&anchor {k: v}", 10, False),
        ("again", "*anchor", 11, True),
        ("tagged", "!!str 5", 12, True),
        ("explicit", "1", 13, False),
        ("k", "", 0, False),
    ],
)
def test_entries(key: str, raw: str, line: int, editable: bool) -> None:
    found = entry(key)
    assert (found.raw, found.line, found.editable) == (raw, line, editable)


def test_entries_stand_in_the_order_of_the_file() -> None:
    assert [it.key for it in read(YAML).entries] == [
        *("title", "tags", "text", "empty", "shared", "again", "tagged", "explicit", "k")
    ]
    assert read(YAML).format == "yaml"


def test_toml_is_read_and_not_edited() -> None:
    text = (
        '+++\ntitle = "Été 😀"\ndate = 2022-07-08\nmoment = 2022-07-08T10:00:00.1239+02:00\n'
        "local = 2022-07-08T10:00:00\ntime = 10:30:00\nn = 1.0\nyes = true\n"
        "[seo]\nkeys = [1, 'b']\n[[more]]\na = 1\n+++\nbody"
    )
    front_matter = read(text)
    assert front_matter.format == "toml"
    assert values(front_matter) == {
        "title": "Été 😀",
        "date": datetime(2022, 7, 8, tzinfo=UTC),
        "moment": datetime(2022, 7, 8, 8, 0, 0, 123000, tzinfo=UTC),
        "local": datetime(2022, 7, 8, 10, tzinfo=UTC),
        "time": "10:30:00",
        "n": 1,
        "yes": True,
        "seo": {"keys": [1, "b"]},
        "more": [{"a": 1}],
    }
    assert isinstance(values(front_matter)["n"], int)
    assert [(it.raw, it.line, it.editable) for it in front_matter.entries[:2]] == [
        ('"Été 😀"', 1, False),
        ("2022-07-08", 2, False),
    ]
    assert front_matter.entries[-1].line == 10


def test_a_toml_key_that_cannot_be_found_is_at_the_fence() -> None:
    (found,) = read('+++\n"a\\u0062" = 1\n+++\n').entries
    assert (found.key, found.raw, found.line) == ("ab", "", 0)


def test_a_text_without_front_matter_has_no_entries() -> None:
    front_matter = read("Été 😀")
    assert (front_matter.format, front_matter.entries, front_matter.fault) == ("none", (), None)

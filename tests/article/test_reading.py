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


TOML = """+++
# intro 😀
title = "Été"  # comment
date = 2022-07-08
tags = [
  'a', # one
]
dot.a = 1
dot.b = { c = 2 }
x.a = 1
y = 2
x.b = 3
"😀" = true

[seo] # s
title = 'x'

[seo.image]
src = "a"

[empty]
[[more]]
a = 1

[[more]]
[only.inner]
[last]
[only.other]
+++
body
"""


@pytest.mark.parametrize(
    ("key", "raw", "line", "editable"),
    [
        ("title", '"Été"', 2, True),
        ("date", "2022-07-08", 3, True),
        ("tags", "[\n  'a', # one\n]", 4, True),
        ("dot", "dot.a = 1\ndot.b = { c = 2 }", 7, True),
        ("x", "x.a = 1\nx.b = 3", 9, False),
        ("y", "2", 10, True),
        ("😀", "true", 12, True),
        ("seo", "title = 'x'\n\n[seo.image]\nsrc = \"a\"", 14, True),
        ("empty", "", 20, True),
        ("more", "[[more]]\na = 1\n\n[[more]]", 21, True),
        ("only", "[only.inner]\n[only.other]", 25, False),
        ("last", "", 26, True),
    ],
)
def test_entries_of_toml(key: str, raw: str, line: int, editable: bool) -> None:
    found = next(entry for entry in read(TOML).entries if entry.key == key)
    assert (found.raw, found.line, found.editable) == (raw, line, editable)


def test_values_of_toml() -> None:
    front_matter = read(TOML)
    assert front_matter.format == "toml"
    assert values(front_matter) == {
        "title": "Été",
        "date": datetime(2022, 7, 8, tzinfo=UTC),
        "tags": ["a"],
        "dot": {"a": 1, "b": {"c": 2}},
        "x": {"a": 1, "b": 3},
        "y": 2,
        "😀": True,
        "seo": {"title": "x", "image": {"src": "a"}},
        "empty": {},
        "more": [{"a": 1}, {}],
        "only": {"inner": {}, "other": {}},
        "last": {},
    }


def test_a_text_without_front_matter_has_no_entries() -> None:
    front_matter = read("Été 😀")
    assert (front_matter.format, front_matter.entries, front_matter.fault) == ("none", (), None)

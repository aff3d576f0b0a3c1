from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.article.faults import RefusedEdit, RefusedValue
from editor.article.reading import read, values
from editor.assignments import assigned, json_of, unified_diff

if TYPE_CHECKING:
    from editor.article.values import Value

HEAD = """---
title: 'Un “été” 🌞' # kept
description: |
  Two lines
  of text.
pubDate: 'Jul 08 2022'
year: 2024
draft: TRUE
tags:
    - one # first
    - two
links: {a: b}
nothing:
---
Body
"""


def changed(assignment: str, text: str = HEAD) -> list[tuple[str, str]]:
    """Answer the lines that an assignment changes, old and new; no other line may differ."""
    key, _, written = assignment.partition("=")
    old, new = text.split("\n"), assigned(text, {key: written}, ()).split("\n")
    assert len(old) == len(new)
    return [(before, after) for before, after in zip(old, new, strict=True) if before != after]


@pytest.mark.parametrize(
    ("assignment", "old", "new"),
    [
        ("title=Le vent: # 1 🌬", "title: 'Un “été” 🌞' # kept", "title: 'Le vent: # 1 🌬' # kept"),
        ("title=[1, 2]", "title: 'Un “été” 🌞' # kept", "title: '[1, 2]' # kept"),
        ("title=", "title: 'Un “été” 🌞' # kept", "title: '' # kept"),
        ("title=two\nlines", "title: 'Un “été” 🌞' # kept", 'title: "two\\nlines" # kept'),
        ("pubDate=2024-02-29", "pubDate: 'Jul 08 2022'", "pubDate: 'Feb 29 2024'"),
        ("pubDate=14 juillet 2023", "pubDate: 'Jul 08 2022'", "pubDate: 'Jul 14 2023'"),
        ("pubDate=8 July 2023", "pubDate: 'Jul 08 2022'", "pubDate: 'Jul 08 2023'"),
        ("pubDate=2024-02-29T10:00:00Z", "pubDate: 'Jul 08 2022'", "pubDate: 2024-02-29T10:00:00Z"),
        ("pubDate='8 Jul 2022'", "pubDate: 'Jul 08 2022'", "pubDate: '8 Jul 2022'"),
        ("draft=false", "draft: TRUE", "draft: FALSE"),
        ("year=1.5", "year: 2024", "year: 1.5"),
        ("tags=[one, three]", "    - two", "    - three"),
        ("tags= one , three ", "    - two", "    - three"),
        ("tags=one, @two", "    - two", "    - '@two'"),
        ("tags=@one, two", "    - one # first", "    - '@one' # first"),
        ("links={a: c}", "links: {a: b}", "links: {a: c}"),
        ("nothing=[1, 2]", "nothing:", "nothing: [1, 2]"),
        ("nothing=#c0ffee", "nothing:", "nothing: '#c0ffee'"),
    ],
)
def test_a_field_is_set_in_its_own_way(assignment: str, old: str, new: str) -> None:
    assert changed(assignment) == [(old, new)]


@pytest.mark.parametrize(
    "assignment",
    [
        "title=Un “été” 🌞",
        "description=Two lines\nof text.",
        "description=Two lines\nof text.\n",
        "pubDate=2022-07-08",
        "pubDate=8 juillet 2022",
        "draft=true",
        "year=2.024e3",
        "tags=[one, two]",
        "tags=one,two",
        "links={a: b}",
    ],
)
def test_what_is_so_already_changes_nothing(assignment: str) -> None:
    assert changed(assignment) == []


def test_a_title_that_is_a_number_stays_one_where_it_is_the_same() -> None:
    text = "---\ntitle: 2024\n---\n"
    assert changed("title=2024", text) == []
    assert changed("title=2025", text) == [("title: 2024", "title: '2025'")]


def test_a_block_keeps_its_line_end() -> None:
    text = assigned(HEAD, {"description": "One"}, ())
    assert "description: |\n  One\npubDate" in text


@pytest.mark.parametrize(
    ("assignment", "line"),
    [
        ("updatedDate=1 mars 2023", "updatedDate: 'Mar 01 2023'"),
        ("heroImage=./été.jpg", "heroImage: './été.jpg'"),
        ("order=3", "order: 3"),
        ("flag=true", "flag: true"),
        ("subtitle=Vent: fort", "subtitle: 'Vent: fort'"),
        ("subtitle=- tiret", "subtitle: '- tiret'"),
        ("subtitle=[brouillon] Un", "subtitle: '[brouillon] Un'"),
        ("colour=#c0ffee", "colour: '#c0ffee'"),
        ("empty=", 'empty: ""'),
        ("lists=[1, {a: b}]", "lists: [1, {a: b}]"),
    ],
)
def test_a_new_field_comes_last(assignment: str, line: str) -> None:
    key, _, written = assignment.partition("=")
    assert assigned(HEAD, {key: written}, ()) == HEAD.replace("\n---\nBody", f"\n{line}\n---\nBody")


def test_a_front_matter_is_made_where_there_is_none() -> None:
    text = assigned("Body 🌞\n", {"title": "Été", "tags": "a, b", "pubDate": "2024-02-29"}, ())
    assert text == "---\ntitle: Été\ntags: [a, b]\npubDate: 2024-02-29\n---\n\nBody 🌞\n"


@pytest.mark.parametrize(
    ("assignment", "reason"),
    [
        ("pubDate=yesterday", "not-a-date"),
        ("pubDate=", "not-a-date"),
        ("pubDate=[", "not-one-value"),
        ("draft=yes", "not-a-flag"),
        ("draft=", "not-a-flag"),
        ("year=many", "not-a-number"),
        ("year=true", "not-a-number"),
        ("year=1\nother: 2", "not-one-value"),
        ("links={a: b", "not-one-value"),
    ],
)
def test_words_that_do_not_fit_are_refused(assignment: str, reason: str) -> None:
    with pytest.raises(RefusedValue, match=re.escape(repr(reason))):
        changed(assignment)


def test_no_tags_are_an_empty_list() -> None:
    assert values(read(assigned(HEAD, {"tags": ""}, ())))["tags"] == []


def test_fields_are_removed_with_their_lines() -> None:
    text = assigned(HEAD, {}, ("tags", "description"))
    assert text == HEAD.replace("tags:\n    - one # first\n    - two\n", "").replace(
        "description: |\n  Two lines\n  of text.\n", ""
    )


def test_a_field_to_remove_must_be_there() -> None:
    with pytest.raises(RefusedEdit, match="absent"):
        assigned(HEAD, {}, ("Title",))


TOML = """+++
title = 'Un “été” 🌞' # kept
description = \"""
Two lines
of text.
\"""
pubDate = 2022-07-08
year = 2_024
draft = true
tags = [
    "one", # first
    "two",
]

[links]
a = "b"
+++
Body
"""


@pytest.mark.parametrize(
    ("assignment", "old", "new"),
    [
        ("title=Le vent: # 1 🌬", "title = 'Un “été” 🌞' # kept", "title = 'Le vent: # 1 🌬' # kept"),
        ("title=l'été", "title = 'Un “été” 🌞' # kept", 'title = "l\'été" # kept'),
        ("pubDate=14 juillet 2023", "pubDate = 2022-07-08", "pubDate = 2023-07-14"),
        ("pubDate=2024-02-29T10:00:00Z", "pubDate = 2022-07-08", "pubDate = 2024-02-29T10:00:00Z"),
        ("pubDate=Jul 8 2024 10:00", "pubDate = 2022-07-08", 'pubDate = "Jul 8 2024 10:00"'),
        ("draft=false", "draft = true", "draft = false"),
        ("year=1.5", "year = 2_024", "year = 1.5"),
        ("year=0x800", "year = 2_024", "year = 2_048"),
        ("tags=one, three", '    "two",', '    "three",'),
        ("tags=['one', 'three']", '    "two",', '    "three",'),
        ("links=a = 'c'", 'a = "b"', "a = 'c'"),
    ],
)
def test_a_field_of_toml_is_set_in_its_own_way(assignment: str, old: str, new: str) -> None:
    assert changed(assignment, TOML) == [(old, new)]


@pytest.mark.parametrize(
    ("assignment", "line"),
    [
        ("updatedDate=1 mars 2023", "updatedDate = 2023-03-01"),
        ("heroImage=./été.jpg", 'heroImage = "./été.jpg"'),
        ("order=3", "order = 3"),
        ("flag=true", "flag = true"),
        ("author=Ann O'Hara", 'author = "Ann O\'Hara"'),
        ("colour=#c0ffee", 'colour = "#c0ffee"'),
        ("empty=", 'empty = ""'),
        ("lists=[1, {a = 'b'}]", "lists = [1, {a = 'b'}]"),
        ("sum=a = 1", 'sum = "a = 1"'),
    ],
)
def test_a_new_field_of_toml_comes_above_the_tables(assignment: str, line: str) -> None:
    key, _, written = assignment.partition("=")
    assert assigned(TOML, {key: written}, ()) == TOML.replace("]\n\n[links]", f"]\n{line}\n\n[links]")


@pytest.mark.parametrize(
    ("assignment", "reason"),
    [
        ("pubDate=yesterday", "not-a-date"),
        ("draft=yes", "not-one-value"),
        ("draft='x'", "not-a-flag"),
        ("year='x'", "not-a-number"),
        ("links=hello", "not-one-value"),
    ],
)
def test_words_that_do_not_fit_toml_are_refused(assignment: str, reason: str) -> None:
    with pytest.raises(RefusedValue, match=re.escape(repr(reason))):
        changed(assignment, TOML)


def test_a_field_of_toml_is_removed() -> None:
    assert assigned(TOML, {}, ("links",)) == TOML.replace('\n[links]\na = "b"\n', "")


@given(st.text(st.characters(codec="utf-8")))
def test_any_title_is_taken_literally_and_alone(title: str) -> None:
    text = assigned(HEAD, {"title": title}, ())
    assert values(read(text)) == {**values(read(HEAD)), "title": title}
    assert text.split("\n")[2:] == HEAD.split("\n")[2:]


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (None, "null"),
        (True, "true"),
        (0.0, "0"),
        (10**20, "100000000000000000000"),
        (1e21, "1e+21"),
        (5e-7, "5e-7"),
        (-1.5, "-1.5"),
        (float("nan"), "null"),
        (float("-inf"), "null"),
        ('é "🌞" \n\x00', r'"é \"🌞\" \n\u0000"'),
        (datetime(1, 2, 3, 4, 5, 6, 7999, UTC), '"0001-02-03T04:05:06.007Z"'),
        (datetime(9999, 12, 31, tzinfo=UTC), '"9999-12-31T00:00:00.000Z"'),
        ([], "[]"),
        ({}, "{}"),
        ([1, [2]], "[\n  1,\n  [\n    2\n  ]\n]"),
        ({"é": {"a": None, "b": []}}, '{\n  "é": {\n    "a": null,\n    "b": []\n  }\n}'),
    ],
)
def test_json_is_what_javascript_writes(value: Value, written: str) -> None:
    assert json_of(value) == written
    json.loads(written)


def patched(old: str, diff: str) -> str:
    """Answer what a unified diff makes of old, whose lines it must find where it says."""
    lines = [f"{line}\n" for line in old.split("\n")]
    lines[-1] = lines[-1][:-1]
    made, done = list[str](), 0
    rows = diff.split("\n")[2:-1]
    for row, following in pairwise([*rows, ""]):
        written = row[1:] if following.startswith("\\") else f"{row[1:]}\n"
        if row.startswith("@@"):
            start, count = re.findall(r"-(\d+)(?:,(\d+))?", row)[0]
            first = int(start) - (count != "0")
            made += lines[done:first]
            done = first
        elif row.startswith(("-", " ")):
            assert lines[done] == written
            done += 1
        if row.startswith(("+", " ")):
            made.append(written)
    return "".join([*made, *lines[done:]])


TEXT = st.lists(st.sampled_from(["a", "b", "é🌞\r", "\f", "c\u2028d", "x"]), max_size=30).map("\n".join)


@given(TEXT, TEXT, st.booleans(), st.booleans())
def test_a_diff_leads_from_the_old_bytes_to_the_new(
    old: str, new: str, old_ends: bool, new_ends: bool
) -> None:
    old, new = old + "\n" * old_ends, new + "\n" * new_ends
    diff = unified_diff(old.encode(), new.encode(), "été.md")
    assert bool(diff) == (old != new)
    if diff:
        assert diff.startswith("--- a/été.md\n+++ b/été.md\n@@ ")
        assert patched(old, diff) == new


def test_a_diff_shows_three_lines_around_the_difference() -> None:
    lines = [f"{number}\r\n" for number in range(9)]
    old = "".join(lines).encode()
    new = "".join([*lines[:4], "été 🌞\r\n", *lines[5:]]).encode()
    shown = ["@@ -2,7 +2,7 @@\n", *(f" {line}" for line in lines[1:4]), f"-{lines[4]}", "+été 🌞\r\n"]
    expected = "".join(["--- a/a.md\n", "+++ b/a.md\n", *shown, *(f" {line}" for line in lines[5:8])])
    assert unified_diff(old, new, "a.md") == expected


def test_a_missing_line_end_is_told() -> None:
    assert unified_diff(b"a", b"b\n", "a.md").endswith("-a\n\\ No newline at end of file\n+b\n")

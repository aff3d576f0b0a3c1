"""Keys that the blog does not know, and how they are written."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from editor.blog.schemas.shapes import AnyShape, SchemaField, TextShape

if TYPE_CHECKING:
    from tests.blog.checks.conftest import Desk

RULES = (
    SchemaField("title", TextShape()),
    SchemaField("pubDate", TextShape(), is_required=False),
    SchemaField("heroImage", TextShape(), is_required=False),
)


def test_a_key_of_another_spelling_takes_the_name_that_is_known(desk: Desk) -> None:
    desk = desk.with_schema(*RULES)
    head = "title: a\npub-date: b # kept\nheroimage: {c: d}"
    first, second = desk.problems(head)
    assert (first.rule, first.severity, first.key, first.line, first.column) == (
        *("misspelt-key", "warning", "pub-date", 2),
        0,
    )
    assert dict(first.data) == {"value": "b", "near": "pubDate", "new": "pubDate"}
    assert (second.rule, second.key) == ("misspelt-key", "heroimage")


def test_a_required_key_that_is_misspelt_is_told_once(desk: Desk) -> None:
    desk = desk.with_schema(*RULES)
    problem = desk.only("'Title': x # kept")
    assert (problem.rule, problem.severity) == ("misspelt-key", "error")
    assert desk.repaired("'Title': x # kept") == "title: x # kept"
    assert desk.repaired('{"titel": x}') == '{"title": x}'


def test_a_key_is_renamed_only_where_the_right_one_is_absent(desk: Desk) -> None:
    assert desk.with_schema(*RULES).rules("title: a\nTitle: b") == []


def test_of_two_keys_for_one_neither_is_renamed(desk: Desk) -> None:
    found = desk.with_schema(*RULES).problems("Title: a\nTITLE: b")
    assert [(problem.rule, bool(problem.repair)) for problem in found] == [("misspelt-key", False)]


@pytest.mark.parametrize("head", ["mood: calm", "slug: a", "layout: b", "tit: x", "subtitle: x"])
def test_other_keys_are_no_problem(desk: Desk, head: str) -> None:
    assert desk.with_schema(*RULES).rules(f"title: a\n{head}") == []


def test_a_schema_that_refuses_other_keys_is_heard(desk: Desk) -> None:
    desk = desk.with_schema(*RULES, is_strict=True)
    found = desk.problems("title: a\nmood: calm\nslug: b\npubdate: c")
    assert [(problem.rule, problem.key, problem.line, problem.column) for problem in found] == [
        ("unknown-key", "mood", 2, 0),
        ("misspelt-key", "pubdate", 4, 0),
    ]


def test_a_schema_of_which_a_part_cannot_be_read_may_know_any_key(desk: Desk) -> None:
    desk = desk.with_schema(*RULES, is_strict=True)
    assert desk.guide.collection is not None
    unread = replace(desk.guide.collection, unread=(AnyShape("import", "others"),))
    desk = replace(desk, guide=replace(desk.guide, collection=unread))
    assert desk.rules("title: a\npubdate: b\nmood: c") == []
    assert desk.rules("Title: a") == ["missing"]


@pytest.mark.parametrize(
    ("head", "key", "repaired"),
    [
        ("date\u00a0: x", "date\u00a0", "date: x"),
        ("read\u202ftime: x", "read\u202ftime", '"read time": x'),
        ("\u200bmood: x", "\u200bmood", "mood: x"),
        ("mood\u00a0: x\nmood: y", "mood\u00a0", ""),
        ("'\u00a0': x", "\u00a0", ""),
    ],
)
def test_a_space_that_is_no_plain_one_is_seen(desk: Desk, head: str, key: str, repaired: str) -> None:
    problem = desk.only(head)
    assert (problem.rule, problem.key, problem.column) == ("odd-space", key, 0)
    assert desk.repaired(head) == repaired


def test_a_known_key_with_an_odd_space_is_told_once(desk: Desk) -> None:
    desk = desk.with_schema(*RULES)
    assert desk.rules("title\u00a0: x") == ["misspelt-key"]
    assert desk.repaired("title\u00a0: x") == "title: x"


def test_a_key_that_comes_from_elsewhere_is_not_renamed(desk: Desk) -> None:
    desk = desk.with_schema(*RULES)
    (problem,) = desk.problems("<<: {Title: x}")
    assert (problem.rule, problem.line, problem.column, problem.repair) == ("misspelt-key", 0, 0, ())

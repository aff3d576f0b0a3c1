"""Traps of writing: comments that were meant as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from editor.blog.schemas.shapes import NumberShape, SchemaField

if TYPE_CHECKING:
    from tests.blog.checks.conftest import Desk


@pytest.mark.parametrize(
    ("head", "column", "repaired"),
    [
        ("title: About #1", 7, "title: 'About #1'"),
        ("title: About #1 and #2  ", 7, "title: 'About #1 and #2'  "),
        ("title: It's #1", 7, 'title: "It\'s #1"'),
        ("title: a\n  b #1", 7, "title: 'a b #1'"),
        ("colour: #c0ffee", 7, "colour: '#c0ffee'"),
        ("tags:\n  - #astro\n  - b", 3, "tags:\n  - '#astro'\n  - b"),
        ("seo:\n  title: On #1", 9, "seo:\n  title: 'On #1'"),
    ],
)
def test_a_text_that_a_comment_cuts_is_told(desk: Desk, head: str, column: int, repaired: str) -> None:
    problem = desk.only(head)
    assert (problem.rule, problem.severity, problem.column) == ("cut-value", "warning", column)
    assert problem.data["rest"].startswith("#")
    assert desk.repaired(head) == repaired


@pytest.mark.parametrize(
    "head",
    [
        *(
            "title: C# notes",
            "title: a # a note",
            "title: 'a' #1",
            "draft: true #TODO",
            "date: 2022-07-08 #1",
        ),
        *(
            "title: a ## b",
            "title: &x a #1",
            "title: !!str a #1",
            "title: a#1",
            "a: # note",
        ),
        *("title: |\n  a #1", "tags: [a] #1", "# #1", "a: #", "a: {b: c} #1", "<<:\n  a: b #1"),
    ],
)
def test_other_comments_are_no_problem(desk: Desk, head: str) -> None:
    assert desk.rules(head) == []


def test_what_the_schema_says_of_a_value_is_said_alone(desk: Desk) -> None:
    desk = desk.with_schema(SchemaField("key", NumberShape()))
    assert desk.rules("key: x #1") == ["wrong-type"]


def test_a_value_that_stands_by_name_elsewhere_is_not_repaired(desk: Desk) -> None:
    problem = desk.only("a: &a\n  b: c #1\nd: *a")
    assert (problem.rule, problem.repair) == ("cut-value", ())

"""The check as a whole: faults, order, measure; and the safe repairs one after the other."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.blog.blog import Blog
from editor.blog.checks.checking import MOST_PROBLEMS, check
from editor.blog.checks.repairing import repaired
from editor.blog.schemas.guide import NO_GUIDE
from editor.blog.schemas.shapes import DateShape, GroupShape, ListShape, NumberShape, SchemaField, TextShape
from editor.text.change import apply_edits

if TYPE_CHECKING:
    from tests.blog.checks.conftest import Desk

PLAIN: Final = Blog(Path("blog"), "plain", "astro", (), None, ())


def test_a_front_matter_that_cannot_be_read_has_one_problem(desk: Desk) -> None:
    problem = desk.only("title: a: b\ntags: [c")
    assert (problem.rule, problem.severity, problem.key) == ("colon-in-value", "error", "")
    assert (problem.line, problem.column, problem.remedy) == (1, 8, "quote")
    assert desk.only("a: 1\n b: 2").repair == ()
    assert dict(desk.only("title: @a").data) == {"detail": "@"}


def test_problems_stand_in_the_order_of_the_text(desk: Desk) -> None:
    desk = desk.with_schema(
        SchemaField("b", NumberShape()), SchemaField("a", NumberShape()), SchemaField("c", TextShape())
    )
    found = desk.problems("x: y #1\na: z\nb: [1]")
    assert [(problem.rule, problem.line) for problem in found] == [
        *(("missing", 0), ("cut-value", 1), ("wrong-type", 2)),
        ("wrong-type", 3),
    ]


def test_toml_is_checked_by_its_lines(desk: Desk) -> None:
    desk = desk.with_schema(
        SchemaField("count", NumberShape()),
        SchemaField("table", TextShape()),
        SchemaField("none", TextShape()),
    )
    text = '+++\ntitle = "Été"\ncount = "x"\n[table]\na = 1\n+++\nBody\n'
    found = desk.problems_of(text)
    assert [(problem.rule, problem.key, problem.line, problem.column) for problem in found] == [
        ("missing", "none", 0, 0),
        ("wrong-type", "count", 2, 8),
        ("wrong-type", "table", 3, 0),
    ]
    assert desk.problems_of("+++\na = \n+++\n")[0].repair == ()


def test_toml_is_checked_at_its_places(desk: Desk) -> None:
    seo = GroupShape((SchemaField("title", TextShape()), SchemaField("image", TextShape())))
    links = ListShape(GroupShape((SchemaField("href", TextShape()),)))
    desk = desk.with_schema(SchemaField("seo", seo), SchemaField("links", links))
    text = "+++\n[seo] # s\ntitle = 5 # five\n\n[[links]]\nhref = 'x'\n[[links]]\n  href = true\n+++\nBody\n"
    found = desk.problems_of(text)
    assert [(problem.rule, problem.place, problem.line, problem.column) for problem in found] == [
        ("missing", ("image",), 1, 0),
        ("text-unquoted", ("title",), 2, 8),
        ("text-unquoted", (1, "href"), 7, 9),
    ]
    mended = apply_edits(text, found[1].repair)
    assert mended == text.replace("5 #", "'5' #")


def test_json_is_checked_by_its_lines_where_it_counts(desk: Desk) -> None:
    plain = replace(desk, blog=replace(desk.blog, generator="plain"))
    broken = '{\n  "title": "x",\n}\nBody\n'
    assert [(it.rule, it.line, it.column) for it in plain.problems_of(broken)] == [("syntax", 2, 0)]
    assert all(problem.rule != "syntax" for problem in desk.problems_of(broken))
    schema = plain.with_schema(SchemaField("count", NumberShape()))
    found = schema.problems_of('{\n  "count": "x" }\nBody\n')
    assert [(it.rule, it.line, it.column, it.repair) for it in found] == [("wrong-type", 1, 11, ())]


HOSTILE: Final = {
    "keys": "".join(f"key{number}: value {number}\n" for number in range(10_000)),
    "unclosed": 'a: "' + "x y " * 2_500_000,
    "text": "a: " + "x y " * 2_500_000,
    "block": "a: |\n" + "  x y\n" * 1_500_000,
    "bomb": "a: &a [x,x,x,x,x,x,x,x,x]\n"
    + "".join(f"{chr(98 + i)}: &{chr(98 + i)} [{','.join(['*' + chr(97 + i)] * 9)}]\n" for i in range(8)),
    "list": f"a: [{'x,' * 200_000}]",
    "depth": f"a: {'[' * 99}{']' * 99}",
    "signs": "a: " + "\"' #x" * 100_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_no_text_takes_long(desk: Desk, name: str) -> None:
    rules = (SchemaField(f"key{number}", NumberShape()) for number in range(5_000))
    others = (SchemaField(f"kay{number}", TextShape()) for number in range(5_000))
    desk = desk.with_schema(*rules, *others, SchemaField("a", ListShape(DateShape())))
    text = f"---\n{HOSTILE[name]}\n---\n"
    begun = time.process_time()
    found = check(text, desk.path, desk.blog, desk.guide)
    assert time.process_time() - begun < 2
    assert 0 < len(found) <= MOST_PROBLEMS


def test_what_is_too_large_is_said_not_to_be_checked() -> None:
    (problem,) = check(f"---\na: {'x' * 500_000}\n---\n", None, PLAIN, NO_GUIDE)
    assert (problem.rule, problem.severity, problem.repair) == ("too-large-to-check", "warning", ())


@settings(deadline=None)
@given(st.text(st.sampled_from("ab12 \t\n:-#\"'[]{}&*!|<>@%,.?\u00a0é🌞"), max_size=60), st.booleans())
def test_no_text_makes_it_fail(head: str, is_closed: bool) -> None:
    text = f"---\n{head}" + ("\n---\n" if is_closed else "")
    for problem in check(text, None, PLAIN, NO_GUIDE):
        lines = text.split("\n")
        assert problem.line < len(lines)
        assert problem.column <= len(lines[problem.line])
    found = repaired(text, None, PLAIN, NO_GUIDE)
    assert not any(problem.repair for problem in found.left) or found.mended


def test_all_safe_repairs_are_made(desk: Desk) -> None:
    desk = desk.with_schema(
        SchemaField("title", TextShape()),
        SchemaField("pubDate", DateShape()),
        SchemaField("updatedDate", DateShape(), is_required=False),
        SchemaField("tags", ListShape(TextShape()), is_required=False),
    )
    text = "---\n# kept\nTitle: a: b\npubDate: 08/07/2022\nupdatedDate:\ntags: [1, 'b', 3]\n---\nBody\n"
    found = repaired(text, desk.path, desk.blog, desk.guide)
    assert found.text == "---\n# kept\ntitle: 'a: b'\npubDate: 08/07/2022\ntags: ['1', 'b', '3']\n---\nBody\n"
    assert [problem.rule for problem in found.mended] == [
        *("colon-in-value", "misspelt-key", "empty-date"),
        *("text-unquoted", "text-unquoted"),
    ]
    assert [problem.rule for problem in found.left] == ["ambiguous-date"]


def test_repairs_of_a_large_front_matter_are_few(desk: Desk) -> None:
    desk = desk.with_schema(*(SchemaField(f"key{number}", TextShape()) for number in range(500)))
    found = desk.problems("".join(f"key{number}: {number}\n" for number in range(500)))
    assert len(found) == MOST_PROBLEMS
    assert 0 < sum(bool(problem.repair) for problem in found) < 20

"""Fences where no end of the front matter was meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from editor.blog.schemas.guide import KeyUsage, Usage
from editor.blog.schemas.shapes import ANYTHING, SchemaField, TextShape
from editor.text.change import apply_edits

if TYPE_CHECKING:
    from tests.blog.checks.conftest import Desk

EARLY = "---\ntitle: a\nnotes: |\n  one\n---\n{between}\n---\nBody\n"


@pytest.mark.parametrize(
    "between", ["  two\ntags: [b]", "  two", "tags: [b]", "\ntags: [b]", "# note\ntags:\n- b", "tags: [b]\n"]
)
def test_a_fence_within_a_text_is_indented(desk: Desk, between: str) -> None:
    text = EARLY.format(between=between)
    desk = desk.with_schema(SchemaField("tags", ANYTHING, is_required=False))
    (problem,) = desk.problems_of(text)
    assert (problem.rule, problem.severity, problem.line, problem.column) == ("early-fence", "error", 4, 0)
    assert apply_edits(text, problem.repair) == text.replace("one\n---", "one\n  ---")


def test_a_key_that_other_articles_have_is_a_sign_too(desk: Desk) -> None:
    text = EARLY.format(between="mood: calm")
    assert desk.problems_of(text) == ()
    (problem,) = desk.with_usage(Usage(1, (KeyUsage("mood", 1, TextShape()),))).problems_of(text)
    assert problem.rule == "early-fence"


def test_an_empty_block_is_indented_by_two(desk: Desk) -> None:
    text = "---\nnotes: |\n---\n  one\n---\n"
    (problem,) = desk.problems_of(text)
    assert apply_edits(text, problem.repair) == "---\nnotes: |\n  ---\n  one\n---\n"


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: a\n---\ntags: [b]\n---\nBody\n",
        "---\ntitle: a\n---\nText.\n\n---\n\nText.\n",
        "---\nnotes: |\n  one\n---\nText.\n---\n",
        "---\nnotes: |\n  one\n---\n\n---\n",
        "---\nnotes: |\n  one\n---\ntags: [b\n---\n",
        "---\nnotes: |\n  one\n---\nnotes: x\n---\n",
        "---\nnotes: |\n  one\n---\n- a\n---\n",
        "---\nnotes: |\n  one\n---\ntags: [b]\n",
        "+++\nnotes = 'x'\n+++\ntags: [b]\n---\n",
        "---\n---\ntags: [b]\n---\n",
        "---\n# only a comment\n---\ntags: [b]\n---\n",
    ],
)
def test_another_fence_is_none(desk: Desk, text: str) -> None:
    desk = desk.with_schema(SchemaField("tags", ANYTHING, is_required=False))
    assert desk.problems_of(text) == ()


@pytest.mark.parametrize(
    ("fence", "column"), [("--- text", 4), ("---text", 3), ("----", 3), ("---", None), ("---  ", None)]
)
def test_text_behind_the_closing_fence_is_told(desk: Desk, fence: str, column: int | None) -> None:
    found = desk.problems_of(f"---\ntitle: a\n{fence}\nBody\n")
    assert [(problem.rule, problem.line, problem.column) for problem in found] == (
        [("text-after-fence", 2, column)] if column else []
    )

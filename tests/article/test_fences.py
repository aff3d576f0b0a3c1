"""Front matter begins and ends where Astro sees it begin and end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.article.fences import split
from editor.article.front_matter import read, values

BOM = "\ufeff"


@pytest.mark.parametrize(
    ("text", "found", "body"),
    [
        ("---\ntitle: x\n---\nbody", {"title": "x"}, "body"),
        (f"{BOM}---\ntitle: x\n---\nbody", {"title": "x"}, "body"),
        ("\n\n---\ntitle: x\n---\nbody", {"title": "x"}, "body"),
        (" \u00a0\n---\ntitle: x\n---\nbody", {"title": "x"}, "body"),
        ("  ---\ntitle: x\n---\nb", {}, "  ---\ntitle: x\n---\nb"),
        ("---   \ntitle: x\n---   \nb", {"title": "x"}, "b"),
        ("---\n---\nb", {}, "b"),
        ("---\ntitle: x\n----\nb", {"title": "x"}, "-\nb"),
        ("---\ntitle: x\n--- text\nb", {"title": "x"}, " text\nb"),
        ("---\na: |\n  x\n---y\n---\nb", {"a": "x\n"}, "y\n---\nb"),
        ("+++\ntitle = 'x'\n+++\nb", {"title": "x"}, "b"),
        ("text\n---\ntitle: x\n---\n", {}, "text\n---\ntitle: x\n---\n"),
        ("--- title: x\n---\nb", {"title": "x"}, "b"),
        ("---\n# only comment\n---\nb", {}, "b"),
        ("---\n~\n---\nb", {}, "b"),
        ("---\na: 😀\n---  ", {"a": "😀"}, ""),
        ("---\n\nA rule above.", {}, "---\n\nA rule above."),
        ("", {}, ""),
    ],
)
def test_front_matter_and_body(text: str, found: dict[str, object], body: str) -> None:
    front_matter = read(text)
    assert front_matter.fault is None
    assert values(front_matter) == found
    assert split(text).body == body


@pytest.mark.parametrize(
    ("text", "reason", "line", "column"),
    [
        ("---\ntitle: x", "unclosed-fence", 0, 0),
        ("\n---\n# c\n'title': 😀\n...\nb", "unclosed-fence", 1, 0),
        ("+++\ntitle = 'x'\n", "unclosed-fence", 0, 0),
        ("---\ntitle: x\n+++\nb", "mixed-fences", 2, 0),
        ("---yaml\ntitle: x\n---\nb", "missing-colon", 0, 3),
        ("---\na: 1\n ---\nb\n---\nc", "missing-colon", 3, 0),
        ("---\n- a\n---\nb", "not-a-mapping", 1, 0),
        ("---\njust text\n---\nb", "not-a-mapping", 1, 0),
        ("---\na: 😀\n\n  b: c\n---\n", "wrong-indentation", 3, 2),
        ("---\na: 1\nb: 2\na: 3\n---\n", "duplicate-key", 3, 0),
        ("+++\na = 1\nb = [1,\n+++\n", "unclosed-bracket", 2, 4),
        ("+++\na = 😀\n+++\n", "not-a-value", 1, 4),
    ],
)
def test_faults(text: str, reason: str, line: int, column: int) -> None:
    front_matter = read(text)
    assert front_matter.entries == ()
    assert front_matter.fault is not None
    assert (front_matter.fault.reason, front_matter.fault.line, front_matter.fault.column) == (
        reason,
        line,
        column,
    )


def test_a_front_matter_with_two_kinds_of_fences_is_body_too() -> None:
    text = "---\ntitle: x\n+++\nb"
    assert split(text).body == text


@given(st.lists(st.sampled_from(["---", "+++", "\n", " ", "a: 1", BOM, "😀", "\t", "\u2028"])).map("".join))
def test_head_and_body_are_the_text(text: str) -> None:
    parts = split(text)
    assert parts.head + parts.body == text

"""Where the parts of blocks of Python-Markdown's parser begin."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.rendering.html import Options, render

OPTIONS = Options("python-markdown", places=True)


def _lines(body: str) -> list[tuple[str, int, int]]:
    found = []
    for block in render(body, OPTIONS).blocks:
        for tag, first, end in re.findall(r'<(\w+)[^>]* data-lines="(\d+) (\d+)"', block.html):
            found.append((tag, block.line + int(first), block.line + int(end)))
    return found


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("a 😀\nb\n\n\nc", [("p", 0, 2), ("p", 4, 5)]),
        (
            "- a\n- b\n    - c\n\n- d\n\nx",
            [("ul", 0, 5), ("li", 0, 1), ("li", 1, 2), ("li", 2, 3), ("li", 4, 5), ("p", 6, 7)],
        ),
        ("1. a\n\n    suite\n\n2. b", [("ol", 0, 5), ("li", 0, 3), ("li", 4, 5)]),
        ("- a\n\n        - code\n", [("ul", 0, 3)]),
        (
            "| a |\n|---|\n| b |\n| c |\n\nx",
            [("table", 0, 4), ("tr", 0, 2), ("tr", 2, 3), ("tr", 3, 4), ("p", 5, 6)],
        ),
        ("> a\n> b\n>\n> c\n\nx", [("blockquote", 0, 4), ("p", 0, 2), ("p", 3, 4), ("p", 5, 6)]),
        ("> a\n>\n> - b\n> - c", [("blockquote", 0, 4), ("p", 0, 1), ("ul", 2, 4)]),
        ("> - a\n>\n> - b", [("blockquote", 0, 3)]),
        ("```py\nx\n```\n\ny", [("pre", 0, 3), ("p", 4, 5)]),
        ("# a\nb", [("h1", 0, 1), ("p", 1, 2)]),
        ("<div>x</div>\n\ny", [("p", 2, 3)]),
    ],
)
def test_parts_have_their_lines(body: str, expected: list[tuple[str, int, int]]) -> None:
    assert _lines(body) == expected


@given(
    st.lists(
        st.sampled_from(["a", "- b", "    - c", "> d", "", "", "1. e", "    f", "```", "| g |", "|---|", ">"])
    )
)
def test_lines_are_those_of_the_text(lines: list[str]) -> None:
    for _, first, end in _lines("\n".join(lines)):
        assert 0 <= first < end <= len(lines)

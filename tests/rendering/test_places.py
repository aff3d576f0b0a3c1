"""Which lines of the source the elements of a block were made of."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from editor.rendering.html import Options, Rendered, render
from editor.rendering.live.steps import advanced
from editor.rendering.live.text import Edit, begun, edited

OPTIONS = Options(places=True)
SOURCE = """# Titre

- un
- deux 😀

  encore

- trois
  1. quatre
  2. cinq

> cité
> suite

| a | b |
|---|---|
| 1 | 2 |

```py
x = 1

```

Texte sur
deux lignes

Souligné
===
"""


def lines_of(rendered: Rendered) -> list[tuple[str, int, int]]:
    """Answer tag, first line and line after the last of each element, counted from the start of the text."""
    found = []
    for block in rendered.blocks:
        for node in LexborHTMLParser(block.html, is_fragment=True).css("[data-lines]"):
            first, end = map(int, str(node.attributes["data-lines"]).split())
            found.append((node.tag or "", block.line + first, block.line + end))
    return found


def test_elements_have_the_lines_of_their_sources_without_blank_ones_at_the_end() -> None:
    assert lines_of(render(SOURCE, OPTIONS)) == [
        ("h1", 0, 1),
        ("ul", 2, 10),
        ("li", 2, 3),
        ("p", 2, 3),
        ("li", 3, 6),
        ("p", 3, 4),
        ("p", 5, 6),
        ("li", 7, 10),
        ("p", 7, 8),
        ("ol", 8, 10),
        ("li", 8, 9),
        ("li", 9, 10),
        ("blockquote", 11, 13),
        ("p", 11, 13),
        ("table", 14, 17),
        ("tr", 14, 15),
        ("tr", 16, 17),
        ("pre", 18, 22),
        ("p", 23, 25),
        ("h1", 26, 28),
    ]


@pytest.mark.parametrize("dialect", ["astro", "astro-remark", "python-markdown"])
def test_without_them_the_page_is_the_same(dialect: str) -> None:
    source = (
        f"{SOURCE}\n<div>brut</div>\n\n- <b>a</b>\n\n<section>\n\nb\n\n</section>\n\nA[^n]\n\n[^n]: note\n"
    )
    with_lines = render(source, Options(dialect=dialect, places=True))  # type: ignore[arg-type] # a name of a dialect
    without = render(source, Options(dialect=dialect))  # type: ignore[arg-type]
    assert re.sub(r' data-lines="\d+ \d+"', "", with_lines.html) == without.html
    assert "data-lines" not in without.html
    assert [block.line for block in with_lines.blocks] == [block.line for block in without.blocks]


def test_lines_above_a_block_leave_it_as_it_is() -> None:
    above = render(f"Autre\n\n{SOURCE}", OPTIONS).blocks[1:]
    assert [block.html for block in above] == [block.html for block in render(SOURCE, OPTIONS).blocks]


def test_in_blocks_that_raw_html_holds_together_lines_are_those_of_the_whole() -> None:
    rendered = render("a\n\n<div>\n\nb\n\n- c\n\n</div>\n\nd\n", OPTIONS)
    assert lines_of(rendered) == [("p", 0, 1), ("p", 4, 5), ("ul", 6, 7), ("li", 6, 7), ("p", 10, 11)]


@given(
    st.lists(
        st.sampled_from(["a", "- b", "  - c", "> d", "", "", "1. e", "    f", "```", "<p>", "| g |", "|---|"])
    )
)
def test_lines_of_inner_elements_lie_within_those_of_the_outer(lines: list[str]) -> None:
    source = "\n".join(lines)
    rendered = render(source, OPTIONS)
    for tag, first, end in lines_of(rendered):
        assert 0 <= first < end <= len(lines), tag
        assert lines[end - 1].strip() or tag == "pre"
    starts = [block.line for block in rendered.blocks]
    assert all(one <= other for one, other in pairwise(starts))


PIECES = (
    "a",
    "- b",
    "  - c",
    "> d",
    "",
    "",
    "1. e",
    "    f",
    "```",
    "<div>",
    "</div>",
    "[^n]: g",
    "h[^n]",
    "| i |",
    "|---|",
)


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=14), st.data())
def test_after_an_edit_the_lines_are_those_of_a_fresh_text(lines: list[str], data: st.DataObject) -> None:
    text = begun("\n".join(lines), OPTIONS)
    for _ in range(3):
        while not text.is_finished:
            text = advanced(text)
        first = data.draw(st.integers(0, len(lines) - 1))
        removed = data.draw(st.integers(1, len(lines) - first))
        written = data.draw(st.lists(st.sampled_from(PIECES), min_size=1, max_size=3))
        lines[first : first + removed] = written
        text = edited(text, Edit(first, removed, "\n".join(written)))
    while not text.is_finished:
        text = advanced(text)
    fresh = begun("\n".join(lines), OPTIONS)
    while not fresh.is_finished:
        fresh = advanced(fresh)
    assert text.page.passages == fresh.page.passages

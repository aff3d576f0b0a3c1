"""Ids of headings and the outline."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from editor.rendering.headings import Heading
from editor.rendering.html import Options, render

if TYPE_CHECKING:
    from editor.text.dialects import Dialect

ASTRO = pytest.mark.parametrize("dialect", ["astro", "astro-remark"])


@ASTRO
def test_the_id_is_made_of_what_the_reader_sees(dialect: Dialect) -> None:
    body = "## L'été à la *mer* `x_y` <i>z</i> &amp; 😀"
    assert render(body, Options(dialect)).outline == (
        Heading(2, "L’été à la mer x_y z & 😀", "lété-à-la-mer-x_y-z--", 0),
    )


@ASTRO
def test_repeated_headings_are_numbered_and_raw_ones_not_counted(dialect: Dialect) -> None:
    body = "<h2>A</h2>\n\n## A\n\n> ## A\n\n- ## A"
    assert [heading.id for heading in render(body, Options(dialect)).outline] == ["a", "a-1", "a-2"]


@ASTRO
def test_a_heading_over_two_lines_has_one_line_of_text(dialect: Dialect) -> None:
    (heading,) = render("a\nb\\\nc\n===", Options(dialect)).outline
    assert (heading.text, heading.id) == ("a b c", "abc")


def test_python_markdown_makes_its_own_ids() -> None:
    body = "# Été & AT&T &eacute;\n\n# Été\n\n## b {#été-choisi}\n\n> # c\n\n- # d\n\npara\n# e"
    outline = render(body, Options("python-markdown")).outline
    assert outline == (
        Heading(1, "Été & AT&T é", "ete-att-e", 0),
        Heading(1, "Été", "ete", 2),
        Heading(2, "b", "été-choisi", 4),
        Heading(1, "c", "c", 6),
        Heading(1, "d", "d", 8),
        Heading(1, "e", "e", 11),
    )


def test_an_address_in_a_heading_is_read_as_text() -> None:
    (heading,) = render("# a <b@c.fr>", Options("python-markdown")).outline
    assert heading.text == "a b@c.fr"


def test_a_heading_in_a_footnote_of_python_markdown_is_in_no_outline() -> None:
    rendered = render("# a[^1]\n\n[^1]:\n    # b\n", Options("python-markdown"))
    assert "<h1" in rendered.html[rendered.html.index("footnote") :]
    assert [heading.level for heading in rendered.outline] == [1]

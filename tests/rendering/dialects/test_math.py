"""Formulas between dollars, as remark-math and Sätteri read them."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.rendering.dialects.commonmark import parser_for
from editor.rendering.dialects.sections import Labels, parse_section, read_sections
from editor.rendering.html import Options, render

if TYPE_CHECKING:
    from editor.text.dialects import Dialect

BOTH = pytest.mark.parametrize("dialect", ["astro", "astro-remark"])
PLAIN = Options(smart_punctuation=False, math="single")


PARSER = parser_for(PLAIN)


def _formulas(body: str) -> list[str]:
    """Answer the formulas in a body, those that stand in lines of their own in brackets."""
    found = []
    for section in read_sections(PARSER, body, (), is_end=True):
        for token in parse_section(PARSER, section, Labels(notes={"1"})).tokens:
            if token.type == "math_block":
                found.append(f"[{token.content}]")
            found += [child.content for child in token.children or () if child.type == "math_inline"]
    return found


@pytest.mark.parametrize(
    ("body", "formulas"),
    [
        ("a $x$ b", ["x"]),
        ("a $x", []),
        ("$x$1 1$y$", ["x", "y"]),
        ("costs $5 and $6", ["5 and "]),
        ("$ x $ and $  y  $", ["x", " y "]),
        ("$ $ $  $", [" ", "  "]),
        ("$\nx\n$", ["x"]),
        ("$x\ny$", ["x\ny"]),
        ("$x\n\ny$", []),
        ("$$x$$", ["x"]),
        ("a $$x$$ b", ["x"]),
        ("$$$x$$$ a", ["x"]),
        ("$a$$b$", ["a$$b"]),
        ("$$a$b$$", ["a$b"]),
        ("a $$ b $ c $$", ["b $ c"]),
        ("\\$x$ y$", [" y"]),
        ("\\\\$x$", ["x"]),
        ("$a\\$b$ c$", ["a\\", " c"]),
        ("$x\\$", ["x\\"]),
        ("`$`$x$", ["x"]),
        ("$`$`", ["`"]),
        ("*a $b* c$", ["b* c"]),
        ("$x_1$ and *$y_2$*", ["x_1", "y_2"]),
        ("$https://a.fr$", ["https://a.fr"]),
        ("www.a.fr/$x$", []),
        ("[a $]$ b](c)", ["]"]),
        ("<b>$x$</b>", ["x"]),
        ("# H $x$", ["x"]),
        ("a | b\n-|-\n$x$ | 1", ["x"]),
        ("| $a|b$ | c |\n|--|--|", ["a|b"]),
        ("$$\nx\n$$", ["[x]"]),
        ("a\n$$\nx\n$$\nb", ["[x]"]),
        ("  $$\n  x\n   y\n  $$", ["[x\n y]"]),
        ("$$$\nx\n$$\n$$$", ["[x\n$$]"]),
        ("$$ tex\nx\n$$  ", ["[x]"]),
        ("$$ a$b\nx\n$$", ["[]"]),
        ("$$\nx\n$$ y\nz", ["[x\n$$ y\nz]"]),
        ("$$\nx\n    $$\nw", ["[x\n    $$\nw]"]),
        ("$$\nx$$", ["[x$$]"]),
        ("$$\n- a\n\n# b\n$$", ["[- a\n\n# b]"]),
        ("$$\nunclosed", ["[unclosed]"]),
        ("$$", ["[]"]),
        ("- a\n\n      $$\n      x", []),
        ("- $$\n  x\n  $$\n- b", ["[x]"]),
        ("1. $$\nx\n\ny", ["[]"]),
        ("> $$\n> x\n> $$\n> y", ["[x]"]),
        ("> $$\nx", ["[]"]),
        ("> a\n    $$\n    x", []),
        ("$", []),
    ],
)
def test_what_is_a_formula(body: str, formulas: list[str]) -> None:
    assert _formulas(body) == formulas


def test_single_dollars_may_be_text() -> None:
    html = render("costs $5 and $6, $$x$$ and $\n\n$$\ny\n$$", Options(math="double")).html
    assert "costs $5 and $6, <math" in html
    assert html.count("<math") == 2


@BOTH
def test_formulas_are_shown_as_mathml(dialect: Dialect) -> None:
    options = Options(dialect, math="single")
    rendered = render('Où "$x < 1$" -- :\n\n$$\n\\frac{a}{b}\n$$\n\n## Le $\\pi$', options)
    inline = '<math display="inline" xmlns="http://www.w3.org/1998/Math/MathML"><mrow><mi>x</mi><mo>&lt;</mo>'
    assert inline in rendered.html
    assert '<div class="math-display"><math display="block"' in rendered.html
    assert "<mfrac>" in rendered.html
    assert ("“<math" in rendered.html) is (dialect == "astro")
    assert [block.line for block in rendered.blocks] == [0, 2, 6]
    assert [heading.text for heading in rendered.outline] == ["Le π"]


@BOTH
def test_dollars_are_text_where_the_blog_has_no_math(dialect: Dialect) -> None:
    options = Options(dialect)
    assert render("$x$\n\n$$\ny\n$$", options).html == "<p>$x$</p>\n<p>$$\ny\n$$</p>\n"


@BOTH
def test_a_formula_left_open_in_an_item_has_its_blank_lines(dialect: Dialect) -> None:
    html = render("- $$\n  x\n\n- b", Options(dialect, math="single")).html
    assert ("<p>b</p>" in html) is (dialect == "astro")


def test_what_cannot_be_converted_is_shown_as_its_source_with_the_reason() -> None:
    inline = render("a $\\nosuch<$ b", PLAIN).html
    assert inline == (
        '<p>a <span class="notice" role="note"><code>\\nosuch&lt;</code> '
        "<small>math-unknown-command \\nosuch</small></span> b</p>\n"
    )
    block = render("a\n\n$$\n{\n$$", Options(math="single", fault_words=lambda fault: fault.kind.upper()))
    assert block.blocks[1].html == (
        '<div class="notice" role="note"><pre><code>{</code></pre><p>MATH-BRACES</p></div>\n'
    )
    assert block.blocks[1].line == 2


@pytest.mark.parametrize("unit", ["$", "$ ", "$$ a ", "$a$$ ", "$$$\n", "$$\n\n"])
def test_many_dollars_take_no_long_time(unit: str) -> None:
    body = "".join(unit * (1 + index % 7) for index in range(1500))
    started = time.process_time()
    render(body, PLAIN)
    assert time.process_time() - started < 20


@given(st.text(alphabet="$\\ \n`ab*[](){}|-", max_size=40))
def test_no_character_is_lost(body: str) -> None:
    shown = "".join(_formulas(body))
    assert all(character in body for character in shown if character not in "[]")
    render(body, PLAIN)

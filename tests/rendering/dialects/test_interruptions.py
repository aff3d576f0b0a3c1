"""Where a block begins without a blank line before it."""

from __future__ import annotations

import re

import pytest

from editor.rendering.html import Options, render


def _tags(body: str, dialect: str = "astro") -> str:
    """The elements of a body, without what they say."""
    html = render(body, Options("astro-remark" if dialect == "astro-remark" else "astro")).html
    return " ".join(re.findall(r"<([a-z0-9]+)", html))


@pytest.mark.parametrize("dialect", ["astro", "astro-remark"])
@pytest.mark.parametrize(
    ("body", "tags"),
    [
        ("x\n\n    a\n3. b", "p pre code p"),
        ("x\n\n    a\n\n-", "p pre code p"),
        ("x\n\n    a\n\n- b", "p pre code ul li"),
        ("x\n\n    a\n\ny\n\n3. b", "p pre code p ol li"),
        ("x\n- -", "p ul li"),
        ("x\n> 3. a", "p blockquote p"),
        ("x\n\n> 3. a", "p blockquote ol li"),
        ("[a]: b\n3. c", "p"),
        ("[a]: b\n    c", "p"),
        ("[a]: b\n<br>", "p br"),
        ("[a]: b\n<div>", "div"),
        ("[a]: b\n\n3. c", "ol li"),
        ("> [a]: b\n\n3. c", "blockquote ol li"),
        ("> a\n    > b", "blockquote p"),
        ("- a\n<br>\n\nb", "ul li br p"),
        ("- a\n<br>\n- b", "ul li br li"),
        ("> a\n<img>\n<img>\n\nb", "blockquote p img img p"),
        ("- a\n<br>", "ul li br"),
        ("- a\n  <br>\n  b", "ul li br"),
        ("x\n   - a\n\n    b\n    c", "p ul li pre code pre code"),
        ("<br>\u00a0\n-", "h2 br"),
    ],
)
def test_a_block_begins_where_it_may(body: str, tags: str, dialect: str) -> None:
    assert _tags(body, dialect) == tags


def test_a_tag_that_ends_an_item_belongs_to_it_but_at_the_end_of_the_text() -> None:
    assert render("- a\n<br>\n\nb").html.startswith("<ul>\n<li>a\n<br>\n</li>\n</ul>")
    assert render("- a\n<br>").html.startswith("<ul>\n<li>a</li>\n</ul>\n<br>")


def test_a_tag_ends_a_table_for_remark_only() -> None:
    body = "| a |\n|---|\n<br>"
    assert _tags(body) == "table thead tr th tbody tr td br"
    assert _tags(body, "astro-remark") == "table thead tr th br"


@pytest.mark.parametrize(
    ("body", "is_loose"),
    [
        ("> - a\n>\n> > b", True),
        ("> - a\n>\n> * b", True),
        ("> x\n>\n> - a\n>\n> > b", True),
        ("> - a\n>\n> b", False),
        ("> - a\n> > b", False),
        ("> - a\n>   - c\n>\n> > b", False),
        ("- a\n\n> b", False),
    ],
)
def test_remark_loosens_a_list_before_another_quote_or_list_in_a_quote(body: str, is_loose: bool) -> None:
    assert ("<p>a</p>" in render(body, Options("astro-remark")).html) is is_loose
    assert "<p>a</p>" not in render(body).html

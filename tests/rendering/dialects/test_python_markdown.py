"""The dialect of Pelican, MkDocs and Nikola."""

from __future__ import annotations

import markdown
import pytest

from editor.rendering.dialects.python_markdown import is_readable
from editor.rendering.html import Options, render

OPTIONS = Options("python-markdown", highlight=True)


@pytest.mark.parametrize(
    "body",
    [
        "Terme\n: définition 😀\n\n*[HTML]: Hyper\n\nHTML",
        "[TOC]\n\n# a\n\n## b {: #c .d }",
        "note[^1]\n\n[^1]: oui",
        "| a | b |\n|--|:-:|\n| 1 | 2 |",
        '<div markdown="1">\n*a*\n</div>\n\n<p>b</p>',
        "~~~\na & <b>\n~~~\n\n    c\n",
        "``` { .python #id .x }\na\n```",
        "AT&T &copy; <b@c.fr>",
    ],
)
def test_its_html_is_the_package_s_own(body: str) -> None:
    expected = markdown.markdown(body, extensions=["extra", "sane_lists", "toc"], output_format="html")
    assert render(body, Options("python-markdown")).html.strip() == expected


def test_code_with_attributes_of_its_own_is_left_as_it_is() -> None:
    assert '<pre class="x" id="id"><code' not in render("a", OPTIONS).html
    html = render("``` { .python #id .x }\ndef a(): 1\n```", OPTIONS).html
    assert "<span" not in html
    assert 'class="language-python"' in html


def test_indented_and_fenced_code_is_coloured_alike_and_only_with_a_language() -> None:
    html = render("```python\ndef a(): 1\n```\n\n    def b(): 2\n\n```\ndef c(): 3\n```", OPTIONS).html
    assert html.count('<span class="k">def</span>') == 1


@pytest.mark.parametrize(
    ("text", "readable"),
    [
        ("[a](b) " * 1000, True),
        ("[a](b) " * 1001, False),
        ("[a](b)\n" * 5000, True),
        ("[\n" * 1001, False),
        ("[\n\n" * 5000, True),
        ("<b> " * 5000, True),
        ("<b " * 1001, False),
        ("a < b\n" * 1001, False),
        ("😀", True),
    ],
)
def test_brackets_by_the_thousand_are_not_read(text: str, readable: bool) -> None:
    assert is_readable(text) is readable

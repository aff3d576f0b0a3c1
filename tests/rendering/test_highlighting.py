"""Colours of code: classes inside `<pre><code>`, the text untouched."""

from __future__ import annotations

import html
import re
from xml.etree.ElementTree import Element, SubElement, tostring

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pygments.util import ClassNotFound

from editor.rendering.highlighting import Highlighting, code_styles, highlighted
from editor.rendering.html import Options, render
from editor.text.dialects import DIALECTS, Dialect

ALL_DIALECTS = pytest.mark.parametrize("dialect", DIALECTS)


def _without_spans(text: str) -> str:
    return re.sub(r"</?span[^>]*>", "", text)


@ALL_DIALECTS
def test_code_of_a_known_language_gets_classes(dialect: Dialect) -> None:
    body = '```python\ndef été(): return "<😀>" & 1\n```\n'
    coloured = render(body, Options(dialect, highlight=True)).html
    assert '<pre><code class="language-python"><span class="k">def</span>' in coloured
    assert html.unescape(_without_spans(coloured)) == html.unescape(render(body, Options(dialect)).html)


def test_without_the_option_code_is_plain() -> None:
    assert "<span" not in render("```python\ndef a(): pass\n```").html


@pytest.mark.parametrize("fence", ["```", "```nosuchlanguage", "~~~math"])
def test_code_of_an_unknown_language_is_plain(fence: str) -> None:
    body = f"{fence}\ndef a &amp; <b>\n"
    assert render(body, Options(highlight=True)) == render(body)


def test_plain_text_may_stand_between_and_before_coloured_pieces() -> None:
    assert (
        list(highlighted("a = {1}", "python"))
        == [
            ("n", "a"),
            ("w", " "),
            ("o", "="),
            ("w", " "),
            ("p", "{"),
            ("mi", "1"),
            ("p", "}"),
        ]
        or "".join(piece for _, piece in highlighted("a = {1}", "python")) == "a = {1}"
    )
    coloured = render("```html\ntext <b>x</b> text\n```", Options(highlight=True)).html
    assert '<code class="language-html">text <span class="p">' in coloured
    assert "</span> text\n</code>" in coloured


@pytest.mark.parametrize("code", ["\ufeffa\n", "a\r\nb", "\n\na\n\n", "", "\ta"])
def test_the_text_of_code_is_never_changed(code: str) -> None:
    assert "".join(piece for _, piece in highlighted(code, "python")) == code


@given(
    st.text(max_size=40), st.sampled_from(["python", "js", "html", "bash", "yaml", "rust", "css", "", "?"])
)
def test_the_pieces_joined_are_the_code(code: str, language: str) -> None:
    assert "".join(piece for _, piece in highlighted(code, language)) == code


def test_very_long_code_stays_plain() -> None:
    code = "a = 1\n" * 50_000
    assert list(highlighted(code, "python")) == [("", code)]


def test_raw_html_is_not_coloured() -> None:
    body = '<pre><code class="language-python">def a(): pass</code></pre>\n\n<pre>x</pre>'
    assert render(body, Options(highlight=True)) == render(body)


def test_preformatted_text_without_code_or_with_markup_in_it_is_left_alone() -> None:
    root = Element("div")
    SubElement(root, "pre").text = "def a(): pass"
    code = SubElement(SubElement(root, "pre"), "code", {"class": "language-python"})
    code.text = "def "
    SubElement(code, "b").text = "a"
    before = tostring(root)
    Highlighting().run(root)
    assert tostring(root) == before


def test_the_styles_are_all_inside_the_selector() -> None:
    styles = code_styles("default", ".article pre")
    assert styles.endswith(("}\n", "*/\n"))
    assert all(line.startswith(".article pre") for line in styles.splitlines())
    assert ".article pre .k {" in styles
    assert code_styles("monokai", ".article pre") != styles


def test_an_unknown_style_is_an_error() -> None:
    with pytest.raises(ClassNotFound):
        code_styles("no such style", "pre")

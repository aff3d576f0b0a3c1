"""MDX in bodies: what is read, and how it is shown."""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.rendering.html import Options, render
from tests.rendering.dialects.mdx_structure import READ, plain_structure, structure
from tests.rendering.live.texts import MDX_LINES

if TYPE_CHECKING:
    from editor.text.dialects import Dialect

MDX: Final = Options(mdx=True)


def _html(body: str) -> str:
    return render(body, MDX).html.strip()


@pytest.mark.parametrize("dialect", ["astro", "astro-remark"])
@pytest.mark.parametrize("example", READ, ids=lambda example: repr(example["mdx"])[:60])
def test_a_text_is_read_as_mdx_reads_it(example: dict[str, str | None], dialect: Dialect) -> None:
    with plain_structure():
        html = render(str(example["mdx"]), Options(dialect, smart_punctuation=False, mdx=True)).html
    assert ('class="notice"' in html) is (example["html"] is None)
    if example["html"] is not None:
        assert structure(html) == structure(example["html"])


def test_imports_and_exports_are_folded_away() -> None:
    body = "import A from './A.astro'\nexport const b = {\n\n  c: 1\n\n}\n\n# T\n\nexport const d = 1"
    assert _html(body) == '<h1 id="t">T</h1>'
    assert render(body, MDX).outline[0].line == 7
    assert _html("import a from 'b'") == ""


def test_a_component_is_a_box_with_its_properties_and_what_is_in_it() -> None:
    assert _html("<Chart data={[1,\n  2]} title=\"a & 'b'\" {...c} dark>\n\n*d*\n\n</Chart>") == (
        '<div aria-label="Chart" class="mdx-component" role="group"><p class="mdx-name"><code>Chart</code> '
        "<code>data={[1, 2]}</code> <code>title=\"a &amp; 'b'\"</code> <code>{...c}</code> "
        "<code>dark</code></p>"
        "<p><em>d</em></p>\n</div>"
    )
    assert _html("a <B.C/> d") == (
        '<p>a <span aria-label="B.C" class="mdx-component" role="group"><span class="mdx-name">'
        "<code>B.C</code></span></span> d</p>"
    )


def test_elements_are_shown_with_the_attributes_that_are_known() -> None:
    assert _html(
        "<p className='a' htmlFor=\"b\" hidden onClick={() => f()} title={'c'} data-d={1} "
        "x={null} y={true} z={false}>e</p>"
    ) == ('<p class="a" data-d="1" for="b" hidden="" title="c" y="">e</p>')
    assert _html("<b style={{color: 'red', fontSize: 12, a: b, c: null, ...d}} style2={{a: 1}}>x</b>") == (
        '<b style="color: red; font-size: 12">x</b>'
    )
    assert _html("<i set:html={'a'} class:list={[]} client:load is:raw {...a}/>") == "<i></i>"
    assert _html('a<br/>b <img src="c.png" alt="d"/>') == '<p>a<br>b <img alt="d" src="c.png"></p>'


def test_headings_and_images_of_jsx_are_left_alone() -> None:
    rendered = render("<h2>a</h2>\n\n## b\n\n<img src='c.png'/>\n\n![](c.png)", MDX, lambda _: "new")
    assert rendered.html == (
        '<h2>a</h2><h2 id="b">b</h2>\n<img src="c.png">\n<p><img alt="" src="new"></p>\n'
    )
    assert [heading.text for heading in rendered.outline] == ["b"]


def test_the_name_of_a_component_is_no_part_of_a_headings_id() -> None:
    assert render("## a <B c='d'>e</B> {f}", MDX).outline[0].id == "a-e-f"


def test_fragments_add_nothing_to_the_page() -> None:
    assert _html("a <>*b*</> c") == '<p>a <span style="display: contents"><em>b</em></span> c</p>'
    assert _html("<>\nb\n</>") == '<div style="display: contents"><p>b</p>\n</div>'


def test_expressions_are_shown_as_code_and_texts_as_what_they_are() -> None:
    assert _html("a {b < 1} c") == '<p>a <code class="mdx-expression">{b &lt; 1}</code> c</p>'
    assert _html("{b}") == '<pre class="mdx-expression"><code>{b}</code></pre>'
    assert _html("a{' '}{\"{\"} {/* c */}d") == "<p>a { d</p>"
    assert _html("{`b`}") == '<div style="display: contents">b</div>'
    assert _html("{/* b */}") == ""
    assert _html("<b>{c}</b>") == '<b><code class="mdx-expression">{c}</code>\n</b>'
    assert _html("![a <b>c</b> {d}](e)") == '<p><img alt="a c d" src="e"></p>'


@pytest.mark.parametrize(
    ("body", "source", "fault", "rest"),
    [
        ("a <https://b.fr> c", "&lt;", "mdx-unexpected-in-tag /", "https://b.fr"),
        ("a {b c", "{", "mdx-unclosed-expression", "b c"),
        ("a {b c} d", "{", "mdx-unreadable-expression", "b c} d"),
        ("[a <1 b](c)", "&lt;", "mdx-unexpected-in-tag 1", "1 b</a>"),
        ("a <b> *c*", "&lt;b&gt;", "mdx-unclosed-element b", "<em>c</em>"),
        ("a </b> *c*", "&lt;/b&gt;", "mdx-stray-closing-tag b", "<em>c</em>"),
        ("<A>\n\n*c*", "&lt;A&gt;", "mdx-unclosed-element A", "<em>c</em>"),
        ("</A>\n\n*c*", "&lt;/A&gt;", "mdx-stray-closing-tag A", "<em>c</em>"),
        ("- <A>\n- *c*", "&lt;A&gt;", "mdx-unclosed-element A", "<em>c</em>"),
        ("{\n\n*c*", "{\n\n*c*", "mdx-unclosed-expression", ""),
        ("{a +\n\nb} *c*\n\nd", "{a +\n\nb} *c*", "mdx-text-after-expression", "<p>d</p>"),
        ("{a b\n\nc}\n\nd", "{a b\n\nc}", "mdx-unreadable-expression", "<p>d</p>"),
        ("<A b={\n\n*c*", "&lt;A b={\n\n*c*", "mdx-unclosed-expression", ""),
        ("import *things* from it.\n\nd", "import *things* from it.", "mdx-unreadable-module", "<p>d</p>"),
        ("export const a = {\n\n*c*", "export const a = {\n\n*c*", "mdx-unreadable-module", ""),
    ],
)
def test_what_the_blog_refuses_is_said_at_its_place_and_nothing_is_lost(
    body: str, source: str, fault: str, rest: str
) -> None:
    html = _html(body)
    assert html.count('class="notice"') == 1
    assert f"<code>{source}</code>" in html
    assert f">{fault}<" in html
    assert rest in html


def test_a_notice_stands_in_its_line() -> None:
    rendered = render("a\n\n{b c\n\nd}\n\ne", MDX)
    assert [block.line for block in rendered.blocks] == [0, 2, 6]


def test_a_tag_that_stays_open_ends_with_its_container() -> None:
    html = _html("- <A>\n\n  b\n\n> <B>\n\n<C>\n\n## c\n\n</C>\n\nd")
    assert html.count("mdx-unclosed-element") == 2
    assert html.endswith("</div>\n<p>d</p>")


def test_mdx_needs_no_extensions_of_github() -> None:
    assert render("> <A>\n\n~~b~~", Options(mdx=True, gfm=False)).html.endswith("<p>~~b~~</p>\n")


def test_without_mdx_nothing_of_it_is_read() -> None:
    body = "import a from 'b'\n\n{c} <D/>\n\n    e"
    assert render(body).html == "<p>import a from ‘b’</p>\n<p>{c} <D/></p>\n<pre><code>e\n</code></pre>\n"


@pytest.mark.parametrize(
    "body",
    [
        "{" * 5_000,
        "a " + "{b c} " * 1_250,
        "<" * 5_000,
        "<a " * 2_500,
        "<a>" * 1_250,
        "<a>\n" * 750,
        "{'\n\n" * 750,
        "<a b={\n" * 750,
        "export const a = [\n\n" * 750,
        "export const a = 1\n\n" * 500,
        "a {`" * 1_250,
        "[" * 200 + "{a}" * 200,
    ],
    ids=lambda body: repr(body[:12]),
)
def test_hostile_texts_take_no_long_time(body: str) -> None:
    started = time.process_time()
    render(body, MDX)
    assert time.process_time() - started < 20


@given(st.lists(st.sampled_from(MDX_LINES), max_size=12).map("\n".join))
def test_no_word_is_lost(body: str) -> None:
    shown = re.sub(r"<[^>]*>", "", render(body, MDX).html)
    assert shown.count("text") == body.count("text")

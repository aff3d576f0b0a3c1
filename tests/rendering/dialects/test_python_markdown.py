"""The dialect of Pelican, MkDocs and Nikola."""

from __future__ import annotations

import markdown
import pytest

from editor.rendering.dialects.python_markdown import is_readable
from editor.rendering.html import Options, render
from editor.text.markdown_extensions import MarkdownExtension, Setting

OPTIONS = Options("python-markdown", highlight=True)


def html_with(body: str, *extensions: MarkdownExtension) -> str:
    """Answer the HTML of body on a site that names these extensions."""
    return render(body, Options("python-markdown", extensions=extensions)).html.strip()


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


@pytest.mark.parametrize(
    ("name", "options", "body"),
    [
        ("abbr", {"glossary": {"PM": "Premier ministre"}}, "le PM"),
        ("admonition", {}, '!!! note "Été"\n    a'),
        ("attr_list", {}, "# a {: #b .c }"),
        ("extra", {"footnotes": {"SEPARATOR": "-"}}, "a[^1]\n\n[^1]: b"),
        (
            "footnotes",
            {"BACKLINK_TEXT": "^", "BACKLINK_TITLE": "n° %d", "SUPERSCRIPT_TEXT": "[{}]"},
            "a[^1]\n\n[^1]: b",
        ),
        ("legacy_em", {}, "_a_b_"),
        ("nl2br", {}, "a\nb"),
        ("sane_lists", {}, "1. a\n\n* b"),
        ("smarty", {"smart_angled_quotes": True, "substitutions": {"left-angle-quote": "«"}}, "<<a>> -- 'b'"),
        ("tables", {"use_align_attribute": True}, "| a |\n|:-:|\n| 1 |"),
        (
            "toc",
            {"permalink": "⚓", "toc_depth": "2-3", "baselevel": 2, "title": "Sommaire"},
            "[TOC]\n\n# é\n\n## b",
        ),
        ("wikilinks", {"base_url": "/wiki/", "end_url": ".html"}, "[[Été indien]]"),
    ],
)
def test_extensions_of_the_package_are_as_the_package_has_them(
    name: str, options: dict[str, Setting], body: str
) -> None:
    expected = markdown.markdown(
        body, extensions=[name], extension_configs={name: options}, output_format="html"
    )
    assert html_with(body, MarkdownExtension(name, options)) == expected
    assert html_with(body, MarkdownExtension(f"markdown.extensions.{name}", options)) == expected


def test_the_later_of_two_of_a_name_counts() -> None:
    body = "# a\n\n[TOC]"
    first, later = MarkdownExtension("toc", {"title": "A"}), MarkdownExtension("markdown.extensions.toc")
    assert "A</span>" not in html_with(body, first, later)
    assert "A</span>" in html_with(body, later, first)


def test_codehilite_frames_code_and_reads_its_first_line() -> None:
    body = (
        "    :::python\n    def a(): 1\n\n```python\ndef b(): 2\n```\n\n"
        "- c\n\n        #!/usr/bin/python\n        def d(): 3\n\n<pre>e</pre>"
    )
    extensions = (MarkdownExtension("extra"), MarkdownExtension("codehilite", {"css_class": "highlight"}))
    html = render(body, Options("python-markdown", highlight=True, extensions=extensions)).html
    assert html.count('<div class="highlight"><pre><code class="language-python">') == 3
    assert html.count('<span class="k">def</span>') == 3
    assert ":::" not in html
    assert "#!/usr/bin/python" in html
    assert "<pre>e</pre>" in html


def test_a_frame_of_code_begins_where_the_code_does() -> None:
    extensions = (MarkdownExtension("codehilite"),)
    blocks = render("a\n\n    b\n\nc", Options("python-markdown", extensions=extensions)).blocks
    assert [block.line for block in blocks] == [0, 2, 4]


def test_what_an_article_says_of_itself_at_its_beginning_is_not_shown() -> None:
    meta = MarkdownExtension("meta")
    assert html_with("Title: Été\nDate: 2020-01-01\n\na", meta) == "<p>a</p>"
    assert html_with("Note: below front matter\n\na", meta) == "<p>Note: below front matter</p>\n<p>a</p>"


def test_headings_have_ids_where_the_site_has_them() -> None:
    without = render(
        "# Été\n\n## b {: #c }", Options("python-markdown", extensions=(MarkdownExtension("extra"),))
    )
    assert without.html.strip() == '<h1>Été</h1>\n<h2 id="c">b</h2>'
    assert [heading.id for heading in without.outline] == ["", "c"]
    assert html_with("# Été", MarkdownExtension("toc")) == '<h1 id="ete">Été</h1>'


def test_nikola_strikes_out() -> None:
    assert html_with("~~a~~ `~~b~~`", MarkdownExtension("nikola")) == "<p><del>a</del> <code>~~b~~</code></p>"

"""A blog's Markdown as options of the rendering."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from selectolax.lexbor import LexborHTMLParser

from editor.blog.blog import Blog
from editor.export.article import Subject
from editor.export.html import export_html
from editor.export.markdown import Unshown, markdown_options, unshown
from editor.rendering.html import Options, render
from editor.text.markdown_extensions import MarkdownExtension
from tests.ui.preview.payloads import payloads

if TYPE_CHECKING:
    from pathlib import Path

    from editor.text.dialects import Dialect


def test_the_options_are_what_the_blog_says(tmp_path: Path) -> None:
    blog = Blog(
        tmp_path, "astro", "astro-remark", (), None, (), gfm=False, smart_punctuation=False, math="single"
    )
    options = markdown_options(blog, None, highlight=False)
    assert options == Options("astro-remark", smart_punctuation=False, gfm=False, math="single")
    assert render('~~a~~ -- "b"', options).html.strip() == '<p>~~a~~ -- "b"</p>'


def test_another_dialect_may_be_asked_for(tmp_path: Path) -> None:
    blog = Blog(tmp_path, "plain", "astro", (), None, ())
    assert markdown_options(blog, None, "python-markdown", highlight=True) == Options(
        "python-markdown", highlight=True
    )


def test_a_site_of_python_markdown_has_its_extensions(tmp_path: Path) -> None:
    extensions = (MarkdownExtension("smarty"),)
    blog = Blog(tmp_path, "pelican", "python-markdown", (), None, (), extensions=extensions)
    assert markdown_options(blog, None, highlight=False).extensions == extensions
    assert (
        render("a -- b", markdown_options(blog, None, highlight=False)).html.strip() == "<p>a &ndash; b</p>"
    )


@pytest.mark.parametrize(
    ("dialect", "asked", "plugins"),
    [
        ("astro", None, ("remark-toc", "myPlugin")),
        ("astro", "astro-remark", ("remark-toc", "myPlugin")),
        ("astro", "python-markdown", ()),
        ("python-markdown", None, ("pymdownx.tabbed", "toc (slugify)")),
        ("python-markdown", "astro", ()),
    ],
)
def test_what_the_pages_do_not_follow_is_named(
    tmp_path: Path, dialect: Dialect, asked: Dialect | None, plugins: tuple[str, ...]
) -> None:
    blog = Blog(
        tmp_path,
        "plain",
        dialect,
        (),
        None,
        (),
        plugins=("remark-gfm", "remark-toc", "remark-reading-time", "myPlugin", "remark-toc"),
        extensions=(MarkdownExtension("pymdownx.tabbed"), MarkdownExtension("toc", {"slugify": "f"})),
    )
    assert unshown(blog, asked) == Unshown(plugins)


def test_a_configuration_that_does_not_tell_is_named(tmp_path: Path) -> None:
    blog = Blog(tmp_path, "astro", "astro", (), None, (), unread="astro.config.mjs")
    assert unshown(blog) == Unshown(configuration="astro.config.mjs")
    assert unshown(blog, "python-markdown") == Unshown()


@pytest.mark.parametrize(
    ("body", "extension"),
    [
        ("# a {: onclick=steal() }", MarkdownExtension("attr_list")),
        ("{@onclick=steal()}a", MarkdownExtension("legacy_attrs")),
        ('<div markdown="1" onclick="steal()">*a*</div>', MarkdownExtension("md_in_html")),
        ("[[steal]]", MarkdownExtension("wikilinks", {"base_url": "javascript:", "end_url": "()"})),
        ("a[^1]\n\n[^1]: b", MarkdownExtension("footnotes", {"BACKLINK_TEXT": "<script>steal()</script>"})),
        ("[TOC]\n\n# a", MarkdownExtension("toc", {"title": "<img src=x onerror=steal()>"})),
        (
            "'a'",
            MarkdownExtension("smarty", {"substitutions": {"left-single-quote": "<script>steal()</script>"}}),
        ),
    ],
)
def test_nothing_that_extensions_let_through_acts_in_an_exported_page(
    tmp_path: Path, body: str, extension: MarkdownExtension
) -> None:
    blog = Blog(tmp_path, "mkdocs", "python-markdown", (), None, (), extensions=(extension,))
    page = Subject(body, None, blog, "").page()
    assert "steal" in page.body
    tree = LexborHTMLParser(export_html(page, lambda _: None).html)
    acting = [node for node in tree.css("body *") for name in node.attributes if name.startswith("on")]
    assert (acting, tree.css("script, a[href^=javascript]")) == ([], [])


@pytest.mark.parametrize(("name", "mdx"), [("a.mdx", True), ("A.MDX", True), ("a.md", False), ("mdx", False)])
def test_the_name_of_the_file_says_whether_it_is_mdx(tmp_path: Path, name: str, mdx: bool) -> None:
    blog = Blog(tmp_path, "plain", "astro", (), None, ())
    assert markdown_options(blog, tmp_path / name, highlight=False).mdx is mdx


@pytest.mark.parametrize(("name", "payload"), [*payloads("run").items(), *payloads("fetch").items()])
def test_nothing_of_mdx_acts_in_an_exported_page(tmp_path: Path, name: str, payload: str) -> None:
    blog = Blog(tmp_path, "plain", "astro", (), None, (), math="single")
    formula = payload.replace("$", "")
    text = f"a {payload} b\n\n{payload}\n\n<A b={{`{payload}`}} c='{payload}'>d</A>\n\n${formula}$\n"
    page = Subject(text, tmp_path / f"{name}.mdx", blog, "").page()
    tree = LexborHTMLParser(export_html(page, lambda _: None).html)
    acting = [node for node in tree.css("body *") for name in node.attributes if name.startswith("on")]
    assert (acting, tree.css("script, iframe, object, embed, base, a[href^=javascript]")) == ([], [])

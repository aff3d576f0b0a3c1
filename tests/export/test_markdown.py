"""A blog's Markdown as options of the rendering."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.blog.blog import Blog
from editor.export.markdown import markdown_options
from editor.rendering.html import Options, render

if TYPE_CHECKING:
    from pathlib import Path


def test_the_options_are_what_the_blog_says(tmp_path: Path) -> None:
    blog = Blog(tmp_path, "astro", "astro-remark", (), None, (), gfm=False, smart_punctuation=False)
    options = markdown_options(blog, highlight=False)
    assert options == Options("astro-remark", smart_punctuation=False, gfm=False)
    assert render('~~a~~ -- "b"', options).html.strip() == '<p>~~a~~ -- "b"</p>'


def test_another_dialect_may_be_asked_for(tmp_path: Path) -> None:
    blog = Blog(tmp_path, "plain", "astro", (), None, ())
    assert markdown_options(blog, "python-markdown", highlight=True) == Options(
        "python-markdown", highlight=True
    )

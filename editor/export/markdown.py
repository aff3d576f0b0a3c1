"""How a blog's Markdown is rendered: what the blog says, as options of the rendering."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.rendering.html import Options

if TYPE_CHECKING:
    from editor.blog.blog import Blog
    from editor.text.dialects import Dialect


def markdown_options(blog: Blog, dialect: Dialect | None = None, *, highlight: bool) -> Options:
    """Answer how bodies of a blog are rendered, in dialect where it is given instead of the blog's own."""
    return Options(
        dialect=dialect or blog.dialect,
        smart_punctuation=blog.smart_punctuation,
        gfm=blog.gfm,
        highlight=highlight,
    )

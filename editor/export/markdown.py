"""How a blog's Markdown is rendered: what the blog says, as options of the rendering."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from editor.rendering.dialects.bundled_extensions import taken
from editor.rendering.html import Options

if TYPE_CHECKING:
    from pathlib import Path

    from editor.blog.blog import Blog
    from editor.text.dialects import Dialect

_FOLLOWED: Final = frozenset(
    {"rehype-katex", "rehype-mathjax", "remark-gfm", "remark-math", "remark-smartypants"}
)
"""Plugins that do what the dialects do."""
_UNSEEN: Final = frozenset(
    {
        "@astrojs/markdown-remark",  # its rehypeHeadingIds
        "rehype-external-links",
        "rehype-slug",
        "remark-frontmatter",
        "remark-modified-time",
        "remark-reading-time",
        "remarkModifiedTime",  # both as Astro's recipes call them in a site's own file
        "remarkReadingTime",
    }
)
"""Plugins of which nothing is seen in an article's text."""


_MDX: Final = ".mdx"


@dataclass(frozen=True, slots=True)
class Unshown:
    """What of the blog's Markdown a page does not show: plugins by name, configurations that tell nothing."""

    plugins: tuple[str, ...] = ()
    configuration: str = ""
    """The name of the file, "" where it tells."""


def markdown_options(
    blog: Blog, path: Path | None, dialect: Dialect | None = None, *, highlight: bool, places: bool = False
) -> Options:
    """Answer how the body of an article at path is rendered, by dialect (None: that of the blog)."""
    options = Options(
        dialect=dialect or blog.dialect,
        smart_punctuation=blog.smart_punctuation,
        gfm=blog.gfm,
        math=blog.math,
        mdx=path is not None and path.suffix.lower() == _MDX,
        highlight=highlight,
        places=places,
    )
    return replace(options, extensions=blog.extensions) if blog.dialect == "python-markdown" else options


def unshown(blog: Blog, dialect: Dialect | None = None) -> Unshown:
    """Answer what the blog says of Markdown and pages in dialect (None: the blog's own) do not follow.

    Nothing where dialect is of another family: then the blog is not asked.
    """
    is_python = blog.dialect == "python-markdown"
    if is_python != ((dialect or blog.dialect) == "python-markdown"):
        return Unshown()
    unknown = taken(blog.extensions).unknown if is_python else _unknown(blog.plugins)
    return Unshown(unknown, blog.unread)


def _unknown(plugins: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for name in dict.fromkeys(plugins) if name not in _FOLLOWED and name not in _UNSEEN)

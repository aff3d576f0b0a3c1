"""The body of an article as the checks of it are given it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor.article.front_matter import split
from editor.text.prose import Prose, prose_of
from editor.text.structure import Structure, structure_of

if TYPE_CHECKING:
    from pathlib import Path

    from editor.blog.blog import Blog


@dataclass(frozen=True, slots=True)
class Body:
    """A body: where it lies, the blog that reads it, its text and where that starts in the article's.

    structure is what leads somewhere in it, prose are its own words; both count from its start.
    """

    path: Path | None
    blog: Blog
    text: str
    start: int
    structure: Structure
    prose: tuple[Prose, ...]

    @property
    def is_mdx(self) -> bool:
        """Whether it is read as MDX."""
        return _is_mdx(self.path)


def body_of(text: str, path: Path | None, blog: Blog) -> Body:
    """Answer the body of an article with this text."""
    body = split(text, takes_json=blog.takes_json).body
    is_mdx = _is_mdx(path)
    structure = structure_of(body, is_mdx=is_mdx)
    prose = tuple(prose_of(body, is_mdx=is_mdx, has_math=bool(blog.math)))
    return Body(path, blog, body, len(text) - len(body), structure, prose)


def _is_mdx(path: Path | None) -> bool:
    return path is not None and path.suffix.lower() == ".mdx"

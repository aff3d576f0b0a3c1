"""The review of the articles of one blog, which share what must be known of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from editor.article.files import FileError
from editor.article.source import NotText
from editor.blog.checks.reviewing import review
from editor.blog.checks.surroundings import surroundings_of
from editor.blog.identities import groups_of
from editor.blog.problems import Problem
from editor.blog.schemas.collections import collection_of
from editor.blog.schemas.guides import BlogGuides
from editor.blog.site_map import told_site_map

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from editor.article.source import Source
    from editor.blog.blog import Blog
    from editor.blog.schemas.guide import Guide
    from editor.blog.schemas.known import Known

_MOST_NEIGHBOURS: Final = 200
"""Articles of a collection that are asked how they use their fields."""


class BlogReview:
    """What is known of a blog on one day, and what was found in its articles so far.

    It may be handed from one thread to another.
    """

    def __init__(
        self,
        blog: Blog,
        known: Known,
        today: date,
        earlier: BlogReview | None = None,
        anchors: Callable[[Path, str | None], frozenset[str]] | None = None,
    ) -> None:
        """Read what must be known; what an earlier review found counts where nothing of that changed.

        anchors answers the ids in the page of an article with a text, None: with that of its file; without
        it links are not followed.
        """
        self.blog = blog
        self._guides = BlogGuides(blog, known, _MOST_NEIGHBOURS)
        groups = groups_of(blog, self._guides.collections)
        self.files = tuple(sorted(path for group in groups for path in group.articles))
        around = surroundings_of(blog, known, today, groups)
        self.around = replace(around, site=told_site_map(blog, known, self.files), anchors=anchors)
        guides = tuple(self._guides.of_collection(group.collection) for group in groups)
        self._basis = (blog, self.around, guides)
        self._found: dict[Path, tuple[int, tuple[Problem, ...]]] = {}
        if earlier is not None and earlier._basis == self._basis:
            self._found = earlier._found

    def guide_of(self, path: Path) -> Guide:
        """Answer what the blog tells of the fields of the article at path."""
        return self._guides.of_collection(collection_of(path, self._guides.collections))

    def has_seen(self, text: str, path: Path) -> bool:
        """Whether what was found in the article at path was found in this text."""
        return path in self._found and self._found[path][0] == hash(text)

    def review(self, text: str, path: Path) -> tuple[Problem, ...]:
        """Answer what is to be looked at in an article with this text."""
        if not self.has_seen(text, path):
            found = review(text, path, self.blog, self.guide_of(path), self.around)
            self._found[path] = (hash(text), found)
        return self._found[path][1]

    def review_file(self, path: Path, read: Callable[[Path], Source]) -> tuple[Problem, ...]:
        """Answer what is to be looked at in the article at path, as read answers it."""
        try:
            return self.review(read(path).text, path)
        except (FileError, NotText):
            return (Problem("unreadable-file", "error", "", 0, 0),)

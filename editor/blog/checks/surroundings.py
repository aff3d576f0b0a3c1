"""What the checks of an article must know of its blog, gathered from the blog's files."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Final

from editor.blog.checks.reviewing import Surroundings
from editor.blog.identities import ids_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from pathlib import Path

    from editor.blog.blog import Blog
    from editor.blog.identities import Group
    from editor.blog.schemas.known import Known

_MOST_PAGES: Final = 400
"""Layouts and pages in which a title is looked for."""
_MOST_BYTES: Final = 200_000
_TITLE: Final = re.compile(rb"<h1\b[^>]*>\s*(?:<[^>]+>\s*)*\{[^}]*\btitle\b")


def surroundings_of(blog: Blog, known: Known, today: date, groups: Iterable[Group]) -> Surroundings:
    """Answer what a blog tells of its articles, which are in groups; it reads files, for many a while."""
    ids = {
        group.base: ids_of(group, known)
        for group in groups
        if group.collection is None or not group.collection.has_own_ids
    }
    return Surroundings(today, _prints_titles(blog, known), ids)


def _prints_titles(blog: Blog, known: Known) -> bool:
    """Whether the pages of a blog have the title of the front matter in a heading of their own."""
    if blog.generator == "astro" and blog.source is not None:
        pages = islice(sorted(blog.source.rglob("*.astro")), _MOST_PAGES)
        return any(known.of(page, _has_title) for page in pages)
    return blog.generator in ("pelican", "nikola", "hugo", "jekyll", "eleventy")


def _has_title(page: Path) -> bool:
    try:
        with page.open("rb") as file:
            return _TITLE.search(file.read(_MOST_BYTES)) is not None
    except OSError:
        return False

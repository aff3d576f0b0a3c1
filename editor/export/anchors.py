"""The parts of an article's page that a link may lead to, as the blog makes them."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Final

from editor.export.article import Subject

if TYPE_CHECKING:
    from pathlib import Path

    from editor.blog.blog import Blog
    from editor.rendering.headings import Heading

_IDS: Final = re.compile(
    r"""<[^<>]*?\s(?:id|name)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE
)


def headings_of(text: str, path: Path, blog: Blog) -> tuple[Heading, ...]:
    """Answer the headings of an article with this text, with their ids."""
    return Subject(text, path, blog, "").rendered(highlight=False).outline


def anchors_of(text: str, path: Path, blog: Blog) -> frozenset[str]:
    """Answer the ids of all parts of an article with this text."""
    page = Subject(text, path, blog, "").rendered(highlight=False).html
    return frozenset(html.unescape(next(filter(None, it.groups()), "")) for it in _IDS.finditer(page))

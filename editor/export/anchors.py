"""The parts of an article's page that a link may lead to, as the blog makes them."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from editor.article.files import FileError, read_file
from editor.article.front_matter import split
from editor.article.source import NotText, decode
from editor.export.article import Subject

if TYPE_CHECKING:
    from collections.abc import Iterator
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
    return frozenset(identity for identity, _ in _ids(page))


def place_of_part(text: str, path: Path, blog: Blog, identity: str) -> int | None:
    """Answer where in an article's text the part with this id begins: its heading, or the HTML that has it.

    None where there is none, and for what no place in the text is called by, such as a note.
    """
    body = split(text, takes_json=blog.takes_json).body
    before = len(text) - len(body)
    for heading in headings_of(text, path, blog):
        if heading.id == identity:
            return before + sum(len(line) + 1 for line in body.split("\n")[: heading.line])
    return next((before + start for written, start in _ids(body) if written == identity), None)


def _ids(page: str) -> Iterator[tuple[str, int]]:
    """Yield the ids in HTML, each with where its tag begins."""
    for it in _IDS.finditer(page):
        yield html.unescape(next(filter(None, it.groups()), "")), it.start()


@dataclass(frozen=True)
class PageAnchors:
    """The parts of the pages of one blog, kept for as long as the files stay as they are."""

    blog: Blog
    _known: dict[Path, tuple[tuple[int, int], frozenset[str]]] = field(default_factory=dict, compare=False)

    def __call__(self, path: Path, text: str | None) -> frozenset[str]:
        """Answer the ids in the page of an article with a text, None: with that of its file."""
        if text is not None:
            return anchors_of(text, path, self.blog)
        try:
            status = path.stat()
            state = (status.st_mtime_ns, status.st_size)
            if path not in self._known or self._known[path][0] != state:
                self._known[path] = (state, anchors_of(decode(read_file(path)).text, path, self.blog))
        except (OSError, FileError, NotText):
            return frozenset()
        return self._known[path][1]

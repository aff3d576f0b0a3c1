"""Headings: their words, and where their ids go."""

import html
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from markdown.treeprocessors import Treeprocessor

from editor.rendering.holes import HeadingId
from editor.rendering.tree import AS_WRITTEN, SOURCE_LINE, plain_text

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from markdown import Markdown

    from editor.rendering.holes import Holes, Parts

LEVELS: Final = {f"h{level}": level for level in range(1, 7)}
"""The heading elements of HTML."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the text; `line` is the 0-based line of the body where its source begins.

    `id` is "" where the blog gives it none.
    """

    level: int
    text: str
    id: str
    line: int


class WrittenHeading(NamedTuple):
    """A heading as far as its section tells: its words may have holes, and where it has no id one is made.

    `line` is counted from the section's first line; a heading in a footnote of Python-Markdown's has none.
    """

    level: int
    words: "Parts"
    id: str | None
    line: int | None


class Headings(Treeprocessor):
    """Keeps the headings, and leaves a hole for the id of each that has none, where the dialect makes ids."""

    def __init__(self, pipeline: "Markdown", holes: "Holes", *, makes_ids: bool) -> None:
        super().__init__(pipeline)
        self._holes = holes
        self._makes_ids = makes_ids
        self.of_pieces: tuple[tuple[WrittenHeading, ...], ...] = ()
        """The headings in each element at the top."""

    def run(self, root: "Element") -> None:
        """Put the holes in."""
        self.of_pieces = tuple(
            tuple(self._heading(element) for element in child.iter() if _has_id(element)) for child in root
        )

    def _heading(self, element: "Element") -> WrittenHeading:
        words = self._holes.split(plain_text(element, self.md.htmlStash))
        written_id = element.get("id")
        if written_id is None and self._makes_ids:
            element.set("id", self._holes.add(HeadingId(words)))
        line = element.get(SOURCE_LINE)
        return WrittenHeading(
            LEVELS[element.tag],
            words,
            None if written_id is None and self._makes_ids else html.unescape(written_id or ""),
            None if line is None else int(line),
        )


def _has_id(element: "Element") -> bool:
    """Whether an element is a heading that the blog gives an id; the mark of another is taken away."""
    return element.tag in LEVELS and element.attrib.pop(AS_WRITTEN, None) is None

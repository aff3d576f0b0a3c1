"""Headings: their ids and the outline they make."""

import html
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from markdown.treeprocessors import Treeprocessor

from editor.rendering.tree import SOURCE_LINE, plain_text
from editor.text.slug import Slugger

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

LEVELS: Final = {f"h{level}": level for level in range(1, 7)}
"""The heading elements of HTML."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the text; `line` is the 0-based line of the body where its source begins."""

    level: int
    text: str
    id: str
    line: int


class Headings(Treeprocessor):
    """Gives an id to each heading that has none, as github-slugger does, and keeps the outline.

    A heading of the program's own, as the one above footnotes, comes with an id and without a line: it
    is not in the outline.
    """

    outline: tuple[Heading, ...] = ()

    def run(self, root: "Element") -> None:
        """Put the ids in."""
        slugger = Slugger()
        outline = []
        for element in root.iter():
            level = LEVELS.get(element.tag)
            if level is None:
                continue
            text = plain_text(element, self.md.htmlStash)
            if element.get("id") is None:
                element.set("id", slugger.slug(text))
            line = element.get(SOURCE_LINE)
            if line is not None:
                heading_id = html.unescape(element.get("id", ""))
                outline.append(Heading(level, " ".join(text.split()), heading_id, int(line)))
        self.outline = tuple(outline)

"""Which lines of the source the elements of a block were made of, for a preview that goes with the text."""

import re
from typing import TYPE_CHECKING, Final

from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER_RE

from editor.rendering.tree import NOTE, SOURCE_END, SOURCE_LINE

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from markdown import Markdown

LINES: Final = "data-lines"
"""Attribute of an element: the first line of its block that it was made of, and the one after the last."""

_WRITTEN: Final = re.compile(rf' {LINES}="([0-9]+) ([0-9]+)"')


class Places(Treeprocessor):
    """Writes the lines of their sources to the elements, counted from where their section begins.

    So they stay as they are while lines above it come and go. In a text that is read as a whole each element
    at the top is a section. Footnotes are shown elsewhere than they are written: they get none.
    """

    def __init__(self, pipeline: "Markdown", *, is_whole: bool) -> None:
        super().__init__(pipeline)
        self._is_whole = is_whole

    def run(self, root: "Element") -> None:
        """Put the attributes in."""
        for block in root:
            if block.get(NOTE) is not None:
                continue
            first = int(block.get(SOURCE_LINE, "0")) if self._is_whole else 0
            for element in block.iter():
                line, end = element.get(SOURCE_LINE), element.get(SOURCE_END)
                if line is not None and end is not None and not _is_raw(element):
                    element.set(LINES, f"{int(line) - first} {int(end) - first}")


def moved(html: str, lines: int) -> str:
    """The HTML of what begins so many lines below where its lines are counted from now."""
    return (
        _WRITTEN.sub(lambda it: f' {LINES}="{int(it[1]) + lines} {int(it[2]) + lines}"', html)
        if lines
        else html
    )


def _is_raw(element: "Element") -> bool:
    """Whether the element is the paragraph that stands for raw HTML, which goes when that is put back."""
    return element.tag == "p" and not len(element) and bool(HTML_PLACEHOLDER_RE.fullmatch(element.text or ""))

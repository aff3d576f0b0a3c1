"""Where the blocks of Python-Markdown's own parser begin in the source.

The parser keeps no lines, but it goes through the text from its top: a block's first line is searched
after the block before it. What preprocessors took out of the text is found by its own first line.
"""

from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from markdown.blockprocessors import BlockProcessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER_RE

from editor.rendering.dialects.inner_lines import mark_lines
from editor.rendering.headings import LEVELS
from editor.rendering.tree import SOURCE_LINE

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from markdown import Markdown
    from markdown.util import HtmlStash

_FENCES: Final = ("```", "~~~")


class _Source:
    """The lines of a text, searched from top to bottom."""

    def __init__(self, lines: list[str], stash: "HtmlStash") -> None:
        self._stash = stash
        self.lines = lines
        self._found = 0
        self._next = 0
        self._lines_of: dict[str, list[int]] = {}
        self._fences: list[int] = []
        self._filled: list[int] = []
        for number, line in enumerate(lines):
            text = line.strip()
            if text:
                self._filled.append(number)
                self._lines_of.setdefault(text, []).append(number)
            if text.startswith(_FENCES):
                self._fences.append(number)

    def find(self, block: str) -> int:
        """The line where the block begins; if it is not to be found, the next line with text."""
        first = block.strip().partition("\n")[0].strip()
        found = self._first_of(self._lines_of.get(first, []))
        if found is None and (placeholder := HTML_PLACEHOLDER_RE.fullmatch(first)):
            raw = str(self._stash.rawHtmlBlocks[int(placeholder[1])])
            first = raw.strip().partition("\n")[0].strip()
            elsewhere = self._fences if raw.startswith("<pre") else []
            found = self._first_of(self._lines_of.get(first, elsewhere))
        if found is None:
            if first not in self.lines[self._found]:
                self._found = self._first_of(self._filled) or self.last
            return self._found
        self._found, self._next = found, found + 1
        return found

    @property
    def last(self) -> int:
        """The last line with text."""
        return self._filled[-1] if self._filled else 0

    def go_to(self, line: int) -> None:
        """Search from this line on."""
        self._next = line

    def _first_of(self, lines: list[int]) -> int | None:
        index = bisect_left(lines, self._next)
        return lines[index] if index < len(lines) else None


class SourceLines(BlockProcessor):
    """Marks the elements at the top of the tree with the lines of their source; it parses nothing."""

    def __init__(self, pipeline: "Markdown") -> None:
        super().__init__(pipeline.parser)
        self._stash = pipeline.htmlStash
        self._blocks: list[str] | None = None
        self._block = ""
        self._line = 0
        self._left = 0

    def begin(self, lines: list[str]) -> None:
        """Get ready for a text."""
        self._source = _Source(lines, self._stash)
        self._blocks = None
        self._block = ""
        self._line = 0

    @property
    def lines(self) -> list[str]:
        """The lines of the text."""
        return self._source.lines

    def test(self, parent: "Element", block: str) -> bool:  # noqa: ARG002 (the library's signature)
        """Look at the blocks at the top of the text."""
        return parent is self.parser.root

    def run(self, parent: "Element", blocks: list[str]) -> bool:
        """Note where the next block begins, and leave it to the other processors."""
        if self._blocks is None:
            self._blocks = blocks
        elif blocks is not self._blocks:
            return False
        else:
            self.mark(parent)
            is_rest = len(blocks) >= self._left  # the block before was put back in part
            self._source.go_to(self._line + (0 if is_rest else self._block.count("\n") + 1))
        self._left = len(blocks)
        if blocks[0].strip():
            self._block = blocks[0].strip()
            self._line = self._source.find(self._block)
        return False

    def mark(self, root: "Element") -> None:
        """Mark what became of the block noted last."""
        children = []
        for child in reversed(root):
            if child.get(SOURCE_LINE) is not None:
                break
            children.append(child)
        for child in reversed(children):
            offset = self._offset_of(child) if child.tag in LEVELS else 0
            child.set(SOURCE_LINE, str(min(self._line + offset, self._source.last)))

    def _offset_of(self, heading: "Element") -> int:
        """The line of the block where a heading stands that was written under a paragraph."""
        lines = enumerate(self._block.split("\n"))
        return next((number for number, line in lines if heading.text and heading.text in line), 0)


class SourceText(Preprocessor):
    """Shows the text to the search before anything is taken out of it."""

    def __init__(self, pipeline: "Markdown", source_lines: SourceLines) -> None:
        super().__init__(pipeline)
        self._source_lines = source_lines

    def run(self, lines: list[str]) -> list[str]:
        """Answer the lines unchanged."""
        self._source_lines.begin(lines)
        return lines


class LastSourceLines(Treeprocessor):
    """Marks what became of the last block, and the headings inside of quotes and lists."""

    def __init__(self, pipeline: "Markdown", source_lines: SourceLines) -> None:
        super().__init__(pipeline)
        self._source_lines = source_lines

    def run(self, root: "Element") -> None:
        """Put the missing marks in."""
        self._source_lines.mark(root)
        lines = self._source_lines.lines
        starts = [int(block.get(SOURCE_LINE, "0")) for block in root]
        for block, (first, following) in zip(root, pairwise((*starts, len(lines))), strict=True):
            mark_lines(block, lines, first, max(first + 1, following))
        for block in root:
            for element in block.iter():
                if element.tag in LEVELS and element.get(SOURCE_LINE) is None:
                    element.set(SOURCE_LINE, block.get(SOURCE_LINE, "0"))

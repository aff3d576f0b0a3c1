"""Where the parts of a block begin in the source, of which Python-Markdown's parser keeps nothing.

Items of lists, rows of tables and paragraphs of quotes are counted in the source as in the tree: where both
come to the same number each has its lines, else only the whole block has.
"""

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from editor.rendering.tree import SOURCE_END, SOURCE_LINE

if TYPE_CHECKING:
    from collections.abc import Sequence
    from xml.etree.ElementTree import Element

_ITEM: Final = re.compile(r"[ \t]*(?:[-+*]|\d+\.)[ \t]+\S")
_QUOTE: Final = re.compile(r"[ \t]*>[ \t]?")


def mark_lines(block: "Element", lines: "Sequence[str]", first: int, end: int) -> None:
    """Mark a block at the top, and its parts, with the lines of their sources, from first up to end."""
    end = _without_blank(lines, first, end)
    _mark(block, first, end)
    if block.tag in {"ul", "ol"}:
        starts = [number for number in range(first, end) if _ITEM.match(lines[number])]
        _mark_all([*block.iter("li")], lines, starts, end)
    elif block.tag == "table":
        starts = [number for number in range(first, end) if number != first + 1]
        _mark_all([*block.iter("tr")], lines, starts, end)
    elif block.tag == "blockquote":
        inner = [_QUOTE.sub("", line, count=1) for line in lines[first:end]]
        starts = [
            first + number
            for number, line in enumerate(inner)
            if line.strip() and not (number and inner[number - 1].strip())
        ]
        _mark_all([*block], lines, starts, end)


def _mark_all(parts: "Sequence[Element]", lines: "Sequence[str]", starts: "Sequence[int]", end: int) -> None:
    if len(parts) == len(starts):
        for part, (start, following) in zip(parts, pairwise((*starts, end)), strict=True):
            _mark(part, start, _without_blank(lines, start, following))


def _mark(element: "Element", first: int, end: int) -> None:
    element.set(SOURCE_LINE, str(first))
    element.set(SOURCE_END, str(end))


def _without_blank(lines: "Sequence[str]", first: int, end: int) -> int:
    """The line after the last one that is not blank, nor the sign of a quote alone."""
    while end > first + 1 and not lines[end - 1].strip("> \t"):
        end -= 1
    return end

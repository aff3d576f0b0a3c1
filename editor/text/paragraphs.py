"""The stretches of inline Markdown a selection touches: paragraphs, headings, list items, table cells."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from editor.text.fences import Fence, fence_at, fences_of
from editor.text.inline import Inline, parse_inline
from editor.text.lines import Line, line_after, line_at, line_before, selected_lines

if TYPE_CHECKING:
    from editor.text.change import Selection

_CELL: Final = re.compile(r"(?:\\.|[^\\|])+")
_HEADING: Final = re.compile(r"[ \t]*#{1,6}(?:[ \t]|$)")
_TABLE_RULE: Final = re.compile(r"[ \t]*\|[ \t:|-]*$")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One stretch of inline Markdown: its first index in the whole text, its own text, its inline marks."""

    start: int
    text: str
    marks: tuple[Inline, ...]

    @property
    def end(self) -> int:
        """The index in the whole text behind the stretch."""
        return self.start + len(self.text)


def paragraphs_of(text: str, selection: Selection) -> list[Paragraph]:
    """Answer the stretches of inline Markdown that selection touches, without code blocks and rules."""
    lines = selected_lines(text, selection)
    while (line := line_before(text, lines[0])) is not None and _belong_together(line, lines[0]):
        lines.insert(0, line)
    while (line := line_after(text, lines[-1])) is not None and _belong_together(lines[-1], line):
        lines.append(line)
    fences = [fence for fence in fences_of(text) if fence.opening.start <= lines[-1].end]
    spans: list[tuple[int, int]] = []
    previous: Line | None = None
    for line in lines:
        if _holds_text(line, fences):
            if previous is not None and _belong_together(previous, line):
                spans[-1] = (spans[-1][0], line.end)
            else:
                spans += _stretches(line)
        previous = line
    touched = (span for span in spans if span[0] <= selection.end and span[1] >= selection.start)
    return [Paragraph(start, text[start:end], tuple(parse_inline(text[start:end]))) for start, end in touched]


def is_empty_place(text: str, caret: int) -> bool:
    """Whether the caret stands where text may begin: in a line that holds none yet, behind its marks."""
    line = line_at(text, caret)
    has_text = bool(line.text[line.prefix_width :].strip())
    return not has_text and caret >= line.start + line.prefix_width and fence_at(text, caret) is None


def _holds_text(line: Line, fences: list[Fence]) -> bool:
    if line.is_blank or line.is_rule or _TABLE_RULE.match(line.text):
        return False
    return not any(fence.holds(line.start) for fence in fences)


def _belong_together(line: Line, following: Line) -> bool:
    """Whether two lines next to one another are text of one paragraph."""
    if line.is_blank or following.is_blank or line.is_rule or following.is_rule:
        return False
    if following.prefix_width > _quotes_and_blanks(following) or line.quotes != following.quotes:
        return False
    texts = (line.text[line.prefix_width :], following.text[following.prefix_width :])
    if any(text.startswith(("|", "```", "~~~")) for text in texts):
        return False
    return _HEADING.match(line.text, line.quotes_width) is None


def _quotes_and_blanks(line: Line) -> int:
    rest = line.text[line.quotes_width :]
    return len(line.text) - len(rest.lstrip(" \t"))


def _stretches(line: Line) -> list[tuple[int, int]]:
    start = line.start + line.prefix_width
    if not line.text.startswith("|", line.prefix_width):
        return [(start, line.end)]
    cells = _CELL.finditer(line.text, line.prefix_width)
    return [(line.start + cell.start(), line.start + cell.end()) for cell in cells]

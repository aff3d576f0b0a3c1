"""Headings, quotes and code blocks, switched on and off for whole lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from editor.text.change import Change, Edit, Selection, lines_after
from editor.text.fences import fence_at, fences_of
from editor.text.lines import Line, line_after, selected_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editor.text.fences import Fence

_HEADING: Final = re.compile(r"(?P<marks>#{1,6})(?:[ \t]+|$)")
_CLOSING: Final = re.compile(r"[ \t]+#+[ \t]*$")
_UNDERLINE: Final = re.compile(r"[ \t]*(?P<mark>=+|-+)[ \t]*$")
_ITEM: Final = re.compile(r"[ \t]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)*(?:(?<=[-+*.)][ \t])\[[ xX]\][ \t]+)?")
_QUOTE: Final = re.compile(r" {0,3}>[ \t]?")
_BACKTICKS: Final = re.compile(r"`{3,}")
_INDENTATION: Final = re.compile(r"(?:[ \t]*>)*[ \t]*")


def toggle_heading(text: str, selection: Selection, level: int) -> Change | None:
    """Make the selected lines headings of a level from 1 to 6, or plain where all of them are.

    Headings that are underlined get the marks in front; marks of quotes and list items stay before them.
    """
    fences = list(fences_of(text))
    lines = selected_lines(text, selection)
    lines = [line for line in lines if not any(fence.holds(line.start) for fence in fences)]
    if len(lines) > 1:
        lines = [line for line in lines if not line.is_blank and not line.is_rule]
    headings = [_Heading(text, line) for line in lines]
    if not headings:
        return None
    wanted = 0 if all(heading.level == level for heading in headings) else level
    edits = tuple(edit for heading in headings for edit in heading.edits(wanted))
    return Change(edits, lines_after(selection, edits))


class _Heading:
    """A line as a heading: its level (0: it is none), where its marks stand, its underline."""

    def __init__(self, text: str, line: Line) -> None:
        item = _ITEM.match(line.text, line.quotes_width)
        start = item.end() if item is not None else 0
        marks = _HEADING.match(line.text, start)
        self._line = line
        self._start = line.start + start
        self._end = line.start + marks.end() if marks is not None else self._start
        self._underline: Line | None = None
        self.level = len(marks["marks"]) if marks is not None else 0
        following = line_after(text, line)
        if marks is None and following is not None and not line.is_blank and line.quotes == following.quotes:
            underline = _UNDERLINE.match(following.text, following.quotes_width)
            if underline is not None:
                self._underline = following
                self.level = 1 if underline["mark"][0] == "=" else 2

    def edits(self, level: int) -> list[Edit]:
        """Answer the edits that give the line another level, 0 for none."""
        edits: list[Edit] = []
        marks = "#" * level + " " if level else ""
        has_marks = self._end > self._start
        if (level != self.level or self._underline is not None) and (has_marks or marks):
            edits.append(Edit(self._start, self._end, marks))
        if not level and has_marks:
            closing = _CLOSING.search(self._line.text, self._end - self._line.start)
            if closing is not None:
                edits.append(Edit(self._line.start + closing.start(), self._line.end, ""))
        if self._underline is not None:
            edits.append(Edit(self._line.end, self._underline.end, ""))
        return edits


def toggle_quote(text: str, selection: Selection) -> Change | None:
    """Put the selected lines into a quote, or take them out of one where all of them are in one."""
    lines = selected_lines(text, selection)
    marks = [_QUOTE.match(line.text) for line in lines]
    if all(
        mark is not None or not line.text.strip() for mark, line in zip(marks, lines, strict=True)
    ) and any(marks):
        edits = [
            Edit(line.start + mark.start(), line.start + mark.end(), "")
            for mark, line in zip(marks, lines, strict=True)
            if mark is not None
        ]
    else:
        is_lone = len(lines) == 1
        edits = [Edit(line.start, line.start, "> " if line.text or is_lone else ">") for line in lines]
    return Change(tuple(edits), lines_after(selection, edits))


def toggle_code_block(text: str, selection: Selection) -> Change | None:
    """Put fences around the selected lines, or take away the fences the selection stands in."""
    fence = fence_at(text, selection.start)
    if fence is not None and fence.holds(selection.end):
        return _unfenced(text, selection, fence)
    lines = selected_lines(text, selection)
    prefix = _common_prefix([line for line in lines if not line.is_blank] or lines[:1])
    longest = max((len(run) for line in lines for run in _BACKTICKS.findall(line.text)), default=2)
    marks = "`" * (longest + 1)
    start, end = lines[0].start, lines[-1].end
    if start == end:
        return Change((Edit(start, end, f"{marks}\n\n{marks}"),), Selection.at(start + len(marks) + 1))
    edits = (Edit(start, start, f"{prefix}{marks}\n"), Edit(end, end, f"\n{prefix}{marks}"))
    shift = len(prefix) + len(marks) + 1
    return Change(edits, Selection(selection.anchor + shift, selection.caret + shift))


def _common_prefix(lines: Sequence[Line]) -> str:
    """Answer the quote marks and the indentation that all lines begin with."""
    prefix = ""
    for characters in zip(*(line.text for line in lines), strict=False):
        if len(set(characters)) > 1:
            break
        prefix += characters[0]
    match = _INDENTATION.match(prefix)
    return match[0] if match is not None else ""


def _unfenced(text: str, selection: Selection, fence: Fence) -> Change:
    opening, closing = fence.opening, fence.closing
    first_end = min(opening.end + 1, len(text))
    edits = [Edit(opening.start, first_end, "")]
    if closing is not None:
        start = max(closing.start - 1, first_end)
        edits.append(Edit(start, closing.end, ""))
    return Change(tuple(edits), lines_after(selection, edits))

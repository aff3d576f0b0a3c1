"""The lines of a text that a selection touches, and the marks a line of Markdown begins with."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from editor.text.change import Selection

_QUOTES: Final = re.compile(r"(?:[ \t]*>)*(?:(?<=>)[ \t])?")
_ITEM: Final = r"(?:[-+*]|\d{1,9}[.)])(?=[ \t])"
_PREFIX: Final = re.compile(
    rf"(?:[ \t]*(?:>|{_ITEM}))*[ \t]*(?:(?<=[-+*.)][ \t])\[[ xX]\][ \t]+)?"
    r"(?:#{1,6}[ \t]+|\[\^[^\s\]]+\]:[ \t]*)?"
)
_RULE: Final = re.compile(r"[ \t>]*(?:(?:\*[ \t]*){3,}|(?:-[ \t]*)+|(?:_[ \t]*){3,}|=+[ \t]*)$")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a text: its indices, without the line end, and its characters."""

    start: int
    end: int
    text: str

    @property
    def is_blank(self) -> bool:
        """Whether the line holds nothing but spaces and tabs, inside its quotes."""
        return not self.text[self.quotes_width :].strip(" \t")

    @property
    def quotes_width(self) -> int:
        """How many characters of the line its quote marks take, with the space behind them."""
        match = _QUOTES.match(self.text)
        return match.end() if match is not None else 0

    @property
    def quotes(self) -> int:
        """How many quotes the line stands in."""
        return self.text.count(">", 0, self.quotes_width)

    @property
    def prefix_width(self) -> int:
        """How many characters the marks of quotes, list items, tasks, headings and footnotes take."""
        match = _PREFIX.match(self.text)
        return match.end() if match is not None else 0

    @property
    def is_rule(self) -> bool:
        """Whether the line is a thematic break or the underline of a heading."""
        return _RULE.match(self.text) is not None


def line_at(text: str, index: int) -> Line:
    """Answer the line of text that holds index."""
    start = text.rfind("\n", 0, index) + 1
    end = text.find("\n", index)
    end = len(text) if end < 0 else end
    return Line(start, end, text[start:end])


def line_after(text: str, line: Line) -> Line | None:
    """Answer the next line, None after the last one."""
    return line_at(text, line.end + 1) if line.end < len(text) else None


def line_before(text: str, line: Line) -> Line | None:
    """Answer the line before, None before the first one."""
    return line_at(text, line.start - 1) if line.start else None


def selected_lines(text: str, selection: Selection) -> list[Line]:
    """Answer the lines that selection touches; one at whose start it ends is not touched."""
    lines = [line_at(text, selection.start)]
    while (line := line_after(text, lines[-1])) is not None and line.start < selection.end:
        lines.append(line)
    return lines

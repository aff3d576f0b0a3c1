"""The quotes, list items and footnotes that a line of Markdown stands in (CommonMark 0.31, section 5; GFM).

What a line has for them is read from its left: columns are counted as if tabs were spaces, four to the stop.
"""

from __future__ import annotations

import re
from typing import Final

DEEP: Final = 4
"""Columns of indentation that make code, and that no marker may have."""
BLANK: Final = " \t"

_TAB: Final = 4
_QUOTE: Final = -1
"""A quote among the containers; an item, or a footnote, is the width of its indentation."""
_RULE: Final = re.compile(r"([-*_])[ \t]*(?:\1[ \t]*){2,}$")
_ITEM: Final = re.compile(r"(?:[-+*]|(?P<number>[0-9]{1,9})[.)])(?=[ \t]|$)")
_NOTE: Final = re.compile(r"\[\^(?P<label>[^\s\[\]]+)\]:")
_STARTS: Final = frozenset(">-+*[0123456789")


class Containers:
    """The containers that are open, and how far a line is read.

    position is that of the first character of the line that is not read and no blank, column the column in
    which it stands; edge is the column at which the content of the innermost container begins.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self.open: list[int] = []
        self.position = self.column = self.edge = 0
        self.end = 0
        """Where the line ends."""
        self.marks: list[int] = []
        """Where the line continues a quote."""
        self.notes: list[str] = []
        """The labels of all footnotes."""
        self._begins_empty = False
        """Whether the line before was an item's, and held nothing else."""

    @property
    def indentation(self) -> int:
        """How many columns of blanks stand before what is not read."""
        return self.column - self.edge

    @property
    def is_blank(self) -> bool:
        """Whether nothing of the line is left."""
        return self.position >= self.end

    def matches(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Answer the match of a pattern with what is not read of the line."""
        return pattern.match(self._text, self.position, self.end)

    def begin(self, start: int, end: int) -> int:
        """Go to a line, behind what continues the open containers; answer how many go on."""
        self.end, self.edge, self.marks = end, 0, []
        self._skip_blanks(start, 0)
        matched = 0
        for container in self.open:
            if container == _QUOTE:
                if self.is_blank or self.indentation >= DEEP or self._text[self.position] != ">":
                    break
                self.marks.append(self.position)
                self._take_quote_mark()
            elif not self.is_blank:
                if self.indentation < container:
                    break
                self.edge += container
            matched += 1
        if self._begins_empty and matched == len(self.open) and self.is_blank:
            matched -= 1  # an item begins with one blank line at most
        self._begins_empty = False
        return matched

    def take(self, matched: int, *, interrupts: bool) -> bool:
        """Open the container that begins here, of those open before keeping as many as go on.

        Answer whether one does; interrupts tells that it would end a paragraph.
        """
        first = self._text[self.position]
        if first not in _STARTS:
            return False
        if first == ">":
            self._open(matched, _QUOTE)
            self._take_quote_mark()
            return True
        if first == "[":
            return self._take_note(matched)
        return self._take_item(matched, interrupts=interrupts)

    def _open(self, matched: int, container: int) -> None:
        self.open[matched:] = [container]

    def _skip_blanks(self, position: int, column: int) -> None:
        text, end = self._text, self.end
        while position < end:
            if text[position] == " ":
                column += 1
            elif text[position] == "\t":
                column += _TAB - column % _TAB
            else:
                break
            position += 1
        self.position, self.column = position, column

    def _take_quote_mark(self) -> None:
        self.edge = self.column + 1
        self._skip_blanks(self.position + 1, self.edge)
        if self.column > self.edge:
            self.edge += 1

    def _take_note(self, matched: int) -> bool:
        note = self.matches(_NOTE)
        if note is None:
            return False
        self._open(matched, _TAB)
        self.notes.append(note["label"])
        self._skip_blanks(note.end(), self.column + note.end() - note.start())
        self.edge = self.column
        return True

    def _take_item(self, matched: int, *, interrupts: bool) -> bool:
        item = self.matches(_ITEM)
        if item is None or self.matches(_RULE) is not None:
            return False
        is_empty = not self._text[item.end() : self.end].strip(BLANK)
        if interrupts and (is_empty or item["number"] not in (None, "1")):
            return False
        width = item.end() - item.start()
        indentation, edge = self.indentation, self.column + width
        self._skip_blanks(item.end(), edge)
        gap = self.column - edge
        gap = 1 if is_empty or gap > DEEP else gap
        self.edge = edge + gap
        self._open(matched, indentation + width + gap)
        self._begins_empty = is_empty
        return True

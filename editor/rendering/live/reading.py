"""Cutting what is unread of a text into sections, a portion at a time."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from editor.rendering.dialects.leftover import leftover_length, may_begin_leftover
from editor.rendering.live.section import Section, end_of_text, margin, start_of_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editor.rendering.dialects.astro import AstroDialect
    from editor.rendering.dialects.sections import ReadSection

_BLANK_LINE: Final = re.compile(r"\n[ \t]*\n")
_FENCES: Final = ("---", "+++")


class _Window(NamedTuple):
    """What is looked at: unread text, and so many of the sections behind it."""

    text: str
    sections: int
    is_end: bool


class Reading:
    """Reads on from where nothing is known to where the known sections begin again.

    These are read again as long as they do not begin where a section begins now.
    """

    def __init__(self, dialect: AstroDialect, pending: str, known: Sequence[Section]) -> None:
        self._dialect = dialect
        self.pending = pending
        """What is not read yet."""
        self._known = known
        self._next = 0
        self.new: list[Section | ReadSection] = []
        """The sections that were read, and what is not shown at the ends of the text."""
        self.characters = 0
        """How many were read."""
        self.may_be_leftover = False

    @property
    def known(self) -> Sequence[Section]:
        """The known sections that go on being right."""
        return self._known[self._next :]

    def read_margin(self) -> None:
        """Read what is not shown at the start of the text."""
        length = start_of_text(self.pending)
        while length == len(self.pending) and self._swallow():
            length = start_of_text(self.pending)
        if self._dialect.drops_front_matter and self.pending.startswith(_FENCES, length):
            text = self.pending[length:] + "".join([section.source for section in self.known])
            text = text[: end_of_text(text)]
            leftover = leftover_length(text)
            self.may_be_leftover = not leftover and may_begin_leftover(text)
            length += leftover
            while length > len(self.pending):
                self._swallow()
        self.new.append(margin(self.pending[:length]))
        self.pending = self.pending[length:]

    def read(self, size: int) -> None:
        """Read about size characters, one section at least."""
        widening = 1
        while True:
            window = self._window(size * widening, widening)
            text = window.text[: end_of_text(window.text)] if window.is_end else window.text
            starts = self._starts(window.sections)
            sections = self._dialect.read(text, starts, is_end=window.is_end) if text else ()
            if sections or window.is_end:
                break
            widening *= 2
        self.new += sections
        length = sum(len(section.source) for section in sections)
        self.characters += length
        if window.is_end and length == len(text):
            self._end(window.text[length:])
        else:
            self._go_on(length)

    def _window(self, size: int, sections: int) -> _Window:
        blank = _BLANK_LINE.search(self.pending, size)
        if blank and (self._next < len(self._known) or blank.end() < end_of_text(self.pending)):
            return _Window(self.pending[: blank.end()], 0, is_end=False)
        parts = [self.pending]
        for index in range(self._next, len(self._known)):
            parts.append(self._known[index].source)
            if len(parts) > sections and _BLANK_LINE.search(parts[-1]):
                break
        count = len(parts) - 1
        return _Window("".join(parts), count, is_end=self._next + count == len(self._known))

    def _starts(self, sections: int) -> set[int]:
        """Answer the lines of the window in which the known sections start."""
        starts = set()
        line = self.pending.count("\n")
        for section in self._known[self._next : self._next + sections]:
            starts.add(line)
            line += section.lines
        return starts

    def _swallow(self) -> bool:
        """Take the next known section for unread, if there is one."""
        if self._next == len(self._known):
            return False
        self.pending += self._known[self._next].source
        self._next += 1
        return True

    def _end(self, rest: str) -> None:
        self.pending = ""
        self._next = len(self._known)
        if rest:
            self.new.append(margin(rest))

    def _go_on(self, length: int) -> None:
        while length > len(self.pending):
            self._swallow()
        self.pending = self.pending[length:]

"""The lines of a text, block by block, as the page has them."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    IsBlank = Callable[[int], bool]


class Place(NamedTuple):
    """A place in the text as the page is told it: block, line in it, its lines without and with blanks."""

    block: int
    line: float
    filled: int
    all: int


@dataclass(frozen=True, slots=True)
class PageLines:
    """Where each block of a page begins in the text, and the line where the text ends."""

    starts: Sequence[int]
    end: int

    def place(self, line: float, is_blank: IsBlank) -> Place | None:
        """Answer the place of a line, with a fraction, of the text; None where the page has no blocks."""
        if not self.starts:
            return None
        index = max(0, bisect_right(self.starts, line) - 1)
        first, end = self.span(index)
        return Place(index, max(0.0, line - first), self._filled(first, end, is_blank), max(1, end - first))

    def line(self, found: Mapping[str, float], is_blank: IsBlank) -> float:
        """Answer the line of the text for one that the page found (see sync.js, lineAt)."""
        index = int(found["index"])
        if not self.starts or index >= len(self.starts):
            return 0.0
        first, end = self.span(index)
        filled = self._filled(first, end, is_blank)
        if "line" in found:
            return first + min(found["line"], max(1, end - first))
        if "share" in found:
            return first + found["share"] * filled
        return first + filled + found["below"] * (max(1, end - first) - filled)

    def span(self, index: int) -> tuple[int, int]:
        """Answer the first line of a block, and the line after its last one."""
        end = self.starts[index + 1] if index + 1 < len(self.starts) else self.end
        return self.starts[index], max(self.starts[index], end)

    def _filled(self, first: int, end: int, is_blank: IsBlank) -> int:
        """Answer how many lines a block has without the blank ones at its end, one at least."""
        while end > first + 1 and is_blank(end - 1):
            end -= 1
        return max(1, end - first)


def lines_of_blocks(starts: Sequence[int], end: int) -> PageLines:
    """Answer the lines of a page whose blocks begin there, of a text of so many lines.

    What is written elsewhere than it is shown, as footnotes are, has no lines of its own.
    """
    return PageLines(tuple(accumulate(starts, max)), end)

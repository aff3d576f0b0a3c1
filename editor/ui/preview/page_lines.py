"""The lines of a text, passage by passage, as the page has them."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from editor.rendering.patch import same_at_start

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from editor.rendering.live.page import Passage

    IsBlank = Callable[[int], bool]


class Place(NamedTuple):
    """A place in the text as the page is told it: passage, line in it, its lines without and with blanks."""

    passage: int
    line: float
    filled: int
    all: int


@dataclass(frozen=True, slots=True)
class PageLines:
    """Where the passages of a page begin in the text; the last one, that of the footnotes, has no lines.

    What shows nothing is counted to the passage before it: definitions, what raw HTML holds together with it.
    """

    passages: tuple[Passage, ...] = ()
    starts: tuple[int, ...] = (0,)
    """The first line of each passage, and the last line of the text."""

    @property
    def end(self) -> int:
        """How many lines the text has."""
        return self.starts[-1] + 1

    def of(self, passages: tuple[Passage, ...]) -> PageLines:
        """Answer the lines of a page that is this one with some changes; what is above them costs nothing."""
        if passages is self.passages:
            return self
        same = same_at_start(self.passages, passages)
        known = self.starts[: same + 1]
        counts = (passage.lines for passage in passages[same:])
        return PageLines(passages, known[:-1] + tuple(accumulate(counts, initial=known[-1])))

    def place(self, line: float, is_blank: IsBlank) -> Place | None:
        """Answer the place of a line, with a fraction, of the text; None where nothing is shown."""
        index = max(0, bisect_right(self.starts, line, 0, max(1, len(self.passages) - 1)) - 1)
        shown = self._shown(index, -1)
        shown = self._shown(index, 1) if shown is None else shown
        if shown is None:
            return None
        first, end = self.span(shown)
        return Place(shown, max(0.0, line - first), self._filled(first, end, is_blank), max(1, end - first))

    def line(self, found: Mapping[str, float], is_blank: IsBlank) -> float:
        """Answer the line of the text for one that the page found (see sync.js, lineAt)."""
        index = int(found["index"])
        if index >= len(self.passages) - 1:
            return self.end - 1 if self.passages else 0
        first, end = self.span(index)
        filled = self._filled(first, end, is_blank)
        if "line" in found:
            return first + min(found["line"], max(1, end - first))
        if "share" in found:
            return first + found["share"] * filled
        return first + filled + found["below"] * (max(1, end - first) - filled)

    def span(self, index: int) -> tuple[int, int]:
        """Answer the first line of a passage, and the line after the last one that is counted to it."""
        following = self._shown(index + 1, 1)
        return self.starts[index], self.end if following is None else self.starts[following]

    def _shown(self, index: int, step: int) -> int | None:
        """Answer the nearest passage from index on, one way or the other, that shows some of the text."""
        while 0 <= index < len(self.passages) - 1:
            if self.passages[index].html:
                return index
            index += step
        return None

    def _filled(self, first: int, end: int, is_blank: IsBlank) -> int:
        """Answer how many lines a passage has without the blank ones at its end, one at least."""
        while end > first + 1 and is_blank(end - 1):
            end -= 1
        return max(1, end - first)

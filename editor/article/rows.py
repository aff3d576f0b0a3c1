"""The lines of keys, or of the items of a list, that stand one below the other.

A comment is a part's own where it stands on a line of the part, or below it and deeper than it, or directly
above it: in its column, with no blank line between. Two comments above it are not its own: a key or an item
that was commented out, and one that heads several parts, which has a blank line or nothing above it and
whose part is followed at once by the next. What is a part's own goes where the part goes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from editor.article.slots import column_of, line_end
from editor.text.change import Edit

BLANK = " \t\n"


@dataclass(frozen=True, slots=True)
class Rows:
    """The parts of a block collection: where each begins (its key or dash) and ends.

    On the line of floor stands what comes before the first part: the opening fence, or the key of the whole.
    own_comment matches a comment that does not look like a part that was commented out.
    """

    text: str
    floor: int
    spans: tuple[tuple[int, int], ...]
    own_comment: re.Pattern[str]

    def begins_line(self, i: int) -> bool:
        """Whether nothing but blanks stands before a part on its line, as a dash or the fence may."""
        start = self.spans[i][0]
        return not self.text[start - column_of(self.text, start) : start].strip(" \t")

    def end(self, i: int) -> int:
        """Answer where the last of a part's lines ends, before its line break."""
        start, end = self.spans[i]
        inner = re.compile(rf"(?:[ \t]*\n)*[ ]{{{column_of(self.text, start) + 1},}}#[^\n]*")
        while comment := inner.match(self.text, line_end(self.text, end) + 1):
            end = comment.end()  # left behind it could become another part's text
        return line_end(self.text, end)

    def start(self, i: int, stop: int | None = None) -> int:
        """Answer where the first of the lines of part i begins, or of parts i to stop.

        It is where the part itself begins if that is not the first on its line.
        """
        start = self.spans[i][0]
        if not self.begins_line(i):
            return start
        indentation = self.text[start - column_of(self.text, start) : start]
        top = (self.end(i - 1) if i else line_end(self.text, self.floor)) + 1
        line = first = start - len(indentation)
        while line > top and not self._is_blank(line - 1):
            above = self.text.rfind("\n", 0, line - 1) + 1
            comment = self.text[above : line - 1]
            if not self.own_comment.match(comment.removeprefix(indentation)):
                break
            line = above
        heads = not i and line == top
        return first if self._is_heading(line, stop or i + 1, is_first=heads) else line

    def without(self, start: int, stop: int) -> Edit:
        """Answer the removal of the lines of the parts from start to stop."""
        first, last = self.start(start, stop), self.end(stop - 1)
        if self.begins_line(start):
            return Edit(first, min(last + 1, len(self.text)), "")
        following = self.spans[stop][0] if stop < len(self.spans) else last
        return Edit(first, last if self.text[last:following].strip(BLANK) else following, "")

    def _is_heading(self, line: int, following: int, *, is_first: bool) -> bool:
        """Whether the comments that begin at line, directly above a part, are about more than that part."""
        if following >= len(self.spans) or not (is_first or self._is_blank(line - 1)):
            return False
        start = self.spans[following][0]
        return start - column_of(self.text, start) == self.end(following - 1) + 1

    def _is_blank(self, end: int) -> bool:
        """Whether the line that ends at an index holds nothing but blanks."""
        return not self.text[self.text.rfind("\n", 0, end) + 1 : end].strip(" \t")


def runs(numbers: list[int]) -> list[tuple[int, int]]:
    """Answer the unbroken runs of rising numbers, each as its first and the one after its last."""
    found: list[tuple[int, int]] = []
    for number in numbers:
        if found and found[-1][1] == number:
            found[-1] = (found[-1][0], number + 1)
        else:
            found.append((number, number + 1))
    return found

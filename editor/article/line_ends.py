"""Which line of an edited text is which line of the old one, so that each keeps its own line end."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

CLOSE_COMPARISON = 400
"""Stretches of at most so many lines without a unique line among them are compared line by line."""


RARE_ENDS = "\u2029\ufdd0\ufdd1"
LINE_END = re.compile(f"\r\n|[\n\r{RARE_ENDS}]")
"""What becomes a new block in the editor's document; U+2028, U+0085 and form feed do not."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text as the file has it (raw), and with "\n" as its only line end (plain)."""

    raw: str
    plain: str


def keep_ends(old: Text, new: str, default: str) -> str:
    """Answer new as raw text: each line with the end it has in old, those that old lacks with default."""
    start = _equal_start(old.plain, new)
    start = new.rfind("\n", 0, start) + 1
    tail = _equal_end(old.plain[start:], new[start:])
    line = new.find("\n", len(new) - tail - 1) + 1 if tail else 0
    tail = len(new) - line if line else 0
    raw_start = _raw_index(old.raw, start)
    raw_end = _raw_index(old.raw, len(old.plain) - tail)
    ends = LINE_END.findall(old.raw, raw_start, raw_end)
    head, rest = old.raw[:raw_start], old.raw[raw_end:]
    changed = _with_ends(
        old.plain[start : len(old.plain) - tail], ends, new[start : len(new) - tail], default
    )
    return _joined(_joined(head, changed), rest)


def _equal_start(one: str, other: str) -> int:
    """Answer how many characters two texts begin with alike."""
    low, high = 0, min(len(one), len(other))
    if one[:high] == other[:high]:
        return high
    while high - low > 1:
        middle = (low + high) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle
    return low


def _equal_end(one: str, other: str) -> int:
    """Answer how many characters two texts end with alike."""
    low, high = 0, min(len(one), len(other))
    if one[len(one) - high :] == other[len(other) - high :]:
        return high
    while high - low > 1:
        middle = (low + high) // 2
        if one[len(one) - middle : len(one) - low] == other[len(other) - middle : len(other) - low]:
            low = middle
        else:
            high = middle
    return low


def _raw_index(raw: str, index: int) -> int:
    """Answer where a line that begins at index of the plain text begins in the raw one."""
    found = index
    while (following := index + raw.count("\r\n", 0, found + 1)) != found:
        found = following
    return found


def _joined(before: str, after: str) -> str:
    """Answer two pieces side by side; "\r" and "\n" from two lines must not become one line end."""
    if before.endswith("\r"):
        count = len(after) - len(after.lstrip("\n"))
        after = "\r" * count + after[count:]
    return before + after


def _with_ends(old: str, ends: list[str], new: str, default: str) -> str:
    """Answer the lines of new, each with the end of its line in old; ends are those of old's lines."""
    new_lines = new.split("\n")
    new_ends = [default] * (len(new_lines) - 1)
    for i, j in _pairs(old.split("\n"), new_lines):
        if i < len(ends) and j < len(new_ends):
            new_ends[j] = ends[i]
    for j in range(1, len(new_ends)):
        if new_ends[j - 1] == "\r" and new_ends[j] == "\n" and not new_lines[j]:
            new_ends[j] = "\r"
    return "".join(map(str.__add__, new_lines, [*new_ends, ""]))


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Lines of the old text (start to end) and of the new one that stand for each other."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int

    @property
    def size(self) -> int:
        return self.old_end - self.old_start + self.new_end - self.new_start


def _pairs(old: list[str], new: list[str]) -> Iterator[tuple[int, int]]:
    """Yield line numbers of old and new that are the same line, or a line and what it became."""
    stretches = [_Stretch(0, len(old), 0, len(new))]
    while stretches:
        start, inner, end = _trim(old, new, stretches.pop())
        yield from _in_order(start)
        yield from _in_order(end)
        anchors = _anchors(old, new, inner)
        if anchors:
            stretches += _between(inner, anchors)
        elif inner.size <= CLOSE_COMPARISON:
            yield from _compared(old, new, inner)
        else:
            yield from _in_order(inner)


def _trim(old: list[str], new: list[str], whole: _Stretch) -> tuple[_Stretch, _Stretch, _Stretch]:
    """Split a stretch into equal lines at its start, what differs, and equal lines at its end."""
    shorter = min(whole.old_end - whole.old_start, whole.new_end - whole.new_start)
    head = 0
    while head < shorter and old[whole.old_start + head] == new[whole.new_start + head]:
        head += 1
    tail = 0
    while tail < shorter - head and old[whole.old_end - 1 - tail] == new[whole.new_end - 1 - tail]:
        tail += 1
    old_start, new_start = whole.old_start + head, whole.new_start + head
    old_end, new_end = whole.old_end - tail, whole.new_end - tail
    return (
        _Stretch(whole.old_start, old_start, whole.new_start, new_start),
        _Stretch(old_start, old_end, new_start, new_end),
        _Stretch(old_end, whole.old_end, new_end, whole.new_end),
    )


def _in_order(stretch: _Stretch) -> Iterator[tuple[int, int]]:
    return zip(
        range(stretch.old_start, stretch.old_end), range(stretch.new_start, stretch.new_end), strict=False
    )


def _anchors(old: list[str], new: list[str], stretch: _Stretch) -> list[tuple[int, int]]:
    """Answer the longest rising row of lines that stand once in each side (patience diff)."""
    old_lines = old[stretch.old_start : stretch.old_end]
    new_lines = new[stretch.new_start : stretch.new_end]
    old_counts, new_counts = Counter(old_lines), Counter(new_lines)
    places = {line: j for j, line in enumerate(new_lines, stretch.new_start) if new_counts[line] == 1}
    candidates = [
        (i, places[line])
        for i, line in enumerate(old_lines, stretch.old_start)
        if old_counts[line] == 1 and line in places
    ]
    return _longest_rising(candidates)


def _longest_rising(candidates: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Answer the longest part of candidates whose second numbers rise."""
    ends: list[int] = []
    tops: list[int] = []
    before: list[int | None] = []
    for number, (_, j) in enumerate(candidates):
        place = bisect_left(ends, j)
        before.append(tops[place - 1] if place else None)
        ends[place : place + 1] = [j]
        tops[place : place + 1] = [number]
    row: list[tuple[int, int]] = []
    current = tops[-1] if tops else None
    while current is not None:
        row.append(candidates[current])
        current = before[current]
    return row[::-1]


def _between(stretch: _Stretch, anchors: list[tuple[int, int]]) -> Iterator[_Stretch]:
    """Yield the stretches that begin with each anchor, and the one before the first."""
    last_i, last_j = stretch.old_start, stretch.new_start
    for i, j in [*anchors, (stretch.old_end, stretch.new_end)]:
        yield _Stretch(last_i, i, last_j, j)
        last_i, last_j = i, j


def _compared(old: list[str], new: list[str], stretch: _Stretch) -> Iterator[tuple[int, int]]:
    """Yield the pairs of a short stretch: equal lines, and changed ones in their order."""
    matcher = SequenceMatcher(
        None,
        old[stretch.old_start : stretch.old_end],
        new[stretch.new_start : stretch.new_end],
        autojunk=False,
    )
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag in ("equal", "replace"):
            yield from zip(
                range(stretch.old_start + i1, stretch.old_start + i2),
                range(stretch.new_start + j1, stretch.new_start + j2),
                strict=False,
            )

"""Which line or word of a text became which of another: patience diff, and difflib where it is short."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

CLOSE_COMPARISON = 400
"""Stretches of at most so many lines without a unique line among them are compared line by line."""


def pairs_of(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield line numbers of old and new that are the same line, or a line and what it became, in any order.

    No two pairs cross, and no line is in two of them.
    """
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


def _trim(old: Sequence[str], new: Sequence[str], whole: _Stretch) -> tuple[_Stretch, _Stretch, _Stretch]:
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


def _anchors(old: Sequence[str], new: Sequence[str], stretch: _Stretch) -> list[tuple[int, int]]:
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


def _compared(old: Sequence[str], new: Sequence[str], stretch: _Stretch) -> Iterator[tuple[int, int]]:
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

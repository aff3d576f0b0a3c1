"""Patterns with braces, written out: {md,mdx} is md and mdx."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST: Final = 256
"""Patterns that one is written out to; what would come after is left away."""
_DEEPEST: Final = 20
_RANGE: Final = re.compile(r"(-?\d{1,6})\.\.(-?\d{1,6})|([a-zA-Z])\.\.([a-zA-Z])")


def expanded(pattern: str) -> tuple[str, ...]:
    """Answer the patterns that one with braces stands for, itself where it has none; bounded."""
    return tuple(piece for piece, _ in zip(_expanded(pattern, 0), range(_MOST), strict=False))


def _expanded(pattern: str, depth: int) -> Iterator[str]:
    braces = _first_braces(pattern)
    if braces is None or depth > _DEEPEST:
        yield pattern
        return
    start, end, options = braces
    for option in options:
        yield from _expanded(pattern[:start] + option + pattern[end:], depth + 1)


def _first_braces(pattern: str) -> tuple[int, int, list[str]] | None:
    """Answer the start, end and options of the first braces that have several."""
    start = pattern.find("{")
    while start >= 0:
        found = _closed(pattern, start)
        if found is not None and not pattern.endswith("\\", 0, start):
            end, options = found
            options = options if len(options) > 1 else _range(options[0])
            if len(options) > 1:
                return start, end, options
        start = pattern.find("{", start + 1)
    return None


def _closed(pattern: str, start: int) -> tuple[int, list[str]] | None:
    """Answer where the braces that open at start end, and what stands between their commas."""
    options, depth, since = [], 0, start + 1
    for place in range(start, len(pattern)):
        character = pattern[place]
        depth += (character == "{") - (character == "}")
        if depth == 0 or (depth == 1 and character == ","):
            options.append(pattern[since:place])
            since = place + 1
        if depth == 0:
            return place + 1, options
    return None


def _range(inside: str) -> list[str]:
    match = _RANGE.fullmatch(inside)
    if match is None:
        return [inside]
    if match[3]:
        first, last = ord(match[3]), ord(match[4])
    else:
        first, last = int(match[1]), int(match[2])
    step = 1 if first <= last else -1
    numbers = range(first, last + step, step)[:_MOST]
    return [chr(number) if match[3] else str(number) for number in numbers]

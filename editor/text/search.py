"""Finding words in a text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_ANY_SPACE: Final = "[ \u00a0\u202f]"


@dataclass(frozen=True, slots=True)
class Match:
    """Where the words stand: Python indices from start to end."""

    start: int
    end: int


def matches(text: str, words: str, *, match_case: bool = False) -> tuple[Match, ...]:
    """Answer every place in text where words stand, in order; a space also finds a no-break space."""
    if not words:
        return ()
    pattern = _ANY_SPACE.join(re.escape(word) for word in words.split(" "))
    flags = 0 if match_case else re.IGNORECASE
    return tuple(Match(*found.span()) for found in re.finditer(pattern, text, flags))


def nearest(found: tuple[Match, ...], index: int, *, backwards: bool = False) -> int:
    """Answer which of found comes next from index (backwards: before it), going round; -1 for none."""
    if not found:
        return -1
    if backwards:
        before = [number for number, match in enumerate(found) if match.end <= index]
        return before[-1] if before else len(found) - 1
    return next((number for number, match in enumerate(found) if match.start >= index), 0)

"""Words as a French or English writer means them."""

from __future__ import annotations

import re
from typing import Final

_LETTERS: Final = r"(?:[^\W_][\u0300-\u036f]*)+"  # with the accents of decomposed text
_WORD: Final = re.compile(rf"{_LETTERS}(?:['’\-\u2010\u2011_]{_LETTERS})*")
_ELISION: Final = re.compile(r"(?:[cçdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)['’](?=\w)", re.IGNORECASE)
_FAR: Final = 100  # characters; longer words are no words


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Answer the range from start to end without the white space, no-break spaces too, at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


def word_at(text: str, index: int) -> tuple[int, int] | None:
    """Answer the start and end of the word that index touches, without an elided article; None for none.

    `l’éditeur` has the word `éditeur`; `aujourd’hui` and `arc-en-ciel` are one word each.
    """
    first = max(0, index - _FAR)
    for match in _WORD.finditer(text, first, index + _FAR):
        start, end = match.span()
        if start > index:
            return None
        if end >= index:
            while (elision := _ELISION.match(text, start, end)) is not None:
                start = elision.end()
            return start, end
    return None

"""Which of the known words is most likely meant by one that is not known."""

from __future__ import annotations

import re
from difflib import get_close_matches
from functools import lru_cache
from typing import Final, NamedTuple

_SHORTEST: Final = 5
"""Letters of a word of which one may be wrong; en and es are two words."""
_MOST_WORDS: Final = 2_000
"""Of more words only one that differs in spelling is looked for."""
_MOST_ALIKE: Final = 100
_LONGEST: Final = 100
_LIKENESS: Final = 0.75


class Near(NamedTuple):
    """The likeliest word, "" for none, and whether there is no doubt: only its spelling differs."""

    word: str = ""
    is_sure: bool = False


def near_word(written: str, known: tuple[str, ...]) -> Near:
    """Answer which of the known words is meant by what is written.

    That is sure where it is the only one that differs in case, spaces and hyphens alone, or else the only one
    of which a single letter is wrong, missing, too much or at its neighbour's place.
    """
    if len(written) > _LONGEST:
        return Near()
    same = _spelled_alike(known).get(plain(written), [])
    if same or len(known) > _MOST_WORDS:
        return Near(same[0], len(same) == 1) if same else Near()
    close = [word for word in known if abs(len(word) - len(written)) <= 1 and is_one_slip(written, word)]
    if close:
        return Near(close[0], len(set(close)) == 1 and min(len(written), len(close[0])) >= _SHORTEST)
    alike = [word for word in known if word[:1].lower() == written[:1].lower()][:_MOST_ALIKE]
    return Near(next(iter(get_close_matches(written, alike, 1, _LIKENESS)), ""))


@lru_cache(maxsize=16)
def _spelled_alike(known: tuple[str, ...]) -> dict[str, list[str]]:
    """Answer the words by what they are without their differences in spelling."""
    found: dict[str, list[str]] = {}
    for word in dict.fromkeys(known):
        found.setdefault(plain(word), []).append(word)
    return found


def plain(word: str) -> str:
    """Answer a word without what its spellings differ in: case, spaces, hyphens and underscores."""
    return re.sub(r"[\s_-]+", "", word).casefold()


def is_one_slip(one: str, other: str) -> bool:
    """Whether two different words are alike but for one letter, or two neighbours that changed places."""
    shorter, longer = sorted((one, other), key=len)
    start = next((i for i, (a, b) in enumerate(zip(shorter, longer, strict=False)) if a != b), len(shorter))
    if len(longer) > len(shorter):
        return shorter[start:] == longer[start + 1 :]
    if shorter[start + 1 :] == longer[start + 1 :]:
        return start < len(shorter)
    swapped = shorter[start + 1 : start + 2] + shorter[start : start + 1]
    return swapped + shorter[start + 2 :] == longer[start:]

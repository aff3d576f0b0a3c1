"""Addresses made of words, as github-slugger 2 makes them (Astro's heading ids and entry ids)."""

import functools
import unicodedata
from typing import Final

_CIRCLED_LETTERS: Final = (
    range(0x24B6, 0x24EA),
    range(0x1F130, 0x1F14A),
    range(0x1F150, 0x1F16A),
    range(0x1F170, 0x1F18A),
)
"""Symbols by category which are alphabetic all the same (Unicode's Other_Alphabetic)."""


@functools.cache
def _is_kept(character: str) -> bool:
    category = unicodedata.category(character)
    return (
        character in " -"
        or category[0] in "LM"
        or category in {"Nd", "Nl", "Pc"}
        or any(ord(character) in letters for letters in _CIRCLED_LETTERS)
    )


@functools.lru_cache(maxsize=4096)  # the headings of an article are numbered again whenever one changes
def slug(text: str) -> str:
    """Text in lower case, without punctuation, symbols and controls, hyphens for spaces.

    The rule of github-slugger 2: letters, marks, decimal and letter numbers, connectors, spaces and
    hyphens stay; nothing is trimmed or collapsed ("a -- b" gives "a----b").
    """
    return "".join(filter(_is_kept, text.lower())).replace(" ", "-")


class Slugger:
    """Slugs of one document: a second "a" becomes "a-1", a third "a-2"."""

    def __init__(self) -> None:
        self._uses: dict[str, int] = {}

    def slug(self, text: str) -> str:
        """The slug of the text, not used before by this slugger."""
        wanted = unique = slug(text)
        while unique in self._uses:
            self._uses[wanted] += 1
            unique = f"{wanted}-{self._uses[wanted]}"
        self._uses[unique] = 0
        return unique

"""Addresses made of words, as github-slugger 2 makes them (Astro's heading ids and entry ids)."""

import functools
from typing import Final

from editor.text.slug_characters import is_kept

_SURROGATES: Final = range(0xD800, 0xE000)


@functools.cache
def _stays(character: str) -> bool:
    return character == " " or is_kept(character) or ord(character) in _SURROGATES


@functools.lru_cache(maxsize=4096)  # the headings of an article are numbered again whenever one changes
def slug(text: str) -> str:
    """Text in lower case, without punctuation, symbols and controls, hyphens for spaces.

    The rule of github-slugger 2: letters, marks, decimal and letter numbers, connectors, spaces and
    hyphens stay; nothing is trimmed or collapsed ("a -- b" gives "a----b"). Half a surrogate pair stays too.
    """
    return "".join(filter(_stays, text.lower())).replace(" ", "-")


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

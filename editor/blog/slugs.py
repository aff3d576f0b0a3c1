"""The name of a new article's file."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from editor.text.slug import slug

UNTITLED: Final = "article"
_MOST_BYTES: Final = 120
"""Of the name without its suffix: some encrypted file systems take no more than 143."""
_RESERVED: Final = re.compile(r"con|prn|aux|nul|com[0-9]|lpt[0-9]")
"""Names of devices, which Windows gives to no file, whatever its suffix."""
_INVISIBLE: Final = re.compile("[\u180b-\u180f\ufe00-\ufe0f\u20e3\U000e0100-\U000e01ef]")
"""Marks that only choose how the character before them looks: they would be left over from an emoji."""
_ELISION: Final = re.compile(r"(?<=\w)['’ʼ](?=\w)")
# Latin letters that have no accent to take away.
_LETTERS: Final = {
    "æ": "ae",
    "œ": "oe",
    "ß": "ss",
    "ø": "o",
    "đ": "d",
    "ð": "d",
    "ł": "l",
    "ı": "i",
    "þ": "th",
}
_UMLAUTS: Final = {"ä": "ae", "ö": "oe", "ü": "ue"}


@dataclass(frozen=True, slots=True)
class Spelling:
    """How a blog writes the words of titles in names; without more, as github-slugger does.

    is_ascii: accents go ("été" is "ete"); has_umlauts: then "ü" is "ue"; splits_elisions: "l'été" is
    "l-été", not "lété".
    """

    is_ascii: bool = False
    has_umlauts: bool = False
    splits_elisions: bool = False


AS_ASTRO: Final = Spelling()
SPELLINGS: Final = (
    AS_ASTRO,
    Spelling(splits_elisions=True),
    Spelling(is_ascii=True),
    Spelling(is_ascii=True, splits_elisions=True),
    Spelling(is_ascii=True, has_umlauts=True),
    Spelling(is_ascii=True, has_umlauts=True, splits_elisions=True),
)
"""Every spelling, the likelier of two that fit equally first."""


def file_name(title: str) -> str:
    """Answer the name of the file for an article of this title: "Été à Paris !" makes "été-à-paris.md"."""
    return f"{file_stem(title)}.md"


def file_stem(title: str, spelling: Spelling = AS_ASTRO) -> str:
    """Answer the name without its suffix.

    It is its own slug, so that Astro's address of the article is the stem. A title that ASCII cannot spell
    keeps its letters.
    """
    whole = title.encode(errors="ignore").decode()  # half a surrogate pair is in no file's name
    if spelling.splits_elisions:
        whole = _ELISION.sub(" ", whole)
    spelt = _in_ascii(whole, spelling) if spelling.is_ascii else whole
    stem = _stem(spelt) or _stem(whole)
    if _RESERVED.fullmatch(stem):
        stem = f"{stem}-{UNTITLED}"
    return stem or UNTITLED


def _stem(text: str) -> str:
    spaced = re.sub(r"\s+", " ", _INVISIBLE.sub("", text))
    return _shortened(re.sub("-{2,}", "-", _stable_slug(spaced)).strip("-_"))


def _in_ascii(text: str, spelling: Spelling) -> str:
    """Answer text in lower case, Latin letters without accents and all others gone."""
    letters = _UMLAUTS | _LETTERS if spelling.has_umlauts else _LETTERS
    lower = unicodedata.normalize("NFC", text).lower()
    spelt = "".join(letters.get(character, character) for character in lower)
    spaced = re.sub(r"\s", " ", spelt)
    return unicodedata.normalize("NFKD", spaced).encode("ascii", "ignore").decode()


def _stable_slug(text: str) -> str:
    """Answer the slug of text in composed characters, which is its own slug."""
    return unicodedata.normalize("NFC", slug(unicodedata.normalize("NFC", text)))


def _shortened(stem: str) -> str:
    """Answer stem without the words that would make it too long."""
    data = stem.encode()
    if len(data) <= _MOST_BYTES:
        return stem
    cut = data[:_MOST_BYTES].decode(errors="ignore")
    return cut.rpartition("-")[0] or cut

"""The name of a new article's file."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from editor.text.slug import slug

_UNTITLED: Final = "article"
_MOST_BYTES: Final = 120
"""Of the name without its suffix: some encrypted file systems take no more than 143."""
_RESERVED: Final = re.compile(r"con|prn|aux|nul|com[0-9]|lpt[0-9]")
"""Names of devices, which Windows gives to no file, whatever its suffix."""
_INVISIBLE: Final = re.compile("[\u180b-\u180f\ufe00-\ufe0f\u20e3\U000e0100-\U000e01ef]")
"""Marks that only choose how the character before them looks: they would be left over from an emoji."""


def file_name(title: str) -> str:
    """Answer the name of the file for an article of this title: "Été à Paris !" makes "été-à-paris.md".

    The stem is its own slug, so that Astro's address of the article is the stem.
    """
    whole = title.encode(errors="ignore").decode()  # half a surrogate pair is in no file's name
    spaced = re.sub(r"\s+", " ", _INVISIBLE.sub("", whole))
    stem = _stable_slug(spaced)
    stem = _shortened(re.sub("-{2,}", "-", stem).strip("-_"))
    if _RESERVED.fullmatch(stem):
        stem = f"{stem}-{_UNTITLED}"
    return f"{stem or _UNTITLED}.md"


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

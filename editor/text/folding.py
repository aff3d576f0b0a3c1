"""Texts without what a reader passes over when he looks for words: accents and case."""

from __future__ import annotations

import unicodedata
from functools import lru_cache


@lru_cache(maxsize=50_000)
def folded(text: str) -> str:
    """Answer text without accents and case, for comparing: « Été » becomes « ete »."""
    if text.isascii():
        return text.lower()
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))

"""Names of months and days."""

from __future__ import annotations

ENGLISH_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
FRENCH_MONTHS = (
    *("janvier", "février", "mars", "avril", "mai", "juin"),
    *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
)
ENGLISH_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
PREFIX = 3
"""Letters by which JavaScript knows a month."""


def month_of_prefix(word: str) -> int | None:
    """Answer the number of the month whose English name begins as word does, as JavaScript looks it up."""
    prefixes = [name[:PREFIX].lower() for name in ENGLISH_MONTHS]
    prefix = word[:PREFIX].lower()
    return prefixes.index(prefix) + 1 if prefix in prefixes else None


def name_like(name: str, like: str) -> str:
    """Answer a name as long or short as like, and in its case; Sept is a short form too."""
    is_short = like.lower() == "may" or (len(like) <= PREFIX + 1 and like.title() not in ENGLISH_MONTHS)
    length = len(like) if name[: len(like)].lower() == like.lower() else PREFIX
    return in_case_of(name[:length] if is_short else name, like)


def in_case_of(name: str, like: str) -> str:
    """Answer a name in the case that like has."""
    return name.upper() if like.isupper() else name.lower() if like.islower() else name

"""Dates of front matter: read as JavaScript's new Date() reads them, written in the notation they have."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from editor.article.calendar_words import (
    ENGLISH_DAYS,
    ENGLISH_MONTHS,
    FRENCH_MONTHS,
    PREFIX,
    in_case_of,
    name_like,
)
from editor.article.date_notation import Notation, Span, notation_of

if TYPE_CHECKING:
    from editor.article.values import Value

TYPED_NUMBERS = re.compile(r"(\d{1,4})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(\d{1,4})", re.ASCII)
TYPED_DAY_FIRST = re.compile(r"(?:[^\W\d]+,?\s+)?(\d{1,2})(?:er|st|nd|rd|th)?\s+([^\W\d]+)\.?,?\s+(\d{2,4})")
TYPED_MONTH_FIRST = re.compile(r"(?:[^\W\d]+,?\s+)?([^\W\d]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{2,4})")
TWO_DIGITS = 2
CENTURY = 100


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """The day as it is written, and whether its hour is one of the machine that builds the site."""

    day: date
    is_local: bool


def read_date(value: Value) -> WrittenDate | None:
    """Answer the date that Astro's z.coerce.date() sees in a value, None where it sees none.

    Numbers, booleans and null are none here: as milliseconds since 1970 they are never what is meant.
    """
    if isinstance(value, datetime):
        return WrittenDate(value.astimezone(UTC).date(), is_local=False)
    notation = notation_of(value) if isinstance(value, str) else None
    return WrittenDate(notation.day, notation.is_local) if notation else None


def write_date(day: date, like: str) -> str:
    """Answer the day in the notation of like, whose time is kept; in ISO notation where like is no date."""
    notation = notation_of(like)
    if notation is None:
        return day.isoformat()
    parts = [(span, _weekday(day, like[slice(*span)])) for span in notation.words]
    if notation.year:
        parts.append((notation.year, _year(day, like[slice(*notation.year)])))
    if notation.month:
        parts.append((notation.month, _month(day, like, notation, notation.month)))
    if notation.month_day:
        padded = _is_padded(like, notation.month_day, notation.month)
        parts.append((notation.month_day, f"{day.day:02}" if padded else str(day.day)))
    written = like
    for (start, end), part in sorted(parts, reverse=True):
        written = written[:start] + part + written[end:]
    found = notation_of(written)
    return written if found and found.day == day else day.isoformat()


def typed_date(text: str, language: str) -> date | None:
    """Answer the day that a writer typed, None where it is unclear.

    ISO notation; names of months in English and French, short ones too; numbers, day first but in American
    English ("en", "en_US"), year first where it has four digits.
    """
    text = text.strip()
    numbers = TYPED_NUMBERS.fullmatch(text)
    if numbers:
        return _of_numbers(numbers, month_first=language.replace("-", "_") in ("en", "en_US", "C"))
    if match := TYPED_DAY_FIRST.fullmatch(text):
        return _typed(match[3], _month_of(match[2]), match[1])
    if match := TYPED_MONTH_FIRST.fullmatch(text):
        return _typed(match[3], _month_of(match[1]), match[2])
    return None


def _of_numbers(match: re.Match[str], *, month_first: bool) -> date | None:
    first, second, third = match.groups()
    if len(first) > TWO_DIGITS:
        return _typed(first, int(second), third)
    return _typed(third, int(first), second) if month_first else _typed(third, int(second), first)


def _typed(year: str, month: int | None, day: str) -> date | None:
    number = int(year) + (2000 if len(year) <= TWO_DIGITS else 0)
    try:
        return date(number, month or 0, int(day))
    except ValueError:
        return None


def _month_of(word: str) -> int | None:
    """Answer the one month whose English or French name begins with word."""
    plain = _without_accents(word)
    names = [[_without_accents(name) for name in names] for names in (ENGLISH_MONTHS, FRENCH_MONTHS)]
    found = {
        number
        for language in names
        for number, name in enumerate(language, 1)
        if name.startswith(plain) and (len(plain) >= PREFIX or plain == name)
    }
    return found.pop() if len(found) == 1 else None


def _without_accents(word: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFD", word.lower()) if letter.isalpha())


def _weekday(day: date, word: str) -> str:
    """Answer the day's name in the place of another's; any other word stays."""
    if not any(len(word) >= PREFIX and name.lower().startswith(word.lower()) for name in ENGLISH_DAYS):
        return word
    name = ENGLISH_DAYS[day.weekday()]
    return in_case_of(name if word.title() in ENGLISH_DAYS else name[:PREFIX], word)


def _year(day: date, old: str) -> str:
    return f"{day.year % CENTURY:02}" if len(old) == TWO_DIGITS else f"{day.year:04}"


def _month(day: date, like: str, notation: Notation, span: Span) -> str:
    word = like[slice(*span)]
    if word[0].isdigit():
        return f"{day.month:02}" if _is_padded(like, span, notation.month_day) else str(day.month)
    return name_like(ENGLISH_MONTHS[day.month - 1], word)


def _is_padded(like: str, span: Span, other: Span | None) -> bool:
    """Whether a number below ten gets a zero before it: as like shows, else as is usual in its place."""
    digits = like[slice(*span)]
    if len(digits) == 1 or digits.startswith("0"):
        return len(digits) > 1
    beside = like[slice(*other)] if other else "00"
    if beside.isdigit():
        return len(beside) > 1
    return other is not None and other < span and like[span[1] : span[1] + 1] != ","

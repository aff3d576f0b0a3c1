"""Dates that a writer types: words and figures, in English and in French."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, time, timedelta, timezone

from editor.article.calendar_words import ENGLISH_MONTHS, FRENCH_MONTHS, PREFIX

TYPED_NUMBERS = re.compile(r"(\d{1,4})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(\d{1,4})", re.ASCII)
TYPED_DAY_FIRST = re.compile(r"(?:[^\W\d]+,?\s+)?(\d{1,2})(?:er|st|nd|rd|th)?\s+([^\W\d]+)\.?,?\s+(\d{2,4})")
TYPED_MONTH_FIRST = re.compile(r"(?:[^\W\d]+,?\s+)?([^\W\d]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{2,4})")
TYPED_TIME = re.compile(
    r"(?P<hour>\d{1,2})\s*(?:(?P<mark>[:.]|h\s*)(?P<minute>\d{2})?(?::(?P<second>\d{2})(?:[.,](?P<fraction>\d+))?)?)?"
    r"\s*(?:(?P<half>[ap])\.?m\.?)?",
    re.ASCII | re.IGNORECASE,
)
COMPACT_TIME = re.compile(r"(\d{2})(\d{2})", re.ASCII)
TYPED_MOMENT = re.compile(
    r"(?P<day>.*?\S)(?:(?<=\d)T|,?\s+(?:(?:at|à|a)\s+)?)"
    r"(?P<time>\d{1,2}\s*(?:(?::|h\s*)[\d:.,]*\s*(?:[ap]\.?m\.?)?|[ap]\.?m\.?))"
    r"\s*(?P<zone>Z|(?:UTC|GMT)?(?:(?P<sign>[-+])(?P<hours>\d{2}):?(?P<minutes>\d{2}))?)",
    re.ASCII | re.IGNORECASE,
)
TWO_DIGITS = 2
NOON = 12


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


def typed_moment(text: str, language: str) -> datetime | date | None:
    """Answer the day that a writer typed, with the time after it if there is one, None where it is unclear.

    The moment has a zone where one was typed.
    """
    match = TYPED_MOMENT.fullmatch(text.strip())
    if match is None:
        return typed_date(text, language)
    day, clock = typed_date(match["day"], language), typed_time(match["time"])
    if day is None or clock is None:
        return None
    moment = datetime.combine(day, clock)
    if not match["zone"]:
        return moment
    offset = timedelta(hours=int(match["hours"] or 0), minutes=int(match["minutes"] or 0))
    try:
        return moment.replace(tzinfo=timezone(-offset if match["sign"] == "-" else offset))
    except ValueError:
        return None


def typed_time(text: str) -> time | None:
    """Answer the time of day that a writer typed (14:30, 14h30, 2:30 pm, 1430), None where it is none."""
    compact = COMPACT_TIME.fullmatch(text.strip())
    if compact:
        return _time(int(compact[1]), int(compact[2]))
    match = TYPED_TIME.fullmatch(text.strip())
    if match is None:
        return None
    hour = int(match["hour"])
    if match["half"]:
        if not 1 <= hour <= NOON:
            return None
        hour = hour % NOON + (NOON if match["half"] in "pP" else 0)
    milliseconds = int((match["fraction"] or "0")[:3].ljust(3, "0"))
    return _time(hour, int(match["minute"] or 0), int(match["second"] or 0), milliseconds * 1000)


def _time(hour: int, minute: int, second: int = 0, microsecond: int = 0) -> time | None:
    try:
        return time(hour, minute, second, microsecond)
    except ValueError:
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

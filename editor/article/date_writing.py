"""Dates written in the notation of another date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.article.calendar_words import ENGLISH_DAYS, ENGLISH_MONTHS, PREFIX, in_case_of, name_like
from editor.article.date_reading import Reading, Span, reading_of

if TYPE_CHECKING:
    from datetime import date

TWO_DIGITS = 2
CENTURY = 100


def write_date(day: date, like: str) -> str:
    """Answer the day in the notation of like, whose time is kept; in ISO notation where like is no date."""
    reading = reading_of(like)
    if reading is None:
        return day.isoformat()
    parts = [(span, _weekday(day, like[slice(*span)])) for span in reading.words]
    if reading.year.span:
        parts.append((reading.year.span, _year(day, like[slice(*reading.year.span)])))
    if reading.month.span:
        parts.append((reading.month.span, _month(day, like, reading)))
    if reading.day.span:
        padded = _is_padded(like, reading.day.span, reading.month.span)
        parts.append((reading.day.span, f"{day.day:02}" if padded else str(day.day)))
    written = like
    for (start, end), part in sorted(parts, reverse=True):
        written = written[:start] + part + written[end:]
    found = reading_of(written)
    return written if found and found.written and found.written.date() == day else day.isoformat()


def _weekday(day: date, word: str) -> str:
    """Answer the day's name in the place of another's; any other word stays."""
    if not any(len(word) >= PREFIX and name.lower().startswith(word.lower()) for name in ENGLISH_DAYS):
        return word
    name = ENGLISH_DAYS[day.weekday()]
    return in_case_of(name if word.title() in ENGLISH_DAYS else name[:PREFIX], word)


def _year(day: date, old: str) -> str:
    return f"{day.year % CENTURY:02}" if len(old) == TWO_DIGITS else f"{day.year:04}"


def _month(day: date, like: str, reading: Reading) -> str:
    span = reading.month.span or (0, 0)
    word = like[slice(*span)]
    if reading.is_month_named:
        return name_like(ENGLISH_MONTHS[day.month - 1], word)
    return f"{day.month:02}" if _is_padded(like, span, reading.day.span) else str(day.month)


def _is_padded(like: str, span: Span, other: Span | None) -> bool:
    """Whether a number below ten gets a zero before it: as like shows, else as is usual in its place."""
    digits = like[slice(*span)]
    if len(digits) == 1 or digits.startswith("0"):
        return len(digits) > 1
    beside = like[slice(*other)] if other else "00"
    if beside.isdigit():
        return len(beside) > 1
    return other is not None and other < span and like[span[1] : span[1] + 1] != ","

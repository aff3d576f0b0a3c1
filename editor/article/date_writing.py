"""Dates written in the notation of another date."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from editor.article.calendar_words import ENGLISH_DAYS, ENGLISH_MONTHS, PREFIX, in_case_of, name_like
from editor.article.date_reading import Reading, Span, reading_of

if TYPE_CHECKING:
    from datetime import date

TWO_DIGITS = 2
CENTURY = 100
NOON = 12


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


def write_moment(moment: datetime | date, like: str) -> str:
    """Answer a moment in the notation of like, which gets a time where it has none; a day alone loses it.

    A moment without a zone is one on the clock that like is written for. Where like cannot hold it, and where
    like is a day of ISO notation, it becomes one of ISO notation in UTC.
    """
    reading = reading_of(like)
    if not isinstance(moment, datetime):
        return write_date(moment, _without_time(like, reading))
    if moment.tzinfo is not None:
        if reading is None or reading.offset is None:
            return _iso(moment.astimezone(UTC))
        moment = moment.astimezone(UTC).replace(tzinfo=None) + timedelta(seconds=reading.offset)
    if reading is None or (reading.is_iso and not reading.clock):
        return _iso(moment)
    written = write_date(moment.date(), _with_time(moment, like, reading))
    found = reading_of(written)
    if found and (found.written, found.offset) == (moment, reading.offset):
        return written
    return _iso(moment - timedelta(seconds=reading.offset or 0))


def _iso(moment: datetime) -> str:
    return f"{moment.date().isoformat()}T{moment:%H:%M:%S}{_fraction(moment)}Z"


def _without_time(like: str, reading: Reading | None) -> str:
    """Answer like up to the end of its day; nothing where its time stands before that."""
    if reading is None or not reading.clock:
        return like
    end = _end_of_day(reading)
    hour = reading.clock[0].span
    return like[:end] if hour and hour >= (end, end) else ""


def _end_of_day(reading: Reading) -> int:
    return max(part.span[1] for part in (reading.year, reading.month, reading.day) if part.span)


def _with_time(moment: datetime, like: str, reading: Reading) -> str:
    """Answer like with the time of moment in the place of its own, or after its day."""
    if not reading.clock:
        end = _end_of_day(reading)
        return f"{like[:end]} {moment:%H:%M}{_seconds(moment)}{like[end:]}"
    hour, minute, second, millisecond = (part.span for part in reading.clock)
    hour_text = _hour(moment.hour, like[slice(*hour)] if hour else "", is_half=reading.half is not None)
    parts: list[tuple[Span | None, str]] = [(hour, hour_text)]
    if minute:
        parts.append((minute, f"{moment:%M}" if second else f"{moment:%M}{_seconds(moment)}"))
    parts.append((second, f"{moment:%S}" if millisecond else f"{moment:%S}{_fraction(moment)}"))
    if millisecond:
        length = millisecond[1] - millisecond[0]
        parts.append((millisecond, f"{moment.microsecond // 1000:03}".ljust(length, "0")[:length]))
    if reading.half:
        parts.append(
            (reading.half, in_case_of("PM" if moment.hour >= NOON else "AM", like[slice(*reading.half)]))
        )
    for span, part in sorted(((span, part) for span, part in parts if span), reverse=True):
        like = like[: span[0]] + part + like[span[1] :]
    return like


def _seconds(moment: datetime) -> str:
    return f":{moment:%S}{_fraction(moment)}" if moment.second or moment.microsecond else ""


def _fraction(moment: datetime) -> str:
    return f".{moment.microsecond // 1000:03}" if moment.microsecond else ""


def _hour(hour: int, old: str, *, is_half: bool) -> str:
    """Answer an hour with a zero before it where the old one shows that, else as is usual."""
    number = (hour % NOON or NOON) if is_half else hour
    is_padded = len(old) == TWO_DIGITS and (old.startswith("0") or not is_half)
    return f"{number:02}" if is_padded else str(number)


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

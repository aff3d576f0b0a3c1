"""What Astro makes of the value of a date field, where that is not what was meant."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Final

from editor.article.dates import instant_of, read_date, typed_date
from editor.article.values import number_text
from editor.blog.checks.findings import Finding, Repair, wrong_type

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from editor.article.dates import Instant
    from editor.article.places import Place
    from editor.article.values import Value

# Dates that a blog's articles have; a number outside of them was no count of milliseconds.
_FIRST_YEAR: Final = 1990
_LAST_YEAR: Final = 2100
_COMPACT: Final = re.compile(r"(\d{4})(\d{2})(\d{2})")
_TWO_NUMBERS: Final = re.compile(r"\s*(\d{1,2})([-/.])(\d{1,2})\2\d{2,4}\b")
_MONTHS: Final = 12


def coerced_date_findings(value: Value, place: Place, habits: Iterable[str]) -> Iterator[Finding]:
    """Yield what is wrong with a value that Astro gives to new Date(); habits are dates of other articles."""
    instant = instant_of(value)
    if value is None:
        yield Finding("empty-date", place)
    elif isinstance(value, bool | int | float):
        yield from _number_findings(value, place, instant)
    elif instant is None:
        yield from _unread_findings(value, place)
    elif isinstance(value, str):
        yield from text_date_findings(value, place, habits)


def strict_date_findings(value: Value, place: Place) -> Iterator[Finding]:
    """Yield what is wrong with a value that must be a timestamp of YAML itself: z.date()."""
    if isinstance(value, datetime):
        return
    if not isinstance(value, str):
        day = compact_date(value) if isinstance(value, int | float) else None
        yield wrong_type("date", value, place, _written(day))
        return
    written = read_date(value)
    if written is None:
        yield from _unread_findings(value, place)
    else:
        is_sure = written.clock is None and not _is_unclear(value)
        yield Finding("date-in-quotes", place, repair=_written(written.day) if is_sure else None)


def text_date_findings(text: str, place: Place, habits: Iterable[str]) -> Iterator[Finding]:
    """Yield what is wrong with the text of a date that JavaScript reads."""
    instant = instant_of(text)
    if instant is None or instant.moment is None:
        return
    day = instant.moment.date().isoformat()
    if instant.is_rolled_over:
        yield Finding("rolled-over-date", place, data={"day": day})
    elif instant.is_ambiguous and not any(map(_is_month_first, habits)):
        yield Finding("ambiguous-date", place, "warning", {"day": day})


def compact_date(number: float) -> date | None:
    """Answer the day that a number such as 20220708 writes, None for any other."""
    match = _COMPACT.fullmatch(number_text(number))
    try:
        day = date(*map(int, match.groups())) if match else None
    except ValueError:
        return None
    return day if day and _FIRST_YEAR <= day.year <= _LAST_YEAR else None


def compact_date_finding(number: float, place: Place, day: date) -> Finding:
    """Answer that a number is a date without its hyphens."""
    made = instant_of(number)
    data = {"day": made.moment.date().isoformat() if made and made.moment else ""}
    return Finding("number-date", place, data=data, repair=_written(day))


def _number_findings(number: float, place: Place, instant: Instant | None) -> Iterator[Finding]:
    day = None if isinstance(number, bool) else compact_date(number)
    if day is not None:
        yield compact_date_finding(number, place, day)
    elif instant is None or instant.moment is None:
        yield Finding("not-a-date", place)
    elif not _FIRST_YEAR <= instant.moment.year <= _LAST_YEAR:
        yield Finding("number-date", place, data={"day": instant.moment.date().isoformat()})


def _unread_findings(value: Value, place: Place) -> Iterator[Finding]:
    """Yield what is wrong with a value that is an invalid date; one that a writer reads alike is repaired."""
    if value == "":
        yield Finding("empty", place)
    elif isinstance(value, dict):
        yield wrong_type("date", value, place)
    elif isinstance(value, str):
        # Day first, for with the month first it would have been read.
        yield Finding("not-a-date", place, repair=_written(typed_date(value, "fr")))


def _written(day: date | None) -> Repair | None:
    """Answer the repair that writes a day as every zone reads it."""
    return Repair("write", datetime(day.year, day.month, day.day, tzinfo=UTC)) if day else None


def _is_unclear(value: Value) -> bool:
    instant = instant_of(value)
    return instant is None or instant.is_ambiguous or instant.is_rolled_over


def _is_month_first(text: str) -> bool:
    """Whether a date shows by itself that its month stands first: its second number can be no month."""
    match = _TWO_NUMBERS.match(text)
    return match is not None and int(match[1]) <= _MONTHS < int(match[3])

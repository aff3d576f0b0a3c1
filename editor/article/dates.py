"""Dates of front matter: read as JavaScript's new Date() reads them, written in the notation they have."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final, Literal

from editor.article.date_reading import MOST_MILLISECONDS, THOUSAND, Reading, days_of, reading_of
from editor.article.date_writing import write_date, write_moment
from editor.article.timestamps import NOTATION
from editor.article.typed_dates import typed_date, typed_moment, typed_time
from editor.article.values import number_text

if TYPE_CHECKING:
    from datetime import date, time

    from editor.article.values import Value

__all__ = [
    "Instant",
    "WrittenDate",
    "instant_of",
    "read_date",
    "typed_date",
    "typed_moment",
    "typed_time",
    "write_date",
    "write_moment",
]

InstantKind = Literal["text", "timestamp", "null", "flag", "number", "list"]

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MONTHS: Final = 12


@dataclass(frozen=True, slots=True)
class Instant:
    """The moment that z.coerce.date() makes of a value.

    kind is what the value is: only a text or a timestamp of YAML is ever meant as a date; null, true and
    numbers count milliseconds from 1970. is_rolled_over: the written day does not exist (30 February).
    is_ambiguous: written in numbers that can be read with the day first too (08/07/2022 is 7 August).
    """

    moment: datetime | None
    """In UTC; without a zone where is_local; None where its year is beyond 1 to 9999, which JavaScript
    allows."""
    kind: InstantKind = "text"
    is_local: bool = False
    """Whether moment is a time on the clock of the machine that builds the site."""
    has_time: bool = False
    """Whether a time is written, not a day alone."""
    is_rolled_over: bool = False
    is_ambiguous: bool = False


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """The day as it is written, its time if it has one, and whether that is of the machine that builds."""

    day: date
    is_local: bool
    clock: time | None = None


def instant_of(value: Value, raw: str = "") -> Instant | None:
    """Answer what new Date(value) is, None for an invalid date, and where that cannot be told from here.

    raw is the value's source in the file, which alone shows that a timestamp was 30 February.
    """
    match value:
        case None:
            return Instant(_EPOCH, "null")
        case bool():
            return Instant(_after(_EPOCH, int(value)), "flag")
        case int() | float():
            return _of_number(value)
        case str():
            reading = reading_of(value)
            return None if reading is None else _of_reading(reading)
        case datetime():
            return _of_timestamp(value, raw)
        case list():
            return _of_list(value)
        case _:
            return None


def read_date(value: Value, raw: str = "") -> WrittenDate | None:
    """Answer the date that Astro's z.coerce.date() sees in a value, None where it sees none.

    Numbers, booleans and null are none here: as milliseconds since 1970 they are never what is meant. A
    timestamp is one in UTC, or as raw, its source in the file, writes it in another zone.
    """
    if isinstance(value, datetime):
        return _written_timestamp(value, raw)
    reading = reading_of(value) if isinstance(value, str) else None
    if reading is None or reading.written is None:
        return None
    return _written(reading.written, is_local=reading.offset is None, has_time=bool(reading.clock))


def _written_timestamp(moment: datetime, raw: str) -> WrittenDate:
    instant = _of_timestamp(moment, raw)
    moment = instant.moment or moment
    reading = reading_of(raw) if raw else None
    if reading and reading.written and reading.offset:
        written = reading.written - timedelta(seconds=reading.offset)
        moment = reading.written if written == moment.replace(tzinfo=None) else moment
    return _written(moment, is_local=instant.is_local, has_time=instant.has_time)


def _written(moment: datetime, *, is_local: bool, has_time: bool) -> WrittenDate:
    return WrittenDate(moment.date(), is_local, moment.time() if has_time else None)


def _of_number(number: float) -> Instant | None:
    if not abs(number) <= MOST_MILLISECONDS:
        return None
    return Instant(_after(_EPOCH, int(number)), "number", has_time=True)


def _of_reading(reading: Reading) -> Instant:
    is_local = reading.offset is None
    start = _EPOCH.replace(tzinfo=None) if is_local else _EPOCH
    return Instant(
        _after(start, reading.milliseconds - (reading.offset or 0) * THOUSAND),
        is_local=is_local,
        has_time=bool(reading.clock),
        is_rolled_over=reading.is_rolled_over,
        is_ambiguous=reading.is_month_first
        and reading.day.value <= _MONTHS
        and reading.day.value != reading.month.value,
    )


def _after(start: datetime, milliseconds: int) -> datetime | None:
    try:
        return start + timedelta(milliseconds=milliseconds)
    except OverflowError:
        return None


def _of_timestamp(moment: datetime, raw: str) -> Instant:
    is_local = moment.tzinfo is None
    if not is_local:
        moment = moment.astimezone(UTC)
    match = NOTATION.search(raw)
    has_time = bool(match["gap"]) if match else (moment.hour, moment.minute, moment.second) != (0, 0, 0)
    year, month, day = map(int, match["day"].split("-")) if match else (1, 1, 1)
    return Instant(
        moment,
        "timestamp",
        is_local,
        has_time,
        is_rolled_over=month > _MONTHS or not 1 <= day <= days_of(year, month),
    )


def _of_list(values: list[Value]) -> Instant | None:
    """Read a list as JavaScript does, which takes its text: values with commas between them."""
    if any(isinstance(value, datetime | list | dict) for value in values):
        return None  # a date's text is one in the zone of the building machine
    reading = reading_of(",".join(map(_text, values)))
    return None if reading is None else replace(_of_reading(reading), kind="list")


def _text(value: Value) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return number_text(value)
    return "" if value is None else str(value)

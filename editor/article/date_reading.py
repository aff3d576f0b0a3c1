"""What JavaScript's new Date(text) reads: as ISO 8601 first, then with V8's parser for anything else."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from editor.article.date_tokens import MOST_DIGITS, Scanner

if TYPE_CHECKING:
    from editor.article.date_tokens import Token

LAST_MONTH, LAST_DAY = 12, 31
HOURS, SIXTY, THOUSAND, NOON = 24, 60, 1000, 12
DAY_PARTS, CLOCK_PARTS = 3, 4
CENTURY, PIVOT = 100, 50
EPOCH = datetime(1970, 1, 1)
MILLISECOND = timedelta(milliseconds=1)
CYCLE_YEARS, CYCLE_DAYS = 400, 146_097
MOST_MILLISECONDS = 8_640_000_000_000_000
"""JavaScript's dates end so far from 1970."""
SHORT_OFFSET, LONG_OFFSET = 2, 4
TWO_DIGITS, YEAR_DIGITS, SIGNED_YEAR_DIGITS = 2, 4, 6
DEFAULT_YEAR: Final = 1

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Part:
    """A number of a date, and where it stands; one that the text lacks has no span."""

    value: int
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """A date's parts as JavaScript reads them; day may be past its month's end, hour may be 24."""

    year: Part
    month: Part
    day: Part
    clock: tuple[Part, ...] = ()
    """Hour (0 to 24), minute, second and millisecond; empty where no time is written."""
    offset: int | None = None
    """Seconds east of Greenwich, None where the machine that builds the site decides."""
    is_iso: bool = False
    is_month_named: bool = False
    half: Span | None = None
    """Where AM or PM stands."""
    zone: Span | None = None
    words: tuple[Span, ...] = ()
    """Words before the first number, which JavaScript does not read: names of weekdays."""

    @property
    def is_rolled_over(self) -> bool:
        """Whether the month has no such day, so that JavaScript counts on into the next."""
        return self.day.value > days_of(self.year.value, self.month.value)

    @property
    def is_month_first(self) -> bool:
        """Whether the month stands before the day, both in numbers: as Americans write, and few others."""
        year, month, day = self.year.span, self.month.span, self.day.span
        if self.is_month_named or month is None or day is None:
            return False
        return month < day and (year is None or day < year)

    @property
    def milliseconds(self) -> int:
        """Answer the time since 1970 on the clock of the zone that is meant."""
        hour, minute, second, millisecond = [part.value for part in self.clock] or [0] * CLOCK_PARTS
        cycles, year = divmod(self.year.value - EPOCH.year, CYCLE_YEARS)
        month_start = EPOCH.replace(year=EPOCH.year + year, month=self.month.value)
        days = cycles * CYCLE_DAYS + (month_start - EPOCH).days + self.day.value - 1
        return (((days * HOURS + hour) * SIXTY + minute) * SIXTY + second) * THOUSAND + millisecond

    @property
    def written(self) -> datetime | None:
        """Answer that time without a zone, None beyond years 1 to 9999."""
        try:
            return EPOCH + self.milliseconds * MILLISECOND
        except OverflowError:
            return None


def days_of(year: int, month: int) -> int:
    """Answer how many days a month has, in any year."""
    return monthrange(EPOCH.year + (year - EPOCH.year) % CYCLE_YEARS, month)[1]


def reading_of(text: str) -> Reading | None:
    """Answer what new Date(text) reads, None where that is an invalid date."""
    try:
        reading = _Parser(text).read()
    except _NoDateError:
        return None
    moment = reading.milliseconds - (reading.offset or 0) * THOUSAND
    return reading if abs(moment) <= MOST_MILLISECONDS else None


class _NoDateError(Exception):
    """The text is no date."""


class _Parser:
    """Reads one text; the names of what it gathers are V8's (its file dateparser-inl.h)."""

    def __init__(self, text: str) -> None:
        self._scanner = Scanner(text)
        self._day: list[Part] = []
        self._month: Part | None = None
        self._clock: list[Part] = []
        self._half: Part | None = None
        self._sign: int | None = None
        self._zone_hour: int | None = None
        self._zone_minute: int | None = None
        self._zone: Span | None = None
        self._words: list[Span] = []
        self._is_iso = False
        self._has_number = False

    def read(self) -> Reading:
        """Answer the reading. Raises _NoDateError."""
        token = self._read_iso()
        self._has_number = bool(self._day)
        while token.kind != "end":
            self._read_other(token)
            token = self._scanner.take()
        year, month, day = self._roles()
        return Reading(
            year,
            month,
            day,
            self._times(),
            self._offset(),
            self._is_iso,
            is_month_named=self._month is not None,
            half=self._half.span if self._half else None,
            zone=self._zone,
            words=tuple(self._words),
        )

    def _read_iso(self) -> Token:
        """Read a text as ISO 8601, and answer the first piece that is not; the end where all of it is."""
        scanner = self._scanner
        if scanner.peek().is_sign:
            sign = scanner.take()
            if not scanner.peek().is_fixed_number(SIGNED_YEAR_DIGITS):
                return sign
            year = scanner.take()
            if sign.text == "-" and not year.number:
                return sign
            self._add_day(Part(-year.number if sign.text == "-" else year.number, (sign.start, year.end)))
        elif scanner.peek().is_fixed_number(YEAR_DIGITS):
            self._add_day(_part(scanner.take()))
        else:
            return scanner.take()
        for last in (LAST_MONTH, LAST_DAY):
            if not scanner.skip("-"):
                break
            if not scanner.peek().is_fixed_number(TWO_DIGITS) or not 1 <= scanner.peek().number <= last:
                return scanner.take()
            self._add_day(_part(scanner.take()))
        if scanner.peek().is_word("t"):
            scanner.take()
            self._read_iso_clock()
        elif scanner.peek().kind != "end":
            return scanner.take()
        else:
            self._sign, self._zone_hour, self._zone_minute = 1, 0, 0
        self._is_iso = True
        return scanner.take()

    def _read_iso_clock(self) -> None:
        scanner = self._scanner
        self._clock.append(self._two_digits(HOURS + 1))
        _demand(scanner.skip(":"))
        last = SIXTY if self._clock[0].value < HOURS else 1
        self._clock.append(self._two_digits(last))
        if scanner.skip(":"):
            self._clock.append(self._two_digits(last))
            if scanner.skip("."):
                token = scanner.take()
                _demand(token.kind == "number" and not (last == 1 and token.number))
                self._clock.append(Part(_milliseconds(token), (token.start, token.end)))
        self._read_iso_zone()
        _demand(scanner.peek().kind == "end")

    def _read_iso_zone(self) -> None:
        scanner = self._scanner
        if scanner.peek().is_word("z"):
            self._set_zone(scanner.take())
        elif scanner.peek().is_sign:
            sign = scanner.take()
            self._sign = -1 if sign.text == "-" else 1
            if scanner.peek().is_fixed_number(LONG_OFFSET):
                hour, minute = divmod(scanner.peek().number, CENTURY)
                _demand(hour < HOURS and minute < SIXTY)
                end = scanner.take().end
            else:
                hour = self._two_digits(HOURS).value
                _demand(scanner.skip(":"))
                last = self._scanner.peek()
                minute, end = self._two_digits(SIXTY).value, last.end
            self._zone_hour, self._zone_minute, self._zone = hour, minute, (sign.start, end)

    def _two_digits(self, end: int) -> Part:
        _demand(self._scanner.peek().is_fixed_number(TWO_DIGITS) and self._scanner.peek().number < end)
        return _part(self._scanner.take())

    def _read_other(self, token: Token) -> None:
        """Read a piece of a text that is not, or no longer, ISO 8601."""
        if token.kind == "number":
            self._has_number = True
            self._read_number(token)
        elif token.kind == "word":
            self._read_word(token)
        elif token.is_sign and (self._clock or (self._zone_hour == 0 and self._zone_minute == 0)):
            self._read_offset(token)
        elif token.is_sign or token.is_symbol(")"):
            _demand(not self._has_number)

    def _read_number(self, token: Token) -> None:
        scanner = self._scanner
        if scanner.skip(":"):
            if scanner.skip(":"):
                _demand(not self._clock)
                self._clock += [_part(token), Part(0)]
            else:
                _demand(len(self._clock) < CLOCK_PARTS)
                self._clock.append(_part(token))
                scanner.skip(".")
        elif scanner.skip(".") and self._expects_time(token.number):
            self._clock.append(_part(token))
            fraction = scanner.take()
            _demand(fraction.kind == "number")
            self._end_clock(Part(_milliseconds(fraction), (fraction.start, fraction.end)))
        elif self._zone_hour is not None and self._zone_minute is None and token.number < SIXTY:
            self._zone_minute = token.number
            self._extend_zone(token)
        elif self._expects_time(token.number):
            self._end_clock(_part(token))
            after = scanner.peek()
            _demand(after.kind in ("end", "space") or after.is_word("z") or after.is_sign)
        else:
            self._add_day(_part(token))
            scanner.skip("-")

    def _expects_time(self, number: int) -> bool:
        """Whether a number goes on with the clock: minutes and seconds, then milliseconds."""
        count = len(self._clock)
        return (count in (1, 2) and number < SIXTY) or (count == CLOCK_PARTS - 1 and number < THOUSAND)

    def _end_clock(self, part: Part) -> None:
        if len(self._clock) < CLOCK_PARTS:
            self._clock.append(part)
        self._clock += [Part(0)] * (CLOCK_PARTS - len(self._clock))

    def _read_word(self, token: Token) -> None:
        if token.half is not None and self._clock:
            self._half = Part(token.half, (token.start, token.end))
        elif token.month is not None:
            self._month = Part(token.month, (token.start, token.end))
            self._scanner.skip("-")
        elif token.zone is not None and self._has_number:
            self._set_zone(token)
        else:
            _demand(not self._has_number and self._scanner.peek().kind != "number")
            self._words.append((token.start, token.end))

    def _set_zone(self, token: Token) -> None:
        hours = token.zone or 0
        self._sign, self._zone_hour, self._zone_minute = (-1 if hours < 0 else 1), abs(hours), 0
        self._extend_zone(token)

    def _read_offset(self, sign: Token) -> None:
        """Read hours and minutes east or west of Greenwich, which are only so after a time or UTC."""
        self._sign = -1 if sign.text == "-" else 1
        self._extend_zone(sign)
        self._has_number = True
        number = self._scanner.take() if self._scanner.peek().kind == "number" else None
        if number is not None:
            self._extend_zone(number)
        value, length = (number.number, len(number.text)) if number else (0, 0)
        if self._scanner.peek().is_symbol(":"):
            self._zone_hour, self._zone_minute = value, None
        else:
            _demand(1 <= length <= LONG_OFFSET)
            has_minutes = length > SHORT_OFFSET
            self._zone_hour, self._zone_minute = divmod(value, CENTURY) if has_minutes else (value, 0)

    def _extend_zone(self, token: Token) -> None:
        self._zone = (self._zone[0] if self._zone else token.start, token.end)

    def _add_day(self, part: Part) -> None:
        _demand(len(self._day) < DAY_PARTS)
        self._day.append(part)

    def _roles(self) -> tuple[Part, Part, Part]:
        """Answer year, month and day."""
        _demand(bool(self._day))
        first, second, third = [*self._day, Part(DEFAULT_YEAR), Part(DEFAULT_YEAR)][:DAY_PARTS]
        is_year = not 1 <= first.value <= LAST_DAY
        if self._month is None:
            year, month, day = (first, second, third) if self._is_iso or is_year else (third, first, second)
        else:
            year, day = (first, second) if is_year else (second, first)
            month = self._month
        _demand(1 <= month.value <= LAST_MONTH and 1 <= day.value <= LAST_DAY)
        if not self._is_iso and 0 <= year.value < CENTURY:
            year = Part(year.value + (2000 if year.value < PIVOT else 1900), year.span)
        return year, month, day

    def _times(self) -> tuple[Part, ...]:
        times = list(self._clock)
        values = [part.value for part in times] + [0] * (CLOCK_PARTS - len(times))
        if self._half:
            _demand(values[0] <= NOON)
            values[0] = values[0] % NOON + self._half.value
            times = [Part(values[0], times[0].span), *times[1:]]
        hour, minute, second, millisecond = values
        is_midnight = hour == HOURS and not (minute or second or millisecond)
        _demand(
            is_midnight or (hour < HOURS and minute < SIXTY and second < SIXTY and millisecond < THOUSAND)
        )
        filled = times + [Part(0)] * (CLOCK_PARTS - len(times))
        return tuple(filled) if times else ()

    def _offset(self) -> int | None:
        if self._sign is None:
            return None
        return self._sign * ((self._zone_hour or 0) * SIXTY + (self._zone_minute or 0)) * SIXTY


def _part(token: Token) -> Part:
    return Part(token.number, (token.start, token.end))


def _milliseconds(token: Token) -> int:
    """Answer the milliseconds of a fraction of a second; what is finer is cut off."""
    length = min(len(token.text), MOST_DIGITS)
    return token.number * THOUSAND // int(10**length)


def _demand(is_so: bool) -> None:  # noqa: FBT001 - reads as a sentence
    if not is_so:
        raise _NoDateError

"""Where a written date has its year, month and day: V8's reading of new Date(text), as Node does it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from editor.article.calendar_words import month_of_prefix

ISO = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?"
    r"(?:T(?P<clock>\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(?P<zone>Z|[-+]\d{2}:?\d{2})?)?",
    re.ASCII | re.IGNORECASE,
)
CLOCK = re.compile(
    r"(?<!\d)(?P<clock>\d{1,2}:\d{1,2}(?::\d{1,2}(?:\.\d+)?)?)(?=$|[\sZz+-])(?:\s*(?P<half>[AP]M)(?![A-Z]))?"
    r"(?P<zone>\s*(?:(?:Z|UTC?|GMT|[ECMP][SD]T)(?![A-Z])\s*)?(?:[-+]\d{1,2}(?::?\d{2})?)?)",
    re.ASCII | re.IGNORECASE,
)
TOKEN = re.compile(
    r"(?P<number>[0-9]+)-?|(?P<word>(?:(?!\s)[A-\U0010ffff])+)-?|\([^()]*\)|(?P<wrong>[-+):])|[^-+):]"
)
ZONE_NAMES = frozenset(("z", "ut", "utc", "gmt", "est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt"))
PARTS = 3
LAST_DAY = 31
DEFAULT_YEAR = 2001
NOON, MIDNIGHT, SIXTY = 12, 24, 60
CENTURY, PIVOT = 100, 50

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Notation:
    """A written day and where its parts stand in the text; a part that the text lacks has no span."""

    day: date
    year: Span | None = None
    month: Span | None = None
    month_day: Span | None = None
    words: tuple[Span, ...] = ()
    """Words before the first number, which JavaScript does not read: names of weekdays."""
    is_local: bool = True
    """Whether the hour is one of the machine that builds the site."""


def notation_of(text: str) -> Notation | None:
    """Answer how text writes a date, None where it is none to JavaScript, or outside years 1 to 9999."""
    try:
        iso = ISO.fullmatch(text)
        return _iso(iso) if iso else _words(text)
    except (ValueError, OverflowError):
        return None


def _iso(match: re.Match[str]) -> Notation:
    """Read ISO notation: a bare date is midnight in UTC, a time without zone is local."""
    day = _day(int(match["year"]), int(match["month"] or 1), int(match["day"] or 1))
    return Notation(
        day + _past_midnight(match["clock"] or "00:00", ""),
        match.span("year"),
        match.span("month") if match["month"] else None,
        match.span("day") if match["day"] else None,
        is_local=match["clock"] is not None and match["zone"] is None,
    )


@dataclass(slots=True)
class _Found:
    """What a text holds besides a clock."""

    numbers: list[Span]
    month: Span | None
    words: list[Span]
    has_zone: bool


def _words(text: str) -> Notation | None:
    """Read the other notations: numbers, English names of months and a clock, in many orders."""
    clock = CLOCK.search(text)
    blanked = text[: clock.start()] + " " * len(clock[0]) + text[clock.end() :] if clock else text
    found = _scanned(blanked, clock.start() if clock else len(text))
    if found is None or not found.numbers or len(found.numbers) > PARTS:
        return None
    year, month, month_day = _roles(text, found)
    named = month_of_prefix(_cut(text, month)) if month == found.month else None
    number = named or int(_cut(text, month) or 1)
    day = _day(_full_year(text, year), number, int(_cut(text, month_day) or 1))
    late = _past_midnight(clock["clock"], clock["half"] or "") if clock else timedelta(0)
    is_local = not (found.has_zone or (clock and clock["zone"].strip()))
    return Notation(day + late, year, month, month_day, tuple(found.words), is_local)


def _scanned(text: str, clock: int) -> _Found | None:
    """Answer the numbers and words of a text, None where one stands that JavaScript does not allow there."""
    found = _Found([], None, [], has_zone=False)
    for token in TOKEN.finditer(text):
        word = token["word"] or ""
        has_number = bool(found.numbers) or clock < token.start()
        if token["number"]:
            found.numbers.append(token.span("number"))
        elif word and month_of_prefix(word):
            found.month = token.span("word")
        elif word and has_number and word.lower() in ZONE_NAMES:
            found.has_zone = True
        elif word and not has_number and not text[token.end("word") : token.end("word") + 1].isdigit():
            found.words.append(token.span("word"))
        elif word or (token["wrong"] and has_number):
            return None
    return found


def _roles(text: str, found: _Found) -> tuple[Span | None, Span | None, Span | None]:
    """Answer which parts are year, month and day."""
    first, second, third = [*found.numbers, None, None][:PARTS]
    is_day = 1 <= int(_cut(text, first)) <= LAST_DAY
    if found.month:
        return (second, found.month, first) if is_day else (first, found.month, second)
    if not is_day:
        return first, second, third
    return third, first, second


def _cut(text: str, span: Span | None) -> str:
    return text[slice(*span)] if span else ""


def _full_year(text: str, span: Span | None) -> int:
    """Answer the year of a number; two digits are of this century below 50."""
    if span is None:
        return DEFAULT_YEAR
    year = int(_cut(text, span))
    if year >= CENTURY:
        return year
    return year + (2000 if year < PIVOT else 1900)


def _day(year: int, month: int, day: int) -> date:
    """Answer a date whose day may be past its month's end, as JavaScript counts on. Raises ValueError."""
    if day > LAST_DAY:
        raise ValueError(day)
    return date(year, month, 1) + timedelta(days=day - 1)


def _past_midnight(clock: str, half: str) -> timedelta:
    """Answer the day that 24:00 adds. Raises ValueError where the clock shows no time."""
    hour, *rest = [int(part) for part in re.split("[:.]", clock)]
    minute, second = [*rest, 0][:2]
    last = NOON if half else MIDNIGHT
    if hour > last or minute >= SIXTY or second >= SIXTY or (hour == MIDNIGHT and any(rest)):
        raise ValueError(clock)
    return timedelta(days=1 if hour == MIDNIGHT else 0)

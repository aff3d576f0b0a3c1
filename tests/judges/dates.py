"""Compares how dates are read and written here with Node's new Date(), over generated texts in several zones.

Run by hand, where Node is there: python -m tests.judges.dates [COUNT] [SEED]
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from editor.article.date_reading import reading_of
from editor.article.dates import instant_of, read_date, write_date, write_moment

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from editor.article.values import Value

_SCRIPT: Final = Path(__file__).with_suffix(".mjs")
_ZONES: Final = ("UTC", "Europe/Paris", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe")
_FIRST_YEAR, _LAST_YEAR = -62135596800000, 253402300799999
_DAY: Final = 86_400_000
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_DAYS: Final = ("Fri", "Friday", "Fri,", "Thu", "vendredi", "mardi", "fri", "Date:", "le")
_MONTHS: Final = (
    *("Jul", "July", "july", "JULY", "Juillet", "juil.", "Sept", "Sep", "September", "Feb", "février", "May"),
    *("mai", "Aug", "août", "Dec", "décembre", "Mär", "mars", "7月"),
)
_NUMBERS: Final = (
    *(
        "8",
        "08",
        "7",
        "07",
        "2022",
        "22",
        "31",
        "30",
        "29",
        "2",
        "02",
        "12",
        "13",
        "1",
        "0",
        "00",
        "32",
        "99",
    ),
    *(
        "50",
        "49",
        "100",
        "1999",
        "2024",
        "2023",
        "002022",
        "20220708",
        "123",
        "0008",
        "10000",
        "1234567890123",
    ),
)
_GAPS: Final = (*(" ", "-", "/", ", ", ".", "  ", "", ",", "_", "\t", "\u00a0", "T", " at ", "'", " - "),)
_CLOCKS: Final = (
    *(
        "10:00",
        "23:59:59",
        "1:2",
        "10:00:00.123",
        "10:00:00.1",
        "24:00",
        "24:01",
        "10h30",
        "10:30 AM",
        "10:30pm",
    ),
    *(
        "12:00 am",
        "13:00 PM",
        "10:",
        "10::30",
        "10:00:60",
        "25:00",
        "02:30",
        "02:30:00",
        "10.30",
        "10 am",
        "9pm",
    ),
    *("10:00.5", "10:00:00,5", "10:00:00.1234567", "00:00:00", "10:00:00.12 PM", "01:30", "0:0:0.0"),
)
_OFFSETS: Final = (
    *(
        "Z",
        " Z",
        "+02:00",
        "-0500",
        "+2",
        " GMT",
        " GMT+2",
        " GMT+0200 (CEST)",
        " UTC",
        " utc-05:30",
        " EST",
        "-5",
    ),
    *(
        "EDT",
        " (Paris)",
        "+12345",
        " CET",
        " +0100",
        " GMT+02:00",
        "Z+1",
        "+00:00",
        " -",
        "+",
        "−05:00",
        " PST8",
    ),
)
_WHOLE: Final = (
    *(
        "2022-07-08",
        "2022-7-8",
        "2022/07/08 10:00",
        "8 July 2022 10:00 GMT+2",
        "Fri, 08 Jul 2022",
        "Jul 08 2022",
    ),
    *(
        "2022-07-08T10:00",
        "2022-07-08T10:00:00.000Z",
        "2022-07-08 10:00:00 +0200",
        "+002022-07-08",
        "-000001-01-01",
    ),
    *(
        "2022",
        "2022-07",
        "202207",
        "20220708",
        "2022-07-08T10:00:00+0200",
        "08/07/2022",
        "8.7.2022",
        "July 8th, 2022",
    ),
    *(
        "Fri Jul 08 2022 02:00:00 GMT+0200 (Central European Summer Time)",
        "2022-W27",
        "2022-189",
        "now",
        "2022-02-30",
    ),
    *(
        "2024-02-29",
        "2023-02-29",
        "30 Feb 2024",
        "2022-03-27T02:30:00",
        "2022-03-13T02:30",
        "2022-11-06 01:30",
    ),
    *(
        "-000000-01-01",
        "+275760-09-13",
        "0000-01-01",
        "0001-01-01",
        "9999-12-31T23:59:59-10:00",
        "2022-07-08T24:00",
    ),
)
_LETTERS: Final = "0123456789 -/:.,+TZzapmAPJul()[]_é月😀\u00a0\t\x85\ufeff'\""
_OTHER_NUMBERS: Final = (0, 20220708, 1.5, -1.5, 8.64e15, 8.65e15, 1e300)
_OTHER_LISTS: Final[tuple[list[Value], ...]] = (
    [],
    [2022],
    ["2022-07-08"],
    ["Jul 08", 2022],
    [True],
    [None, 2022],
)
_OTHER_VALUES: Final[tuple[Value, ...]] = (None, True, False, *_OTHER_NUMBERS, *_OTHER_LISTS, {}, {"a": 1})


def main(arguments: Sequence[str]) -> int:
    """Compare, print what differs, and answer 1 where something does."""
    count, seed = [*map(int, arguments), *(20_000, 1)[len(arguments) :]]
    chance = random.Random(seed)  # noqa: S311 - texts, no secrets
    texts = list(dict.fromkeys([*_WHOLE, *(_generated(chance) for _ in range(count))]))
    written = _written(chance, [text for text in texts if read_date(text)])
    moments = [_moment_written(chance, like) for _, like, _ in written]
    differences = [*_differences_read([*texts, *_OTHER_VALUES, *moments]), *_differences_written(written)]
    for difference in differences:
        sys.stdout.write(difference + "\n")
    sys.stdout.write(
        f"{len(texts)} texts read, {len(written)} days written, each in {len(_ZONES)} zones: "
        f"{len(differences)} differences\n"
    )
    return 1 if differences else 0


def _differences_read(values: Sequence[Value]) -> Iterator[str]:
    for zone in _ZONES:
        for value, expected in zip(values, _judged(values, zone), strict=True):
            if not _agrees(value, expected, zone):
                yield f"{zone}: {value!r}: Node {_shown(expected)}, here {instant_of(value)}"


def _differences_written(written: Sequence[tuple[date, str, str]]) -> Iterator[str]:
    for zone in _ZONES:
        judged = _judged([text for _, _, text in written], zone)
        for (day, like, text), expected in zip(written, judged, strict=True):
            found = read_date(text)
            if expected is None or found is None or found.day != day:
                yield f"{zone}: {day} written like {like!r}: {text!r}: Node {_shown(expected)}"


def _generated(chance: random.Random) -> str:
    kind = chance.random()
    if kind < 0.15:
        return _mutated(chance, chance.choice(_WHOLE))
    if kind < 0.35:
        moment = datetime(chance.randint(1950, 2049), chance.randint(1, 12), chance.randint(1, 28))
        moment += timedelta(seconds=chance.randint(0, 86399))
        notation = chance.choice(
            ("%Y-%m-%d", "%d %B %Y", "%b %d, %Y", "%Y-%m-%dT%H:%M:%S", "%a %b %d %Y %I:%M %p")
        )
        return moment.strftime(notation) + (chance.choice(_OFFSETS) if chance.random() < 0.3 else "")
    parts = [chance.choice(_DAYS) + " "] if chance.random() < 0.2 else []
    pieces = [chance.choice(_NUMBERS) for _ in range(chance.choice((1, 2, 2, 3, 3, 3, 4)))]
    if chance.random() < 0.5:
        pieces.insert(chance.randint(0, len(pieces)), chance.choice(_MONTHS))
    gap = chance.choice(_GAPS)
    for piece in pieces:
        parts += [piece, gap if chance.random() < 0.8 else chance.choice(_GAPS)]
    if parts and chance.random() < 0.8:
        parts.pop()
    if chance.random() < 0.5:
        parts += [chance.choice((" ", "T", "", ", ", " at ")), chance.choice(_CLOCKS)]
    if chance.random() < 0.3:
        parts.append(chance.choice(_OFFSETS))
    if chance.random() < 0.05:
        chance.shuffle(parts)
    text = "".join(parts)
    return _mutated(chance, text) if chance.random() < 0.15 else text


def _mutated(chance: random.Random, text: str) -> str:
    for _ in range(chance.randint(1, 3)):
        place = chance.randint(0, len(text))
        text = (
            text[:place] + chance.choice(("", chance.choice(_LETTERS))) + text[place + chance.randint(0, 1) :]
        )
    return text


def _judged(values: Sequence[Value], zone: str) -> list[int | None]:
    answer = subprocess.run(
        ["node", str(_SCRIPT)],
        input=json.dumps(values, ensure_ascii=True).encode(),
        capture_output=True,
        check=True,
        env={**os.environ, "TZ": zone},
    )
    judged: list[int | None] = json.loads(answer.stdout)
    return judged


def _agrees(value: Value, expected: int | None, zone: str) -> bool:
    found = instant_of(value)
    if isinstance(value, str) and "275760" in value:
        return True  # JavaScript's last day, which ends in another hour in every zone
    if expected is None or found is None:
        return expected is None and found is None
    if found.moment is None:
        return not _FIRST_YEAR + _DAY < expected < _LAST_YEAR - _DAY
    moment = found.moment.replace(tzinfo=ZoneInfo(zone)) if found.is_local else found.moment
    return (moment - _EPOCH) // timedelta(milliseconds=1) == expected


def _written(chance: random.Random, likes: Sequence[str]) -> list[tuple[date, str, str]]:
    days = [date(chance.randint(1951, 2048), 1, 1) + timedelta(chance.randint(0, 364)) for _ in likes]
    return [(day, like, write_date(day, like)) for day, like in zip(days, likes, strict=True)]


def _moment_written(chance: random.Random, like: str) -> str:
    """Answer a moment in the notation of like. Raises AssertionError where it is read as another one."""
    moment = datetime(chance.randint(1951, 2048), 1, 1) + timedelta(minutes=chance.randint(0, 525_000))
    text = write_moment(moment, like)
    before, after = reading_of(like), reading_of(text)
    assert before
    assert after
    shift = 0 if before.offset is None else before.offset - (after.offset or 0)
    assert after.written == moment - timedelta(seconds=shift), (like, text)
    return text


def _shown(expected: int | None) -> str:
    if expected is None:
        return "an invalid date"
    try:
        return str(_EPOCH + timedelta(milliseconds=expected))
    except OverflowError:
        return f"{expected} ms"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

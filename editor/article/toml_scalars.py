"""What the scalars of TOML stand for: as smol-toml reads them, Astro's reader of TOML."""

from __future__ import annotations

import re
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING, Any, Final, cast

from editor.article.values import number_of

if TYPE_CHECKING:
    from editor.article.values import Value

LARGEST_INTEGER: Final = 2**53 - 1
"""smol-toml refuses whole numbers beyond what a double keeps exactly."""
DATE: Final = re.compile(
    r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})"
    r"(?:[Tt ](?P<hour>[0-9]{2}):(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2})(?:\.(?P<fraction>[0-9]+))?)?"
    r"(?:[Zz]|(?P<sign>[-+])(?P<zone_hour>[0-9]{2}):(?P<zone_minute>[0-9]{2}))?)?"
    r"(?=[ \t\n#,\]}]|\Z)"
)
TIME: Final = re.compile(r"(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]+)?)?")
_NUMBER: Final = re.compile(r"[0-9A-Za-z_+.-]+")
"""tomlkit takes the digits of every script for digits."""
_LIMITS: Final = {"hour": 23, "minute": 59, "second": 59, "zone_hour": 23, "zone_minute": 59}
_LAST_MONTH: Final = 12
_LAST_DAY: Final = 31


class NotInJavaScript(ValueError):  # noqa: N818 - a fault of the writer's TOML, not a programming error
    """JavaScript has no such number or date; args hold the code of the reason."""


def date_value(date: re.Match[str]) -> datetime | str:
    """Answer the instant of a date: 30 February is 1 March, and one without a zone is in UTC.

    A date that Python has no datetime for (year 0) stays text. Raises NotInJavaScript.
    """
    part = {name: int(digits) for name, digits in date.groupdict("0").items() if digits.isdecimal()}
    is_day = 1 <= part["month"] <= _LAST_MONTH and 1 <= part["day"] <= _LAST_DAY
    if not is_day or any(part[name] > limit for name, limit in _LIMITS.items()):
        raise NotInJavaScript("not-a-value")
    rest = timedelta(
        days=part["day"] - 1,
        hours=part["hour"],
        minutes=part["minute"],
        seconds=part["second"],
        milliseconds=int((date["fraction"] or "")[:3].ljust(3, "0")),  # a Date has no more
    )
    zone = timedelta(hours=part["zone_hour"], minutes=part["zone_minute"])
    try:
        month_start = datetime(part["year"], part["month"], 1, tzinfo=UTC)
        return month_start + rest - (-zone if date["sign"] == "-" else zone)
    except (ValueError, OverflowError):
        return date[0]


def plain_value(value: Any, source: str) -> Value:
    """Answer the value of what tomlkit read in source; a time of day is text. Raises NotInJavaScript."""
    if isinstance(value, time):
        milliseconds = value.microsecond // 1000
        return f"{value:%H:%M:%S}" + (f".{milliseconds:03}" if milliseconds else "")
    if isinstance(value, bool | str):
        return value
    if not _NUMBER.fullmatch(source):
        raise NotInJavaScript("not-a-value")
    if isinstance(value, float):
        return number_of(value)
    if abs(value) > LARGEST_INTEGER:
        raise NotInJavaScript("number-too-large")
    return cast("int", value)

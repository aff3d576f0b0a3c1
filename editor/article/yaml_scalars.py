"""What a plain YAML scalar stands for: js-yaml 4.3's default schema, which Astro reads front matter with."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from math import isfinite
from typing import TYPE_CHECKING

from editor.article.values import number_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from editor.article.values import Value

NULL = re.compile(r"~|null|Null|NULL|")
BOOLEAN = re.compile(r"true|True|TRUE|false|False|FALSE")
INTEGER = re.compile(
    r"[-+]?(?:0b(?P<binary>[01]+)|0x(?P<hexadecimal>[0-9a-fA-F]+)|0o(?P<octal>[0-7]+)|[0-9]+)"
)
FLOAT = re.compile(
    r"[-+]?[0-9]+(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?"
    r"|\.[0-9]+(?:[eE][-+]?[0-9]+)?"
    r"|[-+]?\.(?P<infinite>inf|Inf|INF)"
    r"|\.(?P<nan>nan|NaN|NAN)"
)
TIMESTAMP = re.compile(
    r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})"
    r"|(?P<year2>[0-9]{4})-(?P<month2>[0-9]{1,2})-(?P<day2>[0-9]{1,2})"
    r"(?:[Tt]|[ \t]+)(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2}):(?P<second>[0-9]{2})"
    r"(?:\.(?P<fraction>[0-9]*))?"
    r"(?:[ \t]*(?:Z|(?P<sign>[-+])(?P<zone_hour>[0-9]{1,2})(?::(?P<zone_minute>[0-9]{2}))?))?"
)
BASES = {"binary": 2, "hexadecimal": 16, "octal": 8}
NOT_A_STRING = frozenset("~nNtTfF0123456789+-.")
"""What a scalar that is no string begins with."""


class NotOfItsTag(ValueError):  # noqa: N818 - a fault of the writer's YAML, not a programming error
    """The scalar is not what its tag says."""


def plain_value(text: str) -> Value:
    """Answer the value of a plain scalar."""
    if text and text[0] not in NOT_A_STRING:
        return text
    for read in (null_value, boolean_value, integer_value, float_value, timestamp_value):
        try:
            return read(text)
        except NotOfItsTag:
            continue
    return text


def null_value(text: str) -> None:
    """Answer None. Raises NotOfItsTag where text is no null."""
    if not NULL.fullmatch(text):
        raise NotOfItsTag(text)


def boolean_value(text: str) -> bool:
    """Answer a boolean; yes and no are strings. Raises NotOfItsTag."""
    if not BOOLEAN.fullmatch(text):
        raise NotOfItsTag(text)
    return text.lower() == "true"


def integer_value(text: str) -> int | float:
    """Answer an integer as the double that JavaScript keeps of it. Raises NotOfItsTag."""
    match = INTEGER.fullmatch(text)
    if not match:
        raise NotOfItsTag(text)
    try:
        number = (
            float(int(match[match.lastgroup], BASES[match.lastgroup])) if match.lastgroup else float(text)
        )
    except OverflowError:
        raise NotOfItsTag(text) from None
    if not isfinite(number):
        raise NotOfItsTag(text)
    return number_of(-abs(number) if text[0] == "-" else number)


def float_value(text: str) -> int | float:
    """Answer a number. Raises NotOfItsTag, also where it is too large for a double."""
    match = FLOAT.fullmatch(text)
    if not match:
        raise NotOfItsTag(text)
    if match["nan"]:
        return float("nan")
    if match["infinite"]:
        return float("-inf" if text[0] == "-" else "inf")
    number = float(text)
    if not isfinite(number):
        raise NotOfItsTag(text)
    return number_of(number)


def timestamp_value(text: str) -> datetime | str:
    """Answer the instant that JavaScript's Date.UTC makes of a timestamp: 30 February is 1 March.

    A date that Python has no datetime for (9999-99-99) stays text. Raises NotOfItsTag.
    """
    match = TIMESTAMP.fullmatch(text)
    if not match:
        raise NotOfItsTag(text)
    part = {name: int(digits) for name, digits in match.groupdict("0").items() if digits.isdecimal()}
    year = part["year"] or part["year2"]
    months = (part["month"] or part["month2"]) - 1
    zone = timedelta(hours=part["zone_hour"], minutes=part["zone_minute"])
    fraction = (match["fraction"] or "")[:3].ljust(3, "0")  # a Date has milliseconds
    rest = timedelta(
        days=(part["day"] or part["day2"]) - 1,
        hours=part["hour"],
        minutes=part["minute"],
        seconds=part["second"],
        milliseconds=int(fraction),
    )
    try:
        month_start = datetime(_full_year(year) + months // 12, months % 12 + 1, 1, tzinfo=UTC)
        return month_start + rest - (-zone if match["sign"] == "-" else zone)
    except (ValueError, OverflowError):
        return text


def _full_year(year: int) -> int:
    """Answer the year that Date.UTC takes a number for: 0 to 99 are of the twentieth century."""
    return year + 1900 if year < 100 else year


READERS: dict[str, Callable[[str], Value]] = {
    "str": str,
    "null": null_value,
    "bool": boolean_value,
    "int": integer_value,
    "float": float_value,
    "timestamp": timestamp_value,
    "binary": str,
    "merge": str,
}
"""Readers of the scalars with a tag, by the tag's name; a binary stays its text."""

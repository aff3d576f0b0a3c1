"""Front-matter values as Astro's JavaScript knows them, and when two of them are the same."""

from __future__ import annotations

import re
from datetime import datetime
from decimal import Decimal
from typing import TypeAlias

Value: TypeAlias = bool | int | float | str | datetime | list["Value"] | dict[str, "Value"] | None
"""A number that is whole is an int; a date is a datetime in UTC, as JavaScript's Date is an instant."""

NEVER_BARE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0\ufdd1\ufeff\ufffe\uffff]")
"""Characters that are written as escapes only: unprintable, or line ends to an editor."""
LARGEST_PLAIN_EXPONENT = 21
SMALLEST_PLAIN_EXPONENT = -6


def number_of(number: float) -> int | float:
    """Answer the number with no difference between 1000.0 and 1000, as JavaScript makes none."""
    return int(number) if number.is_integer() else number


def number_text(number: float) -> str:
    """Answer a number as JavaScript writes it (ECMAScript, Number::toString)."""
    if number != number or number in (float("inf"), float("-inf")):
        return {"nan": "NaN", "inf": "Infinity", "-inf": "-Infinity"}[str(number)]
    sign, digit_row, exponent = Decimal(repr(float(number))).normalize().as_tuple()
    digits = "".join(map(str, digit_row))
    point = len(digits) + int(exponent)
    minus = "-" if sign and digits != "0" else ""
    if digits == "0":
        return "0"
    if len(digits) <= point <= LARGEST_PLAIN_EXPONENT:
        return minus + digits.ljust(point, "0")
    if 0 < point <= LARGEST_PLAIN_EXPONENT:
        return f"{minus}{digits[:point]}.{digits[point:]}"
    if SMALLEST_PLAIN_EXPONENT < point <= 0:
        return f"{minus}0.{'0' * -point}{digits}"
    fraction = f".{digits[1:]}" if len(digits) > 1 else ""
    return f"{minus}{digits[0]}{fraction}e{point - 1:+}"


def is_same(one: Value, other: Value) -> bool:
    """Whether two values are one to JavaScript: 1 is not true, not-a-number is itself, 1.0 is 1."""
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(is_same, one, other))
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(is_same(one[key], other[key]) for key in one)
    if _kind(one) is not _kind(other):
        return False
    return one == other or (one != one and other != other)


def _kind(value: Value) -> type:
    return float if type(value) is int else type(value)

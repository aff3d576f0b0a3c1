"""Instants as YAML timestamps, in the notation that the file has."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

NOTATION = re.compile(
    r"(?P<day>[0-9]{4}-[0-9]{1,2}-[0-9]{1,2})"
    r"(?:(?P<gap>[Tt]|[ \t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(?P<fraction>\.[0-9]*)?"
    r"(?P<zone>[ \t]*(?:Z|(?P<sign>[-+])(?P<hours>[0-9]{1,2})(?::(?P<minutes>[0-9]{2}))?))?)?"
)


def written_timestamp(moment: datetime, like: str) -> str:
    """Answer the text of an instant (aware, in UTC), written as like is where that can hold it."""
    notation = NOTATION.fullmatch(like)
    is_day = moment == moment.replace(hour=0, minute=0, second=0, microsecond=0)
    if is_day and (notation is None or notation["gap"] is None):
        return f"{moment:%Y-%m-%d}".rjust(10, "0")
    milliseconds = moment.microsecond // 1000
    if notation is None or notation["gap"] is None or (milliseconds and not notation["fraction"]):
        return _iso(moment)
    offset = timedelta(hours=int(notation["hours"] or 0), minutes=int(notation["minutes"] or 0))
    try:
        local = moment + (-offset if notation["sign"] == "-" else offset)
    except OverflowError:
        return _iso(moment)
    day = f"{local:%Y-%m-%d}".rjust(10, "0")
    digits = len(notation["fraction"] or ".") - 1
    fraction = f".{milliseconds:03}".ljust(digits + 1, "0") if notation["fraction"] else ""
    if digits < len(f"{milliseconds:03}".rstrip("0")):
        return _iso(moment)
    fraction = fraction[: digits + 1]
    return f"{day}{notation['gap']}{local:%H:%M:%S}{fraction}{notation['zone'] or ''}"


def _iso(moment: datetime) -> str:
    moment = moment.astimezone(UTC)
    day = f"{moment:%Y-%m-%d}".rjust(10, "0")
    return f"{day}T{moment:%H:%M:%S}.{moment.microsecond // 1000:03}Z"

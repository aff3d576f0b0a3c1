"""The bounds and formats that methods of Zod give to texts, numbers and lists."""

from __future__ import annotations

import re
import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from editor.blog.schemas.patterns import PATTERNS, pattern_of
from editor.blog.schemas.shapes import ListShape, NumberShape, TextShape
from editor.script.expressions import Call, Name, RegularExpression
from editor.script.tracing import NotPlain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editor.blog.schemas.shapes import Shape
    from editor.script.tracing import Bound, Tracer

TEXT_FORMATS: Final[dict[str, TextShape]] = {
    "url": TextShape(format="url"),
    "httpUrl": TextShape(format="url"),
    "email": TextShape(format="email"),
    "uuid": TextShape(pattern=PATTERNS["uuid"]),
    "guid": TextShape(pattern=PATTERNS["uuid"]),
    "date": TextShape(pattern=PATTERNS["date"]),
    "datetime": TextShape(pattern=PATTERNS["date-time"]),
    "time": TextShape(pattern=PATTERNS["time"]),
}
"""Formats of texts that are told; Zod has more, whose patterns say nothing to a writer."""
PLAIN_FORMATS: Final = frozenset(
    {"nanoid", "cuid", "cuid2", "ulid", "xid", "ksuid", "emoji", "ip", "ipv4", "ipv6", "cidr", "cidrv4"}
    | {"cidrv6", "mac", "base64", "base64url", "e164", "jwt", "duration", "hostname", "hex", "hash", "uuidv4"}
    | {"uuidv6", "uuidv7", "lowercase", "uppercase"}
)
"""Formats of texts that are no more than text here."""
_REWRITING: Final = frozenset({"trim", "toLowerCase", "toUpperCase", "normalize", "slugify"})
_SIGNS: Final = {
    "positive": NumberShape(0, is_smallest_excluded=True),
    "nonnegative": NumberShape(0),
    "negative": NumberShape(largest=0, is_largest_excluded=True),
    "nonpositive": NumberShape(largest=0),
    "int": NumberShape(is_whole=True),
    "safe": NumberShape(),
    "finite": NumberShape(),
}
_LOW: Final = {"min": False, "gte": False, "gt": True}
_HIGH: Final = {"max": False, "lte": False, "lt": True}
_SYNTAX: Final = re.compile(r"[.*+?^${}()|\[\]\\]")


def bounded(shape: Shape, method: str, arguments: Sequence[Bound], tracer: Tracer) -> Shape | None:
    """Answer the shape that a method makes of a text, a number or a list; None where it is no such method.

    A bound whose value cannot be told is none.
    """
    number = _number(arguments, tracer)
    match shape:
        case NumberShape():
            return _bounded_number(shape, method, number)
        case TextShape(shortest, longest):
            lengths = _lengths(method, number, shortest, longest)
            if lengths is None:
                return _patterned(shape, method, arguments, tracer)
            return replace(shape, shortest=lengths[0], longest=lengths[1])
        case ListShape(_, shortest, longest):
            lengths = _lengths(method, number, shortest, longest)
            return replace(shape, shortest=lengths[0], longest=lengths[1]) if lengths else None
    return None


def _number(arguments: Sequence[Bound], tracer: Tracer) -> float | None:
    try:
        told = tracer.plain(arguments[0]) if arguments else None
    except NotPlain:
        return None
    return told if isinstance(told, int | float) and not isinstance(told, bool) else None


def _lengths(
    method: str, number: float | None, shortest: int | None, longest: int | None
) -> tuple[int | None, int | None] | None:
    count = None if number is None or not 0 <= number < sys.maxsize else int(number)
    low = {"min": count, "length": count, "nonempty": 1}
    high = {"max": count, "length": count}
    if method not in low and method not in high:
        return None
    lows = [bound for bound in (shortest, low.get(method)) if bound is not None]
    highs = [bound for bound in (longest, high.get(method)) if bound is not None]
    return max(lows, default=None), min(highs, default=None)


def _bounded_number(shape: NumberShape, method: str, number: float | None) -> NumberShape | None:
    if method in _SIGNS:
        return narrowed(shape, _SIGNS[method])
    if method in _LOW:
        return narrowed(shape, NumberShape(number, is_smallest_excluded=_LOW[method] and number is not None))
    if method in _HIGH:
        high = NumberShape(largest=number, is_largest_excluded=_HIGH[method] and number is not None)
        return narrowed(shape, high)
    return replace(shape, step=number or shape.step) if method in ("multipleOf", "step") else None


def narrowed(one: NumberShape, other: NumberShape) -> NumberShape:
    """Answer the numbers that both shapes allow."""
    lows = [(each.smallest, each.is_smallest_excluded) for each in (one, other) if each.smallest is not None]
    highs = [
        (each.largest, not each.is_largest_excluded) for each in (one, other) if each.largest is not None
    ]
    low, is_low_excluded = max(lows, default=(None, False))
    high, is_high_allowed = min(highs, default=(None, True))
    return replace(
        one,
        smallest=low,
        largest=high,
        is_smallest_excluded=is_low_excluded,
        is_largest_excluded=not is_high_allowed,
        is_whole=one.is_whole or other.is_whole,
    )


def _patterned(shape: TextShape, method: str, arguments: Sequence[Bound], tracer: Tracer) -> TextShape | None:
    if method in _REWRITING or method in PLAIN_FORMATS:
        return shape
    form = TEXT_FORMATS.get(method)
    if form is not None:
        return replace(shape, format=form.format or shape.format, pattern=shape.pattern or form.pattern)
    pattern: str | None = None
    if method == "regex" and arguments:
        pattern = _expression(tracer.traced(arguments[0]), tracer)
    elif method in ("startsWith", "endsWith", "includes"):
        text = tracer.text(arguments[0]) if arguments else None
        escaped = _SYNTAX.sub(r"\\\g<0>", text or "")
        pattern = {"startsWith": f"^{escaped}", "endsWith": f"{escaped}$"}.get(method, escaped)
    return None if pattern is None else replace(shape, pattern=shape.pattern or pattern)


def _expression(value: Bound, tracer: Tracer) -> str:
    """Answer the pattern of a regular expression, "" for one that cannot be told."""
    match value.expression:
        case RegularExpression(_, pattern, flags):
            return pattern_of(pattern, flags)
        case Call(_, Name("RegExp"), (written, *others)):
            letters = tracer.text(value.at(others[0])) if others else None
            return pattern_of(tracer.text(value.at(written)) or "", letters or "")
    return ""

"""Whether a value of the right type keeps to the bounds of its shape, as Zod counts."""

from __future__ import annotations

import math
import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from editor.article.values import number_text
from editor.blog.checks.patterns import is_match
from editor.blog.schemas.shapes import ListShape, NumberShape, TextShape
from editor.text.positions import utf16_length

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editor.article.values import Value
    from editor.blog.schemas.shapes import Shape

Broken = tuple[str, dict[str, str]]
"""The rule that is broken, and what its sentence names."""

_SCHEME: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_WITH_HOST: Final = re.compile(r"(?:https?|wss?|ftp):[/\\]*(?P<host>[^/\\?#\s]*)", re.IGNORECASE)
# Zod's own expression asks for more, but a schema may have put another in its place.
_EMAIL: Final = re.compile(r"[^@\s]+@[^@\s]+")


def broken_bounds(shape: Shape, value: Value) -> Iterator[Broken]:
    """Yield the bounds of shape that value breaks; none where it is of another type."""
    match shape:
        case TextShape() if isinstance(value, str):
            yield from _of_text(shape, value)
        case NumberShape() if isinstance(value, int | float) and not isinstance(value, bool):
            yield from _of_number(shape, value)
        case ListShape(_, shortest, longest) if isinstance(value, list):
            yield from _less(len(value), shortest, "too-few")
            yield from _more(len(value), longest, "too-many")


def _of_text(shape: TextShape, text: str) -> Iterator[Broken]:
    # A schema does not tell whether the blog trims the text first, nor which Zod it has: that counts UTF-16
    # code units, but code points since version 4.5.
    trimmed = text.strip()
    yield from _less(utf16_length(text), shape.shortest, "too-short")
    yield from _more(len(trimmed), shape.longest, "too-long")
    if shape.format == "url" and not _is_url(trimmed):
        yield "not-a-url", {}
    if shape.format == "email" and not _EMAIL.fullmatch(trimmed):
        yield "not-an-email", {}
    if shape.pattern and is_match(shape.pattern, text) is False and is_match(shape.pattern, trimmed) is False:
        yield "not-in-pattern", {"pattern": shape.pattern}


def _is_url(text: str) -> bool:
    """Whether JavaScript's new URL() takes the text, as far as a glance tells."""
    host = _WITH_HOST.match(text)
    return bool(host["host"]) if host else _SCHEME.match(text) is not None


def _of_number(shape: NumberShape, number: float) -> Iterator[Broken]:
    low, high = shape.smallest, shape.largest
    if low is not None and (number < low or (number == low and shape.is_smallest_excluded)):
        yield "not-above" if shape.is_smallest_excluded else "too-small", {"limit": number_text(low)}
    if high is not None and (number > high or (number == high and shape.is_largest_excluded)):
        yield "not-below" if shape.is_largest_excluded else "too-large", {"limit": number_text(high)}
    if shape.is_whole and not float(number).is_integer():
        yield "not-whole", {}
    elif shape.step and not _is_multiple(number, shape.step):
        yield "not-in-steps", {"limit": number_text(shape.step)}


def _is_multiple(number: float, step: float) -> bool:
    """Whether number is a multiple of step in decimal figures, as it is written."""
    if not math.isfinite(number) or not math.isfinite(step) or abs(number / step) > 2**53:
        return True
    return Decimal(repr(number)) % Decimal(repr(step)) == 0


def _less(count: int, limit: int | None, rule: str) -> Iterator[Broken]:
    if limit is not None and count < limit:
        yield rule, {"count": str(count), "limit": str(limit)}


def _more(count: int, limit: int | None, rule: str) -> Iterator[Broken]:
    if limit is not None and count > limit:
        yield rule, {"count": str(count), "limit": str(limit)}

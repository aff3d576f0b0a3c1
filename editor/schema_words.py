"""What the blog's schema says of a field, in words: description, bounds, default."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from editor.article.values import number_text
from editor.blog.schemas.shapes import AnyShape, ListShape, NumberShape, TextShape
from editor.translation import ntr, tr

if TYPE_CHECKING:
    from editor.article.values import Value
    from editor.blog.fields import Field
    from editor.blog.schemas.shapes import Shape

_SHORT: Final = 100
_LONGEST_DEFAULT: Final = 60
# What is around a pattern that has flags, whatever its case is.
_FLAGS: Final = re.compile(r"^\(\?[ims]+:(.*)\)$", re.DOTALL)


def hint_of(field: Field, *, is_broken: bool) -> str:
    """Answer the line below a field: its description where that is short, its bounds; "" for none.

    A greatest length is told where it is broken only: a counter shows it.
    """
    if field.rule is None:
        return ""
    description = " ".join(field.rule.description.split())
    shape = field.shape
    if isinstance(shape, TextShape) and not is_broken and not shape.shortest:
        shape = replace(shape, longest=None)
    parts = (description if len(description) <= _SHORT else "", bounds_words(shape))
    return " · ".join(filter(None, parts))


def tip_of(field: Field) -> str:
    """Answer the words over a field: a description too long for the line below it."""
    description = field.rule.description.strip() if field.rule else ""
    return description if len(description) > _SHORT else ""


def default_words(field: Field) -> str:
    """Answer what Astro takes where the field is absent, "" where nothing."""
    rule = field.rule
    if rule is None or not rule.has_default:
        return ""
    words = rule.default_source or value_words(rule.default)
    if len(words) > _LONGEST_DEFAULT:
        words = words[: _LONGEST_DEFAULT - 1] + "…"
    return tr("Default: {value}").format(value=words) if words else ""


def value_words(value: Value) -> str:
    """Answer a value in the writer's words, "" for a mapping."""
    if isinstance(value, bool):
        return tr("yes") if value else tr("no")
    if isinstance(value, int | float):
        return number_text(value)
    if isinstance(value, list):
        return ", ".join(map(value_words, value)) or tr("empty")
    if value is None:
        return tr("empty")
    return "" if isinstance(value, dict) else str(value)


def bounds_words(shape: Shape) -> str:
    """Answer the bounds of a shape, "" where it has none."""
    match shape:
        case NumberShape():
            return _number_words(shape)
        case TextShape(shortest, longest):
            counted = ntr("{count} character", "{count} characters", longest or shortest or 0)
            length = _count_words(shortest, longest, counted)
            return " · ".join(filter(None, (_format_words(shape), length)))
        case ListShape(item, shortest, longest):
            counted = ntr("{count} entry", "{count} entries", longest or shortest or 0)
            each = bounds_words(item)
            each = tr("each: {bounds}").format(bounds=each[:1].lower() + each[1:]) if each else ""
            return " · ".join(filter(None, (_count_words(shortest, longest, counted), each)))
        case AnyShape() if shape.unread:
            return unread_words(shape)
    return ""


def unread_words(shape: AnyShape) -> str:
    """Answer what of a schema could not be read, and why."""
    match shape.unread:
        case "import":
            words = tr("The schema takes this from elsewhere: {source}")
        case "call":
            words = tr("The schema calls {source}, and what that allows is not known here.")
        case "recursion":
            words = tr("The same fields again, as deep as you like.")
        case _:
            words = tr("The schema says {source}, which cannot be read here.")
    return words.format(source=_one_line(shape.source))


def _number_words(shape: NumberShape) -> str:
    low, high = shape.smallest, shape.largest
    is_excluded = shape.is_smallest_excluded or shape.is_largest_excluded
    least = tr("More than {smallest}") if shape.is_smallest_excluded else tr("At least {smallest}")
    most = tr("Less than {largest}") if shape.is_largest_excluded else tr("At most {largest}")
    if low is not None and high is not None and not is_excluded:
        words = tr("From {smallest} to {largest}")
    else:
        words = ", ".join(filter(None, (least if low is not None else "", most if high is not None else "")))
    bounds = words.format(
        smallest="" if low is None else number_text(low), largest="" if high is None else number_text(high)
    )
    whole = tr("whole number") if shape.is_whole and not shape.step else ""
    step = tr("in steps of {step}").format(step=number_text(shape.step)) if shape.step else ""
    return ", ".join(filter(None, (bounds, whole, step))).capitalize()


def _count_words(shortest: int | None, longest: int | None, counted: str) -> str:
    """Answer bounds of a count; counted names what is counted after {count}."""
    if longest is not None and shortest == longest:
        return counted.format(count=longest)
    if shortest and longest is not None:
        return counted.format(count=tr("{smallest} to {largest}").format(smallest=shortest, largest=longest))
    if longest is not None:
        return tr("At most {counted}").format(counted=counted.format(count=longest))
    return tr("At least {counted}").format(counted=counted.format(count=shortest)) if shortest else ""


def _format_words(shape: TextShape) -> str:
    match shape.format:
        case "url":
            return tr("A web address")
        case "email":
            return tr("An email address")
    pattern = _FLAGS.sub(r"\1", shape.pattern)
    return tr("In the form {pattern}").format(pattern=pattern) if pattern else ""


def _one_line(source: str) -> str:
    words = " ".join(source.split())
    return words if len(words) <= _LONGEST_DEFAULT else words[: _LONGEST_DEFAULT - 1] + "…"

"""What a check finds, before it is known where in the text that stands and what mends it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from editor.article.places import Place
    from editor.article.values import Value
    from editor.blog.problems import Severity

Remedy = Literal["quote", "unquote", "write", "remove", "rename", "list"]
"""What mends a value: put it in quotes, take the quotes away, write another, remove its field, give its
field another name, make a list of it."""


@dataclass(frozen=True, slots=True)
class Repair:
    """A repair: value is the new value, or the new name; nothing for a removal."""

    remedy: Remedy
    value: Value = None


@dataclass(frozen=True, slots=True)
class Finding:
    """Something found at a place: at the value, or at its name where is_of_key is true."""

    rule: str
    place: Place
    severity: Severity = "error"
    data: Mapping[str, str] = field(default_factory=dict)
    repair: Repair | None = None
    is_of_key: bool = False


REMOVAL: Final = Repair("remove")


def wrong_type(expected: str, value: Value, place: Place, repair: Repair | None = None) -> Finding:
    """Answer that a value is not of the type expected."""
    return Finding("wrong-type", place, data={"expected": expected, "found": kind_name(value)}, repair=repair)


def kind_name(value: Value) -> str:
    """Answer the code of what a value is."""
    match value:
        case bool():
            return "flag"
        case int() | float():
            return "number"
        case datetime():
            return "date"
        case list():
            return "list"
        case dict():
            return "group"
    return "text"

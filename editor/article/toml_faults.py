"""What is wrong with TOML, told from where tomlkit's parser stopped."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tomlkit import exceptions

from editor.article.faults import Unreadable
from editor.article.toml_scalars import NotInJavaScript

if TYPE_CHECKING:
    from collections.abc import Sequence

_REASONS: Final[dict[type[Exception], str]] = {
    exceptions.EmptyKeyError: "wrong-name",
    exceptions.EmptyTableNameError: "wrong-name",
    exceptions.InvalidCharInStringError: "unknown-escape",
    exceptions.InvalidControlChar: "control-character",
    exceptions.InvalidNumberError: "not-a-value",
    exceptions.InvalidTimeError: "not-a-value",
    exceptions.InvalidUnicodeValueError: "unknown-escape",
    exceptions.UnexpectedCharError: "unexpected-character",
    exceptions.UnexpectedEofError: "unclosed-quote",
}
_QUOTES: Final = ("'", '"')
_BRACKETS: Final = ("[", "{")
_BARE: Final = re.compile(r"[^\n#]*")
_BARE_WITHIN: Final = re.compile(r"[^\n#,\]}]*")
_SHORT: Final = 40
"""Characters of the writer's text that a fault repeats."""


@dataclass(frozen=True, slots=True)
class Stop:
    """Where the parser stopped, and what it was reading.

    end is where the TOML ends, key where the key begins that is being read; values are the beginnings of
    the values around the place, the innermost last.
    """

    text: str
    index: int
    end: int
    key: int | None
    values: Sequence[int]

    @property
    def is_at_line_end(self) -> bool:
        """Whether there is nothing more on the line."""
        return self.index >= self.end or self.text[self.index] == "\n"


def reason_of(error: Exception) -> str:
    """Answer the code of an error of parsing; what is no error of syntax stands twice."""
    words = str(error)
    if isinstance(error, NotInJavaScript):
        return words
    if words.startswith("TOML "):  # value or key nested more than so many levels deep
        return "too-deep"
    return _REASONS.get(type(error), "wrong-name" if words.startswith("Invalid ") else "duplicate-key")


def fault_of(reason: str, stop: Stop) -> Unreadable:
    """Answer what an error of syntax tells the writer, and where."""
    if reason == "too-deep":
        return Unreadable(reason, stop.index)
    if stop.values:
        return _value_fault(reason, stop)
    if stop.key is not None:
        return _key_fault(reason, stop.key, stop)
    return _fault_at(reason, stop)


def _value_fault(reason: str, stop: Stop) -> Unreadable:
    start = stop.values[-1]
    if start >= stop.end:
        return _unclosed("unclosed-bracket", stop.values[-2], stop)
    if stop.text.startswith(_QUOTES, start):
        return _string_fault(reason, start, stop)
    if stop.text.startswith(_BRACKETS, start):
        is_open = stop.index >= stop.end
        return _unclosed("unclosed-bracket", start, stop) if is_open else _fault_at(reason, stop)
    bare = (_BARE_WITHIN if stop.values[:-1] else _BARE).match(stop.text, start, stop.end)
    word = bare[0].rstrip() if bare else ""
    if word:
        return Unreadable(reason if reason == "number-too-large" else "not-a-value", start, word[:_SHORT])
    return Unreadable("no-value", start) if stop.text[start] in "\n#" else _fault_at(reason, stop)


def _string_fault(reason: str, start: int, stop: Stop) -> Unreadable:
    if reason == "unclosed-quote" or (reason == "control-character" and stop.is_at_line_end):
        return _unclosed("unclosed-quote", start, stop)
    before = stop.text[start : stop.index].rstrip()
    place = start + len(before) - 1
    if reason == "unknown-escape" and before.endswith("\\"):
        return Unreadable(reason, place, stop.text[place : stop.index + 1].rstrip())
    if reason == "unknown-escape":  # it was the end of the string, and more quotes follow
        return Unreadable("unexpected-character", place, before[-1])
    return _fault_at(reason, stop)


def _key_fault(reason: str, start: int, stop: Stop) -> Unreadable:
    if stop.text.startswith(_QUOTES, start) and reason in ("unclosed-quote", "control-character"):
        return _unclosed("unclosed-quote", start, stop)
    is_without_equals = stop.is_at_line_end or stop.text[stop.index] == ":"
    return Unreadable("no-equals" if is_without_equals else "wrong-name", start)


def _fault_at(reason: str, stop: Stop) -> Unreadable:
    if reason != "unexpected-character":
        return Unreadable(reason, stop.index)
    if stop.is_at_line_end:  # of a header
        return _unclosed("unclosed-bracket", stop.text.rfind("[", 0, stop.index), stop)
    return Unreadable(reason, stop.index, stop.text[stop.index])


def _unclosed(reason: str, start: int, stop: Stop) -> Unreadable:
    return Unreadable(reason, start, stop.text[start])

"""Regular expressions of JavaScript, matched in a time that no pattern can lengthen.

No search goes back: all ways through the pattern are followed together, letter by letter (Thompson's way).
What such a search cannot do, and what depends on flags that a schema does not tell, has no answer.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

LONGEST_PATTERN: Final = 2_000
LONGEST_TEXT: Final = 2_000
MOST_STATES: Final = 3_000
MOST_STEPS: Final = 20_000
_LAST: Final = 0x10FFFF
_FIRST_ASTRAL: Final = "\U00010000"

Ranges: TypeAlias = tuple[tuple[int, int], ...]
"""Characters, as first and last code points."""
_Build: TypeAlias = "Callable[[int], int]"
"""Builds the states of a part of a pattern before the state that follows it; answers where it begins."""

_DIGIT: Final[Ranges] = ((48, 57),)
_WORD: Final[Ranges] = ((48, 57), (65, 90), (95, 95), (97, 122))
_SPACE: Final[Ranges] = (
    *((9, 13), (32, 32), (0xA0, 0xA0), (0x1680, 0x1680), (0x2000, 0x200A), (0x2028, 0x2029)),
    *((0x202F, 0x202F), (0x205F, 0x205F), (0x3000, 0x3000), (0xFEFF, 0xFEFF)),
)
_BREAK: Final[Ranges] = ((10, 10), (13, 13), (0x2028, 0x2029))
_CLASSES: Final = {"d": _DIGIT, "w": _WORD, "s": _SPACE}
_CONTROLS: Final = {"t": "\t", "n": "\n", "r": "\r", "v": "\v", "f": "\f", "0": "\0"}
_CODE: Final = re.compile(r"x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}")
_COUNT: Final = re.compile(r"\{(?P<least>[0-9]{1,6})(?P<comma>,(?P<most>[0-9]{1,6})?)?\}")
_FLAGS: Final = re.compile(r"\?[ims]{1,3}:")
_NAME: Final = re.compile(r"\?<[^\W\d]\w*>")


class _UnknownError(Exception):
    """The pattern is beyond this matcher."""


@dataclass(slots=True)
class _State:
    """A step of a match: over one of some characters, or for free where kind says so.

    kind is "set", "split" (either way), "start", "end", "border", "inside" (places in the text) or "match".
    """

    kind: str
    ranges: Ranges = ()
    ways: tuple[int, ...] = ()


def is_match(pattern: str, text: str) -> bool | None:
    """Answer whether a JavaScript regular expression finds something in text, None where that is uncertain.

    Case is not looked at, for the flag i leaves no trace in a generated schema; what has several lines, or
    characters beyond U+FFFF, is matched otherwise with other flags too.
    """
    if len(text) > LONGEST_TEXT or "\n" in text or any(letter >= _FIRST_ASTRAL for letter in text):
        return None
    states = _compiled(pattern)
    return None if states is None else _Search(states, text).answer()


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> tuple[_State, ...] | None:
    if len(pattern) > LONGEST_PATTERN:
        return None
    try:
        return _Compiler(pattern).states()
    except (_UnknownError, RecursionError):
        return None


class _Compiler:
    """Reads a pattern; each part of it becomes a function that builds its states before those that follow."""

    def __init__(self, pattern: str) -> None:
        self._pattern = pattern
        self._place = 0
        self._states: list[_State] = []
        self._built = 0

    def states(self) -> tuple[_State, ...]:
        """Answer the states; the last is where a match begins. Raises _UnknownError."""
        build = self._either()
        if self._place < len(self._pattern):
            raise _UnknownError
        start = build(self._add(_State("match")))
        self._add(_State("split", ways=(start,)))
        return tuple(self._states)

    def _either(self) -> _Build:
        options = [self._row()]
        while self._skip("|"):
            options.append(self._row())

        def build(following: int) -> int:
            return self._add(_State("split", ways=tuple(option(following) for option in options)))

        return build if len(options) > 1 else options[0]

    def _row(self) -> _Build:
        parts: list[_Build] = []
        while self._place < len(self._pattern) and self._pattern[self._place] not in "|)":
            parts.append(self._repeated(self._one()))

        def build(following: int) -> int:
            for part in reversed(parts):
                following = part(following)
            return following

        return build

    def _repeated(self, part: _Build) -> _Build:
        bounds = self._bounds()
        if bounds is None:
            return part
        least, most = bounds
        self._skip("?")  # lazy or not, a match is one

        def build(following: int) -> int:
            if most is None:
                loop = self._add(_State("split"))
                self._states[loop].ways = (self._again(part, loop), following)
                following = loop
            for _ in range((most or 0) - least):
                following = self._add(_State("split", ways=(self._again(part, following), following)))
            for _ in range(least):
                following = self._again(part, following)
            return following

        return build

    def _bounds(self) -> tuple[int, int | None] | None:
        """Answer how often the part before may stand, None where nothing says so."""
        for sign, least, most in (("*", 0, None), ("+", 1, None), ("?", 0, 1)):
            if self._skip(sign):
                return least, most
        found = _COUNT.match(self._pattern, self._place)
        if found is None:
            return None
        self._place = found.end()
        least = int(found["least"])
        return least, (int(found["most"]) if found["most"] else None if found["comma"] else least)

    def _one(self) -> _Build:
        letter = self._take()
        if letter == "(":
            return self._group()
        if letter in "^$":
            return self._at("start" if letter == "^" else "end")
        if letter == "\\" and (self._skip("b") or self._skip("B")):
            return self._at("border" if self._pattern[self._place - 1] == "b" else "inside")
        if letter in "*+?{}]":
            raise _UnknownError
        return self._over(self._set(letter))

    def _set(self, letter: str) -> Ranges:
        """Answer the characters that a letter of the pattern stands for, with what belongs to it."""
        match letter:
            case ".":
                return _others(_BREAK)
            case "[":
                return self._class()
            case "\\":
                return self._escape()
        return _only(letter)

    def _group(self) -> _Build:
        name = _NAME.match(self._pattern, self._place)
        if name is not None:
            self._place = name.end()
        elif not self._skip("?:") and self._pattern.startswith("?", self._place):
            flags = _FLAGS.match(self._pattern, self._place)
            if flags is None:
                raise _UnknownError  # what looks ahead or behind
            self._place = flags.end()
        build = self._either()
        if not self._skip(")"):
            raise _UnknownError
        return build

    def _escape(self) -> Ranges:
        letter = self._take()
        if letter in _CLASSES:
            return _CLASSES[letter]
        if letter.lower() in _CLASSES:
            return _others(_CLASSES[letter.lower()])
        code = _CODE.match(self._pattern, self._place - 1)
        if code is not None:
            self._place = code.end()
            return _only(chr(int(code[0][1:], 16)))
        if letter in _CONTROLS:
            return _only(_CONTROLS[letter])
        if letter.isalnum():
            raise _UnknownError  # \p{L}, \k<name>, \1
        return _only(letter)

    def _class(self) -> Ranges:
        is_other = self._skip("^")
        found: list[tuple[int, int]] = []
        while not self._skip("]"):
            first = self._member()
            if self._pattern.startswith("-", self._place) and not self._pattern.startswith("-]", self._place):
                self._take()
                found.append(_range(first, self._member()))
            else:
                found += first
        return _others(found) if is_other else tuple(found)

    def _member(self) -> Ranges:
        if self._skip("\\b"):
            return _only("\b")
        return self._escape() if self._skip("\\") else _only(self._take())

    def _take(self) -> str:
        if self._place >= len(self._pattern):
            raise _UnknownError
        self._place += 1
        return self._pattern[self._place - 1]

    def _skip(self, text: str) -> bool:
        is_there = self._pattern.startswith(text, self._place)
        self._place += len(text) if is_there else 0
        return is_there

    def _over(self, ranges: Ranges) -> _Build:
        return lambda following: self._add(_State("set", ranges, (following,)))

    def _at(self, kind: str) -> _Build:
        return lambda following: self._add(_State(kind, ways=(following,)))

    def _again(self, part: _Build, following: int) -> int:
        """Build a part once more; what is empty costs no state, but time."""
        self._built += 1
        if self._built > MOST_STATES:
            raise _UnknownError
        return part(following)

    def _add(self, state: _State) -> int:
        if len(self._states) >= MOST_STATES:
            raise _UnknownError
        self._states.append(state)
        return len(self._states) - 1


class _Search:
    """Follows all ways through the states over one text."""

    def __init__(self, states: tuple[_State, ...], text: str) -> None:
        self._states = states
        self._text = text
        self._steps = 0

    def answer(self) -> bool | None:
        """Answer whether the text has a match, None where the search takes too long."""
        reached: set[int] = set()
        for place in range(len(self._text) + 1):
            reached.add(len(self._states) - 1)
            reached = self._free(reached, place)
            if any(self._states[number].kind == "match" for number in reached):
                return True
            self._steps += len(reached) + 1
            if self._steps > MOST_STEPS:
                return None
            if place < len(self._text):
                reached = set(self._over(reached, self._text[place]))
        return False

    def _free(self, reached: set[int], place: int) -> set[int]:
        """Answer the states that can be reached from others without going over a character."""
        found: set[int] = set()
        waiting = list(reached)
        while waiting:
            number = waiting.pop()
            if number in found:
                continue
            found.add(number)
            state = self._states[number]
            if state.kind == "split" or (
                state.kind not in ("set", "match") and self._is_at(state.kind, place)
            ):
                waiting += state.ways
        return found

    def _over(self, reached: Iterable[int], letter: str) -> Iterable[int]:
        codes = {ord(form) for form in (letter, letter.lower(), letter.upper()) if len(form) == 1}
        for number in reached:
            state = self._states[number]
            if any(first <= code <= last for first, last in state.ranges for code in codes):
                yield state.ways[0]

    def _is_at(self, kind: str, place: int) -> bool:
        if kind == "start":
            return place == 0
        if kind == "end":
            return place == len(self._text)
        before = self._text[place - 1 : place] if place else ""
        is_border = _is_word(before) != _is_word(self._text[place : place + 1])
        return is_border == (kind == "border")


def _range(first: Ranges, last: Ranges) -> tuple[int, int]:
    (low, low_end), (high, high_end) = first[0], last[0]
    if low != low_end or high != high_end or low > high:
        raise _UnknownError  # of a class such as \d, which is no end of a range
    return low, high


def _only(letter: str) -> Ranges:
    return ((ord(letter), ord(letter)),)


def _others(ranges: Iterable[tuple[int, int]]) -> Ranges:
    """Answer all other characters."""
    found = []
    start = 0
    for first, last in sorted(ranges):
        if first > start:
            found.append((start, first - 1))
        start = max(start, last + 1)
    return (*found, (start, _LAST))


def _is_word(letter: str) -> bool:
    return letter.isascii() and (letter.isalnum() or letter == "_")

"""The YAML of one line of a front matter as coloured spans, given what the line before it left open."""

from __future__ import annotations

import re
from enum import IntEnum
from typing import Final

from editor.text.spans import Span, add_no_break_spaces, in_order
from editor.text.syntax import LONGEST_LINE, ScannedLine

_FENCE: Final = re.compile(r"(?:---|\+\+\+|\.\.\.)[ \t]*$")
_INDENTATION: Final = re.compile(r"[ \t]*(?:-[ \t]+|-$)*")
_KEY: Final = re.compile(
    r"""(?P<key>"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s#"'\[\]{},&*!|>%@`](?:(?![ \t]\#|:[ \t]).)*?)"""
    r"[ \t]*:(?=[ \t]|$)"
)
_FLOW_KEY: Final = re.compile(r"[^\s#\"'\[\]{},:][^\[\]{},:#]*(?=:[ \t])")
_BLOCK_SCALAR: Final = re.compile(r"[|>][-+0-9]{0,2}(?=[ \t]*(?:[ \t]#.*)?$)")
_PROPERTY: Final = re.compile(r"[&*!][^\s,\[\]{}]*")
_PLAIN: Final = re.compile(r"(?:(?![ \t]+#|[ \t]+$).)+")
_PLAIN_IN_FLOW: Final = re.compile(r"(?:(?![ \t]+#|[ \t]*[,\[\]{}]|[ \t]+$).)+")
_LITERAL: Final = re.compile(
    r"(?:true|false|null|~|[-+]?[0-9][0-9_]*(?:\.[0-9]+)?(?:e[-+]?[0-9]+)?"
    r"|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt \t].*)?)$",
    re.IGNORECASE,
)
_DOUBLE_END: Final = re.compile(r'(?:[^"\\]|\\.)*"')
_SINGLE_END: Final = re.compile(r"(?:[^']|'')*'(?!')")


class _Open(IntEnum):
    """What a line leaves open; the bits above tell how deep (collections) or how far indented (block)."""

    NOTHING = 0
    DOUBLE_QUOTES = 1
    SINGLE_QUOTES = 2
    BLOCK = 3
    COLLECTION = 4


def scan_yaml_line(line: str, state: int) -> ScannedLine:
    """Answer the spans of a line, without its end, after one that left state; 0 or -1 for the first line."""
    if len(line) > LONGEST_LINE:
        return ScannedLine((), state)
    scanner = _YamlScanner(line)
    state = scanner.scan(max(0, state))
    add_no_break_spaces(line, scanner.spans)
    return ScannedLine(in_order(scanner.spans), state)


class _YamlScanner:
    """Reads one line of YAML from left to right."""

    __slots__ = ("_depth", "_line", "_position", "spans")

    def __init__(self, line: str) -> None:
        self.spans: list[Span] = []
        self._line = line
        self._position = 0
        self._depth = 0  # of flow collections

    def scan(self, state: int) -> int:
        """Fill the spans and answer the state for the next line."""
        line, kind, amount = self._line, _Open(state & 7), state >> 3
        if kind is _Open.BLOCK and (not line.strip() or len(line) - len(line.lstrip(" ")) > amount):
            self._add(0, len(line), "data_string")
            return state
        if kind in (_Open.NOTHING, _Open.BLOCK) and _FENCE.match(line):
            self._add(0, len(line), "data_fence")
            return 0
        if kind is _Open.COLLECTION:
            self._depth = amount
        elif kind in (_Open.DOUBLE_QUOTES, _Open.SINGLE_QUOTES):
            self._depth = amount
            open_still = self._take_string(0, kind)
            if open_still:
                return state
        else:
            return self._entry()
        return self._value(0)

    def _add(self, start: int, end: int, role: str) -> None:
        if end > start:
            self.spans.append(Span(start, end, role))

    def _entry(self) -> int:
        indentation = _INDENTATION.match(self._line)
        start = indentation.end() if indentation is not None else 0
        dashes = self._line[:start]
        self._add(len(dashes) - len(dashes.lstrip()), len(dashes.rstrip()), "marker")
        self._position = start
        parent = max(dashes.rfind("-"), 0)
        key = _KEY.match(self._line, start)
        if key is not None:
            self._add(*key.span("key"), "data_key")
            self._add(key.end() - 1, key.end(), "marker")
            self._position = key.end()
            parent = start
        return self._value(parent)

    def _value(self, parent: int) -> int:
        """Scan to the end of the line; parent is the column a block scalar's lines must pass."""
        line = self._line
        while self._position < len(line):
            start = self._position
            character = line[start]
            if character in " \t":
                self._position += 1
            elif character == "#" and (start == 0 or line[start - 1] in " \t"):
                self._take(len(line), "data_comment")
            elif character in "\"'":
                kind = _Open.DOUBLE_QUOTES if character == '"' else _Open.SINGLE_QUOTES
                if self._take_string(start + 1, kind):
                    return kind | self._depth << 3
            elif character in "|>" and (scalar := _BLOCK_SCALAR.match(line, start)) is not None:
                self._take(scalar.end(), "marker")
                self._add(
                    self._position + len(line[self._position :]) - len(line[self._position :].lstrip()),
                    len(line),
                    "data_comment",
                )
                return _Open.BLOCK | parent << 3
            else:
                self._take_piece(character)
        return _Open.COLLECTION | self._depth << 3 if self._depth else _Open.NOTHING

    def _take(self, end: int, role: str) -> None:
        self._add(self._position, end, role)
        self._position = end

    def _take_string(self, start: int, kind: _Open) -> bool:
        """Take a quoted string whose text begins at start; answer whether the line leaves it open."""
        pattern = _DOUBLE_END if kind is _Open.DOUBLE_QUOTES else _SINGLE_END
        end = pattern.match(self._line, start)
        self._take(end.end() if end is not None else len(self._line), "data_string")
        return end is None

    def _take_piece(self, character: str) -> None:
        line, start = self._line, self._position
        if character in "[{" or (self._depth and character in "]},:"):
            self._depth += (character in "[{") - (character in "]}")
            self._take(start + 1, "marker")
        elif (found := _PROPERTY.match(line, start)) is not None:
            self._take(found.end(), "data_value")
        elif self._depth and (found := _FLOW_KEY.match(line, start)) is not None:
            self._take(found.end(), "data_key")
        else:
            found = (_PLAIN_IN_FLOW if self._depth else _PLAIN).match(line, start)
            end = found.end() if found is not None else start + 1
            self._take(end, "data_value" if _LITERAL.match(line[start:end]) else "data_string")

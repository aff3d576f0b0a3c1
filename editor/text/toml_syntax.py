"""The TOML of one line of a front matter as coloured spans, given what the line before it left open."""

from __future__ import annotations

import re
from enum import IntEnum
from typing import Final

from editor.text.spans import Span, add_no_break_spaces, in_order
from editor.text.syntax import LONGEST_LINE, ScannedLine

_FENCE: Final = re.compile(r"\+\+\+[ \t]*$")
_HEADER: Final = re.compile(
    r"[ \t]*(?P<open>\[\[?)(?P<key>(?:\"(?:[^\"\\]|\\.)*\"|'[^']*'|[^\]\"'#])*)(?P<close>\]{0,2})"
)
_BARE: Final = re.compile(r"[^\s#\"'\[\]{},=]+")
_BASIC: Final = re.compile(r'"(?:[^"\\]|\\.)*(?:"|$)')
_LITERAL: Final = re.compile(r"'[^']*(?:'|$)")
_KEY_END: Final = re.compile(r"[ \t]*[=.]")
_VALUE: Final = re.compile(
    r"(?:true|false|[-+]?(?:inf|nan)|[-+]?[0-9][0-9A-Fa-f_xob]*(?:\.[0-9_]+)?(?:[eE][-+]?[0-9_]+)?"
    r"|[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[Tt].*)?|[0-9]{2}:[0-9]{2}.*)$"
)
_DEEPEST: Final = 1 << 20


class _Open(IntEnum):
    """What a line leaves open; the bits above tell how deep it is in brackets."""

    NOTHING = 0
    BASIC = 1
    LITERAL = 2


_STRINGS: Final = {
    '"""': (_Open.BASIC, re.compile(r'(?:[^"\\]|\\.|\\$|"(?!""))*"""(?:"{0,2})')),
    "'''": (_Open.LITERAL, re.compile(r"(?:[^']|'(?!''))*'''(?:'{0,2})")),
}
_MARKS: Final = {kind: mark for mark, (kind, _) in _STRINGS.items()}


def scan_toml_line(line: str, state: int) -> ScannedLine:
    """Answer the spans of a line, without its end, after one that left state; 0 or -1 for the first line."""
    if len(line) > LONGEST_LINE:
        return ScannedLine((), state)
    scanner = _TomlScanner(line, max(0, state))
    spans = scanner.spans
    add_no_break_spaces(line, spans)
    return ScannedLine(in_order(spans), scanner.state)


class _TomlScanner:
    """Reads one line of TOML from left to right."""

    __slots__ = ("_depth", "_line", "_open", "_position", "spans")

    def __init__(self, line: str, state: int) -> None:
        self.spans: list[Span] = []
        self._line = line
        self._position = 0
        self._open = _Open(state & 3)
        self._depth = state >> 2
        if self._open:
            self._take_rest(_MARKS[self._open])
        elif not self._depth and _FENCE.match(line):
            self._take(len(line), "data_fence")
        elif not self._depth:
            self._take_header()
        while self._position < len(line):
            self._take_piece()

    @property
    def state(self) -> int:
        """What this line leaves open."""
        return self._open | self._depth << 2

    def _take(self, end: int, role: str = "") -> None:
        if role and end > self._position:
            self.spans.append(Span(self._position, end, role))
        self._position = end

    def _take_header(self) -> None:
        header = _HEADER.match(self._line)
        if header is not None:
            self._take(header.start("open"))
            self._take(header.end("open"), "marker")
            self._take(header.end("key"), "data_key")
            self._take(header.end("close"), "marker")

    def _take_piece(self) -> None:
        line, start = self._line, self._position
        character = line[start]
        mark = line[start : start + 3]
        if character.isspace():
            self._take(start + 1)
        elif character == "#":
            self._take(len(line), "data_comment")
        elif mark in _STRINGS:
            self._take_rest(mark, len(mark))
        elif found := (_BASIC if character == '"' else _LITERAL if character == "'" else _BARE).match(
            line, start
        ):
            self._take(found.end(), self._role(found[0], found.end()))
        else:
            self._depth = min(max(self._depth + (character in "[{") - (character in "]}"), 0), _DEEPEST)
            self._take(start + 1, "marker")

    def _take_rest(self, mark: str, begun: int = 0) -> None:
        """Take a string of several lines as far as it goes on this one; begun is the length of its mark."""
        kind, pattern = _STRINGS[mark]
        end = pattern.match(self._line, self._position + begun)
        self._open = _Open.NOTHING if end else kind
        self._take(end.end() if end else len(self._line), "data_string")

    def _role(self, source: str, end: int) -> str:
        """Answer what a piece that ends at an index is: a key, a text, another value, or nothing known."""
        if _KEY_END.match(self._line, end) or source.endswith("."):
            return "data_key"
        if source[0] in "\"'":
            return "data_string"
        return "data_value" if _VALUE.match(source) else ""

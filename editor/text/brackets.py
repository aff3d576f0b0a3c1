"""Where brackets of a script are closed, found without parsing it; strings and comments are stepped over.

A quote that is not closed in its line counts as text, since it may stand in the text of JSX.
"""

from __future__ import annotations

import re
from typing import Final

_TOKEN: Final = re.compile(
    r"""
    (?P<passed> "(?:[^"\\\n]|\\.)*+" | '(?:[^'\\\n]|\\.)*+' | //[^\n]*+
    | (?:(?<=[(,=:\[!&|?{};+*%~^]) | (?<=\breturn) | (?<=\A)) \s*+
      /(?![*/])(?:[^/\\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*+\])++/ )
    | (?P<comment> /\* )
    | (?P<mark> [`(){}\[\]] )
    """,
    re.VERBOSE | re.DOTALL,
)
_IN_TEMPLATE: Final = re.compile(r"\\.|(?P<mark>`|\$\{)", re.DOTALL)
_BLANK_LINE: Final = re.compile(r"\n[ \t]*(?:\n|\Z)")
_CLOSING: Final = {"{": "}", "[": "]", "(": ")"}


class _Reader:
    """Goes through a script and keeps the marks that are open, of brackets those asked for."""

    def __init__(self, text: str, start: int, opening: str) -> None:
        self._text = text
        self._opening = opening
        self._closing = [_CLOSING[mark] for mark in opening]
        self.position = start
        self.start = start
        """Where the mark begins that was read last."""
        self.open: list[str] = []

    def step(self) -> bool:
        """Go behind the next mark or comment; answer whether there is one that ends."""
        while True:
            pattern = _IN_TEMPLATE if self.open and self.open[-1] == "`" else _TOKEN
            token = pattern.search(self._text, self.position)
            if token is None:
                self.start = len(self._text)
                return False
            self.start, self.position = token.span()
            if token.groupdict().get("comment"):
                end = self._text.find("*/", self.position)
                if end < 0:
                    self.open.append("/*")
                    return False
                self.position = end + 2
                return True
            if token["mark"]:
                self._note(token["mark"])
                return True

    def _note(self, mark: str) -> None:
        if mark == "`":
            if self.open and self.open[-1] == "`":
                self.open.pop()
            else:
                self.open.append(mark)
        elif mark == "${":
            self.open.append("{")
        elif mark in self._opening:
            self.open.append(mark)
        elif mark in self._closing and self.open:
            self.open.pop()


def closing_brace(text: str, start: int) -> int | None:
    """Answer where the brace is closed that was opened right before start, None where it is not."""
    reader = _Reader(text, start, "{")
    reader.open.append("{")
    while reader.step():
        if not reader.open:
            return reader.start
    return None


def end_of_statements(text: str) -> int | None:
    """Answer where the first blank line begins before which all is closed, or else the text ends.

    None if a bracket, a template or a comment is open at its end.
    """
    reader = _Reader(text, 0, "{[(")
    blank = _BLANK_LINE.search(text)
    while True:
        before, is_closed = reader.position, not reader.open
        goes_on = reader.step()
        while blank and blank.start() < before:
            blank = _BLANK_LINE.search(text, blank.start() + 1)
        if is_closed and blank and blank.start() < reader.start:
            return blank.start()
        if not goes_on:
            return None if reader.open else len(text)

"""The pieces of a date's text as V8 cuts them, the JavaScript engine of Node: numbers, words, symbols."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from editor.article.calendar_words import month_of_prefix

Kind = Literal["number", "word", "symbol", "space", "other", "end"]

SYMBOLS: Final = frozenset(":-+.)")
FIRST_WORD_LETTER: Final = "A"
"""Any character from here on that is no white space belongs to a word: é, 月 and [ too."""
MOST_DIGITS: Final = 9
"""Significant digits of a number that count; further ones are skipped."""
ZONES: Final = {
    "z": 0,
    "ut": 0,
    "utc": 0,
    "gmt": 0,
    "est": -5,
    "edt": -4,
    "cst": -6,
    "cdt": -5,
    "mst": -7,
    "mdt": -6,
    "pst": -8,
    "pdt": -7,
}
"""Hours east of Greenwich by the names of zones that JavaScript knows."""
HALVES: Final = {"am": 0, "pm": 12}


@dataclass(frozen=True, slots=True)
class Token:
    """One piece of a text, and where it stands."""

    kind: Kind
    text: str
    start: int

    @property
    def end(self) -> int:
        """Answer the index after the piece."""
        return self.start + len(self.text)

    @property
    def number(self) -> int:
        """Answer the value of a number."""
        return int(self.text.lstrip("0")[:MOST_DIGITS] or "0")

    @property
    def month(self) -> int | None:
        """Answer the month that a word names, None for any other."""
        return month_of_prefix(self.text) if self.kind == "word" else None

    @property
    def zone(self) -> int | None:
        """Answer the hours east of Greenwich of a zone's name, None for any other piece."""
        return ZONES.get(self.text.lower()) if self.kind == "word" else None

    @property
    def half(self) -> int | None:
        """Answer the hours that AM or PM adds, None for any other piece."""
        return HALVES.get(self.text.lower()) if self.kind == "word" else None

    @property
    def is_sign(self) -> bool:
        """Whether the piece is a plus or a minus."""
        return self.kind == "symbol" and self.text in "+-"

    def is_symbol(self, symbol: str) -> bool:
        """Whether the piece is this symbol."""
        return self.kind == "symbol" and self.text == symbol

    def is_fixed_number(self, length: int) -> bool:
        """Whether the piece is a number of so many digits."""
        return self.kind == "number" and len(self.text) == length

    def is_word(self, word: str) -> bool:
        """Whether the piece is this word, in whatever case."""
        return self.kind == "word" and self.text.lower() == word


class Scanner:
    """Hands out the pieces of a text, one after the other."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._next = self._scanned(0)

    def peek(self) -> Token:
        """Answer the piece that comes next."""
        return self._next

    def take(self) -> Token:
        """Answer the next piece and go on to the one after it."""
        token = self._next
        self._next = self._scanned(token.end)
        return token

    def skip(self, symbol: str) -> bool:
        """Go on after a symbol; whether it was there."""
        is_there = self._next.is_symbol(symbol)
        if is_there:
            self.take()
        return is_there

    def _scanned(self, start: int) -> Token:
        text = self._text
        if start == len(text) or text[start] == "\0":
            return Token("end", "", start)
        letter = text[start]
        end = start + 1
        if _is_digit(letter):
            while end < len(text) and _is_digit(text[end]):
                end += 1
            return Token("number", text[start:end], start)
        if letter in SYMBOLS:
            return Token("symbol", letter, start)
        if _is_letter(letter):
            while end < len(text) and _is_letter(text[end]):
                end += 1
            return Token("word", text[start:end], start)
        if _is_space(letter):
            return Token("space", letter, start)
        return Token("other", _parenthesised(text, start) if letter == "(" else letter, start)


def _parenthesised(text: str, start: int) -> str:
    """Answer the text from a parenthesis to the one that closes it, or to the end where none does."""
    depth = 0
    for index in range(start, len(text)):
        if text[index] == "\0":
            return text[start:index]
        depth += {"(": 1, ")": -1}.get(text[index], 0)
        if depth == 0:
            return text[start : index + 1]
    return text[start:]


def _is_digit(letter: str) -> bool:
    return "0" <= letter <= "9"


def _is_letter(letter: str) -> bool:
    return letter >= FIRST_WORD_LETTER and not _is_space(letter)


def _is_space(letter: str) -> bool:
    """Whether JavaScript takes a character for white space; unlike Python, not U+0085 or U+001C to U+001F."""
    return letter == "\ufeff" or (letter.isspace() and letter not in "\x1c\x1d\x1e\x1f\x85")

"""What a line of Markdown hands on to the next one, as one integer of the 31 bits a highlighter can keep."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Final

_KIND_BITS: Final = 3
_LENGTH_BITS: Final = 3
_QUOTE_BITS: Final = 3
_LENGTH_SHIFT: Final = _KIND_BITS
_QUOTE_SHIFT: Final = _LENGTH_SHIFT + _LENGTH_BITS
_INNER_SHIFT: Final = _QUOTE_SHIFT + _QUOTE_BITS
_LIST_SHIFT: Final = _INNER_SHIFT + 1
_FIRST_COLUMN: Final = 2  # the content of the shallowest list item, `- `
_LAST_COLUMN: Final = _FIRST_COLUMN + 31 - _LIST_SHIFT - 1
_MOST_QUOTES: Final = (1 << _QUOTE_BITS) - 1
_MOST_LENGTH: Final = (1 << _LENGTH_BITS) - 1


class LineKind(IntEnum):
    """What a line leaves open at its end."""

    NOTHING = 0
    PARAGRAPH = 1
    TABLE = 2
    BACKTICK_FENCE = 3
    TILDE_FENCE = 4
    HTML = 5  # until a blank line
    RAW_HTML = 6  # <pre>, <script>, <style>, <textarea>: until their end tag
    COMMENT = 7  # and what else has its own end, by length: see html_blocks


FENCES: Final = (LineKind.BACKTICK_FENCE, LineKind.TILDE_FENCE)


@dataclass(slots=True)
class LineState:
    """The kind of what is open, its length (of a fence: beyond three), quotes around it, lists around it.

    `lists` is a set of bits: bit n stands for an open list item whose content begins in column n + 2.
    `inner_quotes` tells that the quotes lie inside the list items, not the list items inside the quotes.
    """

    kind: LineKind = LineKind.NOTHING
    length: int = 0
    quotes: int = 0
    inner_quotes: bool = False
    lists: int = 0

    @classmethod
    def unpacked(cls, packed: int) -> LineState:
        """Answer the state of an integer; -1, which Qt gives before the first line, is the empty state."""
        if packed <= 0:
            return cls()
        return cls(
            LineKind(packed & ((1 << _KIND_BITS) - 1)),
            packed >> _LENGTH_SHIFT & _MOST_LENGTH,
            packed >> _QUOTE_SHIFT & _MOST_QUOTES,
            bool(packed >> _INNER_SHIFT & 1),
            packed >> _LIST_SHIFT,
        )

    def packed(self) -> int:
        """Answer the state as one integer below 2 ** 31."""
        return (
            self.kind
            | min(self.length, _MOST_LENGTH) << _LENGTH_SHIFT
            | min(self.quotes, _MOST_QUOTES) << _QUOTE_SHIFT
            | self.inner_quotes << _INNER_SHIFT
            | self.lists << _LIST_SHIFT
        )

    @property
    def column(self) -> int:
        """The column in which the content of the innermost list item begins; 0 outside lists."""
        return self.lists.bit_length() + _FIRST_COLUMN - 1 if self.lists else 0

    def leave_lists(self, indentation: int) -> None:
        """Close the list items whose content begins right of a line's indentation."""
        self.lists &= (1 << max(0, indentation - _FIRST_COLUMN + 1)) - 1

    def enter_list(self, column: int) -> None:
        """Open a list item whose content begins in column."""
        if column <= _LAST_COLUMN:
            self.lists |= 1 << column - _FIRST_COLUMN


def is_in_code(packed: int) -> bool:
    """Whether a fenced code block is open after the line that left this state."""
    return packed > 0 and packed & ((1 << _KIND_BITS) - 1) in FENCES

"""Texts and numbers as JavaScript writes them (ECMAScript, 12.9.3 and 12.9.4)."""

from __future__ import annotations

import re
from typing import Final

_ESCAPE: Final = re.compile(
    r"\\(?:u\{(?P<point>[0-9a-fA-F]{1,8})\}|u(?P<unit>[0-9a-fA-F]{4})|x(?P<byte>[0-9a-fA-F]{2})"
    r"|(?P<line>\r\n|[\n\r\u2028\u2029])|(?P<other>.))",
    re.DOTALL,
)
_NAMED: Final = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "v": "\v", "0": "\0"}
_LAST_POINT: Final = 0x10FFFF
_NUMBER: Final = re.compile(r"(?P<whole>0[xX][0-9a-fA-F]+|0[oO][0-7]+|0[bB][01]+)|\d*\.?\d*(?:[eE][+-]?\d+)?")


def text_of(written: str) -> str:
    """Answer the text that is written between quotes or backticks, escapes among it."""
    if "\\" not in written:
        return written
    text = _ESCAPE.sub(_unescaped, written)
    # Two escapes may be the halves of one character; a half alone is none.
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def number_of(written: str) -> int | float | None:
    """Answer the number that is written, an int where it is whole; None for a BigInt and for what is none."""
    digits = written.replace("_", "")
    match = _NUMBER.fullmatch(digits)
    if match is None:
        return None
    try:
        number = float(int(digits, 0) if match["whole"] else digits)
    except (ValueError, OverflowError):
        return None
    return int(number) if number.is_integer() else number


def _unescaped(escape: re.Match[str]) -> str:
    code = escape["point"] or escape["unit"] or escape["byte"]
    if code is not None:
        return chr(min(int(code, 16), _LAST_POINT))
    return "" if escape["line"] else _NAMED.get(escape["other"], escape["other"])

"""How the address and the title of a link are written in Markdown (CommonMark 0.31, sections 4.7 and 6.3)."""

from __future__ import annotations

import html
import re
from typing import Final

_MOST_PARENTHESES: Final = 8
"""Parentheses in each other; parsers take more, writers do not."""
_PLAIN: Final = r"[^\x00-\x20\x7f()\\]++|\\[!-/:-@\[-`{-~]|\\"
_SPACE: Final = r"[ \t\n]"


def _balanced() -> str:
    pattern = rf"(?:{_PLAIN})*+"
    for _ in range(_MOST_PARENTHESES):
        pattern = rf"(?:{_PLAIN}|\({pattern}\))*+"
    return pattern


ADDRESS: Final = rf"(?P<address><(?:[^<>\n\\]|\\.)*+>|(?!<){_balanced()})"
"""An address, in angle brackets or bare; the bare one may be empty."""
TITLE: Final = r"""(?P<title>"(?:[^"\\]|\\.)*+"|'(?:[^'\\]|\\.)*+'|\((?:[^()\\]|\\.)*+\))"""
LINK_TAIL: Final = re.compile(
    rf"\({_SPACE}*+{ADDRESS}(?:{_SPACE}++{TITLE})?{_SPACE}*+\)",
    re.DOTALL,
)
"""What follows the text of a link: its address, and its title."""
LABEL: Final = r"(?:[^\[\]\\]|\\.|\\){0,999}+"
LABEL_TAIL: Final = re.compile(rf"\[(?P<label>{LABEL})\]", re.DOTALL)

_ESCAPE: Final = re.compile(
    r"\\([!-/:-@\[-`{-~])|(&(?:[A-Za-z][A-Za-z0-9]{1,31}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});)"
)
_LABEL_SPACE: Final = re.compile(r"[ \t\r\n]+")


def unescaped(source: str) -> str:
    """Answer an address or a title as it is read: without escapes, its entities as characters."""
    if "\\" not in source and "&" not in source:
        return source
    return _ESCAPE.sub(lambda found: found[1] or html.unescape(found[2]), source)


def address_span(source: str, start: int, end: int) -> tuple[int, int]:
    """Answer the span of an address without its angle brackets."""
    return (start + 1, end - 1) if source.startswith("<", start) and end > start else (start, end)


def label_key(label: str) -> str:
    """Answer what labels have in common that mean one definition (micromark-util-normalize-identifier)."""
    return _LABEL_SPACE.sub(" ", label).strip(" ").lower().upper()

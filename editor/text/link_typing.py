"""The address of a link that is being typed, in the line where the caret stands."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

_LINK: Final = re.compile(r"(?P<image>!?)\[(?:[^\[\]\\]|\\.|\[[^\[\]]*\])*+\]\(<?(?P<typed>[^\s()<>]*)$")
_REST: Final = re.compile(r"[^\s()<>]*")
_CODE: Final = re.compile(r"(?<!`)(`+)(?!`)(?:.*?[^`])\1(?!`)")


class LinkTyping(NamedTuple):
    """Where the address of a link or an image starts and ends in its line, and what of it is typed so far."""

    start: int
    end: int
    typed: str
    is_image: bool


def link_typing(line: str, caret: int) -> LinkTyping | None:
    """Answer the address in which the caret stands, None where it stands in none, or in code."""
    before = line[:caret]
    if "](" not in before:
        return None
    link = _LINK.search(_CODE.sub(_blanks, before))
    if link is None or _is_in_code(line, link.start()):
        return None
    rest = _REST.match(line, caret)
    end = rest.end() if rest is not None else caret
    return LinkTyping(link.start("typed"), end, link["typed"], bool(link["image"]))


def _blanks(code: re.Match[str]) -> str:
    return "x" * len(code[0])


def _is_in_code(line: str, index: int) -> bool:
    return any(code.start() < index < code.end() for code in _CODE.finditer(line))

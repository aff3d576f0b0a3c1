"""Addresses written bare in a text: `https://…`, `www.…`, `name@host.fr`, as micromark reads them.

The rules are those of https://github.com/micromark/micromark-extension-gfm-autolink-literal.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from editor.text.characters import JAVASCRIPT_SPACE

if TYPE_CHECKING:
    from editor.text.characters import PunctuationTest

WEB_START: Final = r"[hH][tT]{2}[pP][sS]?://|[wW]{3}\."
MAIL_START: Final = r"(?<![A-Za-z0-9+._/-])[A-Za-z0-9+._-]+@"
_WEB_START: Final = re.compile(WEB_START)
_MAIL: Final = re.compile(rf"{MAIL_START}(?:[A-Za-z0-9_-]|\.(?=[A-Za-z0-9]))*+")
_ORDINARY: Final = re.compile(rf"[^{JAVASCRIPT_SPACE}(!\"&')*,.:;<?\]_~]++")
_TRAIL: Final = re.compile(rf"(?:[!\"')*,.:;?_~]|&[A-Za-z]+;|\](?![(\[{JAVASCRIPT_SPACE}]|\Z))*+")
"""Punctuation that is no part of an address where the address ends behind it."""
_BEHIND_TRAIL: Final = re.compile(rf"\](?=[(\[{JAVASCRIPT_SPACE}]|\Z)|(?=[<{JAVASCRIPT_SPACE}]|\Z)")
_MAY_PRECEDE_WWW: Final = "*_~([] \t\n"


def _domain_end(text: str, position: int, is_punctuation: PunctuationTest) -> int | None:
    """Where a domain ends; None if none begins here."""
    underscores = [False, False]
    is_empty = True
    trail = position
    while position < len(text) and text[position] not in JAVASCRIPT_SPACE:
        character = text[position]
        if character in "._":
            if position >= trail and (trail := _trail_inside(text, position)) < 0:
                break
            underscores = [True, underscores[1]] if character == "_" else [False, underscores[0]]
        elif character != "-" and is_punctuation(character):
            break
        else:
            is_empty = False
        position += 1
    return None if is_empty or any(underscores) else position


def _trail_inside(text: str, position: int) -> int:
    """Where punctuation ends that begins here inside an address, -1 where the address ends before it.

    Of a long run each sign would be asked for the rest: what is inside is so from any of its signs on.
    """
    trail = _TRAIL.match(text, position)
    end = trail.end() if trail else position  # it matches always, if only nothing
    return -1 if _BEHIND_TRAIL.match(text, end) else end


def _path_end(text: str, position: int) -> int:
    """Where an address stops: at white space, `<`, or punctuation that trails."""
    opened = closed = 0
    trail = position
    while position < len(text) and text[position] not in JAVASCRIPT_SPACE:
        if ordinary := _ORDINARY.match(text, position):
            position = ordinary.end()
            continue
        character = text[position]
        belongs = character == "(" or (character == ")" and closed < opened)
        if not belongs and position >= trail and (trail := _trail_inside(text, position)) < 0:
            break
        opened += character == "("
        closed += character == ")"
        position += 1
    return position


def _web_end(scheme: re.Match[str], is_punctuation: PunctuationTest) -> int | None:
    """Where the address ends that begins with `https://` or `www.`."""
    text, start = scheme.string, scheme.end()
    if start == len(text):
        return None
    if scheme[0][0] in "wW":
        start = scheme.start()
    elif text[start] in JAVASCRIPT_SPACE or is_punctuation(text[start]) or text[start] < " ":
        return None
    end = _domain_end(text, start, is_punctuation)
    return None if end is None else _path_end(text, end)


def _may_precede(previous: str, start: str) -> bool:
    """Whether a web address may begin after this character ("" at the start)."""
    if start in "wW":
        return not previous or previous in _MAY_PRECEDE_WWW
    return not (previous.isascii() and previous.isalpha())


def web_address_end(text: str, start: int, is_punctuation: PunctuationTest) -> int | None:
    """Answer where the address ends that begins at start with `https://` or `www.`, None where none does."""
    scheme = _WEB_START.match(text, start)
    if scheme is None or not _may_precede(text[start - 1] if start else "", scheme[0][0]):
        return None
    return _web_end(scheme, is_punctuation)


def mail_address(text: str, start: int) -> str | None:
    """Answer the mail address that begins at start, None where none does."""
    mail = _MAIL.match(text, start)
    if mail is None:
        return None
    host = mail[0].partition("@")[2]
    return mail[0] if "." in host and host[-1].isalpha() else None


def bare_target(address: str) -> str:
    """Answer where a web address leads that may be written without its scheme."""
    return f"http://{address}" if address[0] in "wW" else address

"""Addresses written bare in the text: `https://…`, `www.…`, `name@host.fr`, as micromark reads them.

They are read while the text is, before other marks get at their characters, where no bracket is open. The
module `found_addresses` finds those that only show afterwards.
"""
# ruff: noqa: FBT001 (the signatures are markdown-it's)

import re
from functools import partial
from typing import TYPE_CHECKING, Final

from editor.rendering.dialects.characters import JAVASCRIPT_SPACE

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline

    from editor.rendering.dialects.characters import PunctuationTest

WEB_START: Final = r"[hH][tT]{2}[pP][sS]?://|[wW]{3}\."
MAIL_START: Final = r"(?<![A-Za-z0-9+._/-])[A-Za-z0-9+._-]+@"
_WEB_START: Final = re.compile(WEB_START)
_MAIL: Final = re.compile(rf"{MAIL_START}(?:[A-Za-z0-9_-]|\.(?=[A-Za-z0-9]))*+")
_ORDINARY: Final = re.compile(rf"[^{JAVASCRIPT_SPACE}(!\"&')*,.:;<?\]_~]++")
_TRAIL: Final = re.compile(
    rf"(?:[!\"')*,.:;?_~]|&[A-Za-z]+;|\](?![(\[{JAVASCRIPT_SPACE}]|\Z))*+"
    rf"(?:\](?=[(\[{JAVASCRIPT_SPACE}]|\Z)|(?=[<{JAVASCRIPT_SPACE}]|\Z))"
)
"""Punctuation after which an address ends, before it."""
_MAY_PRECEDE_WWW: Final = "*_~([] \t\n"
_OPEN_BRACKETS: Final = -1
"""Where the state keeps their number: its cache is for positions, and this is none."""


def _domain_end(text: str, position: int, is_punctuation: "PunctuationTest") -> int | None:
    """Where a domain ends; None if none begins here."""
    underscores = [False, False]
    is_empty = True
    while position < len(text) and text[position] not in JAVASCRIPT_SPACE:
        character = text[position]
        if character in "._":
            if _TRAIL.match(text, position):
                break
            underscores = [True, underscores[1]] if character == "_" else [False, underscores[0]]
        elif character != "-" and is_punctuation(character):
            break
        else:
            is_empty = False
        position += 1
    return None if is_empty or any(underscores) else position


def _path_end(text: str, position: int) -> int:
    """Where an address stops: at white space, `<`, or punctuation that trails."""
    opened = closed = 0
    while position < len(text) and text[position] not in JAVASCRIPT_SPACE:
        if ordinary := _ORDINARY.match(text, position):
            position = ordinary.end()
            continue
        character = text[position]
        belongs = character == "(" or (character == ")" and closed < opened)
        if not belongs and _TRAIL.match(text, position):
            break
        opened += character == "("
        closed += character == ")"
        position += 1
    return position


def _web_end(scheme: re.Match[str], is_punctuation: "PunctuationTest") -> int | None:
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


def _push_link(state: "StateInline", end: int, address: str) -> None:
    state.push("link_open", "a", 1).attrs = {"href": state.md.normalizeLink(address)}
    state.push("text", "", 0).content = state.src[state.pos : end]
    state.push("link_close", "a", -1)
    state.pos = end


def _is_in_brackets(state: "StateInline") -> bool:
    return bool(state.linkLevel or state.cache.get(_OPEN_BRACKETS, 0))


def _web_address(state: "StateInline", silent: bool, *, is_punctuation: "PunctuationTest") -> bool:
    scheme = _WEB_START.match(state.src, state.pos)
    if not scheme or silent or _is_in_brackets(state):
        return False
    if not _may_precede(state.src[state.pos - 1] if state.pos else "", scheme[0][0]):
        return False
    end = _web_end(scheme, is_punctuation)
    if end is None:
        return False
    address = state.src[state.pos : end]
    _push_link(state, end, f"http://{address}" if scheme[0][0] in "wW" else address)
    return True


def _mail_address(state: "StateInline", silent: bool, *, ends_at: re.Pattern[str] | None) -> bool:
    mail = _MAIL.match(state.src, state.pos)
    if not mail or silent or _is_in_brackets(state):
        return False
    name, _, host = mail[0].partition("@")
    if ends_at and ends_at.search(name):
        return False
    if "." not in host or not host[-1].isalpha():
        return False
    _push_link(state, mail.end(), f"mailto:{mail[0]}")
    return True


def _bracket(state: "StateInline", silent: bool) -> bool:
    """Count a bracket that is text."""
    character = state.src[state.pos]
    if silent or character not in "[]":
        return False
    change = 1 if character == "[" else -1
    state.cache[_OPEN_BRACKETS] = max(0, state.cache.get(_OPEN_BRACKETS, 0) + change)
    state.append_pending(character)
    state.pos += 1
    return True


def add_autolinks(
    parser: "MarkdownIt", is_punctuation: "PunctuationTest", ends_names: re.Pattern[str] | None
) -> None:
    """Make the parser link bare addresses; what ends_names finds is no part of the name before an @."""
    rules = parser.inline.ruler
    rules.after("newline", "mail_address", partial(_mail_address, ends_at=ends_names))
    rules.after("mail_address", "web_address", partial(_web_address, is_punctuation=is_punctuation))
    rules.after("entity", "bracket", _bracket)

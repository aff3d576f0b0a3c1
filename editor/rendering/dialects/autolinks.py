"""Addresses written bare in the text (`editor.text.bare_addresses`) as a rule of markdown-it.

They are read while the text is, before other marks get at their characters, where no bracket is open. The
module `found_addresses` finds those that only show afterwards.
"""
# ruff: noqa: FBT001 (the signatures are markdown-it's)

import re
from functools import partial
from typing import TYPE_CHECKING, Final

from editor.text.bare_addresses import bare_target, mail_address, web_address_end

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline

    from editor.text.characters import PunctuationTest

_OPEN_BRACKETS: Final = -1
"""Where the state keeps their number: its cache is for positions, and this is none."""


def _push_link(state: "StateInline", end: int, address: str) -> None:
    state.push("link_open", "a", 1).attrs = {"href": state.md.normalizeLink(address)}
    state.push("text", "", 0).content = state.src[state.pos : end]
    state.push("link_close", "a", -1)
    state.pos = end


def _is_in_brackets(state: "StateInline") -> bool:
    return bool(state.linkLevel or state.cache.get(_OPEN_BRACKETS, 0))


def _web_address(state: "StateInline", silent: bool, *, is_punctuation: "PunctuationTest") -> bool:
    if silent or _is_in_brackets(state):
        return False
    end = web_address_end(state.src, state.pos, is_punctuation)
    if end is None:
        return False
    _push_link(state, end, bare_target(state.src[state.pos : end]))
    return True


def _mail_address(state: "StateInline", silent: bool, *, ends_at: re.Pattern[str] | None) -> bool:
    if silent or _is_in_brackets(state):
        return False
    mail = mail_address(state.src, state.pos)
    if mail is None or (ends_at and ends_at.search(mail.partition("@")[0])):
        return False
    _push_link(state, state.pos + len(mail), f"mailto:{mail}")
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

"""Struck text between one or two tildes, as GitHub Flavored Markdown has it: ~so~ and ~~so~~."""
# ruff: noqa: FBT001, FBT003 (the signatures are markdown-it's)

from typing import TYPE_CHECKING, Final

from markdown_it.rules_inline.state_inline import Delimiter

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline

_SINGLE: Final = ord("~")
_DOUBLE: Final = -ord("~")
"""Delimiters pair only with their like, so two tildes get a number of their own."""


def _tildes(state: "StateInline", silent: bool) -> bool:
    if silent or state.src[state.pos] != "~":
        return False
    run = state.scanDelims(state.pos, True)
    text = state.push("text", "", 0)
    text.content = "~" * run.length
    state.pos += run.length
    if run.length <= 2:
        marker = _SINGLE if run.length == 1 else _DOUBLE
        index = len(state.tokens) - 1
        state.delimiters.append(Delimiter(marker, 0, index, -1, run.can_open, run.can_close))
    return True


def _strike(state: "StateInline", delimiters: list[Delimiter]) -> None:
    for delimiter in delimiters:
        if delimiter.marker in {_SINGLE, _DOUBLE} and delimiter.end >= 0:
            opening = state.tokens[delimiter.token]
            opening.type, opening.tag, opening.nesting, opening.content = "s_open", "del", 1, ""
            closing = state.tokens[delimiters[delimiter.end].token]
            closing.type, closing.tag, closing.nesting, closing.content = "s_close", "del", -1, ""


def _strike_all(state: "StateInline") -> None:
    _strike(state, state.delimiters)
    for meta in state.tokens_meta:
        if meta:
            _strike(state, meta["delimiters"])


def add_strikethrough(parser: "MarkdownIt") -> None:
    """Make the parser read struck text."""
    parser.inline.ruler.before("emphasis", "tildes", _tildes)
    parser.inline.ruler2.before("emphasis", "tildes", _strike_all)

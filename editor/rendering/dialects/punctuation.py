"""Smart punctuation of Astro 7: dashes, ellipses and curly quotes.

The rules are those of commonmark.js and pulldown-cmark, from which Astro's parser comes: `--` is an en
dash, `---` an em dash, `...` an ellipsis; quotes pair in their inline scope, where the text of a link
and of an image are scopes of their own.
"""
# ruff: noqa: FBT001 (the signatures are markdown-it's)

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from markdown_it.token import Token

from editor.rendering.dialects.emphasis import OWN_SCOPE
from editor.text.characters import is_punctuation

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.rules_inline import StateInline

_EN_DASH: Final = "–"
_EM_DASH: Final = "—"
_HYPHENS: Final = re.compile("-{2,}")
MARKS_OF_NAMES: Final = re.compile(r"--|\.\.\.")
"""What becomes a dash or an ellipsis, in the name before an @ too, which so begins after it."""


def dashes_for(hyphens: int) -> str:
    """The dashes that stand for a run of two hyphens or more: all alike if the number allows it."""
    if hyphens % 3 == 0:
        return _EM_DASH * (hyphens // 3)
    if hyphens % 2 == 0:
        return _EN_DASH * (hyphens // 2)
    if hyphens % 3 == 2:
        return _EM_DASH * (hyphens // 3) + _EN_DASH
    return _EM_DASH * (hyphens // 3 - 1) + _EN_DASH * 2


def _dash(state: "StateInline", silent: bool) -> bool:
    hyphens = _HYPHENS.match(state.src, state.pos, state.posMax)
    if not hyphens:
        return False
    if not silent:
        state.append_pending(dashes_for(len(hyphens[0])))
    state.pos = hyphens.end()
    return True


def _ellipsis(state: "StateInline", silent: bool) -> bool:
    if not state.src.startswith("...", state.pos):
        return False
    if not silent:
        state.append_pending("…")
    state.pos += 3
    return True


@dataclass(frozen=True, slots=True)
class _Surroundings:
    """What stands around a quote in the source: `previous` is empty at the start of a line."""

    mark: str
    previous: str
    following: str

    def may_open(self) -> bool:
        """Whether the quote can begin a quotation."""
        if not self.following or self.following.isspace():
            return False
        if not self.previous or self.previous.isspace():
            return True
        if self.mark == "'":
            return is_punctuation(self.previous) and self.previous not in "])"
        after_digit = self.previous.isascii() and self.previous.isdigit()
        return is_punctuation(self.previous) or not (is_punctuation(self.following) or after_digit)

    def may_close(self) -> bool:
        """Whether the quote can end a quotation."""
        if not self.previous or self.previous.isspace():
            return False
        if not self.following or self.following.isspace() or is_punctuation(self.following):
            return True
        return self.mark == '"' and not is_punctuation(self.previous)


def _quote(state: "StateInline", silent: bool) -> bool:
    if not silent:
        position = state.pos
        previous = state.src[position - 1] if position else ""
        around = _Surroundings(
            mark=state.src[position],
            previous="" if previous == "\n" else previous,
            following=state.src[position + 1 : position + 2],
        )
        token = state.push("quote", "", 0)
        token.meta = {"mark": around.mark, "opens": around.may_open(), "closes": around.may_close()}
    state.pos += 1
    return True


def _punctuation(state: "StateInline", silent: bool) -> bool:
    """Read the mark at the current position."""
    match state.src[state.pos]:
        case "-":
            return _dash(state, silent)
        case ".":
            return _ellipsis(state, silent)
        case '"' | "'":
            return _quote(state, silent)
        case _:
            return False


class _Scope:
    """The quotations open in one inline scope."""

    def __init__(self) -> None:
        self._single: Token | None = None
        self._in_double = False

    def curl(self, quote: Token) -> None:
        """Give the quote its character; an apostrophe may turn out to have been an opening quote."""
        opens, closes = quote.meta["opens"], quote.meta["closes"]
        quote.type = "text"
        if quote.meta["mark"] == '"':
            ends = closes and (self._in_double or not opens)
            self._in_double = (self._in_double or opens) and not (closes and self._in_double)
            quote.content = "”" if ends else "“"
            return
        quote.content = "’"
        if self._single and closes:
            self._single.content = "‘"
            self._single = None
        elif opens:
            self._single = quote


def _curl_quotes(tokens: list[Token]) -> None:
    scopes = [_Scope()]
    for token in tokens:
        if token.type == "quote":
            scopes[-1].curl(token)
        elif token.type == "link_open":
            scopes.append(_Scope())
        elif token.type == "s_open":
            scopes.append(_Scope() if OWN_SCOPE in token.meta else scopes[-1])
        elif token.type in {"link_close", "s_close"}:
            scopes.pop()
        elif token.children:
            _curl_quotes(token.children)


def _curl_all_quotes(state: "StateCore") -> None:
    for token in state.tokens:
        if token.children:
            _curl_quotes(token.children)


def add_punctuation(parser: "MarkdownIt") -> None:
    """Make the parser curl quotes and join dashes and dots."""
    parser.inline.ruler.after("text", "punctuation", _punctuation)
    parser.core.ruler.after("inline", "quotes", _curl_all_quotes)

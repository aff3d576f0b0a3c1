"""Addresses that only show once a text is read (`editor.text.found_addresses`), as links of markdown-it."""

from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from markdown_it.token import Token

from editor.text.found_addresses import split_at_addresses

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore

    from editor.text.found_addresses import FoundAddress, Pattern


def _text_token(text: str) -> Token:
    token = Token("text", "", 0)
    token.content = text
    return token


def _link_tokens(address: "FoundAddress", parser: "MarkdownIt") -> list[Token]:
    opening = Token("link_open", "a", 1)
    opening.attrs = {"href": parser.normalizeLink(address.target)}
    return [opening, _text_token(address.shown), Token("link_close", "a", -1)]


def _linked(tokens: list[Token], patterns: "Sequence[Pattern]", parser: "MarkdownIt") -> list[Token]:
    """Tokens of text and line ends, with links in the place of addresses."""
    text = "".join("\n" if token.type == "softbreak" else token.content for token in tokens)
    pieces = split_at_addresses(text, patterns)
    if pieces in ([], [text]):
        return tokens
    found = [
        [_text_token(piece)] if isinstance(piece, str) else _link_tokens(piece, parser) for piece in pieces
    ]
    return list(chain.from_iterable(found))


def _find(state: "StateCore", *, patterns: "Sequence[Pattern]") -> None:
    for block in state.tokens:
        children: list[Token] = []
        text: list[Token] = []
        depth = 0
        for token in block.children or ():
            depth += token.nesting if token.tag == "a" else 0
            if token.type in {"text", "softbreak"} and not depth:
                text.append(token)
                continue
            children += _linked(text, patterns, state.md)
            children.append(token)
            text = []
        if block.children:
            block.children = children + _linked(text, patterns, state.md)


def add_found_addresses(parser: "MarkdownIt", patterns: "Sequence[Pattern]") -> None:
    """Make the parser look through what it read."""
    parser.core.ruler.after("text_join", "found_addresses", partial(_find, patterns=patterns))

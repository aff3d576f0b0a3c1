"""Which tags of MDX belong together, and which elements of a text are blocks.

The first as mdast-util-mdx-jsx has it, the second as @mdx-js/mdx does (remark-mark-and-unravel): a paragraph
of nothing but elements and expressions is none.
"""

from typing import TYPE_CHECKING, Final

from editor.rendering.faults import BodyFault

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

    from editor.rendering.faults import BodyFaultKind

IS_BLOCK: Final = "is_block"
"""In the meta of an element or expression among the words of a text: it is shown as a block."""

_SPACE: Final = frozenset({"text", "softbreak"})


def _pair(tokens: "Sequence[Token]") -> None:
    """Make tags that have no counterpart in their container faults."""
    containers: list[Token] = []
    for token in tokens:
        if token.nesting > 0:
            containers.append(token)
        elif token.nesting < 0 and token.type == "jsx":
            _close(containers, token)
        elif token.nesting < 0:
            while containers[-1].type == "jsx":
                _refuse(containers.pop(), "mdx-unclosed-element")
            containers.pop()
    for token in containers:
        _refuse(token, "mdx-unclosed-element")


def _close(containers: "list[Token]", closing: "Token") -> None:
    place = len(containers) - 1
    while place >= 0 and containers[place].type == "jsx":
        if containers[place].meta["item"].name == closing.meta["item"].name:
            for token in containers[place + 1 :]:
                _refuse(token, "mdx-unclosed-element")
            del containers[place:]
            return
        place -= 1
    _refuse(closing, "mdx-stray-closing-tag")


def _refuse(token: "Token", kind: "BodyFaultKind") -> None:
    token.type = "mdx_fault"
    token.nesting = 0
    token.meta = {"fault": BodyFault(kind, token.meta["item"].name)}


def _pair_blocks(state: "StateCore") -> None:
    _pair(state.tokens)


def _pair_inline(state: "StateCore") -> None:
    for block in state.tokens:
        if block.children:
            _pair(block.children)


def _unravel(state: "StateCore") -> None:
    """Make blocks of the elements and expressions that are all of a paragraph."""
    for index, paragraph in enumerate(state.tokens):
        if paragraph.type != "paragraph_open":
            continue
        outer = list(_outer(state.tokens[index + 1].children or []))
        if all(map(_is_part, outer)) and not all(map(_is_space, outer)):
            paragraph.hidden = state.tokens[index + 2].hidden = True
            for token in outer:
                token.hidden = _is_space(token)
                token.map = paragraph.map
                token.meta = {**token.meta, IS_BLOCK: True}


def _outer(tokens: "Sequence[Token]") -> "Iterator[Token]":
    """Yield the tokens that lie in no other, tags at both ends of what does among them."""
    depth = 0
    for token in tokens:
        depth += min(token.nesting, 0)
        if not depth:
            yield token
        depth += max(token.nesting, 0)


def _is_part(token: "Token") -> bool:
    return token.type in {"jsx", "mdx_expression"} or _is_space(token)


def _is_space(token: "Token") -> bool:
    return token.type in _SPACE and not token.content.strip(" \t\n")


def add_pairs(parser: "MarkdownIt") -> None:
    """Make the parser look for pairs of tags, among the blocks and in their text."""
    parser.core.ruler.before("inline", "mdx_pairs", _pair_blocks)
    parser.core.ruler.after("inline", "mdx_inline_pairs", _pair_inline)
    parser.core.ruler.after("mdx_inline_pairs", "mdx_blocks", _unravel)

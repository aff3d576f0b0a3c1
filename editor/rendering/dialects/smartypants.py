"""Smart punctuation of Astro 6 and older: remark-smartypants over retext-smartypants.

Quotes are curled over the whole text at once, where a paragraph begins with a space and code counts as a
word; then each piece of text gets its dashes, ellipses and backtick quotes.
"""

import re
from typing import TYPE_CHECKING, Final

from editor.rendering.dialects.sentences import Node, sentences_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

_CURLED: Final = {"'": ("‘", "’"), '"': ("“", "”")}
_DECADE: Final = re.compile("[0-9][0-9]s")
_DOTS_APART: Final = re.compile(r"\.\s+\.+\s+\.")
_SPACED_DOTS: Final = 4
"""Nodes before the last of three dots with spaces between them."""
_MARKS: Final = re.compile(r"\.{3,}|(?<!-)--(?!-)|(?<!`)``(?!`)|(?<!')''(?!')")
_MARK_CHARACTERS: Final = {"-": "—", "`": "“", "'": "”", ".": "…"}


_FRESH: Final = frozenset({"paragraph_open", "heading_open", "th_open", "td_open"})
"""Blocks whose text begins as if after a space."""


def _closes(mark: str, previous: Node | None, following: Node | None, after: Node | None) -> bool:
    """Whether a straight quote becomes a closing one (retext-smartypants, `quotes`)."""
    if following and following.kind == "mark" and not (after and after.kind == "word"):
        return True
    if following and following.kind == "mark" and following.text in _CURLED:
        return False
    if following and _DECADE.fullmatch(following.text):
        return True
    is_apart = previous is None or previous.kind in {"space", "mark"}
    if previous and is_apart and following and following.kind == "word":
        return False
    return (
        not is_apart or not following or following.kind == "space" or (mark == "'" and following.text == "s")
    )


def _curl_siblings(nodes: list[Node], curled: list[str]) -> None:
    for index, node in enumerate(nodes):
        _curl_siblings(node.parts, curled)
        if node.text not in _CURLED or curled[node.start] != node.text:
            continue
        previous = nodes[index - 1] if index else None
        following, after = (*nodes[index + 1 : index + 3], None, None)[:2]
        closes = _closes(node.text, previous, following, after)
        curled[node.start] = _CURLED[node.text][closes]
        if not closes and following and following.text in _CURLED:
            curled[following.start] = _CURLED[following.text][0]


def curl_quotes(text: str) -> str:
    """The text with its straight quotes curled; its length stays."""
    curled = list(text)
    if "'" in text or '"' in text:
        for sentence in sentences_of(text):
            _curl_siblings(sentence, curled)
    return "".join(curled)


def _replaced(nodes: list[Node]) -> "Iterator[tuple[int, int, str]]":
    """Yield which marks of a sentence give way to what: start, end, replacement."""
    index = 0
    while index < len(nodes):
        node = nodes[index]
        end = node.start + len(node.text)
        first = _first_dots(nodes, index)
        if index - first >= _SPACED_DOTS:
            yield nodes[first].start, end, "…"
            del nodes[first:index]  # what follows moves up, so that some of it is passed over
        elif _MARKS.fullmatch(node.text):
            node.text = _MARK_CHARACTERS[node.text[0]]
            yield node.start, end, node.text
        index += 1


def _first_dots(nodes: list[Node], index: int) -> int:
    """Where the dots begin that end at the index, with white space between them."""
    while _is_dots(nodes[index]) and index > 1 and nodes[index - 1].kind == "space":
        if not _is_dots(nodes[index - 2]):
            break
        index -= 2
    return index


def _is_dots(node: Node) -> bool:
    return not node.text.strip(".")


def join_marks(text: str) -> str:
    """The text with two hyphens as an em dash, dots as an ellipsis, ``so'' in double quotes."""
    if not _DOTS_APART.search(text):
        return _MARKS.sub(lambda match: _MARK_CHARACTERS[match[0][0]], text)
    parts = []
    end = 0
    for sentence in sentences_of(text):
        for start, next_end, replacement in _replaced(sentence):
            parts += [text[end:start], replacement]
            end = next_end
    return "".join([*parts, text[end:]])


def _with_lines_joined(tokens: "Iterable[Token]") -> "list[Token]":
    """The tokens, with line ends as a part of the text around them."""
    joined: list[Token] = []
    for token in tokens:
        if token.type == "softbreak":
            token.type, token.tag, token.content = "text", "", "\n"
        if token.type == "text" and joined and joined[-1].type == "text":
            joined[-1].content += token.content
        else:
            joined.append(token)
    return joined


def _pieces(tokens: "list[Token]") -> "Iterator[tuple[Token, str]]":
    """The tokens that count, each with what stands for it in the text of quotes."""
    for block in tokens:
        if block.type in _FRESH:
            yield block, " "
        for token in block.children or ():
            if token.type == "text":
                yield token, token.content
            elif token.type == "code_inline":
                yield token, "A" * len(token.content)


def _curl(state: "StateCore") -> None:
    for block in state.tokens:
        block.children = block.children and _with_lines_joined(block.children)
    pieces = list(_pieces(state.tokens))
    text = curl_quotes("".join(piece for _, piece in pieces))
    start = 0
    for token, piece in pieces:
        if token.type == "text":
            token.content = join_marks(text[start : start + len(piece)])
        start += len(piece)


def add_smartypants(parser: "MarkdownIt") -> None:
    """Make the parser curl quotes and join dashes and dots."""
    parser.core.ruler.push("smartypants", _curl)

"""Smart punctuation of Astro 6 and older: remark-smartypants over retext-smartypants.

Quotes are curled over the whole text at once, where a paragraph, a heading and a cell begin with a space and
code counts as a word; then each piece of text gets its dashes, ellipses and backtick quotes.
"""

import re
import unicodedata
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

_QUOTE: Final = re.compile(r"(?<!\")\"(?!\")|(?<!')'(?!')")
_CURLED: Final = {"'": ("‘", "’"), '"': ("“", "”")}
_MARKS: Final = re.compile(r"\.+(?:\s+\.+){2}|\.{3,}|(?<!-)--(?!-)|(?<!`)``(?!`)|(?<!')''(?!')")
_MARK_CHARACTERS: Final = {"-": "—", "`": "“", "'": "”", ".": "…"}


_BEGINNINGS: Final = frozenset({"paragraph_open", "heading_open", "th_open", "td_open"})
_TERMINALS: Final = ".?!…‽"
_AFFIXES: Final = "\"')]}»›”’"


class _Node(NamedTuple):
    """What parse-latin makes of a place in the text: a word, white space, a mark or a sentence's end."""

    kind: str
    text: str


_END: Final = _Node("end", "")


def _kind(character: str) -> str:
    if character.isspace() or character == "\ufeff":
        return "space"
    return "word" if unicodedata.category(character)[0] in "LNM" else "mark"


def _ends_sentence(text: str, index: int) -> bool:
    """Whether parse-latin ends a sentence there: after a full stop and the marks that go with it."""
    position = index
    while position and text[position - 1] in _AFFIXES:
        position -= 1
    if not position or text[position - 1] not in _TERMINALS:
        return False
    following = text[index]
    return not (following.islower() or following.isdigit() or following in ",;" or following in _AFFIXES)


def _node_at(text: str, index: int) -> _Node:
    """The node that begins at the index: a run of word characters, of spaces, or of one mark."""
    if index == len(text) or _ends_sentence(text, index):
        return _END
    first = text[index]
    kind = _kind(first)
    end = index + 1
    while end < len(text) and (text[end] == first if kind == "mark" else _kind(text[end]) == kind):
        end += 1
    return _Node(kind, text[index:end])


def _previous_kind(text: str, index: int) -> str:
    return _kind(text[index - 1]) if index else _END.kind


def _opens(mark: str, previous: str, following: _Node, after: _Node) -> bool:
    """Whether a straight quote becomes an opening one (retext-smartypants, `quotes`)."""
    if following.kind == "mark" and after.kind != "word":
        return False
    if following.text in _CURLED:
        return True
    if re.fullmatch(r"\d\ds", following.text):
        return False
    if previous in {"space", "mark"} and following.kind == "word":
        return True
    if previous == "word" or following.kind in {"space", "end"}:
        return False
    return not (mark == "'" and following.text == "s")


def curl_quotes(text: str) -> str:
    """The text with its straight quotes curled; its length stays."""
    curled = list(text)
    for match in _QUOTE.finditer(text):
        index = match.start()
        if curled[index] != text[index]:
            continue
        following = _node_at(text, index + 1)
        after = _node_at(text, index + 1 + len(following.text))
        opens = _opens(match[0], _previous_kind(text, index), following, after)
        curled[index] = _CURLED[match[0]][not opens]
        if opens and following.text in _CURLED:
            curled[index + 1] = _CURLED[following.text][0]
    return "".join(curled)


def join_marks(text: str) -> str:
    """The text with two hyphens as an em dash, dots as an ellipsis, ``so'' in double quotes."""
    return _MARKS.sub(lambda match: _MARK_CHARACTERS[match[0][0]], text)


def _pieces(tokens: "list[Token]") -> "Iterator[tuple[Token, str]]":
    """The tokens that count, each with what stands for it in the text of quotes."""
    for block in tokens:
        if block.type in _BEGINNINGS:
            yield block, " "
        for token in block.children or ():
            if token.type == "text":
                yield token, token.content
            elif token.type == "code_inline":
                yield token, "A" * len(token.content)
            elif token.type == "softbreak":
                yield token, "\n"


def _curl(state: "StateCore") -> None:
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

"""The inline marks of one paragraph of Markdown: emphasis, code, links, HTML (CommonMark 0.31 and GFM)."""

from __future__ import annotations

import re
from typing import Final, Literal, NamedTuple

from editor.text.emphasis import Delimiter, delimiter_run, pairs_of

Kind = Literal[
    "strong",
    "emphasis",
    "strikethrough",
    "code",
    "link",
    "image",
    "autolink",
    "footnote",
    "html",
    "comment",
    "entity",
    "escape",
]

_TOKEN: Final = re.compile(
    r"\\(?=[!-/:-@\[-`{-~])|`+|\*+|_+|~+|!?\[|\]|<|&|(?<!\w)(?:https?://|www\.)(?=\w)[^\s<]*"
)
_AUTOLINK: Final = re.compile(r"<(?:[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)>")
_COMMENT: Final = re.compile(r"<!--.*?-->", re.DOTALL)
_ATTRIBUTE: Final = r"""\s+[A-Za-z_:@][\w:.@-]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?"""
HTML_TAG: Final = re.compile(rf"<(?:[A-Za-z][\w-]*(?:{_ATTRIBUTE})*\s*/?|/[A-Za-z][\w-]*\s*)>")
_ENTITY: Final = re.compile(r"&(?:[A-Za-z][A-Za-z0-9]{1,31}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});")
_ADDRESS: Final = re.compile(
    r"""\(\s*(?P<address><[^<>\n]*>|(?!<)(?:\\.|[^\s()\\]|\((?:\\.|[^\s()\\])*\))*)"""
    r"""(?:\s+(?:"[^"]*"|'[^']*'|\([^()]*\)))?\s*\)"""
)
_LABEL: Final = re.compile(r"\[[^\[\]]*\]")
_FOOTNOTE: Final = re.compile(r"\[\^[^\s\[\]]+\]")


class Inline(NamedTuple):
    """One inline mark: where it starts and ends, where its content does, and where a link's address does.

    A mark that has no content of its own (an autolink, an HTML tag, …) is its own content.
    (A named tuple: thousands are made while the highlighter reads a long article.)
    """

    kind: Kind
    start: int
    end: int
    content_start: int
    content_end: int
    address_start: int = -1
    address_end: int = -1

    @property
    def encloses_text(self) -> bool:
        """Whether the content is Markdown of its own, between an opening and a closing marker."""
        return self.kind in {"strong", "emphasis", "strikethrough", "link", "image"}


class _Bracket(NamedTuple):
    start: int
    content_start: int
    delimiters: int


def parse_inline(text: str, start: int = 0) -> list[Inline]:
    """Answer the inline marks of text from start on, outer ones before those inside them.

    A `[label]` without address or second label is not taken for a link: its definition is elsewhere.
    """
    parser = _Parser(text)
    position = start
    while (token := _TOKEN.search(text, position)) is not None:
        position = parser.read(token)
    return parser.finish()


class _Parser:
    """Reads the tokens of one paragraph from left to right."""

    __slots__ = ("_brackets", "_delimiters", "_found", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._found: list[Inline] = []
        self._brackets: list[_Bracket] = []
        self._delimiters: list[Delimiter] = []

    def read(self, token: re.Match[str]) -> int:
        """Take in one token and answer where to search for the next one."""
        start, end = token.span()
        first = self._text[start]
        if first in "*_~":
            self._delimiters.append(delimiter_run(self._text, start, end))
            return end
        if first == "`":
            return self._code(start, end)
        if first in "![":
            return self._open_bracket(start, end)
        if first == "]":
            return self._close_bracket(start, end)
        if first == "\\":
            self._found.append(Inline("escape", start, start + 2, start, start + 2))
            return start + 2
        if first == "<":
            return self._angle(start, end)
        if first == "&":
            return self._whole("entity", _ENTITY.match(self._text, start), end)
        return self._bare_address(start, end)

    def finish(self) -> list[Inline]:
        """Pair what is left of the emphasis and answer everything found, in order."""
        self._pair(0)
        self._found.sort(key=lambda mark: (mark.start, -mark.end))
        return self._found

    def _pair(self, bottom: int) -> None:
        for pair in pairs_of(self._delimiters[bottom:]):
            self._found.append(Inline(pair.kind, pair.start, pair.end, pair.content_start, pair.content_end))
        del self._delimiters[bottom:]

    def _whole(self, kind: Kind, match: re.Match[str] | None, otherwise: int) -> int:
        if match is None:
            return otherwise
        self._found.append(Inline(kind, match.start(), match.end(), match.start(), match.end()))
        return match.end()

    def _code(self, start: int, end: int) -> int:
        fence = self._text[start:end]
        close = end
        while (close := self._text.find(fence, close)) != -1:
            after = close + len(fence)
            if self._text[after : after + 1] != "`":
                self._found.append(Inline("code", start, after, end, close))
                return after
            while self._text[after : after + 1] == "`":
                after += 1
            close = after
        return end

    def _angle(self, start: int, end: int) -> int:
        text = self._text
        if text.startswith("<!--", start):
            return self._whole("comment", _COMMENT.match(text, start), end)
        if (address := _AUTOLINK.match(text, start)) is not None:
            return self._whole("autolink", address, end)
        return self._whole("html", HTML_TAG.match(text, start), end)

    def _bare_address(self, start: int, end: int) -> int:
        text = self._text
        while text[end - 1] in "?!.,:;*_~'\"»”’)]":
            if text[end - 1] == ")" and text.count("(", start, end) >= text.count(")", start, end):
                break
            end -= 1
        self._found.append(Inline("autolink", start, end, start, end))
        return end

    def _open_bracket(self, start: int, end: int) -> int:
        footnote = _FOOTNOTE.match(self._text, start)
        if footnote is not None:
            return self._whole("footnote", footnote, end)
        self._brackets.append(_Bracket(start, end, len(self._delimiters)))
        return end

    def _close_bracket(self, start: int, end: int) -> int:
        if not self._brackets:
            return end
        opening = self._brackets.pop()
        address = _ADDRESS.match(self._text, end)
        label = None if address is not None else _LABEL.match(self._text, end)
        tail = address or label
        if tail is None:
            return end
        self._pair(opening.delimiters)
        is_image = self._text[opening.start] == "!"
        span = address.span("address") if address is not None else (tail.start() + 1, tail.end() - 1)
        self._found.append(
            Inline(
                "image" if is_image else "link",
                opening.start,
                tail.end(),
                opening.content_start,
                start,
                *span,
            )
        )
        if not is_image:  # a link holds no other link
            self._brackets = [bracket for bracket in self._brackets if self._text[bracket.start] == "!"]
        return tail.end()

"""The inline marks of one paragraph of Markdown: emphasis, code, links, HTML (CommonMark 0.31 and GFM)."""

from __future__ import annotations

import re
from typing import Final, Literal, NamedTuple

from editor.text.addresses import LABEL_TAIL, LINK_TAIL
from editor.text.bare_addresses import WEB_START, web_address_end
from editor.text.characters import is_ascii_punctuation
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

_TOKEN: Final = re.compile(rf"\\(?=[!-/:-@\[-`{{-~])|`+|\*+|_+|~+|!?\[|\]|<|&|{WEB_START}")
_AUTOLINK: Final = re.compile(
    r"<(?:[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\x00-\x20\x7f<>]*"
    r"|[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?"
    r"(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*)>"
)
_CLOSED: Final = (
    ("<!-->", "<!-->"),
    ("<!--->", "<!--->"),
    ("<!--", "-->"),
    ("<![CDATA[", "]]>"),
    ("<?", "?>"),
)
"""How HTML that is no tag begins and ends; the first two are whole comments."""
_DECLARATION: Final = re.compile(r"<![A-Za-z][^>]*>")
_ATTRIBUTE: Final = r"""\s+[A-Za-z_:@][\w:.@-]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?"""
HTML_TAG: Final = re.compile(
    rf"<(?:[A-Za-z][A-Za-z0-9-]*(?:{_ATTRIBUTE})*\s*/?|/[A-Za-z][A-Za-z0-9-]*\s*)>", re.ASCII
)
_ENTITY: Final = re.compile(r"&(?:[A-Za-z][A-Za-z0-9]{1,31}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});")
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


class Bracket(NamedTuple):
    """An opening bracket of a link or an image: where it starts, and its content does."""

    start: int
    content_start: int
    delimiters: int


class LinkTail(NamedTuple):
    """What follows the text of a link: where that ends, and where its address or label stands."""

    end: int
    address_start: int
    address_end: int


def parse_inline(text: str, start: int = 0) -> list[Inline]:
    """Answer the inline marks of text from start on, outer ones before those inside them.

    What a label means is not known: `[text][label]` is taken for a link, `[label]` alone for none.
    """
    return InlineParser(text, _TOKEN).parse(start)


class InlineParser:
    """Reads the tokens of one paragraph from left to right; which tokens, a pattern says."""

    __slots__ = ("_token", "brackets", "delimiters", "ended", "found", "outside_links", "text")

    def __init__(self, text: str, token: re.Pattern[str]) -> None:
        self.text = text
        self.found: list[Inline] = []
        self.brackets: list[Bracket] = []
        self.delimiters: list[Delimiter] = []
        self.ended: set[str] = set()
        """What closes nothing more in the rest of the text."""
        self._token = token
        self.outside_links = 0
        """So many of the open brackets stand before a link: none of them is the start of another."""

    def parse(self, start: int) -> list[Inline]:
        """Answer the marks from start on."""
        search = self._token.search
        while (token := search(self.text, start)) is not None:
            start = self.read(*token.span())
        self._pair(0)
        self.found.sort(key=lambda mark: (mark.start, -mark.end))
        return self.found

    def read(self, start: int, end: int) -> int:
        """Take in one token and answer where to search for the next one."""
        first = self.text[start]
        if first in "*_~":
            self.delimiters.append(delimiter_run(self.text, start, end))
            return end
        if first == "`":
            return self._code(start, end)
        if first in "![":
            return self._open_bracket(start, end)
        if first == "]":
            return self._close_bracket(start, end)
        if first == "\\":
            self.found.append(Inline("escape", start, start + 2, start, start + 2))
            return start + 2
        if first == "<":
            return self.angle(start, end)
        if first == "&":
            return self._whole("entity", _ENTITY.match(self.text, start), end)
        return self.bare_address(start, end)

    def put(self, kind: Kind, start: int, end: int) -> int:
        """Note a mark that is its own content; answer where it ends."""
        self.found.append(Inline(kind, start, end, start, end))
        return end

    def angle(self, start: int, end: int) -> int:
        """Read what begins with an angle bracket."""
        text = self.text
        if text[end : end + 1] in ("!", "?"):
            return self._closed(start, end)
        if (address := _AUTOLINK.match(text, start)) is not None:
            return self._whole("autolink", address, end)
        return self._whole("html", HTML_TAG.match(text, start), end)

    def bare_address(self, start: int, end: int) -> int:
        """Read an address of the web that is written bare."""
        address_end = web_address_end(self.text, start, is_ascii_punctuation)
        return end if address_end is None else self.put("autolink", start, address_end)

    def is_note(self, label: str) -> bool:  # noqa: ARG002 - here the labels of notes are not known
        """Whether `[^label]` stands for a footnote."""
        return True

    def tail(self, opening: Bracket, start: int, end: int) -> LinkTail | None:
        """Answer what follows the closing bracket of a link, from start to end; None for nothing."""
        del opening, start
        return self.written_tail(end) or self.label_tail(end)

    def written_tail(self, end: int) -> LinkTail | None:
        """Answer the address in parentheses that stands at end, None where there is none."""
        tail = LINK_TAIL.match(self.text, end)
        return None if tail is None else LinkTail(tail.end(), *tail.span("address"))

    def label_tail(self, end: int) -> LinkTail | None:
        """Answer the label in brackets that stands at end, None where there is none."""
        tail = LABEL_TAIL.match(self.text, end)
        return None if tail is None else LinkTail(tail.end(), *tail.span("label"))

    def _pair(self, bottom: int) -> None:
        for pair in pairs_of(self.delimiters[bottom:]):
            self.found.append(Inline(pair.kind, pair.start, pair.end, pair.content_start, pair.content_end))
        del self.delimiters[bottom:]

    def _whole(self, kind: Kind, match: re.Match[str] | None, otherwise: int) -> int:
        return otherwise if match is None else self.put(kind, *match.span())

    def _code(self, start: int, end: int) -> int:
        fence = self.text[start:end]
        close = -1 if fence in self.ended else self.text.find(fence, end)
        while close != -1:
            after = close + len(fence)
            if self.text[after : after + 1] != "`":
                self.found.append(Inline("code", start, after, end, close))
                return after
            while self.text[after : after + 1] == "`":
                after += 1
            close = self.text.find(fence, after)
        self.ended.add(fence)
        return end

    def _closed(self, start: int, end: int) -> int:
        """Read a comment, an instruction or a section of HTML."""
        for opening, closing in _CLOSED:
            if not self.text.startswith(opening, start):
                continue
            inner = start if opening == closing else start + len(opening)
            close = -1 if closing in self.ended else self.text.find(closing, inner)
            if close < 0:
                self.ended.add(closing)
                return end
            return self.put("comment" if opening[:3] == "<!-" else "html", start, close + len(closing))
        return self._whole("html", _DECLARATION.match(self.text, start), end)

    def _open_bracket(self, start: int, end: int) -> int:
        footnote = _FOOTNOTE.match(self.text, start)
        if footnote is not None and self.is_note(footnote[0][2:-1]):
            return self._whole("footnote", footnote, end)
        self.brackets.append(Bracket(start, end, len(self.delimiters)))
        return end

    def _close_bracket(self, start: int, end: int) -> int:
        if not self.brackets:
            return end
        opening = self.brackets.pop()
        is_image = self.text[opening.start] == "!"
        is_link = len(self.brackets) >= self.outside_links
        self.outside_links = min(self.outside_links, len(self.brackets))
        tail = self.tail(opening, start, end) if is_image or is_link else None
        if tail is None:
            return end
        self._pair(opening.delimiters)
        kind: Kind = "image" if is_image else "link"
        self.found.append(Inline(kind, opening.start, tail.end, opening.content_start, start, *tail[1:]))
        if not is_image:  # a link holds no other link
            self.outside_links = len(self.brackets)
        return tail.end

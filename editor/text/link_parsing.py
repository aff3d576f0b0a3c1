"""The links, images, addresses, tags and code of one paragraph of Markdown, given what its labels mean."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from editor.text.addresses import LABEL, LABEL_TAIL, label_key
from editor.text.bare_addresses import MAIL_START, WEB_START, mail_address
from editor.text.found_addresses import addresses_in
from editor.text.inline import Inline, InlineParser, LinkTail
from editor.text.jsx_tags import JsxEnds

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from editor.text.inline import Bracket, Kind

_TOKEN: Final = re.compile(rf"\\(?=[!-/:-@\[-`{{-~])|`+|!?\[|\]|<|{WEB_START}")
_TOKEN_OR_MAIL: Final = re.compile(rf"{_TOKEN.pattern}|{MAIL_START}")
_MDX_TOKEN: Final = re.compile(rf"{_TOKEN_OR_MAIL.pattern}|{{")
_LABEL: Final = re.compile(LABEL, re.DOTALL)


class Labels(NamedTuple):
    """The keys of the labels that a text defines: of its links, and of its footnotes."""

    links: Collection[str]
    notes: Collection[str]


class Links(NamedTuple):
    """What leads somewhere in a paragraph, or hides what does: code, tags, comments, escapes.

    Apart from these, what reads `[words][label]` where the label is not defined.
    """

    found: list[Inline]
    undefined: list[Inline]


def parse_links(text: str, labels: Labels, *, is_mdx: bool = False) -> Links:
    """Answer what leads somewhere in a paragraph."""
    token = _MDX_TOKEN if is_mdx else _TOKEN_OR_MAIL if "@" in text else _TOKEN
    parser = (_MdxParser if is_mdx else _LinkParser)(text, token, labels)
    found = parser.parse(0)
    if between := _addresses_between(text, found):
        found += between
        found.sort(key=lambda mark: (mark.start, -mark.end))
    return Links(found, parser.undefined)


class _LinkParser(InlineParser):
    """Reads links as CommonMark does: a label means one that is defined."""

    __slots__ = ("_labels", "undefined")

    def __init__(self, text: str, token: re.Pattern[str], labels: Labels) -> None:
        super().__init__(text, token)
        self._labels = labels
        self.undefined: list[Inline] = []

    def bare_address(self, start: int, end: int) -> int:
        """Read an address that is written bare, outside brackets: a link may hold none."""
        if self.brackets:
            return end
        if self.text[end - 1] != "@":
            return super().bare_address(start, end)
        mail = mail_address(self.text, start)
        return end if mail is None else self.put("autolink", start, start + len(mail))

    def is_note(self, label: str) -> bool:
        """Whether a footnote of this label is defined; what stands around it is no link then."""
        is_defined = label_key(label) in self._labels.notes
        if is_defined:
            self.outside_links = len(self.brackets)
        return is_defined

    def tail(self, opening: Bracket, start: int, end: int) -> LinkTail | None:
        """Answer the address or the label that makes a link of what is in brackets."""
        written = self.written_tail(end)
        if written is not None:
            return written
        label = LABEL_TAIL.match(self.text, end)
        if label is not None and label["label"]:
            if label_key(label["label"]) in self._labels.links:
                return LinkTail(label.end(), *label.span("label"))
            kind: Kind = "image" if self.text[opening.start] == "!" else "link"
            content = (opening.content_start, start)
            self.undefined.append(Inline(kind, opening.start, label.end(), *content, *label.span("label")))
            return None
        own = _LABEL.fullmatch(self.text, opening.content_start, start)
        if own is None or label_key(own[0]) not in self._labels.links:
            return None
        return LinkTail(end if label is None else label.end(), *own.span())


class _MdxParser(_LinkParser):
    """Reads MDX: the tags and expressions of JavaScript stand in the place of HTML."""

    __slots__ = ("_ends",)

    def __init__(self, text: str, token: re.Pattern[str], labels: Labels) -> None:
        super().__init__(text, token, labels)
        self._ends = JsxEnds(text)

    def read(self, start: int, end: int) -> int:
        """Take in one token, an expression too."""
        return self.angle(start, end) if self.text[start] == "{" else super().read(start, end)

    def angle(self, start: int, end: int) -> int:
        """Read a tag or an expression."""
        behind = self._ends.of(start)
        kind: Kind = "html" if self.text[start] == "<" else "code"
        return end if behind is None else self.put(kind, start, behind)


def _addresses_between(text: str, marks: list[Inline]) -> list[Inline]:
    """Answer the addresses that stand outside of all that was read."""
    found: list[Inline] = []
    for start, end in _gaps(text, marks):
        for first, last in addresses_in(text[start:end]):
            found.append(Inline("autolink", start + first, start + last, start + first, start + last))
    return found


def _gaps(text: str, marks: list[Inline]) -> Iterator[tuple[int, int]]:
    position = 0
    for mark in marks:
        if mark.kind == "escape":
            continue
        if mark.start > position:
            yield position, mark.start
        position = max(position, mark.end)
    yield position, len(text)

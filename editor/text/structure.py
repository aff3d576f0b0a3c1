"""What an article's body is made of, as Astro reads it: its headings, and all that leads somewhere."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, Literal, NamedTuple

from editor.text.addresses import LINK_TAIL, address_span, label_key, unescaped
from editor.text.bare_addresses import bare_target
from editor.text.block_reading import read_blocks
from editor.text.html_references import html_references
from editor.text.link_parsing import Labels, parse_links

if TYPE_CHECKING:
    from editor.text.block_reading import DefinitionBlock
    from editor.text.inline import Inline

Kind = Literal["link", "image"]
How = Literal["inline", "reference", "definition", "autolink", "html"]


class Heading(NamedTuple):
    """A heading: its Markdown, where that starts and ends in the body, and the heading's first line.

    Marks of quotes between the lines of an underlined heading are blanks in its text.
    """

    level: int
    text: str
    start: int
    end: int
    line: int


class Reference(NamedTuple):
    """A place of a body that leads somewhere.

    how says in which way: `[words](address "title")`, `[words][label]`, the definition `[label]: address`, an
    address in angle brackets or bare, an attribute of HTML. A definition is an image's where only images
    refer to it. The spans are indices in the body; that of the address, without its angle brackets, holds it
    as written, while address is what Markdown reads there. A reference to a definition has that one's
    address, and the span of the label in its place.
    """

    kind: Kind
    how: How
    start: int
    end: int
    line: int
    """The line in which it starts, from 0."""
    address: str
    address_start: int
    address_end: int
    words: str
    words_start: int
    words_end: int
    title: str = ""
    label: str = ""
    """The key of the definition's label."""

    @property
    def has_own_address(self) -> bool:
        """Whether its address stands in it."""
        return self.how != "reference"


class Structure(NamedTuple):
    """What a body is made of, each in the order of the text."""

    headings: tuple[Heading, ...]
    references: tuple[Reference, ...]
    undefined: tuple[Reference, ...]
    """What reads `[words][label]` with a label that nothing defines: text for Markdown."""


def structure_of(body: str, *, is_mdx: bool = False) -> Structure:
    """Answer the headings and references of a body, whose lines end in "\\n".

    What is code, a comment or an expression is passed over, as in Astro's dialects. It never raises.
    """
    return _Reader(body, is_mdx=is_mdx).read()


class _Reader:
    def __init__(self, body: str, *, is_mdx: bool) -> None:
        self._blocks = read_blocks(body, is_mdx=is_mdx)
        self._is_mdx = is_mdx
        self._text = self._blocks.text
        self._starts = [0, *accumulate([len(line) + 1 for line in body.split("\n")])]
        self._defined: dict[str, DefinitionBlock] = {}
        for definition in self._blocks.definitions:
            self._defined.setdefault(self._label(definition), definition)
        self._found: list[Reference] = []
        self._undefined: list[Reference] = []

    def read(self) -> Structure:
        """Read what stands in the blocks."""
        labels = Labels(self._defined.keys(), frozenset(map(label_key, self._blocks.notes)))
        text = self._text
        for start, end in self._blocks.paragraphs:
            source = text[start:end]
            if _may_lead(source):
                links = parse_links(source, labels, is_mdx=self._is_mdx)
                self._add_marks(links.found, start, self._found)
                self._add_marks(links.undefined, start, self._undefined)
        for start, end in self._blocks.html:
            self._add_html(start, end)
        self._add_definitions()
        self._found.sort(key=lambda reference: (reference.start, -reference.end, reference.address_start))
        headings = (
            Heading(
                it.level, text[it.text_start : it.text_end], it.text_start, it.text_end, self._line(it.start)
            )
            for it in sorted(self._blocks.headings, key=lambda heading: heading.start)
        )
        return Structure(tuple(headings), tuple(self._found), tuple(self._undefined))

    def _line(self, index: int) -> int:
        return bisect_right(self._starts, index) - 1

    def _label(self, definition: DefinitionBlock) -> str:
        return label_key(self._text[slice(*definition.label)])

    def _add_marks(self, marks: list[Inline], offset: int, found: list[Reference]) -> None:
        """Add what leads somewhere; in the description of an image nothing does."""
        image_end = -1
        for mark in marks:
            if mark.start < image_end:
                continue
            if mark.kind in ("link", "image"):
                found.append(self._linked(mark, offset))
                if mark.kind == "image":
                    image_end = mark.end
            elif mark.kind == "autolink":
                found.append(self._autolink(mark, offset))
            elif mark.kind == "html":
                self._add_html(offset + mark.start, offset + mark.end)

    def _linked(self, mark: Inline, offset: int) -> Reference:
        text = self._text
        start, end, words_start, words_end, first, last = (index + offset for index in mark[1:])
        kind: Kind = "image" if mark.kind == "image" else "link"
        how: How = "inline" if text.startswith("(", words_end + 1) and end > words_end + 1 else "reference"
        title = label = ""
        if how == "inline":
            tail = LINK_TAIL.match(text, words_end + 1) if end - last > 1 else None
            title = _title(tail["title"]) if tail is not None else ""
            first, last = address_span(text, first, last)
            address = unescaped(text[first:last])
        else:
            label = label_key(text[first:last])
            definition = self._defined.get(label)
            address = self._address(definition) if definition is not None else ""
        words = (text[words_start:words_end], words_start, words_end)
        line = self._line(start)
        return Reference(kind, how, start, end, line, address, first, last, *words, title, label)

    def _address(self, definition: DefinitionBlock) -> str:
        return unescaped(self._text[slice(*address_span(self._text, *definition.address))])

    def _autolink(self, mark: Inline, offset: int) -> Reference:
        start, end = mark.start + offset, mark.end + offset
        first, last = address_span(self._text, start, end)
        written = self._text[first:last]
        address = written
        if "@" in written and ":" not in written.partition("@")[0]:
            address = f"mailto:{written}"
        elif start == first:
            address = bare_target(written)
        return Reference(
            "link", "autolink", start, end, self._line(start), address, first, last, written, first, last
        )

    def _add_html(self, start: int, end: int) -> None:
        for it in html_references(self._text, start, end):
            words = (self._text[it.words_start : it.words_end], it.words_start, it.words_end)
            line = self._line(it.start)
            place = (it.address, it.address_start, it.address_end)
            self._found.append(Reference(it.kind, "html", it.start, it.end, line, *place, *words))

    def _add_definitions(self) -> None:
        used: dict[str, set[Kind]] = {}
        for reference in self._found:
            if reference.how == "reference":
                used.setdefault(reference.label, set()).add(reference.kind)
        for it in self._blocks.definitions:
            label = self._label(it)
            kind: Kind = "image" if used.get(label) == {"image"} else "link"
            place = (self._address(it), *address_span(self._text, *it.address))
            words = (self._text[slice(*it.label)], *it.label)
            title = _title(self._text[slice(*it.title)]) if it.title[0] >= 0 else ""
            line = self._line(it.start)
            self._found.append(
                Reference(kind, "definition", it.start, it.end, line, *place, *words, title, label)
            )


def _may_lead(text: str) -> bool:
    """Whether a paragraph has any sign of what leads somewhere."""
    return "[" in text or "<" in text or "@" in text or "://" in text or "www." in text.lower()


def _title(written: str | None) -> str:
    """Answer a title without its quotes."""
    return unescaped(written[1:-1]) if written else ""

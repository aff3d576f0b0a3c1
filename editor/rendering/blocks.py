"""The top-level pieces of a document, and which of them stand alone."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from markdown.treeprocessors import Treeprocessor
from markdown.util import ETX, STX

from editor.rendering.balance import OpenElements
from editor.rendering.holes import without_holes
from editor.rendering.tree import NOTE, SOURCE_END, SOURCE_LINE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from xml.etree.ElementTree import Element

    from editor.rendering.headings import WrittenHeading
    from editor.rendering.holes import Parts

_CUT: Final = f"{STX}block{ETX}"


@dataclass(frozen=True, slots=True)
class Block:
    """A top-level piece of the document, whose HTML opens nothing that it does not close.

    `line` is the 0-based line of the body where its source begins.
    """

    html: str
    line: int


@dataclass(frozen=True, slots=True)
class Piece:
    """The HTML of a top-level element, with holes, in which raw HTML may open or close what others do not.

    `line` is counted from the first line of the section.
    """

    parts: "Parts" = ("",)
    line: int = 0
    has_markup: bool = False
    headings: "tuple[WrittenHeading, ...]" = ()


def together(pieces: "Sequence[Piece]") -> Piece:
    """The elements of a section as one piece."""
    if not pieces:
        return Piece()
    first, *others = pieces
    parts = first.parts
    for piece in others:
        parts = (*parts[:-1], f"{parts[-1]}{piece.parts[0]}", *piece.parts[1:])
    headings = tuple(heading for piece in pieces for heading in piece.headings)
    return Piece(parts, first.line, any(piece.has_markup for piece in pieces), headings)


class Cut(NamedTuple):
    """Where an element at the top begins, whether it has raw HTML, and the key of the footnote that it is."""

    line: int
    has_markup: bool
    note: str | None


class BlockCuts(Treeprocessor):
    """Marks where a document may be cut: between the elements at the top of the tree."""

    _cuts: tuple[Cut, ...] = ()

    def run(self, root: "Element") -> None:
        """Put the marks into the text between the elements, and take out what is not HTML."""
        cuts = []
        line = 0
        root.text = _CUT  # white space at the start is the first element's
        for element in root:
            line = int(element.get(SOURCE_LINE, line))
            has_markup = any(STX in without_holes(text) for text in element.itertext())
            cuts.append(Cut(line, has_markup, element.attrib.pop(NOTE, None)))
            element.tail = f"{element.tail or ''}{_CUT}"
            for inner in element.iter():
                inner.attrib.pop(SOURCE_LINE, None)
                inner.attrib.pop(SOURCE_END, None)
        self._cuts = tuple(cuts)

    def pieces(self, output: str) -> "Iterator[tuple[str, Cut]]":
        """The HTML of each element, and its cut."""
        return zip(output.split(_CUT)[1:], self._cuts, strict=False)


def joined(pieces: "Iterable[tuple[str, bool]]") -> "Iterator[bool]":
    """Whether each piece of HTML belongs to the block of the one before it, for pieces that follow a cut.

    Beside each piece stands whether it has raw HTML. Blocks are as small as the raw HTML allows.
    """
    open_elements = OpenElements()
    is_first = True
    for html, has_markup in pieces:
        yield not (is_first or open_elements.allow_cut_before(html))
        if has_markup or not open_elements.are_none():
            open_elements.read(html)
        is_first = False

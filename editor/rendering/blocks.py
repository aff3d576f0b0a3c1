"""The top-level pieces of a document, each balanced by itself."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from markdown.treeprocessors import Treeprocessor
from markdown.util import ETX, STX

from editor.rendering.balance import OpenElements
from editor.rendering.tree import SOURCE_LINE

if TYPE_CHECKING:
    from collections.abc import Iterable
    from xml.etree.ElementTree import Element

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
    """The HTML of a top-level element; raw HTML in it may open or close what others close or open."""

    html: str
    line: int
    has_markup: bool


class BlockCuts(Treeprocessor):
    """Marks where a document may be cut: between the elements at the top of the tree."""

    _cuts: tuple[tuple[int, bool], ...] = ()

    def run(self, root: "Element") -> None:
        """Put the marks into the text between the elements, and take the source lines out."""
        cuts = []
        line = 0
        for element in root:
            line = int(element.get(SOURCE_LINE, line))
            cuts.append((line, any(STX in text for text in element.itertext())))
            element.tail = f"{element.tail or ''}{_CUT}"
            for inner in element.iter():
                inner.attrib.pop(SOURCE_LINE, None)
        self._cuts = tuple(cuts)

    def pieces(self, output: str) -> tuple[Piece, ...]:
        """The pieces of the document that was made of the tree."""
        return tuple(
            Piece(html, line, has_markup)
            for html, (line, has_markup) in zip(output.split(_CUT), self._cuts, strict=False)
        )


def blocks_of(pieces: "Iterable[Piece]") -> tuple[Block, ...]:
    """The blocks of a document's pieces, as small as its raw HTML allows."""
    open_elements = OpenElements()
    blocks: list[Block] = []
    parts: list[str] = []
    first_line = 0
    for piece in pieces:
        if parts and open_elements.allow_cut_before(piece.html):
            blocks.append(Block("".join(parts), first_line))
            parts = []
        if not parts:
            first_line = piece.line
        parts.append(piece.html)
        if piece.has_markup or not open_elements.are_none():
            open_elements.read(piece.html)
    if parts:
        blocks.append(Block("".join(parts), first_line))
    return tuple(blocks)

"""The top-level pieces of a document, each balanced by itself."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from markdown.treeprocessors import Treeprocessor
from markdown.util import ETX, STX

from editor.rendering.balance import OpenElements
from editor.rendering.tree import SOURCE_LINE

if TYPE_CHECKING:
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
class _Piece:
    """A top-level element of the tree; raw HTML in it may open or close what others close or open."""

    line: int
    has_markup: bool


class BlockCuts(Treeprocessor):
    """Marks where a document may be cut: between the elements at the top of the tree."""

    pieces: tuple[_Piece, ...] = ()

    def run(self, root: "Element") -> None:
        """Put the marks into the text between the elements, and take the source lines out."""
        pieces = []
        line = 0
        for element in root:
            line = int(element.get(SOURCE_LINE, line))
            pieces.append(_Piece(line, any(STX in text for text in element.itertext())))
            element.tail = f"{element.tail or ''}{_CUT}"
        for element in root.iter():
            if element.get(SOURCE_LINE) is not None:
                del element.attrib[SOURCE_LINE]
        self.pieces = tuple(pieces)

    def blocks(self, output: str) -> tuple[Block, ...]:
        """The blocks of the document that was made of the tree."""
        open_elements = OpenElements()
        blocks: list[Block] = []
        parts: list[str] = []
        first_line = 0
        for html, piece in zip(output.split(_CUT), self.pieces, strict=False):
            if parts and open_elements.allow_cut_before(html):
                blocks.append(Block("".join(parts), first_line))
                parts = []
            if not parts:
                first_line = piece.line
            parts.append(html)
            if piece.has_markup or not open_elements.are_none():
                open_elements.read(html)
        if parts:
            blocks.append(Block("".join(parts), first_line))
        return tuple(blocks)

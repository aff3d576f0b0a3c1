"""Markdown to the HTML that the blog makes of it: one pipeline of Python-Markdown for all dialects.

The dialect, an extension, decides who parses. What follows the parse is the same for all: addresses of
images, ids of headings, outline, colours of code, blocks with their source lines.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor.rendering.blocks import Block
from editor.rendering.headings import Heading
from editor.rendering.holes import HeadingId, holes_of
from editor.rendering.live.steps import advanced
from editor.rendering.live.text import LiveText, begun
from editor.rendering.numbering import Numbers
from editor.rendering.pipeline import DEFAULT_OPTIONS, Options
from editor.rendering.places import moved

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editor.rendering.blocks import Piece
    from editor.rendering.images import ImageAddress
    from editor.rendering.live.page import Placed

__all__ = ["Options", "Rendered", "render", "rendered"]


@dataclass(frozen=True, slots=True)
class Rendered:
    """What became of a body: its HTML in pieces, and its headings."""

    blocks: tuple[Block, ...]
    outline: "tuple[Heading, ...]"

    @property
    def html(self) -> str:
        """The whole HTML."""
        return "".join(block.html for block in self.blocks)


def render(
    body: str, options: Options = DEFAULT_OPTIONS, image_address: "ImageAddress | None" = None
) -> Rendered:
    """The HTML of a body (the text without its front matter), as the blog of the dialect makes it.

    Astro trims the body first; the lines answered are those of the body as given. `image_address` says
    which address to show for the one written. It may be called from any thread.
    """
    lines = body.replace("\r\n", "\n").replace("\r", "\n")
    return rendered(advanced(begun(lines, options, image_address), len(lines)))


def rendered(text: LiveText) -> Rendered:
    """What a text that is finished has become."""
    return Rendered(tuple(_blocks(text)), tuple(_outline(text)))


def _blocks(text: LiveText) -> "Iterator[Block]":
    htmls: list[str] = []
    block_line = 0
    for placed, line in _with_lines(text):
        if htmls and not placed.is_joined:
            yield Block("".join(htmls), block_line)
            htmls = []
        if placed.html:
            if not htmls:
                block_line = line + placed.piece.line if placed.section else _first_note_line(text)
            htmls.append(moved(placed.html, line - block_line))
    if htmls:
        yield Block("".join(htmls), block_line)


def _with_lines(text: LiveText) -> "Iterator[tuple[Placed, int]]":
    """Answer the sections in their places, each with its first line; the footnotes are the last."""
    line = 0
    for placed in text.page.placed:
        yield placed, line
        line += placed.lines


def _first_note_line(text: LiveText) -> int:
    numbers = Numbers()
    for placed in text.page.placed:
        numbers.fill(placed.piece.parts)
    notes = (
        line + piece.line
        for placed, line in _with_lines(text)
        for key, piece in placed.notes
        if key == numbers.notes[0]
    )
    return next(notes)


def _outline(text: LiveText) -> "Iterator[Heading]":
    numbers = Numbers()
    notes: dict[str, tuple[Piece, int]] = {}
    for placed, line in _with_lines(text):
        yield from _headings(numbers, placed.piece, numbers.fill(placed.piece.parts), line)
        for key, piece in placed.notes:
            notes.setdefault(key, (piece, line))
    for key, fills in numbers.fill_notes({key: piece.parts for key, (piece, _) in notes.items()}):
        piece, line = notes[key]
        yield from _headings(numbers, piece, fills, line)


def _headings(numbers: Numbers, piece: "Piece", fills: tuple[str, ...], line: int) -> "Iterator[Heading]":
    holes = zip(holes_of(piece.parts), fills, strict=True)
    ids = (fill for hole, fill in holes if isinstance(hole, HeadingId))
    for heading in piece.headings:
        heading_id = next(ids) if heading.id is None else heading.id
        if heading.line is not None:
            words = " ".join(numbers.words(heading.words).split())
            yield Heading(heading.level, words, heading_id, line + heading.line)

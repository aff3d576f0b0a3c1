"""The page that the sections of a text make: numbered, and cut into passages that stand alone."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import accumulate, islice
from typing import TYPE_CHECKING

from editor.rendering.blocks import Piece, joined
from editor.rendering.holes import filled, holes_of
from editor.rendering.numbering import Numbers
from editor.rendering.places import moved

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editor.rendering.live.section import Section


@dataclass(frozen=True, slots=True)
class Passage:
    """What the page has for a section: its HTML, and how many lines of the text it stands for.

    The HTML opens nothing that it does not close. It is empty where a section shows nothing, or is shown
    within the passage before it, because raw HTML is opened there and closed later.
    """

    html: str
    lines: int


@dataclass(frozen=True, slots=True)
class Placed:
    """A section in its place: what fills its holes, its own HTML, whether it is joined to the one before.

    Without a section it is the footnotes, which stand behind the last.
    """

    section: Section | None
    fills: tuple[str, ...] = ()
    html: str = ""
    has_markup: bool = False
    is_joined: bool = False

    @property
    def piece(self) -> Piece:
        """What the section was rendered to."""
        return self.section.writing.piece if self.section and self.section.writing else Piece()

    @property
    def notes(self) -> tuple[tuple[str, Piece], ...]:
        """The footnotes that are written in the section."""
        return self.section.writing.notes if self.section and self.section.writing else ()

    @property
    def lines(self) -> int:
        """How many lines of the text it stands for."""
        return self.section.lines if self.section else 0


@dataclass(frozen=True, slots=True)
class Page:
    """The sections in their places, the footnotes behind the last of them, and a passage for each."""

    placed: tuple[Placed, ...] = (Placed(None),)
    passages: tuple[Passage, ...] = (Passage("", 0),)

    @property
    def count(self) -> int:
        """How many sections are in it."""
        return len(self.placed) - 1


def arranged(page: Page, sections: Sequence[Section], kept: tuple[int, int]) -> Page:
    """Answer the page of other sections; so many of the first and of the last ones are those of the page."""
    arrangement = _Arrangement(page, sections, kept)
    arrangement.number()
    arrangement.join()
    return Page(tuple(arrangement.placed), tuple(arrangement.passages))


class _Arrangement:
    """The making of a page out of the one before it."""

    def __init__(self, page: Page, sections: Sequence[Section], kept: tuple[int, int]) -> None:
        self._start = min(kept[0], page.count, len(sections))
        tail = min(kept[1], page.count - self._start, len(sections) - self._start)
        self._stop = len(sections) - tail
        end = page.count - tail
        new = sections[self._start : self._stop]
        self._gone = page.placed[self._start : end]
        self.placed = [*page.placed[: self._start], *map(Placed, new), *page.placed[end:]]
        missing = [Passage("", section.lines) for section in new]
        self.passages = [*page.passages[: self._start], *missing, *page.passages[end:]]
        self._renewed: set[int] = set()
        """Sections elsewhere of which the numbers or ids have changed."""
        self._has_new_notes = False

    def number(self) -> None:
        """Fill the holes: as they were, if what is numbered is the same as before."""
        new = self.placed[self._start : self._stop]
        if _numbered(self._gone) == _numbered(new):
            fills = (fill for placed in self._gone for fill in placed.fills)
            for index, placed in enumerate(new, self._start):
                self._fill(index, tuple(islice(fills, len(placed.piece.parts) // 2)))
        else:
            self._number_all()

    def join(self) -> None:
        """Join what raw HTML holds together, and make the passages of what has changed."""
        if self._start < self._stop or self._gone:
            self._join(self._start, self._stop)
        if self._has_new_notes:
            self._join(len(self.placed) - 1, len(self.placed))
        for index in self._renewed:
            self._make_passages(index, index + 1)

    def _number_all(self) -> None:
        numbers = Numbers()
        notes: dict[str, Piece] = {}
        for index, placed in enumerate(self.placed):
            parts = placed.piece.parts
            fills = numbers.fill(parts) if len(parts) > 1 else ()
            if self._start <= index < self._stop:
                self._fill(index, fills)
            elif fills != placed.fills:
                self._fill(index, fills)
                self._renewed.add(index)
            for key, piece in placed.notes:
                notes.setdefault(key, piece)
        html = numbers.write_notes({key: piece.parts for key, piece in notes.items()})
        has_markup = any(notes[key].has_markup for key in numbers.notes)
        self._has_new_notes = (html, has_markup) != (self.placed[-1].html, self.placed[-1].has_markup)
        self.placed[-1] = replace(self.placed[-1], html=html, has_markup=has_markup)

    def _fill(self, index: int, fills: tuple[str, ...]) -> None:
        placed = self.placed[index]
        piece = placed.piece
        html = filled(piece.parts, fills)
        self.placed[index] = Placed(placed.section, fills, html, piece.has_markup, placed.is_joined)

    def _join(self, start: int, stop: int) -> None:
        """Find anew what is joined from start to stop, and further as long as it differs."""
        first = self._start_of_group(start - 1) if start else 0
        pieces = ((self.placed[it].html, self.placed[it].has_markup) for it in range(first, len(self.placed)))
        last = len(self.placed)
        for index, is_joined in enumerate(joined(pieces), first):
            placed = self.placed[index]
            if index >= stop and not (is_joined or placed.is_joined):
                last = index
                break
            if is_joined != placed.is_joined:
                self.placed[index] = replace(placed, is_joined=is_joined)
        self._make_passages(first, last)

    def _start_of_group(self, index: int) -> int:
        while self.placed[index].is_joined:
            index -= 1
        return index

    def _make_passages(self, start: int, stop: int) -> None:
        index = self._start_of_group(start)
        while index < stop:
            end = index + 1
            while end < len(self.placed) and self.placed[end].is_joined:
                end += 1
            group = self.placed[index:end]
            lines = accumulate((placed.lines for placed in group), initial=0)
            html = "".join([moved(placed.html, line) for placed, line in zip(group, lines, strict=False)])
            htmls = [html, *[""] * (len(group) - 1)]
            self.passages[index:end] = [
                Passage(part, placed.lines) for part, placed in zip(htmls, group, strict=True)
            ]
            index = end


def _numbered(placed: Sequence[Placed]) -> list[object]:
    """Answer what the numbers and ids of a page depend on."""
    return [part for it in placed for part in (*holes_of(it.piece.parts), *it.notes)]

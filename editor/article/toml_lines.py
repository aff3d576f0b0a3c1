"""The lines of a front matter in TOML: which belong to which key, what goes with them, where new ones go."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from editor.article.rows import Rows, runs
from editor.article.slots import column_of, line_end
from editor.article.toml_tables import Leaf, Table, statements
from editor.text.change import Edit

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from editor.article.toml_tables import Member, Statement
    from editor.article.toml_tree import Section

_OWN_COMMENT: Final = re.compile(r"#(?![ \t]*(?:\[|[\w.\"'-]+[ \t]*=))")
"""No comment that looks like a key or a header that was commented out."""
_BLANKS: Final = " \t\n"
_BLANK_LINES: Final = re.compile(r"(?:[ \t]*\n)*")


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of the statements of one text.

    Its units are the pairs above the first header, then the sections. Blank lines that set a section apart
    go with it.
    """

    text: str
    sections: Sequence[Section]
    units: tuple[Statement, ...]
    places: dict[Statement, int]
    """The number of each unit."""
    rows: Rows
    """The lines of the units."""

    @classmethod
    def of(cls, text: str, sections: Sequence[Section]) -> Lines:
        """Answer the lines of sections in text."""
        units: tuple[Statement, ...] = (*sections[0].pairs, *sections[1:])
        places = {unit: number for number, unit in enumerate(units)}
        return cls(text, sections, units, places, _rows(text, sections[0].start, units))

    def rows_of(self, section: Section) -> Rows:
        """Answer the lines of a section's pairs; those of the first are units among others."""
        return _rows(self.text, section.start, section.pairs) if section.keys else self.rows

    def numbers(self, statements: Iterable[Statement]) -> list[int]:
        """Answer which units are among statements."""
        return sorted(self.places[each] for each in statements if each in self.places)

    def run(self, statements: Sequence[Statement]) -> range | None:
        """Answer the units that statements are, None where others stand between them, or they are none."""
        numbers = self.numbers(statements)
        is_run = len(numbers) == len(statements) and len(runs(numbers)) == 1
        return range(numbers[0], numbers[-1] + 1) if is_run else None

    def source_span(self, member: Member) -> tuple[int, int] | None:
        """Answer where the source of a key's value stands, None where other keys stand in it.

        Of a table it is what stands below its header; of tables without one header for all, these as well.
        """
        if isinstance(member, Leaf):
            return member.pair.value.start, member.pair.end
        run = self.run(statements(member))
        if run is None:
            return None
        first, last = self.units[run[0]], self.units[run[-1]]
        if isinstance(member, Table) and member.section is first:
            below = line_end(self.text, member.section.head_end)
            return (below + 1, last.end) if last.end > below else (below, below)
        return first.start, last.end

    def removals(self, statements: Iterable[Statement], below: Statement | None = None) -> list[Edit]:
        """Answer the removal of statements with their own comments; those above one of them stay."""
        wanted = set(statements)
        pairs = len(self.sections[0].pairs)
        numbers = self.numbers(wanted)
        edits = [self.rows.without(*run) for run in runs([number for number in numbers if number < pairs])]
        edits += (
            self._without_sections(*run, keeps_comments=self.units[run[0]] is below)
            for run in runs([number for number in numbers if number >= pairs])
        )
        for section in self.sections[1:]:
            inner = [number for number, pair in enumerate(section.pairs) if pair in wanted]
            edits += (self.rows_of(section).without(*run) for run in runs(inner))
        return edits

    def separator(self, start: int, stop: int) -> tuple[int, int]:
        """Answer the span of the blank lines that go with the sections from start to stop.

        Of those above and below them the others keep what sets them apart more; none are left at the ends.
        """
        top, bottom = self.rows.start(start, stop), self.rows.end(stop - 1) + 1
        above = self.text.find("\n", len(self.text[:top].rstrip(_BLANKS))) + 1
        below = self._blank_end(bottom)
        is_first, is_last = start == 0, stop == len(self.units)
        if is_first or (not is_last and below - bottom < top - above):
            return bottom, bottom if is_last else below
        return above, top

    def indentation(self, start: int) -> str:
        """Answer what stands before a statement on its line, where that is blank."""
        before = self.text[start - column_of(self.text, start) : start]
        return "" if before.strip(_BLANKS) else before

    def _without_sections(self, start: int, stop: int, *, keeps_comments: bool) -> Edit:
        edit = self.rows.without(start, stop)
        header = self.units[start].start
        top = header - len(self.indentation(header))
        if keeps_comments and edit.start < top:
            return Edit(top, self._blank_end(edit.end), "")
        blank = self.separator(start, stop)
        return Edit(min(edit.start, blank[0]), max(edit.end, blank[1]), "")

    def _blank_end(self, index: int) -> int:
        """Answer where the blank lines at an index end."""
        blank = _BLANK_LINES.match(self.text, index)
        return blank.end() if blank else index


def _rows(text: str, floor: int, statements: Iterable[Statement]) -> Rows:
    spans = tuple((statement.start, statement.end) for statement in statements)
    return Rows(text, floor, spans, _OWN_COMMENT)

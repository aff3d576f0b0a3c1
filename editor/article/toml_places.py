"""Where the keys of a front matter in TOML stand: where a new one goes, and where one may move to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor.article.faults import RefusedEdit
from editor.article.rows import runs
from editor.article.toml_tables import Table, statements
from editor.article.toml_writing import key_start, key_text, pair_lines, section_lines
from editor.text.change import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from editor.article.toml_lines import Lines
    from editor.article.toml_writing import Habits
    from editor.article.values import Value


@dataclass(frozen=True, slots=True)
class TablePlaces:
    """The places of the keys of a root table; stop is where its TOML ends."""

    root: Table
    lines: Lines
    habits: Habits
    stop: int

    def additions(self, key: str, value: Value, order: Sequence[str]) -> Iterator[list[Edit]]:
        """Yield the ways to add a key: as tables below the others, or where order wants it, or last."""
        tables = value if isinstance(value, list) else [value]
        if self.habits.has_sections and tables and all(isinstance(table, dict) and table for table in tables):
            header = f"[[{key_text(key)}]]" if isinstance(value, list) else f"[{key_text(key)}]"
            yield [self._at_end([section_lines(header, table, self.habits) for table in tables])]
        yield from self._in_order(key, pair_lines((key,), value, self.habits), order)

    def source_additions(self, key: str, source: str, order: Sequence[str]) -> Iterator[list[Edit]]:
        """Yield the ways to add a key with this source."""
        return self._in_order(key, key_start((key,), self.habits) + source, order)

    def moves(self, key: str, before: str | None) -> Iterator[list[Edit]]:
        """Yield the way to put a key's lines before those of another, or last.

        Raises RefusedEdit where other keys stand in it, or where a table would come above what is none.
        """
        run = self.lines.run(statements(self.root.members[key]))
        if run is None:
            raise RefusedEdit("not-restored", key)
        pairs, units = len(self.lines.sections[0].pairs), len(self.lines.units)
        target = units if before is None else self.lines.numbers(statements(self.root.members[before]))[0]
        if not self.lines.rows.begins_line(min(run[0], target)):
            raise RefusedEdit("not-restored", key)
        if run[0] >= pairs > target or (run[0] < pairs < target):
            raise RefusedEdit("table-order", key)
        if target in (run[0], run[-1] + 1):
            yield []
        else:
            yield self._moved_pairs(run, target) if run[0] < pairs else self._moved_sections(run, target)

    def _moved_pairs(self, run: range, target: int) -> list[Edit]:
        rows = self.lines.rows
        start, end = rows.start(run[0], run[-1] + 1), rows.end(run[-1]) + 1
        pairs = len(self.lines.sections[0].pairs)
        index = self._top(target) if target < pairs else rows.end(pairs - 1) + 1
        return [Edit(start, end, ""), Edit(index, index, self.lines.text[start:end])]

    def _moved_sections(self, run: range, target: int) -> list[Edit]:
        """Answer the move of sections with the blank lines that set them apart."""
        rows, text = self.lines.rows, self.lines.text
        start, end = rows.start(run[0], run[-1] + 1), rows.end(run[-1]) + 1
        blank = self.lines.separator(run[0], run[-1] + 1)
        gap = text[slice(*blank)]
        removal = Edit(min(start, blank[0]), max(end, blank[1]), "")
        if target < run[0]:
            index = self._top(target)
            return [Edit(index, index, text[start:end] + gap), removal]
        index = rows.end(target - 1) + 1
        return [removal, Edit(index, index, gap + text[start:end])]

    def _in_order(self, key: str, line: str, order: Sequence[str]) -> Iterator[list[Edit]]:
        """Yield the insertions of a key's lines: where order wants them, or last above the first header."""
        lines, rows = self.lines, self.lines.rows
        pairs = {number: pair for number, pair in enumerate(lines.sections[0].pairs) if pair.keys[0] != key}
        firsts = {pair.keys[0]: number for number, pair in reversed(pairs.items())}
        lasts = {pair.keys[0]: number for number, pair in pairs.items()}
        place = order.index(key) if key in order else 0
        before = next((lasts[name] for name in reversed(order[:place]) if name in lasts), None)
        following = order[place:] if key in order else ()
        after = next((firsts[name] for name in following if name in firsts), None)
        if before is not None:
            yield [self._below(before, line)]
        elif after is not None and rows.begins_line(after):
            start = self._top(after)
            yield [Edit(start, start, f"{lines.indentation(pairs[after].start)}{line}\n")]
        if len(lines.sections) == 1:
            yield [Edit(self.stop, self.stop, f"{line}\n")]
        elif pairs:
            yield [self._below(max(pairs), line)]
        else:
            start = self._top(0)
            gap = self._gap if any(unit.keys[0] != key for unit in lines.units) else ""
            yield [Edit(start, start, f"{line}\n{gap}")]

    def _top(self, number: int) -> int:
        """Answer where the lines of the key begin whose first unit has a number."""
        member = self.root.members[self.lines.units[number].keys[0]]
        run = next(run for run in runs(self.lines.numbers(statements(member))) if run[0] <= number < run[1])
        return self.lines.rows.start(number, run[1])

    def _below(self, number: int, line: str) -> Edit:
        """Answer the insertion of a line below a unit."""
        end = self.lines.rows.end(number)
        return Edit(end, end, f"\n{self.lines.indentation(self.lines.units[number].start)}{line}")

    def _at_end(self, sections: list[str]) -> Edit:
        """Answer the insertion of sections below all others."""
        is_apart = self.lines.text[: self.stop].endswith("\n\n") or not self.lines.units
        first = "" if is_apart else self._gap
        return Edit(self.stop, self.stop, first + f"\n{self._gap}".join(sections) + "\n")

    @property
    def _gap(self) -> str:
        """The blank line between sections, where there is one."""
        return "\n" if self.habits.are_sections_apart else ""

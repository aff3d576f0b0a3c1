"""The smallest edits that give a key of TOML another value, wherever its tables stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor.article.document import NoPlace
from editor.article.item_changes import item_changes
from editor.article.slots import line_end
from editor.article.toml_tables import Leaf, Table, TableList, statements, value_of
from editor.article.toml_writing import key_text, pair_lines, section_lines
from editor.article.values import Value, is_same
from editor.text.change import Edit, difference

if TYPE_CHECKING:
    from editor.article.toml_lines import Lines
    from editor.article.toml_nodes import NodeWriter
    from editor.article.toml_tables import Member, Statement

Path = tuple[str, ...]
"""The keys that lead to a table."""


@dataclass(frozen=True, slots=True)
class TableEditor:
    """Answers edits of the tables of one text."""

    lines: Lines
    writer: NodeWriter

    def set_value(self, path: Path, member: Member, value: Value) -> list[Edit]:
        """Answer the edits after which what path leads to has value. Raises NoPlace."""
        if is_same(value_of(member), value):
            return []
        if isinstance(member, Leaf):
            return self._set_leaf(member, value)
        if isinstance(member, Table) and isinstance(value, dict):
            return self._set_table(path, member, value)
        if isinstance(member, TableList) and isinstance(value, list):
            return self._set_items(path, member, value)
        raise NoPlace("not-restored")

    def _set_leaf(self, leaf: Leaf, value: Value) -> list[Edit]:
        node, text = leaf.pair.value, self.lines.text
        edit = difference(text[node.start : node.end], self.writer.written(node, value))
        return [Edit(node.start + edit.start, node.start + edit.end, edit.replacement)] if edit else []

    def _set_table(self, path: Path, table: Table, value: dict[str, Value]) -> list[Edit]:
        edits: list[Edit] = []
        gone: list[Member] = []
        added = {key: item for key, item in value.items() if key not in table.members}
        for key, member in table.members.items():
            if key not in value:
                gone.append(member)
                continue
            try:
                edits += self.set_value((*path, key), member, value[key])
            except NoPlace:
                gone.append(member)
                added[key] = value[key]
        removed = [statement for member in gone for statement in statements(member)]
        edits += self.lines.removals(removed)
        return edits + (self._additions(path, table, added, set(removed)) if added else [])

    def _additions(
        self, path: Path, table: Table, added: dict[str, Value], removed: set[Statement]
    ) -> list[Edit]:
        """Answer the insertion of keys into a table: after its last pair that stays, or below its header."""
        section, dots = table.section, table.dots
        if section is None:
            return [self._new_header(path, table, added)]
        numbers = [
            number
            for number, pair in enumerate(section.pairs)
            if pair.keys[: len(dots)] == dots and pair not in removed
        ]
        if numbers:
            before = section.pairs[numbers[-1]].start
            end = self.lines.rows_of(section).end(numbers[-1])
        elif dots:
            raise NoPlace("not-restored")
        else:
            before, end = section.start, line_end(self.lines.text, section.head_end)
        indentation = self.lines.indentation(before)
        rows = [pair_lines((*dots, key), item, self.writer.habits) for key, item in added.items()]
        return [Edit(end, end, "".join(f"\n{indentation}{row}" for row in rows))]

    def _new_header(self, path: Path, table: Table, added: dict[str, Value]) -> Edit:
        """Answer the insertion of a header and pairs above the first header of a table within."""
        start = self._start(table)
        return Edit(start, start, f"{self._section(f'[{path_text(path)}]', added)}\n{self._gap}")

    def _set_items(self, path: Path, tables: TableList, value: list[Value]) -> list[Edit]:
        if not value or not all(isinstance(item, dict) for item in value):
            raise NoPlace("not-restored")
        changes = item_changes(list(map(value_of, tables.items)), value)
        edits: list[Edit] = []
        for i, j in changes.changed:
            edits += self.set_value(path, tables.items[i], value[j])
        gone = [tables.items[i] for run in changes.removed for i in range(*run)]
        first = tables.items[0]  # what stands above it is about all of them
        edits += self.lines.removals((it for table in gone for it in statements(table)), first.section)
        for place, numbers in changes.inserted:
            chunks = [
                self._moved(tables, changes.moved[j])
                if j in changes.moved
                else self._section(f"[[{path_text(path)}]]", value[j])
                for j in numbers
            ]
            edits.append(self._new_items(tables, place, chunks))
        return edits

    def _new_items(self, tables: TableList, place: int, chunks: list[str]) -> Edit:
        """Answer the insertion of items before the one at place, or after the last."""
        if place:
            end = self.lines.rows.end(self.lines.numbers(statements(tables.items[place - 1]))[-1])
            return Edit(end, end, "".join(f"\n{self._gap}{chunk}" for chunk in chunks))
        start = statements(tables.items[0])[0].start
        start -= len(self.lines.indentation(start))
        return Edit(start, start, "".join(f"{chunk}\n{self._gap}" for chunk in chunks))

    def _start(self, table: Table) -> int:
        """Answer where the first of a table's lines begins."""
        numbers = self.lines.numbers(statements(table))
        return self.lines.rows.start(numbers[0], numbers[-1] + 1)

    def _moved(self, tables: TableList, i: int) -> str:
        """Answer the lines of an item as they are, to stand elsewhere. Raises NoPlace."""
        parts = statements(tables.items[i])
        run = self.lines.run(parts)
        if run is None:
            raise NoPlace("not-restored")
        start = self._start(tables.items[i]) if i else parts[0].start
        return self.lines.text[start : self.lines.rows.end(run[-1])]

    def _section(self, header: str, value: Value) -> str:
        return section_lines(header, value, self.writer.habits)

    @property
    def _gap(self) -> str:
        return "\n" if self.writer.habits.are_sections_apart else ""


def path_text(path: Path) -> str:
    """Answer keys as a header has them."""
    return ".".join(map(key_text, path))

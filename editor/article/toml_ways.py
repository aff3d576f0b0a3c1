"""The ways to edit a key of TOML."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor.article.document import NoPlace
from editor.article.faults import RefusedValue
from editor.article.toml_edits import TableEditor
from editor.article.toml_lines import Lines
from editor.article.toml_nodes import NodeWriter
from editor.article.toml_places import TablePlaces
from editor.article.toml_tables import Leaf, statements
from editor.article.toml_writing import habits_of, inline_text
from editor.text.change import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from editor.article.toml_document import TomlDocument
    from editor.article.toml_tables import Member, Table
    from editor.article.values import Value


@dataclass(frozen=True, slots=True)
class TomlWays:
    """Answers edits of the keys of one root table."""

    root: Table
    editor: TableEditor
    places: TablePlaces

    @classmethod
    def of(cls, document: TomlDocument, quote: str) -> TomlWays:
        """Answer those of a document; quote is that of strings where it shows no habit itself."""
        habits = habits_of(document.text, document.sections, quote)
        lines = Lines.of(document.text, document.sections)
        places = TablePlaces(document.root, lines, habits, document.fences.stop)
        return cls(document.root, TableEditor(lines, NodeWriter(document.text, habits)), places)

    def to_set(self, key: str, value: Value, order: Sequence[str]) -> Iterator[list[Edit]]:
        """Yield the ways to give a key a value: with the least change, or all of it anew.

        Raises RefusedValue where there is null in the value: TOML has none.
        """
        if _has_null(value):
            raise RefusedValue("no-null", key)
        member = self.root.members.get(key)
        if member is not None:
            with suppress(NoPlace):  # a table may become what no table can be
                yield self.editor.set_value((key,), member, value)
        if isinstance(member, Leaf):
            node = member.pair.value
            yield [Edit(node.start, node.end, inline_text(value, self.places.habits))]
        else:
            removal = self._removal(member)
            yield from ([*removal, *addition] for addition in self.places.additions(key, value, order))

    def to_set_source(self, key: str, source: str, order: Sequence[str]) -> Iterator[list[Edit]]:
        """Yield the ways to put a source in the place of the value: below a header, or beside the key."""
        member = self.root.members.get(key)
        span = self.places.lines.source_span(member) if member else None
        if span:
            is_empty_table = span[0] == span[1]
            yield [Edit(*span, f"\n{source}" if is_empty_table and source else source)]
        if not isinstance(member, Leaf):
            removal = self._removal(member)
            additions = self.places.source_additions(key, source, order)
            yield from ([*removal, *addition] for addition in additions)

    def to_remove(self, key: str) -> Iterator[list[Edit]]:
        """Yield the way to take a key's lines away."""
        yield self._removal(self.root.members[key])

    def to_move(self, key: str, before: str | None) -> Iterator[list[Edit]]:
        """Yield the way to put a key's lines before those of another, or last."""
        return self.places.moves(key, before)

    def reason(self, key: str) -> str:
        """Answer the code of what keeps key from being changed alone."""
        del key  # nothing in TOML stands by name elsewhere
        return "not-restored"

    def _removal(self, member: Member | None) -> list[Edit]:
        return self.places.lines.removals(statements(member)) if member else []


def _has_null(value: Value) -> bool:
    if isinstance(value, dict):
        return any(map(_has_null, value.values()))
    return any(map(_has_null, value)) if isinstance(value, list) else value is None

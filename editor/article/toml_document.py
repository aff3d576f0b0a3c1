"""A front matter in TOML: its tables, whose parts know their places."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor.article.document import Document, Entry
from editor.article.toml_lines import Lines
from editor.article.toml_spans import spans_of
from editor.article.toml_tables import compose, statements, table_value
from editor.article.toml_ways import TomlWays

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editor.article.document import Spans
    from editor.article.fences import Fences
    from editor.article.toml_tables import Member, Table
    from editor.article.toml_tree import Section


@dataclass(frozen=True, slots=True)
class TomlDocument(Document):
    """The root table, and the sections in order."""

    root: Table
    sections: list[Section]

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys in the order of their first lines."""
        return tuple(self.values)

    def entries(self) -> tuple[Entry, ...]:
        """Answer the keys; one with others among its lines can be edited in the text only."""
        lines = Lines.of(self.text, self.sections)
        return tuple(self._entry(lines, key, member) for key, member in self.root.members.items())

    def _entry(self, lines: Lines, key: str, member: Member) -> Entry:
        parts = statements(member)
        span = lines.source_span(member)
        spans = [span] if span else [(part.start, part.end) for part in parts]
        raw = "\n".join(self.text[start:end] for start, end in spans)
        line = self.text.count("\n", 0, parts[0].start)
        return Entry(key, self.values[key], raw, line, editable=span is not None)

    def spans(self, place: Sequence[str | int]) -> Spans:
        """Answer where what a place leads to stands."""
        return spans_of(self.text, self.root, place)

    def ways(self, quote: str = "") -> TomlWays:
        """Answer the ways to edit."""
        return TomlWays.of(self, quote)


def read_toml(text: str, fences: Fences) -> TomlDocument:
    """Answer the TOML between fences. Raises Unreadable."""
    root, sections = compose(text, fences.start, fences.stop)
    return TomlDocument(text, fences, table_value(root), root, sections)

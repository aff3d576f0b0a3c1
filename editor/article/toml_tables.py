"""The tables that the sections of TOML make, as smol-toml makes them for Astro, and their values."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from editor.article.faults import Unreadable
from editor.article.toml_tree import Array, InlineTable, Pair, Section, sections_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from editor.article.toml_tree import Node
    from editor.article.values import Value


@dataclass(frozen=True, slots=True, eq=False)
class Leaf:
    """A value that stands beside its key, in a section; one in braces has none."""

    section: Section | None
    pair: Pair


@dataclass(slots=True, eq=False)
class Table:
    """Keys and what they hold: of a section, of keys with dots, or of the headers of tables within it.

    section is where its pairs stand, dots what stands before their keys; one that only headers of tables
    within it name has no section.
    """

    section: Section | None = None
    dots: tuple[str, ...] = ()
    members: dict[str, Member] = field(default_factory=dict)


@dataclass(slots=True, eq=False)
class TableList:
    """The tables of headers in double brackets."""

    items: list[Table] = field(default_factory=list)


Member: TypeAlias = Leaf | Table | TableList
Statement: TypeAlias = Pair | Section
"""What stands in the text: a pair, or a section with all its pairs."""


def compose(text: str, start: int, stop: int) -> tuple[Table, list[Section]]:
    """Answer the root of the TOML between two indices of text, and its sections. Raises Unreadable."""
    sections, fault = sections_of(text, start, stop)
    root = Table(sections[0])
    for section in sections:
        table = _opened(root, section) if section.keys else root
        for pair in section.pairs:
            _put(table, section, pair)
    if fault:
        raise fault
    return root, sections


def value_of(member: Member) -> Value:
    """Answer the value of what a key holds."""
    if isinstance(member, Table):
        return table_value(member)
    if isinstance(member, TableList):
        return [table_value(table) for table in member.items]
    return node_value(member.pair.value)


def table_value(table: Table) -> dict[str, Value]:
    """Answer the value of a table."""
    return {key: value_of(member) for key, member in table.members.items()}


def node_value(node: Node) -> Value:
    """Answer the value of a node."""
    if isinstance(node, InlineTable):
        return table_value(inline_table(node))
    if isinstance(node, Array):
        return [node_value(item) for item in node.items]
    return node.value


def inline_table(node: InlineTable) -> Table:
    """Answer the table that braces make."""
    table = Table()
    for pair in node.pairs:
        _put(table, None, pair)
    return table


def statements(member: Member) -> list[Statement]:
    """Answer what a key is made of, in the order of the text."""
    sections = set(_sections(member))
    pairs = [leaf.pair for leaf in _leaves(member) if leaf.section not in sections]
    return sorted([*sections, *pairs], key=lambda statement: statement.start)


def _sections(member: Member) -> Iterator[Section]:
    if isinstance(member, Table) and member.section and not member.dots:
        yield member.section
    for part in _parts(member):
        yield from _sections(part)


def _leaves(member: Member) -> Iterator[Leaf]:
    if isinstance(member, Leaf):
        yield member
    for part in _parts(member):
        yield from _leaves(part)


def _parts(member: Member) -> Iterable[Member]:
    if isinstance(member, Leaf):
        return ()
    return member.items if isinstance(member, TableList) else member.members.values()


def _opened(root: Table, section: Section) -> Table:
    """Answer the table that a header begins. Raises Unreadable where it stands there already."""
    table = root
    *keys, last = section.keys
    for key in keys:
        member = table.members.setdefault(key, Table())
        if isinstance(member, Leaf):
            raise _repeated(section)
        table = member.items[-1] if isinstance(member, TableList) else member
    if section.is_item:
        tables = table.members.setdefault(last, TableList())
        if not isinstance(tables, TableList):
            raise _repeated(section)
        tables.items.append(Table(section))
        return tables.items[-1]
    member = table.members.setdefault(last, Table())
    if not isinstance(member, Table) or member.section:
        raise _repeated(section)
    member.section = section
    return member


def _put(table: Table, section: Section | None, pair: Pair) -> None:
    """Put a pair into a table. Raises Unreadable where its key stands there already."""
    *keys, last = pair.keys
    for number, key in enumerate(keys, 1):
        member = table.members.setdefault(key, Table(section, pair.keys[:number]))
        if not isinstance(member, Table) or not member.dots:
            raise _repeated(pair)
        table = member
    if last in table.members:
        raise _repeated(pair)
    table.members[last] = Leaf(section, pair)


def _repeated(statement: Statement) -> Unreadable:
    return Unreadable("duplicate-key", statement.start, ".".join(statement.keys))

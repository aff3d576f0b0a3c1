"""Where keys and values of TOML stand, at any depth."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from editor.article.toml_tables import Leaf, Table, TableList, inline_table, statements
from editor.article.toml_tree import Array, InlineTable, Section

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editor.article.document import Spans
    from editor.article.toml_tables import Member
    from editor.article.toml_tree import Node

_Part: TypeAlias = "Member | Node"


def spans_of(text: str, root: Table, place: Sequence[str | int]) -> Spans:
    """Answer where the last key of a place and its value stand, None for what stands nowhere.

    Of a table both are its header, or the first key with dots; an item of a list has no key.
    """
    part: _Part | None = root
    for step in place:
        part = _within(part, step)
    if isinstance(part, Leaf):
        start, value = part.pair.start, part.pair.value
        key = text[start : value.start].rstrip(" \t=")
        return (start, start + len(key)), (value.start, value.end)
    if isinstance(part, Table | TableList):
        first = statements(part)[0]
        end = first.head_end if isinstance(first, Section) else first.value.start
        span = first.start, first.start + len(text[first.start : end].rstrip(" \t="))
        return span, span
    return None, (part.start, part.end) if part else None


def _within(part: _Part | None, step: str | int) -> _Part | None:
    """Answer what lies in a part under a key or a number."""
    if isinstance(part, Leaf):
        part = part.pair.value
    if isinstance(part, InlineTable):
        part = inline_table(part)
    if isinstance(part, Table) and isinstance(step, str):
        return part.members.get(step)
    if isinstance(part, Array | TableList) and isinstance(step, int) and step < len(part.items):
        return part.items[step]
    return None

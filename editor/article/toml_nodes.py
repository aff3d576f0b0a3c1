"""The sources of TOML nodes with another value, changed where the value differs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from editor.article.item_changes import item_changes
from editor.article.toml_parts import Bracket, Changes, New
from editor.article.toml_tables import inline_table, node_value, table_value
from editor.article.toml_tree import Array, InlineTable, Scalar
from editor.article.toml_writing import inline_text, key_text, scalar_text
from editor.article.values import Value, is_same

if TYPE_CHECKING:
    from editor.article.toml_tree import Node, Pair
    from editor.article.toml_writing import Habits


@dataclass(frozen=True, slots=True)
class NodeWriter:
    """Answers sources of the nodes of one text."""

    text: str
    habits: Habits

    def written(self, node: Node, value: Value, *, is_inner: bool = False) -> str:
        """Answer the source of a node with a value, in its own style; is_inner within brackets."""
        source = self._source(node)
        if is_same(node_value(node), value):
            return source
        if isinstance(node, Array) and isinstance(value, list) and value and node.items:
            return self._array(node, value)
        if isinstance(node, InlineTable) and isinstance(value, dict) and value and node.pairs:
            return self._table(node, value)
        if isinstance(value, list | dict):
            return inline_text(value, self.habits, is_inner=is_inner)
        return scalar_text(value, source if isinstance(node, Scalar) else "", self.habits, is_inner=is_inner)

    def _array(self, node: Array, value: list[Value]) -> str:
        items = node.items
        changes = item_changes([node_value(item) for item in items], value)
        changed = {i: self.written(items[i], value[j], is_inner=True) for i, j in changes.changed}
        removed = {i for run in changes.removed for i in range(*run)}
        added: dict[int, list[New]] = {}
        for place, numbers in changes.inserted:
            neighbour = items[min(place, len(items) - 1)]
            added[place] = [
                New(self._source(items[changes.moved[j]]), changes.moved[j])
                if j in changes.moved
                else New(self._item(value[j], neighbour))
                for j in numbers
            ]
        spans = tuple((item.start, item.end) for item in items)
        return Bracket(self.text, node.start, node.end, spans).rebuilt(Changes(changed, removed, added))

    def _item(self, value: Value, neighbour: Node) -> str:
        """Answer a new item, a string in the quotes of its neighbour."""
        quote = self.text[neighbour.start]
        habits = replace(self.habits, quote=quote) if quote in ("'", '"') else self.habits
        return inline_text(value, habits, is_inner=True)

    def _table(self, node: InlineTable, value: dict[str, Value]) -> str:
        old = table_value(inline_table(node))
        changed: dict[int, str] = {}
        for i, pair in enumerate(node.pairs):
            key = pair.keys[0]
            if key not in value:
                continue
            if len(pair.keys) > 1 and not is_same(old[key], value[key]):
                return inline_text(value, self.habits, is_inner=True)
            changed[i] = self._source(pair)
            if len(pair.keys) == 1:
                written = self.written(pair.value, value[key], is_inner=True)
                changed[i] = self.text[pair.start : pair.value.start] + written
        added = [
            New(f"{key_text(key)}{self.habits.equals}{inline_text(item, self.habits, is_inner=True)}")
            for key, item in value.items()
            if key not in old
        ]
        spans = tuple((pair.start, pair.end) for pair in node.pairs)
        removed = set(range(len(spans))) - changed.keys()
        return Bracket(self.text, node.start, node.end, spans).rebuilt(
            Changes(changed, removed, {len(spans): added})
        )

    def _source(self, node: Node | Pair) -> str:
        return self.text[node.start : node.end]

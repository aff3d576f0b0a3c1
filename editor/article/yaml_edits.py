"""The smallest edits that give a tree's node another value."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor.article.document import NoPlace
from editor.article.item_changes import ItemChanges, item_changes
from editor.article.rows import Rows, runs
from editor.article.slots import Slot, bare, colon_after, column_of, line_end, refusal
from editor.article.values import Value, is_same
from editor.article.yaml_tree import Alias, Mapping, Scalar, Sequence
from editor.article.yaml_values import is_merge
from editor.article.yaml_writing import (
    Habits,
    Old,
    block_lines,
    flow_text,
    key_text,
    mapping_lines,
    scalar_text,
)
from editor.text.change import Edit, difference

if TYPE_CHECKING:
    from editor.article.yaml_tree import Node
    from editor.article.yaml_values import ValueReader


OWN_COMMENT = re.compile(r"#(?![ \t]*(?:-[ \t]|[\w-]+:(?:[ \t]|$)))")
"""No comment that looks like an item or key that was commented out."""
LAST_COMMENT = re.compile(r",?(?:[ \t]+#[^\n]*)?")


@dataclass(frozen=True, slots=True)
class TreeEditor:
    """Answers edits for the nodes of one text."""

    text: str
    habits: Habits
    reader: ValueReader

    def set_value(self, node: Node, slot: Slot, value: Value) -> list[Edit]:
        """Answer the edits after which the node in slot has value; anchors and tags stay. Raises NoPlace."""
        if is_same(self.reader.value(node), value):
            return []
        node, slot = bare(self.text, node, slot)
        if isinstance(node, Sequence) and isinstance(value, list) and value and node.items:
            return self._set_items(node, slot, value)
        if isinstance(node, Mapping) and isinstance(value, dict) and value and node.pairs:
            return self._set_pairs(node, slot, value)
        return self.rewrite(node, slot, value)

    def set_key(self, mapping: Mapping, pair: tuple[Node, Node], value: Value) -> list[Edit]:
        """Answer the edits after which a key of a mapping has value. Raises NoPlace."""
        return self.set_value(pair[1], self.slot(mapping, pair[0]), value)

    def slot(self, mapping: Mapping, key: Node) -> Slot:
        """Answer where the value of a key stands. Raises NoPlace."""
        reason = refusal(self.text, key)
        colon = colon_after(self.text, key) if isinstance(key, Scalar) else None
        if reason or colon is None:
            raise NoPlace(reason)
        return Slot(colon + 1, column_of(self.text, key.start), is_flow=mapping.is_flow)

    def rows(self, pairs: list[tuple[Node, Node]], floor: int) -> Rows:
        """Answer the lines of a block mapping's keys; floor is on the line of what the mapping belongs to."""
        return Rows(self.text, floor, tuple(map(self._span, pairs)), OWN_COMMENT)

    def new_pair(self, key: str, value: Value, column: int) -> str:
        """Answer the lines of a new key, without the last line break."""
        start = f"{' ' * column}{key_text(key)}:"
        lines = block_lines(value, column, self.habits)
        return (
            "\n".join([start, *lines]) if lines else f"{start} {flow_text(value, self.habits, is_flow=False)}"
        )

    def rewrite(self, node: Node, slot: Slot, value: Value) -> list[Edit]:
        """Answer the edits that put a freshly written value in the node's place, its anchor and tag too."""
        if isinstance(node, Scalar | Alias) and not isinstance(value, list | dict):
            return self.put(node, slot, scalar_text(value, self._old(node, slot), self.habits))
        stays_flow = isinstance(node, Sequence | Mapping) and node.is_flow and bool(_parts(node))
        on_one_line = slot.is_flow or slot.is_item or stays_flow
        lines = [] if on_one_line else block_lines(value, slot.column, self.habits)
        if not lines:
            return self.put(node, slot, flow_text(value, self.habits, is_flow=slot.is_flow))
        end = line_end(self.text, node.end)
        first_line = line_end(self.text, slot.before)
        cut = slot.before if node.start < first_line else first_line
        block = "\n" + "\n".join(lines)
        if not self.text[node.end : end].strip() or cut > slot.before:
            return [Edit(cut, max(node.end, cut), block)]
        return [Edit(cut, node.end, ""), Edit(end, end, block)]

    def put(self, node: Node, slot: Slot, written: str) -> list[Edit]:
        """Answer the edit of a node's text; a value below its key moves up beside it."""
        if node.start == node.end:
            return [Edit(slot.before, slot.before, " " + written)]
        first_line = line_end(self.text, slot.before)
        if node.start > first_line and not isinstance(node, Scalar) and not slot.is_flow:
            start = self.text.rfind("\n", 0, node.start)
            return [Edit(slot.before, slot.before, " " + written), Edit(start, node.end, "")]
        edit = difference(self.text[node.start : node.end], written)
        if edit is None:
            return []
        return [Edit(node.start + edit.start, node.start + edit.end, edit.replacement)]

    def change_pairs(self, node: Mapping, gone: list[int], added: dict[str, Value]) -> list[Edit]:
        """Answer the removal and addition of a flow mapping's keys; one at least stays."""
        spans = [(key.start, max(key.end, value.end)) for key, value in node.pairs]
        edits = [self._without_flow(spans, *run) for run in runs(gone)]
        last_kept = max(i for i in range(len(spans)) if i not in gone)
        written = [
            self._pair_text(node, key, flow_text(item, self.habits, is_flow=True))
            for key, item in added.items()
        ]
        if written:
            edits.append(self._new_flow(spans[: last_kept + 1], last_kept + 1, written))
        return edits

    def new_flow_pair(self, node: Mapping, place: int, pair: tuple[str, str]) -> Edit:
        """Answer the insertion of a key with its source text before the one at place of a flow mapping."""
        spans = [(key.start, max(key.end, value.end)) for key, value in node.pairs]
        return self._new_flow(spans, place, [self._pair_text(node, *pair)])

    def _pair_text(self, node: Mapping, key: str, source: str) -> str:
        """Answer a key and its source, the key quoted as the first one is."""
        return f"{key_text(key, self.text[node.pairs[0][0].start])}: {source}"

    def _span(self, pair: tuple[Node, Node]) -> tuple[int, int]:
        key, value = pair
        colon = colon_after(self.text, key) if isinstance(key, Scalar) else None
        return key.start, max(value.end, key.end if colon is None else colon + 1)

    def _old(self, node: Scalar | Alias, slot: Slot) -> Old:
        """Answer how the value was written, as far as a new one can be written so."""
        was_text = isinstance(self.reader.value(node), str)
        style = node.style if isinstance(node, Scalar) and (was_text or node.style) else None
        source = self.text[node.start : node.end]
        return Old(style, source, is_flow=slot.is_flow, is_item=slot.is_item, column=slot.column)

    def _set_items(self, node: Sequence, slot: Slot, value: list[Value]) -> list[Edit]:
        """Answer the edits of the items that differ."""
        changes = item_changes([self.reader.value(item) for item in node.items], value)
        edits: list[Edit] = []
        for i, j in changes.changed:
            edits += self.set_value(node.items[i], self._item_slot(node, slot, i), value[j])
        if node.is_flow:
            return edits + self._flow_items(node, changes, value)
        return edits + self._block_items(node, slot, changes, value)

    def _item_slot(self, node: Sequence, slot: Slot, i: int) -> Slot:
        if node.is_flow:
            return Slot(node.items[i].start, slot.column, is_flow=True, is_item=True)
        dash = self._dash(node, i)
        return Slot(dash + 1, column_of(self.text, dash), is_flow=False, is_item=True)

    def _dash(self, node: Sequence, i: int) -> int:
        """Answer where the dash of a block list's item stands."""
        column = column_of(self.text, node.start)
        line = self.text.rfind("\n", 0, node.items[i].start) + 1
        while self.text[line + column : line + column + 1] != "-" or self.text[line : line + column].strip(
            " "
        ):
            if line <= node.start:
                return node.start
            line = self.text.rfind("\n", 0, line - 1) + 1
        return line + column

    def _flow_items(self, node: Sequence, changes: ItemChanges, value: list[Value]) -> list[Edit]:
        """Answer the removal and insertion of a flow list's items; one that moves keeps its text."""
        spans = [(item.start, item.end) for item in node.items]
        edits = [self._without_flow(spans, *run) for run in changes.removed]
        for place, numbers in changes.inserted:
            neighbour = node.items[min(place, len(spans) - 1)]
            written = [
                self.text[slice(*spans[changes.moved[j]])]
                if j in changes.moved
                else self._item_text(value[j], neighbour)
                for j in numbers
            ]
            is_end = (place, len(spans)) in changes.removed
            edits.append(self._new_flow(spans, len(spans) if is_end else place, written))
        return edits

    def _without_flow(self, spans: list[tuple[int, int]], start: int, stop: int) -> Edit:
        """Answer the removal of some parts of a flow collection with the commas between them."""
        if stop < len(spans):
            return Edit(spans[start][0], spans[stop][0], "")
        before, end = spans[start - 1][1], spans[-1][1]
        gap = self.text[before : spans[start][0]]
        if "#" not in gap:
            return Edit(before, end, "")
        own = LAST_COMMENT.match(self.text, end)
        return Edit(before + gap.rindex("\n"), own.end() if own else end, "")

    def _new_flow(self, spans: list[tuple[int, int]], place: int, written: list[str]) -> Edit:
        """Answer the insertion of parts into a flow collection, with the comma and gap it uses."""
        gap = self.text[spans[0][1] : spans[1][0]] if len(spans) > 1 else ", "
        if gap.strip() != ",":
            gap = ", "
        if place < len(spans):
            index = spans[place][0]
            return Edit(index, index, "".join(part + gap for part in written))
        index = spans[-1][1]
        return Edit(index, index, "".join(gap + part for part in written))

    def _block_items(
        self, node: Sequence, slot: Slot, changes: ItemChanges, value: list[Value]
    ) -> list[Edit]:
        """Answer the removal and insertion of a block list's items; one that moves keeps its lines."""
        dashes = [self._dash(node, i) for i in range(len(node.items))]
        ends = [max(item.end, dash + 1) for item, dash in zip(node.items, dashes, strict=True)]
        rows = Rows(self.text, slot.before, tuple(zip(dashes, ends, strict=True)), OWN_COMMENT)
        edits = [rows.without(*run) for run in changes.removed]
        for place, numbers in changes.inserted:
            chunks = [
                self._moved_lines(rows, changes.moved[j])
                if j in changes.moved
                else self._item_lines(node, dashes, place, value[j])
                for j in numbers
            ]
            if place:
                end = rows.end(place - 1)
                edits.append(Edit(end, end, "".join(f"\n{chunk}" for chunk in chunks)))
                continue
            start = rows.start(0)
            indentation = " " * column_of(self.text, dashes[0])
            if rows.begins_line(0):
                edits.append(Edit(start, start, "".join(f"{chunk}\n" for chunk in chunks)))
            else:
                lines = "".join(f"{chunk.lstrip(' ')}\n{indentation}" for chunk in chunks)
                edits.append(Edit(start, start, lines))
        return edits

    def _moved_lines(self, rows: Rows, i: int) -> str:
        """Answer the lines of an item as they are, to stand elsewhere."""
        start = rows.start(i)
        indentation = "" if rows.begins_line(i) else " " * column_of(self.text, start)
        return indentation + self.text[start : rows.end(i)]

    def _item_lines(self, node: Sequence, dashes: list[int], place: int, value: Value) -> str:
        """Answer the lines of a new item, written as its neighbour is."""
        gap = self.text[dashes[0] + 1 : node.items[0].start]
        gap = gap if gap.strip(" ") == "" and gap else " "
        indentation = " " * column_of(self.text, dashes[0])
        if isinstance(value, dict) and value:
            lines = mapping_lines(value, len(f"{indentation}-{gap}"), self.habits)
            return f"{indentation}-{gap}" + "\n".join(lines).lstrip(" ")
        neighbour = node.items[place - 1 if place else 0]
        return f"{indentation}-{gap}{self._item_text(value, neighbour, is_flow=False)}"

    def _item_text(self, value: Value, neighbour: Node, *, is_flow: bool = True) -> str:
        """Answer a new item, written on one line as its neighbour is."""
        is_like = isinstance(neighbour, Scalar) and isinstance(self.reader.value(neighbour), str)
        if isinstance(value, str) and isinstance(neighbour, Scalar) and is_like:
            style = neighbour.style if neighbour.style in ("'", '"', "") else None
            return scalar_text(value, Old(style, is_flow=is_flow, is_item=True), self.habits)
        return flow_text(value, self.habits, is_flow=is_flow, is_item=True)

    def _set_pairs(self, node: Mapping, slot: Slot, value: dict[str, Value]) -> list[Edit]:
        """Answer the edits of the keys that differ; what is merged stays so while all of it is wanted."""
        keys = [None if is_merge(key) else self.reader.key(key) for key, _ in node.pairs]
        merged = {key: item for key, item in self.reader.mapping(node).items() if key not in keys}
        if not merged.keys() <= value.keys():
            merged = {}
        edits: list[Edit] = []
        for key, pair in zip(keys, node.pairs, strict=True):
            if key in value:
                edits += self.set_key(node, pair, value[key])
        gone = [i for i, key in enumerate(keys) if not (key in value or (key is None and merged))]
        added = {
            key: item
            for key, item in value.items()
            if key not in keys and not (key in merged and is_same(merged[key], item))
        }
        if len(gone) == len(keys):
            return self.rewrite(node, slot, value)
        if node.is_flow:
            return edits + self.change_pairs(node, gone, added)
        if any(refusal(self.text, node.pairs[i][0]) == "explicit-key" for i in gone):
            raise NoPlace("explicit-key")
        rows = self.rows(node.pairs, slot.before)
        edits += (rows.without(*run) for run in runs(gone))
        column = column_of(self.text, node.pairs[0][0].start)
        end = rows.end(len(keys) - 1)
        edits += [Edit(end, end, "\n" + self.new_pair(key, item, column)) for key, item in added.items()]
        return edits


def _parts(node: Sequence | Mapping) -> list[Node] | list[tuple[Node, Node]]:
    return node.items if isinstance(node, Sequence) else node.pairs

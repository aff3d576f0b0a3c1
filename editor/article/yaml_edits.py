"""The smallest edits that give a tree's node another value."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from editor.article.slots import Slot, colon_after, column_of, line_end, refusal
from editor.article.values import Value, is_same, number_of
from editor.article.yaml_tree import Alias, Mapping, Scalar, Sequence
from editor.article.yaml_writing import Habits, Old, block_lines, flow_text, key_text, scalar_text
from editor.text.change import Edit, difference

if TYPE_CHECKING:
    from collections.abc import Hashable

    from editor.article.yaml_tree import Node
    from editor.article.yaml_values import ValueReader


class NoPlace(Exception):  # noqa: N818 - the answer to the writer's wish, not a programming error
    """The tree has no place for the value that could be written alone; args hold the code of the reason."""


@dataclass(frozen=True, slots=True)
class TreeEditor:
    """Answers edits for the nodes of one text."""

    text: str
    habits: Habits
    reader: ValueReader

    def set_value(self, node: Node, slot: Slot, value: Value) -> list[Edit]:
        """Answer the edits after which the node in slot has value. Raises NoPlace."""
        if isinstance(node, Alias):
            raise NoPlace("alias")
        if is_same(self.reader.value(node), value):
            return []
        if node.has_properties:
            raise NoPlace("anchor-or-tag")
        if isinstance(node, Sequence) and isinstance(value, list) and value and node.items:
            return self._set_items(node, slot, value)
        if isinstance(node, Mapping) and isinstance(value, dict) and value and node.pairs:
            return self._set_pairs(node, slot, value)
        return self._rewrite(node, slot, value)

    def set_key(
        self, mapping: Mapping, pair: tuple[Node, Node], value: Value, *, is_flow: bool
    ) -> list[Edit]:
        """Answer the edits after which a key has value. Raises NoPlace."""
        key, node = pair
        return self.set_value(node, self.slot(mapping, key, node, is_flow=is_flow), value)

    def slot(self, mapping: Mapping, key: Node, node: Node, *, is_flow: bool) -> Slot:
        """Answer where the value of a key stands. Raises NoPlace."""
        reason = refusal(self.text, mapping, key, node)
        colon = colon_after(self.text, key) if isinstance(key, Scalar) else None
        if reason or colon is None:
            raise NoPlace(reason)
        return Slot(colon + 1, column_of(self.text, key.start), is_flow=is_flow)

    def remove_pair(self, pair: tuple[Node, Node]) -> Edit:
        """Answer the removal of a key's lines from a block mapping. Raises NoPlace."""
        key, node = pair
        if not isinstance(key, Scalar) or colon_after(self.text, key) is None:
            raise NoPlace("explicit-key")
        colon = colon_after(self.text, key) or key.end
        end = max(node.end, colon + 1)
        inner = re.compile(rf"(?:[ \t]*\n)*[ ]{{{column_of(self.text, key.start) + 1},}}#[^\n]*")
        while comment := inner.match(self.text, line_end(self.text, end) + 1):
            end = comment.end()  # below the key, it is the key's; left behind it could become another's text
        return self._without_lines(key.start, end)

    def new_pair(self, key: str, value: Value, column: int) -> str:
        """Answer the lines of a new key, without the last line break."""
        start = f"{' ' * column}{key_text(key)}:"
        lines = block_lines(value, column, self.habits)
        return (
            "\n".join([start, *lines]) if lines else f"{start} {flow_text(value, self.habits, is_flow=False)}"
        )

    def _rewrite(self, node: Scalar | Sequence | Mapping, slot: Slot, value: Value) -> list[Edit]:
        """Answer the edits that put a freshly written value in the node's place."""
        if isinstance(node, Scalar) and not isinstance(value, list | dict):
            source = self.text[node.start : node.end]
            written = scalar_text(value, Old(node.style, source, is_flow=slot.is_flow), self.habits)
            return self.put(node, slot, written)
        stays_flow = isinstance(node, Sequence | Mapping) and node.is_flow and bool(_parts(node))
        on_one_line = slot.is_flow or slot.is_item or stays_flow
        lines = [] if on_one_line else block_lines(value, slot.column, self.habits)
        if not lines:
            return self.put(node, slot, flow_text(value, self.habits, is_flow=slot.is_flow))
        end = line_end(self.text, node.end)
        cut = (
            slot.before if node.start < line_end(self.text, slot.before) else line_end(self.text, slot.before)
        )
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

    def _set_items(self, node: Sequence, slot: Slot, value: list[Value]) -> list[Edit]:
        """Answer the edits of the items that differ."""
        old = [_hashable(self.reader.value(item)) for item in node.items]
        matcher = SequenceMatcher(None, old, list(map(_hashable, value)), autojunk=False)
        edits: list[Edit] = []
        for tag, i1, i2, j1, j2 in matcher.get_opcodes():
            if tag == "equal":
                continue
            both = min(i2 - i1, j2 - j1)
            for i, j in zip(range(i1, i1 + both), range(j1, j1 + both), strict=True):
                edits += self.set_value(node.items[i], self._item_slot(node, slot, i), value[j])
            if i1 + both < i2:
                edits += self._remove_items(node, i1 + both, i2)
            if j1 + both < j2:
                edits += self._insert_items(node, i2, value[j1 + both : j2])
        return edits

    def _item_slot(self, node: Sequence, slot: Slot, i: int) -> Slot:
        if node.is_flow:
            return Slot(node.items[i].start, slot.column, is_flow=True)
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

    def _remove_items(self, node: Sequence, start: int, stop: int) -> list[Edit]:
        if not node.is_flow:
            return [
                self._without_lines(self._dash(node, i), max(node.items[i].end, self._dash(node, i) + 1))
                for i in range(start, stop)
            ]
        spans = [(item.start, item.end) for item in node.items]
        return [self._without_flow(spans, start, stop)]

    def _without_flow(self, spans: list[tuple[int, int]], start: int, stop: int) -> Edit:
        """Answer the removal of some parts of a flow collection with the commas between them."""
        if stop < len(spans):
            return Edit(spans[start][0], spans[stop][0], "")
        before, end = spans[start - 1][1], spans[-1][1]
        gap = self.text[before : spans[start][0]]
        if "#" not in gap:
            return Edit(before, end, "")
        after = self.text[end : end + 1]
        return Edit(before + gap.rindex("\n"), end + (after == ","), "")

    def _insert_items(self, node: Sequence, place: int, values: list[Value]) -> list[Edit]:
        """Answer the insertion of items before the item at place, or after the last."""
        if node.is_flow:
            spans = [(item.start, item.end) for item in node.items]
            neighbour = node.items[min(place, len(node.items) - 1)]
            return [
                self._new_flow(
                    spans, place, [self._item_text(item, neighbour, is_flow=True) for item in values]
                )
            ]
        neighbour = node.items[place - 1 if place else 0]
        dash = self._dash(node, 0)
        gap = self.text[dash + 1 : node.items[0].start]
        gap = gap if gap.strip(" ") == "" and gap else " "
        indentation = " " * column_of(self.text, dash)
        lines = [f"-{gap}{self._item_text(item, neighbour, is_flow=False)}" for item in values]
        if place == 0:
            return [Edit(dash, dash, "".join(f"{line}\n{indentation}" for line in lines))]
        end = line_end(self.text, max(node.items[place - 1].end, self._dash(node, place - 1) + 1))
        return [Edit(end, end, "".join(f"\n{indentation}{line}" for line in lines))]

    def _item_text(self, value: Value, neighbour: Node, *, is_flow: bool) -> str:
        """Answer a new item, written as its neighbour is."""
        if isinstance(value, dict) and value and not is_flow:
            column = column_of(self.text, neighbour.start)
            return "\n".join(block_lines(value, column - 2, self.habits)).lstrip(" ")
        style = neighbour.style if isinstance(neighbour, Scalar) and neighbour.style in ("'", '"', "") else ""
        if isinstance(value, str):
            return scalar_text(value, Old(style, is_flow=is_flow), self.habits)
        return flow_text(value, self.habits, is_flow=is_flow)

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

    def _set_pairs(self, node: Mapping, slot: Slot, value: dict[str, Value]) -> list[Edit]:
        """Answer the edits of the keys that differ."""
        keys = [self.reader.key(key) for key, _ in node.pairs]
        edits: list[Edit] = []
        for key, pair in zip(keys, node.pairs, strict=True):
            if key in value:
                edits += self.set_key(node, pair, value[key], is_flow=node.is_flow)
        gone = [i for i, key in enumerate(keys) if key not in value]
        added = {key: item for key, item in value.items() if key not in keys}
        if len(gone) == len(keys):
            return self._rewrite(node, slot, value)
        if node.is_flow:
            return edits + self._flow_pairs(node, gone, added)
        edits += (self.remove_pair(node.pairs[i]) for i in gone)
        column = column_of(self.text, node.pairs[0][0].start)
        end = line_end(self.text, node.end)
        edits += [Edit(end, end, "\n" + self.new_pair(key, item, column)) for key, item in added.items()]
        return edits

    def _flow_pairs(self, node: Mapping, gone: list[int], added: dict[str, Value]) -> list[Edit]:
        """Answer the removal and addition of a flow mapping's keys."""
        spans = [(key.start, max(key.end, value.end)) for key, value in node.pairs]
        last_kept = max(i for i in range(len(spans)) if i not in gone)
        edits = [self._without_flow(spans, i, i + 1) for i in gone if i < last_kept]
        if last_kept + 1 < len(spans):
            edits.append(self._without_flow(spans, last_kept + 1, len(spans)))
        written = [
            f"{key_text(key)}: {flow_text(item, self.habits, is_flow=True)}" for key, item in added.items()
        ]
        if written:
            edits.append(self._new_flow(spans[: last_kept + 1], last_kept + 1, written))
        return edits

    def _without_lines(self, start: int, end: int) -> Edit:
        """Answer the removal of the lines from start to end, or of the rest of the fence's own line."""
        line = self.text.rfind("\n", 0, start) + 1
        stop = line_end(self.text, end)
        if self.text[line:start].strip(" "):
            return Edit(start, stop, "")
        return Edit(line, min(stop + 1, len(self.text)), "")


def _parts(node: Sequence | Mapping) -> list[Node] | list[tuple[Node, Node]]:
    return node.items if isinstance(node, Sequence) else node.pairs


def _hashable(value: Value) -> Hashable:
    """Answer something that is equal for values that are the same."""
    if isinstance(value, list):
        return (list, *map(_hashable, value))
    if isinstance(value, dict):
        return (dict, *((key, _hashable(item)) for key, item in value.items()))
    if isinstance(value, float | int) and not isinstance(value, bool):
        return (float, str(number_of(float(value))))
    return (type(value), value)

"""The ways to edit a key of YAML."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor.article.document import NoPlace
from editor.article.faults import RefusedEdit
from editor.article.key_places import KeyPlaces, below
from editor.article.slots import line_end, shared
from editor.article.yaml_edits import TreeEditor
from editor.article.yaml_values import ValueReader
from editor.article.yaml_writing import habits_of
from editor.text.change import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from editor.article.values import Value
    from editor.article.yaml_document import Pair, YamlDocument
    from editor.article.yaml_tree import Mapping


@dataclass(frozen=True, slots=True)
class YamlWays:
    """Answers edits of one document's keys."""

    document: YamlDocument
    editor: TreeEditor

    @classmethod
    def of(cls, document: YamlDocument, quote: str) -> YamlWays:
        """Answer those of a document; quote is that of strings where it shows no habit itself."""
        reader = ValueReader(document.text)
        if document.root:
            reader.value(document.root)  # makes the anchors known to the aliases
        habits = habits_of(document.text, document.root, quote)
        return cls(document, TreeEditor(document.text, habits, reader))

    def to_set(self, key: str, value: Value, order: Sequence[str]) -> Iterator[list[Edit]]:
        """Yield the ways to give a key a value: with the least change, or all of it anew."""
        place = self._place(key)
        if place is None:
            yield from self._places().additions(key, value, order)
            return
        root, pair = place
        try:
            slot = self.editor.slot(root, pair.key_node)
        except NoPlace as reason:
            raise RefusedEdit(str(reason), key) from None
        with suppress(NoPlace):  # a part of the value may have none; the whole has
            yield self.editor.set_value(pair.value_node, slot, value)
        yield self.editor.rewrite(pair.value_node, slot, value)

    def to_set_source(self, key: str, source: str, order: Sequence[str]) -> Iterator[list[Edit]]:
        """Yield the ways to put a source in the place of the value: where it was, or on lines of its own."""
        place = self._place(key)
        if place is None:
            yield from self._places().raw_additions(key, source, order)
            return
        root, pair = place
        node = pair.value_node
        try:
            slot = self.editor.slot(root, pair.key_node)
        except NoPlace as reason:
            raise RefusedEdit(str(reason), key) from None
        end = max(node.end, slot.before)
        if not source:
            yield [Edit(slot.before, end, "")]
            return
        yield self.editor.put(node, slot, source)
        yield [Edit(node.start, node.end, source)]
        if not slot.is_flow:
            last = line_end(self.editor.text, end)
            yield [Edit(slot.before, end, ""), Edit(last, last, below(source, " " * slot.column))]

    def to_remove(self, key: str) -> Iterator[list[Edit]]:
        """Yield the ways to take a key's lines away."""
        self._demand_own(key)
        yield from self._places().removals(key)

    def to_move(self, key: str, before: str | None) -> Iterator[list[Edit]]:
        """Yield the ways to put a key's lines before those of another, or last."""
        self._demand_own(key, before)
        yield from self._places().moves(key, before)

    def reason(self, key: str) -> str:
        """Answer the code of what keeps key from being changed alone."""
        place = self._place(key)
        return "anchor-or-tag" if place and place[1].value_node in shared(place[0]) else "not-restored"

    def _demand_own(self, *names: str | None) -> None:
        """Raise RefusedEdit("merged") where a key does not stand in the mapping itself."""
        for name in names:
            if name is not None and self._place(name) is None:
                raise RefusedEdit("merged", name)

    def _places(self) -> KeyPlaces:
        return KeyPlaces(self.document, self.editor)

    def _place(self, key: str) -> tuple[Mapping, Pair] | None:
        """Answer the mapping in which key itself stands, and its nodes there."""
        root = self.document.root
        return next(((root, pair) for pair in self.document.pairs if root and pair.key == key), None)

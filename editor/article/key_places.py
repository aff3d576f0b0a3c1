"""Where the keys of a front matter stand: where a new one goes, and what goes with one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor.article.faults import RefusedEdit
from editor.article.slots import column_of, refusal
from editor.article.yaml_writing import flow_text, key_text
from editor.text.change import Edit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from editor.article.rows import Rows
    from editor.article.values import Value
    from editor.article.yaml_document import YamlDocument
    from editor.article.yaml_edits import TreeEditor
    from editor.article.yaml_tree import Mapping

BLANK_LINES = re.compile(r"(?:[ \t]*\n)*")


@dataclass(frozen=True, slots=True)
class KeyPlaces:
    """The places of the keys in one document's YAML."""

    document: YamlDocument
    editor: TreeEditor

    def additions(self, key: str, value: Value, order: Sequence[str]) -> Iterator[list[Edit]]:
        """Yield the ways to add a key: where order wants it, or last."""
        root = self.document.root
        if root and root.is_flow:
            source = flow_text(value, self.editor.habits, is_flow=True)
            yield self._flow_addition(root, (key, source), order)
        else:
            lines = self.editor.new_pair(key, value, self._column())
            yield from ([insertion(lines)] for insertion in self._insertions(key, order))

    def raw_additions(self, key: str, source: str, order: Sequence[str]) -> Iterator[list[Edit]]:
        """Yield the ways to add a key with this source: beside the key, or below it."""
        root = self.document.root
        if root and root.is_flow:
            yield self._flow_addition(root, (key, source), order)
        else:
            indentation = " " * self._column()
            start = f"{indentation}{key_text(key)}:"
            for insertion in self._insertions(key, order):
                yield [insertion(beside(start, source))]
                yield [insertion(start + below(source, indentation))]

    def removals(self, key: str) -> Iterator[list[Edit]]:
        """Yield the ways to take a key's lines away. Raises RefusedEdit."""
        i = self._number(key)
        root = self.document.root
        if root and root.is_flow:
            is_last = len(root.pairs) == 1
            yield [Edit(root.start, root.end, "{}")] if is_last else self.editor.change_pairs(root, [i], {})
        else:
            edit = self._rows().without(i, i + 1)
            yield [edit]
            yield [Edit(edit.start, self._blank_end(edit.end), "")]

    def moves(self, key: str, before: str | None) -> Iterator[list[Edit]]:
        """Yield the ways to put a key's lines before those of another, or last. Raises RefusedEdit."""
        rows, i = self._rows(), self._number(key)
        target = None if before is None else self._number(before)
        root = self.document.root
        if root and root.is_flow:
            raise RefusedEdit("flow-root", key)
        if not rows.begins_line(i) or (target is not None and not rows.begins_line(target)):
            raise RefusedEdit("not-restored", key)
        start, end = rows.start(i), rows.end(i) + 1
        index = rows.end(len(rows.spans) - 1) + 1 if target is None else rows.start(target)
        is_there = start <= index <= end
        for stop in (end, self._blank_end(end)):
            chunk = self.document.text[start:stop]
            yield [] if is_there else [Edit(start, stop, ""), Edit(index, index, chunk)]

    def _blank_end(self, index: int) -> int:
        """Answer where the blank lines at index end: a block that keeps its last breaks would take them."""
        blank = BLANK_LINES.match(self.document.text, index)
        return blank.end() if blank else index

    def _rows(self) -> Rows:
        """Answer the lines of all keys."""
        return self.editor.rows([pair[1:] for pair in self.document.pairs], self.document.fences.start)

    def _number(self, key: str) -> int:
        """Answer which of the pairs a key is. Raises RefusedEdit where its lines cannot be told."""
        number = [pair.key for pair in self.document.pairs].index(key)
        reason = refusal(self.document.text, self.document.pairs[number].key_node)
        if reason:
            raise RefusedEdit(reason, key)
        return number

    def _column(self) -> int:
        """Answer the column of the keys; on the fence's own line it counts from the fence."""
        root, start = self.document.root, self.document.fences.start
        return min(column_of(self.document.text, root.start), root.start - start) if root else 0

    def _neighbour(self, key: str, order: Sequence[str]) -> tuple[int, int] | None:
        """Answer the key beside which order wants another: its number, and 1 if it comes before, else 0."""
        numbers = {pair.key: i for i, pair in enumerate(self.document.pairs)}
        if key not in order:
            return None
        place = order.index(key)
        before = [numbers[name] for name in reversed(order[:place]) if name in numbers]
        after = [numbers[name] for name in order[place:] if name in numbers]
        if before:
            return before[0], 1
        return (after[0], 0) if after else None

    def _insertions(self, key: str, order: Sequence[str]) -> Iterator[Callable[[str], Edit]]:
        """Yield what makes the insertion of a key's lines: where order wants them, or last."""
        neighbour = self._neighbour(key, order)
        if neighbour and neighbour[1]:
            end = self._rows().end(neighbour[0])
            yield lambda lines: Edit(end, end, "\n" + lines)
        elif neighbour and self._rows().begins_line(neighbour[0]):
            start = self._rows().start(neighbour[0])
            yield lambda lines: Edit(start, start, lines + "\n")
        stop = self.document.fences.stop
        yield lambda lines: Edit(stop, stop, lines + "\n")

    def _flow_addition(self, root: Mapping, pair: tuple[str, str], order: Sequence[str]) -> list[Edit]:
        """Answer the insertion of a key with its source into a front matter in braces."""
        if not root.pairs:
            return [Edit(root.start, root.end, f"{{{key_text(pair[0])}: {pair[1]}}}")]
        neighbour = self._neighbour(pair[0], order)
        return [self.editor.new_flow_pair(root, sum(neighbour) if neighbour else len(root.pairs), pair)]


def beside(start: str, source: str) -> str:
    """Answer a key with its source on the same line."""
    return f"{start} {source}" if source else start


def below(source: str, indentation: str) -> str:
    """Answer a source on lines of its own below a key."""
    return "".join(f"\n{indentation}  {line}" if line else "\n" for line in source.split("\n"))

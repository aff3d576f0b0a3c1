"""Scripts parsed by tree-sitter's TypeScript grammar, which takes JavaScript too; within bounds."""

from __future__ import annotations

import time
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final, Literal

import tree_sitter_typescript
from tree_sitter import Language, Parser

if TYPE_CHECKING:
    from collections.abc import Iterator

    import tree_sitter

LARGEST: Final = 100_000
"""Characters of a script that is read."""
LONGEST: Final = 1.0
"""Seconds of its thread that a script may take to parse: with what is none the parser tries everything."""
_CHUNK: Final = 1 << 12

ScriptFault = Literal["too-large", "too-slow"]


class UnreadableScript(Exception):  # noqa: N818 - named as the other refusals of what others wrote
    """A script that tells of nothing; reason says why."""

    def __init__(self, reason: ScriptFault) -> None:
        super().__init__(reason)
        self.reason: ScriptFault = reason


@dataclass(frozen=True, slots=True)
class Node:
    """A node of a script's tree, of a kind that the grammar names, "ERROR" where the text is broken."""

    _node: tree_sitter.Node
    _data: bytes

    @property
    def kind(self) -> str:
        """The grammar's name."""
        return self._node.type

    @property
    def text(self) -> str:
        """The text of the node."""
        return self._data[self._node.start_byte : self._node.end_byte].decode("utf-8", "replace")

    @property
    def is_broken(self) -> bool:
        """Whether it lacks a part, or has one that is none of the language; its parts' parts do not count."""
        if not self._node.has_error:
            return False
        return self._node.is_missing or any(part.is_error or part.is_missing for part in self._node.children)

    @property
    def is_sound(self) -> bool:
        """Whether nothing in it is broken, at any depth."""
        return not self._node.has_error

    @property
    def parts(self) -> list[Node]:
        """The nodes within it; punctuation, keywords and comments are none."""
        return [Node(part, self._data) for part in self._node.named_children if part.type != "comment"]

    @property
    def tokens(self) -> list[Node]:
        """All that lies within it, punctuation and keywords too."""
        return [Node(part, self._data) for part in self._node.children]

    def field(self, name: str) -> Node | None:
        """Answer the node within it that plays a part, by the grammar's name of the part."""
        part = self._node.child_by_field_name(name)
        return None if part is None else Node(part, self._data)

    def of_kind(self, kind: str) -> list[Node]:
        """Answer the nodes within it that are of a kind."""
        return [part for part in self.parts if part.kind == kind]

    def has(self, *tokens: str) -> bool:
        """Whether one of these keywords or marks stands in it."""
        return any(part.type in tokens for part in self._node.children)

    def found(self, kinds: frozenset[str]) -> Iterator[Node]:
        """Answer the nodes of these kinds within it, at any depth."""
        cursor = self._node.walk()
        while True:
            node = cursor.node
            if node is not None and node.type in kinds:
                yield Node(node, self._data)
            if cursor.goto_first_child():
                continue
            while not cursor.goto_next_sibling():
                if not cursor.goto_parent():
                    return


def parse(text: str, *, has_markup: bool = False) -> Node:
    """Answer the root of a script's tree, broken parts among its nodes. Raises UnreadableScript.

    With has_markup it is read as JSX, in which a type between < and > before a value is none.
    """
    if len(text) > LARGEST:
        raise UnreadableScript("too-large")
    data = text.encode("utf-8", "replace")
    deadline = time.thread_time() + LONGEST
    try:
        tree = Parser(_language(has_markup)).parse(
            lambda start, _point: data[start : start + _CHUNK],
            progress_callback=lambda _start, _has_error: time.thread_time() > deadline,
        )
    except ValueError:  # the parser's word for having been stopped
        raise UnreadableScript("too-slow") from None
    return Node(tree.root_node, data)


@cache
def _language(has_markup: bool) -> Language:  # noqa: FBT001 (a cache takes no keywords gladly)
    module = tree_sitter_typescript
    return Language(module.language_tsx() if has_markup else module.language_typescript())

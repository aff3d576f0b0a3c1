"""The places in a tree that a value can be written to without touching its neighbours."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from editor.article.yaml_tree import Alias, Mapping, Scalar, Sequence
from editor.article.yaml_values import is_merge

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editor.article.yaml_tree import Node

PROPERTY = re.compile(r"&[^ \t\n,\[\]{}]+|!<[^>]+>|![^ \t\n,\[\]{}]*")
GAP = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\n)*[ \t]*")


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a value stands: after a colon or dash that ends at before; column is that of its key or dash."""

    before: int
    column: int
    is_flow: bool
    is_item: bool = False


def refusal(text: str, key: Node) -> str | None:
    """Answer the code of what keeps the value of a key from being edited, None if nothing does."""
    if isinstance(key, Scalar) and colon_after(text, key) is not None:
        return "merged" if is_merge(key) else None
    return "explicit-key"


def shared(root: Mapping) -> set[Node]:
    """Answer the values of a mapping's keys that hold what stands by name elsewhere."""
    owners = {node: value for _, value in root.pairs for node in _walk(value)}
    return {
        owners[node.target]
        for key, value in root.pairs
        for node in (*_walk(key), *_walk(value))
        if isinstance(node, Alias) and owners.get(node.target, value) is not value
    }


def _walk(node: Node) -> Iterator[Node]:
    """Yield a node and all nodes in it."""
    yield node
    if isinstance(node, Sequence):
        for item in node.items:
            yield from _walk(item)
    elif isinstance(node, Mapping):
        for pair in node.pairs:
            for part in pair:
                yield from _walk(part)


def bare(text: str, node: Node, slot: Slot) -> tuple[Node, Slot]:
    """Answer a node without its anchor and tag, and the slot after them."""
    if isinstance(node, Alias) or not node.has_properties:
        return node, slot
    before, start = slot.before, node.start
    while start < node.end and (found := PROPERTY.match(text, start)):
        before = found.end()
        gap = GAP.match(text, before)
        start = min(gap.end() if gap else before, node.end)
    return replace(node, start=start, has_properties=False), replace(slot, before=before)


def colon_after(text: str, key: Scalar) -> int | None:
    """Answer where the colon of a key is, None where it does not stand on the key's line."""
    colon = text.find(":", key.end)
    if colon < 0 or text[key.end : colon].strip(" \t"):
        return None
    return colon


def column_of(text: str, index: int) -> int:
    """Answer the column of an index."""
    return index - text.rfind("\n", 0, index) - 1


def line_end(text: str, index: int) -> int:
    """Answer where the line of an index ends, before its line break."""
    end = text.find("\n", index)
    return end if end >= 0 else len(text)

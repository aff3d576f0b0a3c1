"""The values of YAML nodes, exactly as js-yaml 4.3 gives them to Astro."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.article.faults import Unreadable
from editor.article.values import number_text
from editor.article.yaml_scalars import READERS, NotOfItsTag, plain_value
from editor.article.yaml_tree import Alias, Mapping, Node, Scalar, Sequence

if TYPE_CHECKING:
    from editor.article.values import Value

TAG_PREFIX = "tag:yaml.org,2002:"
MERGE_KEY = "<<"
LARGEST_EXPANSION = 100_000
"""Values that aliases may make in all; a few lines of them could stand for millions."""


class ValueReader:
    """Reads the values of one tree; a node that aliases name is one value in all its places."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.sizes: dict[Node, int] = {}
        self.known: dict[Node, Value] = {}
        self.open: set[Node] = set()

    def value(self, node: Node) -> Value:
        """Answer the value of a node. Raises Unreadable."""
        if isinstance(node, Alias):
            if node.target in self.open:
                raise Unreadable("circular", node.start)
            value = self.known[node.target]
            self.sizes[node] = self.sizes[node.target]
            return value
        self.open.add(node)
        self.known[node] = value = self._construct(node)
        self.open.remove(node)
        parts = _parts(node)
        self.sizes[node] = 1 + sum(self.sizes[part] for part in parts)
        if self.sizes[node] > LARGEST_EXPANSION:
            raise Unreadable("too-many-aliases", node.start)
        return value

    def _construct(self, node: Scalar | Sequence | Mapping) -> Value:
        tag = node.tag or ""
        if isinstance(node, Scalar):
            return self._scalar(node, tag)
        if isinstance(node, Sequence):
            return self._sequence(node, tag)
        if tag not in ("", "!", TAG_PREFIX + "map", TAG_PREFIX + "set"):
            raise Unreadable("unknown-tag", node.start, tag)
        return self.mapping(node)

    def _scalar(self, node: Scalar, tag: str) -> Value:
        if not tag:
            return node.text if node.style else plain_value(node.text)
        if tag == "!":
            return node.text if node.text or node.style else None
        reader = READERS.get(tag.removeprefix(TAG_PREFIX)) if tag.startswith(TAG_PREFIX) else None
        if reader is None:
            raise Unreadable("unknown-tag", node.start, tag)
        try:
            return reader(node.text)
        except NotOfItsTag:
            raise Unreadable("not-of-its-tag", node.start, tag) from None

    def _sequence(self, node: Sequence, tag: str) -> list[Value]:
        if tag not in ("", "!", TAG_PREFIX + "seq", TAG_PREFIX + "omap", TAG_PREFIX + "pairs"):
            raise Unreadable("unknown-tag", node.start, tag)
        items = [self.value(item) for item in node.items]
        if not tag.endswith(("omap", "pairs")):
            return items
        if not all(isinstance(item, dict) and len(item) == 1 for item in items):
            raise Unreadable("not-of-its-tag", node.start, tag)
        if tag.endswith("omap"):
            return items
        return [[key, value] for item in items if isinstance(item, dict) for key, value in item.items()]

    def mapping(self, node: Mapping) -> dict[str, Value]:
        """Answer a mapping; merged keys give way to its own. Raises Unreadable where a key stands twice."""
        values: dict[str, Value] = {}
        merged: set[str] = set()
        for key_node, value_node in node.pairs:
            key = self.key(key_node)
            value = self.value(value_node)
            if is_merge(key_node):
                for other_key, other_value in self._merged(value, value_node).items():
                    if other_key not in values:
                        values[other_key] = other_value
                        merged.add(other_key)
                continue
            if key in values and key not in merged:
                raise Unreadable("duplicate-key", key_node.start, key)
            values[key] = value
            merged.discard(key)
        return values

    def _merged(self, value: Value, node: Node) -> dict[str, Value]:
        values: dict[str, Value] = {}
        for source in value if isinstance(value, list) else [value]:
            if not isinstance(source, dict):
                raise Unreadable("wrong-merge", node.start)
            values = {**source, **values}
        return values

    def key(self, node: Node) -> str:
        """Answer the string that JavaScript makes of a key. Raises Unreadable."""
        value = self.value(node)
        if isinstance(value, list):
            if any(isinstance(item, list) for item in value):
                raise Unreadable("nested-key", node.start)
            return ",".join("" if item is None else self._key_text(item, node) for item in value)
        return self._key_text(value, node)

    def _key_text(self, value: Value, node: Node) -> str:
        if isinstance(value, str):
            return value
        if isinstance(value, dict):
            return "[object Object]"
        if isinstance(value, bool) or value is None:
            return {True: "true", False: "false", None: "null"}[value]
        if isinstance(value, int | float):
            return number_text(value)
        return self.text[node.start : node.end]  # a Date's own words depend on the machine's time zone


def is_merge(node: Node) -> bool:
    """Whether a key merges other mappings into its own."""
    return (
        isinstance(node, Scalar)
        and node.text == MERGE_KEY
        and not node.style
        and node.tag in (None, TAG_PREFIX + "merge")
    )


def _parts(node: Scalar | Sequence | Mapping) -> list[Node]:
    if isinstance(node, Sequence):
        return node.items
    if isinstance(node, Mapping):
        return [part for pair in node.pairs for part in pair]
    return []

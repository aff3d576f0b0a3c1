"""A front matter in YAML: its tree with the spans."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from editor.article.document import Document, Entry
from editor.article.faults import Unreadable
from editor.article.slots import refusal, shared
from editor.article.yaml_tree import Mapping, Node, compose
from editor.article.yaml_values import ValueReader
from editor.article.yaml_ways import YamlWays

if TYPE_CHECKING:
    from editor.article.fences import Fences


class Pair(NamedTuple):
    """A key and its nodes."""

    key: str
    key_node: Node
    value_node: Node


@dataclass(frozen=True, slots=True)
class YamlDocument(Document):
    """The root of an empty front matter is None."""

    root: Mapping | None
    pairs: tuple[Pair, ...]
    """The keys that stand in the YAML itself, in order."""

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys in order; merged ones are not among them."""
        return tuple(pair.key for pair in self.pairs)

    def entries(self) -> tuple[Entry, ...]:
        """Answer the keys, then what is merged into them."""
        text = self.text
        locked = shared(self.root) if self.root else set()
        entries = {
            key: Entry(
                key,
                self.values[key],
                text[value_node.start : value_node.end],
                text.count("\n", 0, key_node.start),
                editable=value_node not in locked and refusal(text, key_node) is None,
            )
            for key, key_node, value_node in self.pairs
            if key in self.values
        }
        fence_line = text.count("\n", 0, self.fences.start)
        merged = (Entry(key, value, "", fence_line, editable=False) for key, value in self.values.items())
        return (*entries.values(), *(entry for entry in merged if entry.key not in entries))

    def ways(self, quote: str = "") -> YamlWays:
        """Answer the ways to edit."""
        return YamlWays.of(self, quote)


def read_yaml(text: str, fences: Fences) -> YamlDocument:
    """Answer the YAML between fences. Raises Unreadable."""
    root = compose(text, fences.start, fences.stop)
    if root is None:
        return YamlDocument(text, fences, {}, None, ())
    reader = ValueReader(text)
    value = reader.value(root)
    if isinstance(root, Mapping) and isinstance(value, dict):
        pairs = tuple(Pair(reader.key(key), key, node) for key, node in root.pairs)
        return YamlDocument(text, fences, value, root, pairs)
    if value is None:
        return YamlDocument(text, fences, {}, None, ())
    raise Unreadable("not-a-mapping", root.start)

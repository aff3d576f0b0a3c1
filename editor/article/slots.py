"""The places in a tree that a value can be written to without touching its neighbours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor.article.yaml_tree import Alias, Scalar
from editor.article.yaml_values import is_merge

if TYPE_CHECKING:
    from editor.article.yaml_tree import Mapping, Node


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a value stands: after a colon or dash that ends at before; column is that of its key or dash."""

    before: int
    column: int
    is_flow: bool
    is_item: bool = False


def refusal(text: str, mapping: Mapping, key: Node, value: Node) -> str | None:
    """Answer the code of what keeps the value of a mapping's key from being edited, None if nothing does."""
    if isinstance(value, Alias) or isinstance(key, Alias):
        return "alias"
    if value.has_properties or key.has_properties or mapping.has_properties:
        return "anchor-or-tag"
    if is_merge(key):
        return "merged"
    if not isinstance(key, Scalar) or colon_after(text, key) is None:
        return "explicit-key"
    return None


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

"""Where the keys and the values of a front matter stand in the file's text, at any depth."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from editor.article.slots import line_end
from editor.article.yaml_document import YamlDocument
from editor.article.yaml_tree import Mapping, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editor.article.document import Document
    from editor.article.yaml_document import Pair
    from editor.article.yaml_tree import Node

Place: TypeAlias = tuple[str | int, ...]
"""The way to a value: a key of the front matter, then keys of mappings and numbers of items below it."""


class Span(NamedTuple):
    """A stretch of the text, from one index to another."""

    start: int
    end: int


class PlacedScalar(NamedTuple):
    """A scalar, the way to it and the index after the rest of its last line."""

    place: Place
    node: Scalar
    line_end: int


def pairs_of(document: Document) -> tuple[Pair, ...]:
    """Answer the keys of a front matter with their nodes, none where it is not YAML."""
    return document.pairs if isinstance(document, YamlDocument) else ()


def key_span(document: Document, place: Place) -> Span | None:
    """Answer where the last key of a place stands, None where it stands nowhere of its own."""
    if not isinstance(document, YamlDocument):
        span = document.spans(place)[0]
        return Span(*span) if span else None
    pair = _pair(document, place)
    return Span(pair[0].start, pair[0].end) if pair else None


def value_span(document: Document, place: Place) -> Span | None:
    """Answer where the value at a place stands, None where it stands nowhere of its own.

    That is so for merged keys, for what an alias holds, and in JSON.
    """
    if not isinstance(document, YamlDocument):
        span = document.spans(place)[1]
        return Span(*span) if span else None
    node = _node(document, place)
    return Span(node.start, node.end) if node else None


def placed_scalars(document: Document) -> Iterator[PlacedScalar]:
    """Yield the scalars that are values, in the order of the file."""
    for pair in pairs_of(document):
        yield from _scalars(document.text, (pair.key,), pair.value_node)


def _scalars(text: str, place: Place, node: Node) -> Iterator[PlacedScalar]:
    if isinstance(node, Scalar):
        yield PlacedScalar(place, node, line_end(text, node.end))
    elif isinstance(node, Sequence):
        for number, item in enumerate(node.items):
            yield from _scalars(text, (*place, number), item)
    elif isinstance(node, Mapping):
        for key, value in node.pairs:
            if isinstance(key, Scalar):
                yield from _scalars(text, (*place, key.text), value)


def _node(document: Document, place: Place) -> Node | None:
    """Answer the node at a place."""
    pair = _top(document, place[0])
    node = pair.value_node if pair else None
    for step in place[1:]:
        if isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
        else:
            found = _of_mapping(node, step)
            node = found[1] if found else None
    return node


def _pair(document: Document, place: Place) -> tuple[Node, Node] | None:
    """Answer the nodes of the last key of a place and of its value."""
    if len(place) == 1:
        pair = _top(document, place[0])
        return (pair.key_node, pair.value_node) if pair else None
    return _of_mapping(_node(document, place[:-1]), place[-1])


def _top(document: Document, key: str | int) -> Pair | None:
    return next((pair for pair in pairs_of(document) if pair.key == key), None)


def _of_mapping(node: Node | None, step: str | int) -> tuple[Node, Node] | None:
    pairs = node.pairs if isinstance(node, Mapping) else []
    return next((pair for pair in pairs if isinstance(pair[0], Scalar) and pair[0].text == step), None)

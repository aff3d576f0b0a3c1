"""The YAML of a front matter as a tree of nodes that know where they stand in the file's text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, TypeAlias, cast

from yaml import SafeLoader
from yaml.error import MarkedYAMLError
from yaml.events import (
    AliasEvent,
    MappingEndEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from editor.article.faults import Unreadable
from editor.article.yaml_faults import YamlFault, unreadable
from editor.article.yaml_scanner import AstroScanner

NEVER_READ = re.compile(r"[\0\ud800-\udfff]")
"""A null, and halves of characters, which no file can hold."""
DEEPEST = 100
"""js-yaml refuses deeper nesting."""


@dataclass(eq=False, slots=True)
class Scalar:
    """A single value; style is "" for a plain one, else one of ' " | >."""

    start: int
    end: int
    tag: str | None
    has_properties: bool
    text: str
    style: str


@dataclass(eq=False, slots=True)
class Sequence:
    """A list."""

    start: int
    end: int
    tag: str | None
    has_properties: bool
    is_flow: bool
    items: list[Node] = field(default_factory=list)


@dataclass(eq=False, slots=True)
class Mapping:
    """Keys and their values, in order."""

    start: int
    end: int
    tag: str | None
    has_properties: bool
    is_flow: bool
    pairs: list[tuple[Node, Node]] = field(default_factory=list)


@dataclass(eq=False, slots=True)
class Alias:
    """A place where the value of another node stands again."""

    start: int
    end: int
    target: Node


Node: TypeAlias = Scalar | Sequence | Mapping | Alias


class AstroLoader(AstroScanner, SafeLoader):
    """PyYAML's loader, which composes our nodes of what js-yaml would read."""

    def __init__(self, text: str, offset: int) -> None:
        SafeLoader.__init__(self, "")
        AstroScanner.__init__(self, text)
        self.offset = offset
        self.depth = 0
        self.named: dict[str, Node] = {}

    def get_single_node(self) -> Node | None:  # type: ignore[override]  # ours
        """Compose the only document; PyYAML's own words of a second one need nodes with marks."""
        self._next_event()
        node: Any = None if self.check_event(StreamEndEvent) else self.compose_document()
        if not self.check_event(StreamEndEvent):
            raise YamlFault("document-mark", self._next_event().start_mark)
        return cast("Node | None", node)

    def compose_node(self, parent: object, index: object) -> Node:  # type: ignore[override]  # noqa: ARG002 - ours
        """Compose the next node."""
        event = self._next_event()
        if isinstance(event, AliasEvent):
            return self._alias(event)
        self.depth += 1
        if self.depth > DEEPEST:
            raise Unreadable("too-deep", self._start(event))
        node = self._compose(event)
        self.depth -= 1
        return node

    def _alias(self, event: Any) -> Alias:
        if event.anchor not in self.named:
            raise Unreadable("unknown-alias", self._start(event), event.anchor)
        return Alias(self._start(event), event.end_mark.index + self.offset, self.named[event.anchor])

    def _compose(self, event: Any) -> Node:
        node = self._node(event)
        if event.anchor is not None:
            self.named[event.anchor] = node
        if isinstance(node, Sequence):
            while not self.check_event(SequenceEndEvent):
                node.items.append(self.compose_node(None, None))
            self._close(node, [item.end for item in node.items])
        elif isinstance(node, Mapping):
            while not self.check_event(MappingEndEvent):
                key = self.compose_node(None, None)
                node.pairs.append((key, self.compose_node(None, None)))
            self._close(node, [value.end for _, value in node.pairs])
        return node

    def _node(self, event: Any) -> Scalar | Sequence | Mapping:
        start, end = self._start(event), event.end_mark.index + self.offset
        has_properties = event.anchor is not None or event.tag is not None
        if isinstance(event, ScalarEvent):
            return Scalar(start, end, event.tag, has_properties, event.value, event.style or "")
        kind = Sequence if isinstance(event, SequenceStartEvent) else Mapping
        return kind(start, end, event.tag, has_properties, is_flow=bool(event.flow_style))

    def _close(self, node: Sequence | Mapping, ends: list[int]) -> None:
        """Set a collection's end: its bracket in flow style, else where its last part ends."""
        event = self._next_event()
        node.end = event.end_mark.index + self.offset if node.is_flow else max([node.end, *ends])

    def _next_event(self) -> Any:
        return self.get_event()  # type: ignore[no-untyped-call]  # PyYAML's

    def _start(self, event: Any) -> int:
        return int(event.start_mark.index) + self.offset


def compose(text: str, start: int, end: int) -> Node | None:
    """Answer the root of the YAML between two indices of text, None where there is none.

    Raises Unreadable.
    """
    source = text[start:end]
    if never_read := NEVER_READ.search(source):
        raise Unreadable("control-character", start + never_read.start())
    loader = AstroLoader(source, start)
    try:
        return loader.get_single_node()
    except MarkedYAMLError as error:
        raise unreadable(error, loader, source, start) from None

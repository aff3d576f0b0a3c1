"""Names whose values a script changes after it declared them: their declarations tell only half."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from editor.script.parsing import Node

_CHANGING: Final = frozenset({"push", "unshift", "pop", "shift", "splice", "sort", "reverse", "fill"})
_CHANGING_FIRST: Final = frozenset({"Object.assign", "Object.defineProperty", "Object.defineProperties"})
_TARGETS: Final = {
    "assignment_expression": "left",
    "augmented_assignment_expression": "left",
    "update_expression": "argument",
}
_CHANGES: Final = frozenset({*_TARGETS, "call_expression"})


def changed_names(root: Node) -> set[str]:
    """Answer the names that are assigned to, or whose members are, anywhere in a script."""
    targets = (_target(node) for node in root.found(_CHANGES))
    owners = (_owner(target) for target in targets if target is not None)
    return {owner.text for owner in owners if owner.kind == "identifier"}


def _target(node: Node) -> Node | None:
    """Answer what a node changes, None where it changes nothing."""
    if node.kind in _TARGETS:
        return node.field(_TARGETS[node.kind])
    function, arguments = node.field("function"), node.field("arguments")
    way = function.field("property") if function else None
    if function and way and way.text in _CHANGING:
        return function.field("object")
    is_first = function is not None and function.text in _CHANGING_FIRST
    return next(iter(arguments.parts), None) if arguments and is_first else None


def _owner(target: Node) -> Node:
    while (owner := target.field("object")) is not None:
        target = owner
    return target

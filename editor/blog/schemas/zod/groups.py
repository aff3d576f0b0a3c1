"""What the methods of Zod's objects make of their groups."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from editor.blog.schemas.combining import intersection
from editor.blog.schemas.shapes import ANYTHING, GroupShape

if TYPE_CHECKING:
    from collections.abc import Collection

    from editor.blog.schemas.shapes import Shape

EXTENDING: Final = frozenset({"extend", "safeExtend", "augment", "merge"})
PICKING: Final = frozenset({"pick", "omit", "partial", "required"})
OPENING: Final = frozenset({"strict", "strip", "passthrough", "loose", "nonstrict"})


def extended(group: GroupShape, more: Shape) -> Shape | None:
    """Answer a group with what another has, which counts before its own; None where that is no group."""
    together = intersection((group, more))
    if isinstance(together, GroupShape) and together.other is None:
        return replace(together, are_others_refused=group.are_others_refused)
    return together


def picked(group: GroupShape, method: str, keys: Collection[str] | None) -> GroupShape:
    """Answer a group with some fields, or with some that may be absent or must not; None names all."""
    named = [field for field in group.fields if keys is None or field.key in keys]
    if method == "pick":
        return replace(group, fields=tuple(named))
    if method == "omit":
        return replace(group, fields=tuple(field for field in group.fields if field not in named))
    is_required = method == "required"
    return replace(
        group,
        fields=tuple(
            replace(field, is_required=is_required and not field.has_default) if field in named else field
            for field in group.fields
        ),
    )


def opened(group: GroupShape, method: str) -> GroupShape:
    """Answer a group that refuses, drops or keeps the keys it does not name."""
    is_open = method in ("passthrough", "loose", "nonstrict")
    return replace(group, other=ANYTHING if is_open else None, are_others_refused=method == "strict")

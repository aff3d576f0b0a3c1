"""Which items of a list change, go, come and move."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from editor.article.values import number_of

if TYPE_CHECKING:
    from collections.abc import Hashable

    from editor.article.values import Value


@dataclass(frozen=True, slots=True)
class ItemChanges:
    """What makes the new list of the old one; i counts the old items, j the new ones."""

    changed: tuple[tuple[int, int], ...]
    """(i, j): item i becomes j in its place."""
    removed: tuple[tuple[int, int], ...]
    """Items from i to another go."""
    inserted: tuple[tuple[int, range], ...]
    """Before item i, or after the last, come those numbers."""
    moved: dict[int, int]
    """The item i that an inserted item j was."""


def item_changes(old: list[Value], new: list[Value]) -> ItemChanges:
    """Answer the changes; an item that goes from one place and comes in another is moved."""
    before, after = list(map(_hashable, old)), list(map(_hashable, new))
    steps = [
        step
        for step in SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
        if step[0] != "equal"
    ]
    going: defaultdict[Hashable, list[int]] = defaultdict(list)
    for _, i1, i2, _, _ in steps:
        for i in range(i1, i2):
            going[before[i]].append(i)
    moved = {j: going[after[j]].pop(0) for _, _, _, j1, j2 in steps for j in range(j1, j2) if going[after[j]]}
    changed: list[tuple[int, int]] = []
    removed: list[tuple[int, int]] = []
    inserted: list[tuple[int, range]] = []
    for _, i1, i2, j1, j2 in steps:
        is_move = any(j in moved for j in range(j1, j2)) or not set(moved.values()).isdisjoint(range(i1, i2))
        both = 0 if is_move else min(i2 - i1, j2 - j1)
        changed += zip(range(i1, i1 + both), range(j1, j1 + both), strict=True)
        if i1 + both < i2:
            removed.append((i1 + both, i2))
        if j1 + both < j2:
            inserted.append((i1 + both, range(j1 + both, j2)))
    return ItemChanges(tuple(changed), tuple(removed), tuple(inserted), moved)


def _hashable(value: Value) -> Hashable:
    """Answer something that is equal for values that are the same."""
    if isinstance(value, list):
        return (list, *map(_hashable, value))
    if isinstance(value, dict):
        return (dict, frozenset((key, _hashable(item)) for key, item in value.items()))
    if isinstance(value, float | int) and not isinstance(value, bool):
        return (float, str(number_of(float(value))))
    return (type(value), value)

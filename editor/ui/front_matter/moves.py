"""Where a key of the front matter can be moved to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.translation import tr

if TYPE_CHECKING:
    from collections.abc import Sequence


def moves_of(key: str, order: Sequence[str]) -> tuple[tuple[str, str | None], ...]:
    """Answer the moves of key among keys that stand in order: in words, and before which key it comes.

    None is the end of the front matter.
    """
    if key not in order:
        return ()
    place = order.index(key)
    moves: list[tuple[str, str | None]] = []
    if place > 0:
        above = order[place - 1]
        moves.append((tr("Move above “{name}” in the file").format(name=above), above))
    if place < len(order) - 1:
        words = tr("Move below “{name}” in the file").format(name=order[place + 1])
        moves.append((words, order[place + 2] if place < len(order) - 2 else None))
    return tuple(moves)

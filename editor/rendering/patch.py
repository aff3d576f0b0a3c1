"""What changed from one list of blocks to the next, so that a preview replaces no more than that."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Patch:
    """At `start`, `removed` blocks make place for the inserted ones."""

    start: int
    removed: int
    inserted: tuple[str, ...]


def _common_prefix(old: tuple[str, ...], new: tuple[str, ...]) -> int:
    count = 0
    for before, after in zip(old, new, strict=False):
        if before != after:
            break
        count += 1
    return count


def patch(old: tuple[str, ...], new: tuple[str, ...]) -> Patch | None:
    """The smallest range of blocks to replace in `old` to get `new`; None if they are the same."""
    if old == new:
        return None
    start = _common_prefix(old, new)
    same_end = _common_prefix(old[start:][::-1], new[start:][::-1])
    return Patch(start, len(old) - start - same_end, new[start : len(new) - same_end])

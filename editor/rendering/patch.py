"""What changed from one list of passages to the next, so that a preview replaces no more than that."""

from dataclasses import dataclass
from operator import ne
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from editor.rendering.live.page import Passage


@dataclass(frozen=True, slots=True)
class Patch:
    """At `start`, `removed` passages make place for the inserted ones."""

    start: int
    removed: int
    inserted: tuple[str, ...]


def patches(old: "tuple[Passage, ...]", new: "tuple[Passage, ...]") -> tuple[Patch, ...]:
    """The changes that make the HTML of `new` of that of `old`, to be made in this order: from the end.

    What was left as it is costs next to nothing: most passages are the same objects.
    """
    start = same_at_start(old, new)
    end = same_at_start(old[start:][::-1], new[start:][::-1])
    before = [passage.html for passage in old[start : len(old) - end]]
    after = [passage.html for passage in new[start : len(new) - end]]
    return tuple(_patches(before, after, start))


def same_at_start(old: "Sequence[object]", new: "Sequence[object]") -> int:
    """How many items are the same at the start; found by halves, for slices are compared fast."""
    same, end = 0, min(len(old), len(new))
    while same < end:
        middle = (same + end + 1) // 2
        if old[same:middle] == new[same:middle]:
            same = middle
        else:
            end = middle - 1
    return same


def _patches(old: list[str], new: list[str], offset: int) -> "Iterator[Patch]":
    """The changes of a range: passages that came or went at one of its ends, and others that differ."""
    shared = min(len(old), len(new))
    starts = [*map(ne, old[:shared], new[:shared])]
    ends = [*map(ne, old[len(old) - shared :], new[len(new) - shared :])]
    # What follows the writer's place may have new numbers: then it is the ends that correspond.
    from_end = sum(ends) < sum(starts)
    old_skipped, new_skipped = (len(old) - shared, len(new) - shared) if from_end else (0, 0)
    differing = [index for index, differs in enumerate(ends if from_end else starts) if differs]
    spans = [_Span(old_skipped + it, 1, new_skipped + it, 1) for it in differing]
    if from_end:
        spans.insert(0, _Span(0, old_skipped, 0, new_skipped))
    else:
        spans.append(_Span(shared, len(old) - shared, shared, len(new) - shared))
    for span in reversed(_joined(spans)):
        inserted = new[span.new : span.new + span.inserted]
        if span.removed or inserted:
            yield Patch(offset + span.old, span.removed, tuple(inserted))


class _Span(NamedTuple):
    """In the old list, from `old` on, so many are removed; in the new one, from `new` on, so many came in."""

    old: int
    removed: int
    new: int
    inserted: int


def _joined(spans: list[_Span]) -> list[_Span]:
    """The spans, those that touch each other made one."""
    joined: list[_Span] = []
    for span in spans:
        last = joined[-1] if joined else None
        if last and last.old + last.removed == span.old and last.new + last.inserted == span.new:
            joined[-1] = last._replace(
                removed=last.removed + span.removed, inserted=last.inserted + span.inserted
            )
        else:
            joined.append(span)
    return joined

"""A three-way merge of texts: what each side made of a common base, line by line, and within lines by words.

The rule is that of diff3 (Khanna, Kunal and Pierce, "A Formal Investigation of Diff3", 2007): between lines
that all three have, what one side alone changed is taken from it; what both changed is a conflict.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from editor.text.differences import common_ends, lines_of, words_of
from editor.text.pairing import pairs_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence


class Origin(Enum):
    """Where a region's text comes from: SAME from both sides alike, CONFLICT from nobody yet."""

    SAME = auto()
    OURS = auto()
    THEIRS = auto()
    CONFLICT = auto()


class Choice(Enum):
    """How a conflict is decided: one side, ours then theirs, or the words of both where they fit."""

    OURS = auto()
    THEIRS = auto()
    BOTH = auto()
    WORDS = auto()


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of the merge, as the base and both sides have it.

    Of an exclusive one only one side can stand in the text, or what is named both. field is the key of the
    front matter that it is about, empty where it is lines of text.
    """

    origin: Origin
    base: str
    ours: str
    theirs: str
    is_exclusive: bool = False
    both: str = ""
    field: str = ""

    def text(self, choice: Choice = Choice.OURS) -> str:
        """Answer the merged text; choice decides a conflict. Raises ValueError where it is none of its."""
        if self.origin is not Origin.CONFLICT:
            return self.theirs if self.origin is Origin.THEIRS else self.ours
        match choice:
            case Choice.OURS:
                return self.ours
            case Choice.THEIRS:
                return self.theirs
            case Choice.BOTH if Choice.BOTH in self.choices():
                gap = "" if self.ours.endswith("\n") else "\n"
                return self.both or self.ours + gap + self.theirs
            case Choice.WORDS if (words := self._words()) is not None:
                return words
        raise ValueError(choice)

    def choices(self) -> tuple[Choice, ...]:
        """Answer the ways to decide this conflict."""
        has_both = self.both or (self.ours and self.theirs and not self.is_exclusive)
        both = (Choice.BOTH,) if has_both else ()
        words = (Choice.WORDS,) if self._words() is not None else ()
        return (Choice.OURS, Choice.THEIRS, *both, *words)

    def _words(self) -> str | None:
        """Answer the words of both sides, None where those are in conflict as well, or one side has none."""
        if self.is_exclusive or not (self.base and self.ours and self.theirs):
            return None
        found = _regions(words_of, self.base, self.ours, self.theirs)
        if any(region.origin is Origin.CONFLICT for region in found):
            return None
        return merged_text(found)


def merge_texts(base: str, ours: str, theirs: str) -> tuple[Region, ...]:
    """Answer the merge of two texts by lines; every line of the base and of both sides is in a region."""
    return tuple(part for region in _regions(lines_of, base, ours, theirs) for part in _refined(region))


def merged_text(regions: Sequence[Region], choices: Sequence[Choice] = ()) -> str:
    """Answer the text of a merge; choices decide its conflicts in their order."""
    decided = iter(choices)
    return "".join(
        region.text(next(decided)) if region.origin is Origin.CONFLICT else region.text()
        for region in regions
    )


def conflicts_of(regions: Sequence[Region]) -> tuple[Region, ...]:
    """Answer the regions that are to be decided."""
    return tuple(region for region in regions if region.origin is Origin.CONFLICT)


def _regions(parts_of: Callable[[str], list[str]], base: str, ours: str, theirs: str) -> list[Region]:
    sides = tuple(map(parts_of, (base, ours, theirs)))
    return [_region(*texts) for texts in _stretches(*sides)]


def _region(base: str, ours: str, theirs: str) -> Region:
    if ours == theirs:
        origin = Origin.SAME
    elif theirs == base:
        origin = Origin.OURS
    else:
        origin = Origin.THEIRS if ours == base else Origin.CONFLICT
    return Region(origin, base, ours, theirs)


def _stretches(
    base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]
) -> Iterator[tuple[str, str, str]]:
    """Yield the texts of stretches that all three have, and of those between, in turn."""
    in_ours, in_theirs = _places(base, ours), _places(base, theirs)
    anchors = [(b, in_ours[b], in_theirs[b]) for b in range(len(base)) if b in in_ours and b in in_theirs]
    start = last = (0, 0, 0)
    for place in [*anchors, (len(base), len(ours), len(theirs))]:
        if place != last:
            yield _texts(start, last, base, ours, theirs)
            yield _texts(last, place, base, ours, theirs)
            start = place
        last = (place[0] + 1, place[1] + 1, place[2] + 1)
    yield _texts(start, last, base, ours, theirs)


def _texts(
    start: tuple[int, int, int],
    end: tuple[int, int, int],
    *sides: Sequence[str],
) -> tuple[str, str, str]:
    base, ours, theirs = ("".join(side[start[i] : end[i]]) for i, side in enumerate(sides))
    return base, ours, theirs


def _places(base: Sequence[str], side: Sequence[str]) -> dict[int, int]:
    return {i: j for i, j in pairs_of(base, side) if base[i] == side[j]}


def _refined(region: Region) -> Iterator[Region]:
    """Yield a conflict without the lines at its ends that both sides put there alike."""
    if region.origin is not Origin.CONFLICT:
        if region.base or region.ours or region.theirs:
            yield region
        return
    ours, theirs = lines_of(region.ours), lines_of(region.theirs)
    head, tail = common_ends(ours, theirs)
    ours_end, theirs_end = len(ours) - tail, len(theirs) - tail
    before, after = "".join(ours[:head]), "".join(ours[ours_end:])
    if before:
        yield Region(Origin.SAME, "", before, before)
    yield Region(Origin.CONFLICT, region.base, "".join(ours[head:ours_end]), "".join(theirs[head:theirs_end]))
    if after:
        yield Region(Origin.SAME, "", after, after)

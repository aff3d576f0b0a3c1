"""What a text command answers: edits of a text and the selection after them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


@dataclass(frozen=True, slots=True)
class Selection:
    """A selected stretch of text; anchor and caret are Python indices and equal for a bare caret."""

    anchor: int
    caret: int

    @classmethod
    def at(cls, index: int) -> Selection:
        """Answer a bare caret at index."""
        return cls(index, index)

    @property
    def start(self) -> int:
        """The smaller index."""
        return min(self.anchor, self.caret)

    @property
    def end(self) -> int:
        """The larger index."""
        return max(self.anchor, self.caret)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is selected."""
        return self.anchor == self.caret


@dataclass(frozen=True, slots=True)
class Edit:
    """The characters from start to end (Python indices of the old text) become replacement."""

    start: int
    end: int
    replacement: str


@dataclass(frozen=True, slots=True)
class Change:
    """Edits in ascending order that do not overlap, and the selection in the new text: one undo step."""

    edits: tuple[Edit, ...]
    selection: Selection


def apply_edits(text: str, edits: tuple[Edit, ...]) -> str:
    """Answer text after edits.

    Raises ValueError where edits overlap, run backwards or leave the text.
    """
    parts: list[str] = []
    last = 0
    for edit in edits:
        if not last <= edit.start <= edit.end <= len(text):
            raise ValueError(edit)
        parts += (text[last : edit.start], edit.replacement)
        last = edit.end
    parts.append(text[last:])
    return "".join(parts)


def merged_edits(text: str, edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """Answer edits of text in ascending order, those that touch as one, those that change nothing left out.

    The edits may come in any order but must not overlap.
    """
    merged: list[Edit] = []
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        if merged and merged[-1].end == edit.start:
            last = merged.pop()
            merged.append(Edit(last.start, edit.end, last.replacement + edit.replacement))
        else:
            merged.append(edit)
    return tuple(edit for edit in merged if text[edit.start : edit.end] != edit.replacement)


def index_after(index: int, edits: Iterable[Edit], *, behind: bool) -> int:
    """Answer where an index of the old text stands after edits.

    At an insertion it stands behind what was inserted, or before it. Within replaced text, it stands at the
    end of the replacement.
    """
    shift = 0
    for edit in edits:
        if edit.start > index or (edit.start == index and not behind):
            break
        if index < edit.end:
            return edit.start + shift + len(edit.replacement)
        shift += len(edit.replacement) - (edit.end - edit.start)
    return index + shift


def lines_after(selection: Selection, edits: Sequence[Edit]) -> Selection:
    """Answer a selection after edits: with what they put at its ends; a bare caret stands behind that."""
    if selection.is_empty:
        return Selection.at(index_after(selection.caret, edits, behind=True))
    start = index_after(selection.start, edits, behind=False)
    end = index_after(selection.end, edits, behind=True)
    return Selection(start, end) if selection.anchor < selection.caret else Selection(end, start)


def difference(old: str, new: str) -> Edit | None:
    """Answer the smallest single edit that makes new of old, None where they are equal."""
    if old == new:
        return None
    shorter = min(len(old), len(new))
    start = 0
    while start < shorter and old[start] == new[start]:
        start += 1
    tail = 0
    while tail < shorter - start and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    return Edit(start, len(old) - tail, new[start : len(new) - tail])

"""Fenced code blocks of a Markdown text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from editor.text.lines import Line, line_at

if TYPE_CHECKING:
    from collections.abc import Iterator

_MARK: Final = re.compile(
    r"^(?P<prefix>[ \t>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)*)(?P<mark>`{3,}|~{3,})(?P<info>[^\n]*)$",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Fence:
    """A fenced code block: its first line, and its last one (None where nothing closes it)."""

    opening: Line
    closing: Line | None

    def holds(self, index: int) -> bool:
        """Whether an index of the text stands in the block or in its fences."""
        return self.opening.start <= index and (self.closing is None or index <= self.closing.end)


def fences_of(text: str) -> Iterator[Fence]:
    """Answer the fenced code blocks of text, in order."""
    opening: re.Match[str] | None = None
    for match in _MARK.finditer(text):
        if opening is None:
            if match["mark"][0] == "~" or "`" not in match["info"]:
                opening = match
        elif match["mark"].startswith(opening["mark"]) and not match["info"].strip():
            yield Fence(line_at(text, opening.start()), line_at(text, match.start()))
            opening = None
    if opening is not None:
        yield Fence(line_at(text, opening.start()), None)


def fence_at(text: str, index: int) -> Fence | None:
    """Answer the fenced code block that holds index, None outside of any."""
    for fence in fences_of(text):
        if fence.opening.start > index:
            return None
        if fence.holds(index):
            return fence
    return None

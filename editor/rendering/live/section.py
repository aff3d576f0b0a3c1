"""A stretch of the text that is read by itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from editor.rendering.blocks import Piece
from editor.rendering.pipeline import Writing
from editor.text.characters import JAVASCRIPT_SPACE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editor.rendering.dialects.sections import Definition

_NOTHING: Final = Writing(Piece())


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of the text, what it defines, and what it was rendered to.

    writing is None while it has to be rendered, for the first time or again.
    """

    source: str
    lines: int
    definitions: tuple[Definition, ...] = ()
    notes: tuple[str, ...] = ()
    writing: Writing | None = None

    @property
    def is_margin(self) -> bool:
        """Whether it is what is not shown, at the start or the end of the text."""
        return self.writing is _NOTHING

    @property
    def is_reusable(self) -> bool:
        """Whether another section of the same source is rendered to the same."""
        return self.writing is not None and not self.is_margin


def margin(source: str) -> Section:
    """Answer the section of what is not shown: white space, and a leftover metadata block."""
    return Section(source, source.count("\n"), writing=_NOTHING)


def unread(source: str) -> Section:
    """Answer a stretch of text that is still to be cut into sections."""
    return Section(source, source.count("\n"))


def labels_of(sections: Sequence[Section]) -> list[Definition | str]:
    """Answer what sections define: links, and footnotes by their keys."""
    labels: list[Definition | str] = []
    for section in sections:
        labels += section.definitions
        labels += section.notes
    return labels


def is_blank(source: str) -> bool:
    """Whether nothing but white space stands there."""
    return not source.strip(JAVASCRIPT_SPACE)


def start_of_text(source: str) -> int:
    """Answer the index where the white space at the start ends."""
    return len(source) - len(source.lstrip(JAVASCRIPT_SPACE))


def end_of_text(source: str) -> int:
    """Answer the index where the white space at the end begins."""
    return len(source.rstrip(JAVASCRIPT_SPACE))

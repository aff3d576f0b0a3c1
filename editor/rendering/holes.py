"""What in the HTML of a section depends on other sections: numbers of footnotes, ids of headings.

A section is rendered once, with holes in the place of these. They are filled anew when a number or an id
changes, and nothing has to be parsed for that.
"""

import re
from dataclasses import dataclass, field
from typing import Final, NamedTuple, TypeAlias, cast

from markdown.util import ETX, STX

_MARKER: Final = re.compile(f"{STX}hole:([0-9]+){ETX}")


class NoteReference(NamedTuple):
    """The number in the text that leads to the footnote of this label."""

    label: str


class NoteId(NamedTuple):
    """The id of the footnote that is written."""


class WaysBack(NamedTuple):
    """The links from the footnote that is written to where it is used."""


class HeadingId(NamedTuple):
    """The id of a heading: the slug of its words, among which there may be numbers of footnotes."""

    words: "tuple[str | Hole, ...]"


Hole: TypeAlias = NoteReference | NoteId | WaysBack | HeadingId


Parts: TypeAlias = tuple[str | Hole, ...]
"""HTML and the holes in it by turns; HTML is first and last."""


def holes_of(parts: Parts) -> tuple[Hole, ...]:
    """The holes in their order."""
    return cast("tuple[Hole, ...]", parts[1::2])


def filled(parts: Parts, fills: tuple[str, ...]) -> str:
    """The HTML with its holes filled."""
    if not fills:
        return str(parts[0])
    whole: list[str] = [*map(str, parts)]
    whole[1::2] = fills
    return "".join(whole)


@dataclass(slots=True)
class Holes:
    """The holes of what is being rendered, for each of which there is a marker in the text."""

    _holes: list[Hole] = field(default_factory=list)

    def clear(self) -> None:
        """Begin with another text."""
        self._holes.clear()

    def add(self, hole: Hole) -> str:
        """Answer the marker to put into the text."""
        self._holes.append(hole)
        return f"{STX}hole:{len(self._holes) - 1}{ETX}"

    def split(self, text: str) -> Parts:
        """The text between the markers, and the holes."""
        if STX not in text:
            return (text,)
        parts: list[str | Hole] = [*_MARKER.split(text)]
        parts[1::2] = [self._holes[int(index)] for index in _MARKER.findall(text)]
        return tuple(parts)


def without_holes(text: str) -> str:
    """The text with its markers taken out."""
    return _MARKER.sub("", text) if STX in text else text

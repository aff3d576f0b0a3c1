"""Which part of a text is shown of what was found in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from editor.index.reading import HIT_END, HIT_START
from editor.text.search import Search, matches

if TYPE_CHECKING:
    from collections.abc import Sequence

LENGTH: Final = 160
"""Characters of a passage."""
_BEFORE: Final = 40
"""Of them so many stand before the first hit, at most."""

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Passage:
    """A part of a text in one line, and what of it is marked.

    start and end are where the first mark is in the whole text.
    """

    words: str
    marks: tuple[Span, ...]
    start: int = 0
    end: int = 0


NO_PASSAGE: Final = Passage("", ())


def unmarked(text: str) -> tuple[str, tuple[Span, ...]]:
    """Answer a text without the marks of hits, and where they were."""
    first, *rest = text.split(HIT_START)
    pieces = [first]
    spans: list[Span] = []
    place = len(first)
    for piece in rest:
        hit, _, after = piece.partition(HIT_END)
        spans.append((place, place + len(hit)))
        pieces += (hit, after)
        place += len(hit) + len(after)
    return "".join(pieces), tuple(spans)


def passage_of(marked: str) -> Passage:
    """Answer the passage of a marked text that has most of the hits, the first of several."""
    text, spans = unmarked(marked)
    if not spans:
        return NO_PASSAGE
    first = _best(text, spans)
    start = _word_start(text, spans[first][0])
    end = _word_end(text, spans[first][1], start + LENGTH)
    shown = [span for span in spans[first:] if span[1] <= end]
    before, after = "… " if start > 0 else "", " …" if end < len(text) else ""
    shift = len(before) - start
    marks = tuple((span[0] + shift, span[1] + shift) for span in shown)
    return Passage(before + _in_line(text[start:end]) + after, marks, *spans[first])


def _in_line(text: str) -> str:
    return "".join(" " if character.isspace() else character for character in text)


def whole(marked: str) -> Passage:
    """Answer all of a marked text as a passage."""
    text, spans = unmarked(marked)
    return Passage(_in_line(text), spans)


def found_again(text: str, passage: Passage) -> Span | None:
    """Answer where in a text its passage's first mark stands: its place, or else the nearest such words.

    None where the text does not hold them any more.
    """
    if not passage.marks:
        return None
    first, last = passage.marks[0]
    words = passage.words[first:last]
    if _in_line(text[passage.start : passage.end]) == words:
        return passage.start, passage.end
    places = ((match.start, match.end) for match in matches(text, Search(words)))
    return min(places, key=lambda place: abs(place[0] - passage.start), default=None)


def _best(text: str, spans: Sequence[Span]) -> int:
    """Answer the number of the hit from which on most different hits follow within a passage."""
    counts = []
    for number, (start, _) in enumerate(spans):
        near = [span for span in spans[number : number + 20] if span[1] - start <= LENGTH - _BEFORE]
        counts.append(len({text[span[0] : span[1]].casefold() for span in near}))
    return counts.index(max(counts))


def _word_start(text: str, hit: int) -> int:
    """Answer where the passage around a hit begins: in its paragraph, at a word."""
    start = max(text.rfind("\n\n", 0, hit) + 2 if "\n\n" in text[:hit] else 0, hit - _BEFORE)
    if start == 0 or text[start - 1].isspace():
        return start
    space = next((place for place in range(start, hit) if text[place].isspace()), hit - 1)
    return space + 1


def _word_end(text: str, hit_end: int, end: int) -> int:
    """Answer where a passage ends: after a word, and after the hit."""
    if end >= len(text):
        return len(text)
    space = max(text.rfind(blank, hit_end, end) for blank in " \n\u00a0\u202f")
    return space if space > 0 else max(hit_end, end)

"""What stands between brackets, taken apart and put together again with other parts."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from editor.article.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_OWN_COMMENT: Final = re.compile(r"#(?![ \t]*[\"'\[{])(?![^\n]*,[ \t]*(?:\n|\Z))")
"""No comment that looks like a part that was commented out."""
_COMMA: Final = re.compile(r"[ \t]*,")
_LINES: Final = r"(?:[ \t]*(?:#[^\n]*)?\n)*"
_OPENING: Final = re.compile(rf"[\[{{][ \t]*(?:#[^\n]*)?\n{_LINES}")
_BETWEEN: Final = re.compile(_LINES)
_CLOSING: Final = re.compile(rf"{_LINES}[ \t]*[\]}}]")
_REST: Final = re.compile(rf"[ \t]*,?[ \t]*(?:#[^\n]*)?(?:\n{_LINES}[ \t]*#[^\n]*)?")


@dataclass(frozen=True, slots=True)
class New:
    """A part that comes: its source, and the number of the part that it was where it moves."""

    source: str
    moved: int | None = None


@dataclass(frozen=True, slots=True)
class Changes:
    """What becomes of the parts: new sources of some, the numbers of those that go, and those that come.

    What comes stands before the part of its number, or after the last.
    """

    changed: Mapping[int, str]
    removed: set[int]
    added: Mapping[int, Sequence[New]]


@dataclass(frozen=True, slots=True)
class _Chunk:
    """A part on lines of its own: what stands above these lines, before the part, the part, and behind it."""

    gap: str
    before: str
    source: str
    rest: str = ""

    @property
    def has_comma(self) -> bool:
        return _COMMA.match(self.rest) is not None

    def lines(self, *, has_comma: bool) -> str:
        """Answer the lines, with a comma behind the part or without."""
        rest = self.rest
        if has_comma != self.has_comma:
            rest = f",{rest}" if has_comma else _COMMA.sub("", rest, count=1)
        return f"{self.before}{self.source}{rest}\n"


@dataclass(frozen=True, slots=True)
class Bracket:
    """A list or table in brackets from start to end, and the spans of its parts, of which it has some."""

    text: str
    start: int
    end: int
    spans: tuple[tuple[int, int], ...]

    def rebuilt(self, changes: Changes) -> str:
        """Answer its source after changes, which leave or bring some part."""
        chunks = self._chunks()
        return self._rebuilt_lines(chunks, changes) if chunks else self._rebuilt_line(changes)

    def _chunks(self) -> list[_Chunk]:
        """Answer the parts with their lines, none where there is more on these lines or between them."""
        rows = Rows(self.text, self.start, self.spans, _OWN_COMMENT)
        chunks = []
        last = self.start
        for number, (start, end) in enumerate(self.spans):
            if not rows.begins_line(number):
                return []
            top, bottom = rows.start(number), rows.end(number)
            gap, before = self.text[last:top], self.text[top:start]
            chunks.append(_Chunk(gap, before, self.text[start:end], self.text[end:bottom]))
            last = bottom + 1
        are_apart = (
            _OPENING.fullmatch(chunks[0].gap)
            and all(_BETWEEN.fullmatch(chunk.gap) for chunk in chunks[1:])
            and all(_REST.fullmatch(chunk.rest) for chunk in chunks)
            and _CLOSING.fullmatch(self.text[last : self.end])
        )
        return chunks if are_apart else []

    def _rebuilt_lines(self, chunks: list[_Chunk], changes: Changes) -> str:
        """Answer the source with a line or several for each part; the last has a comma if it had one."""
        indentation = chunks[0].before.rpartition("\n")[2]
        kept = [replace(chunk, source=changes.changed.get(i, chunk.source)) for i, chunk in enumerate(chunks)]
        pieces: list[_Chunk | str] = [chunks[0].gap]
        for number, chunk in enumerate([*kept, None]):
            pieces += (
                _Chunk("", indentation, new.source) if new.moved is None else kept[new.moved]
                for new in changes.added.get(number, ())
            )
            if chunk is not None:
                pieces += [chunk.gap] if number else []
                pieces += [chunk] if number not in changes.removed else []
        last = max(place for place, piece in enumerate(pieces) if isinstance(piece, _Chunk))
        ends_in_comma = chunks[-1].has_comma
        lines = (
            piece if isinstance(piece, str) else piece.lines(has_comma=place < last or ends_in_comma)
            for place, piece in enumerate(pieces)
        )
        length = sum(len(chunk.gap) + len(chunk.lines(has_comma=chunk.has_comma)) for chunk in chunks)
        return "".join(lines) + self.text[self.start + length : self.end]

    def _rebuilt_line(self, changes: Changes) -> str:
        """Answer the source with the parts beside each other, each with the gap behind it that it had."""
        bounds = [self.start, *(index for span in self.spans for index in span), self.end]
        gaps = [self.text[start:end] for start, end in zip(bounds[::2], bounds[1::2], strict=True)]
        usual = next((gap for gap in gaps[1:-1] if gap.strip() == ","), ", ")
        written, gap = gaps[0], ""
        for number in range(len(self.spans) + 1):
            for new in changes.added.get(number, ()):
                written += gap + new.source
                gap = usual
            if number < len(self.spans) and number not in changes.removed:
                written += gap + changes.changed.get(number, self.text[slice(*self.spans[number])])
                gap = gaps[number + 1] if number < len(self.spans) - 1 else usual
        tail = gaps[-1]
        if "#" in gap:  # a comment on the last part that stays
            tail = gap + _COMMA.sub("", tail, count=1)
        return written + tail

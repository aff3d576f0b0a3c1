"""What differs between two texts: by lines, and by words within the lines that changed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate, zip_longest
from typing import TYPE_CHECKING, Final

from editor.text.change import Edit
from editor.text.pairing import pairs_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_WORD: Final = re.compile(r"\w+|\n|[^\S\n]+|[^\w\s]")
_NO_WORD: Final = re.compile(r"[\W_]*\Z")
_NO_LINE_END: Final = "⏎"
"""What is shown where a text's last line has an end in one text only."""


@dataclass(frozen=True, slots=True)
class Block:
    """Lines (or words) of two texts that stand for each other, each from a first one to an end."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int
    is_same: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line, and whether it is in this text only."""

    text: str
    is_marked: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a text without its end: its number from 0, and its pieces."""

    number: int
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """Two lines that stand beside each other; None where the other text has none."""

    old: Line | None
    new: Line | None
    is_same: bool


@dataclass(frozen=True, slots=True)
class Gap:
    """So many rows that are the same in both texts, and are not shown."""

    count: int


def lines_of(text: str) -> list[str]:
    """Answer the lines of text with their ends, which are line feeds; the last one may have none."""
    lines = [f"{line}\n" for line in text.split("\n")]
    last = lines.pop()[:-1]
    return [*lines, last] if last else lines


def words_of(text: str) -> list[str]:
    """Answer the words of text, and the blanks and marks between them."""
    return _WORD.findall(text)


def common_ends(old: Sequence[str], new: Sequence[str]) -> tuple[int, int]:
    """Answer how many lines two rows begin with alike, and with how many of the rest they end alike."""
    shorter = min(len(old), len(new))
    head = next((i for i in range(shorter) if old[i] != new[i]), shorter)
    rest = shorter - head
    return head, next((i for i in range(rest) if old[-1 - i] != new[-1 - i]), rest)


def blocks(old: Sequence[str], new: Sequence[str]) -> tuple[Block, ...]:
    """Answer the stretches of two rows of lines or words that are the same and that differ, in turn."""
    return tuple(_blocks(old, new))


def edits_between(old: str, new: str) -> tuple[Edit, ...]:
    """Answer edits that make new of old, and touch only the words that differ."""
    old_lines, new_lines = lines_of(old), lines_of(new)
    starts = [0, *accumulate(map(len, old_lines))]
    edits: list[Edit] = []
    for block in _blocks(old_lines, new_lines):
        if not block.is_same:
            taken = words_of("".join(old_lines[block.old_start : block.old_end]))
            put = words_of("".join(new_lines[block.new_start : block.new_end]))
            edits += _word_edits(starts[block.old_start], taken, put)
    return tuple(edits)


def rows(old: str, new: str) -> tuple[Row, ...]:
    """Answer two texts side by side, row by row, with the words marked that differ."""
    old_lines, new_lines = lines_of(old), lines_of(new)
    return tuple(row for block in _blocks(old_lines, new_lines) for row in _rows(block, old_lines, new_lines))


def folded(all_rows: Sequence[Row], context: int) -> tuple[Row | Gap, ...]:
    """Answer rows without those that are further than context from every difference."""
    shown = [False] * len(all_rows)
    for i, row in enumerate(all_rows):
        if not row.is_same:
            start = max(i - context, 0)
            shown[start : i + context + 1] = [True] * len(shown[start : i + context + 1])
    answer: list[Row | Gap] = []
    hidden: list[Row] = []
    for row, is_shown in zip(all_rows, shown, strict=True):
        if is_shown:
            answer += [*_gap(hidden), row]
            hidden = []
        else:
            hidden.append(row)
    return (*answer, *_gap(hidden))


def _gap(hidden: list[Row]) -> Sequence[Row | Gap]:
    # To fold one row saves nothing.
    return (Gap(len(hidden)),) if len(hidden) > 1 else hidden


def _blocks(old: Sequence[str], new: Sequence[str]) -> Iterator[Block]:
    same = sorted((i, j) for i, j in pairs_of(old, new) if old[i] == new[j])
    last_i = last_j = 0
    for start_i, start_j, count in _runs([*same, (len(old), len(new))]):
        if (last_i, last_j) != (start_i, start_j):
            yield Block(last_i, start_i, last_j, start_j, is_same=False)
        last_i, last_j = min(start_i + count, len(old)), min(start_j + count, len(new))
        if start_i < last_i and start_j < last_j:
            yield Block(start_i, last_i, start_j, last_j, is_same=True)


def _runs(pairs: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int, int]]:
    """Yield the first pair of each row of pairs that follow each other on both sides, and their number."""
    (first_i, first_j), count = pairs[0], 0
    for i, j in pairs:
        if (i, j) != (first_i + count, first_j + count):
            yield first_i, first_j, count
            first_i, first_j, count = i, j, 0
        count += 1
    yield first_i, first_j, count


def _word_edits(start: int, old: Sequence[str], new: Sequence[str]) -> Iterator[Edit]:
    starts = [start, *accumulate(map(len, old), initial=start)][1:]
    for block in _blocks(old, new):
        if not block.is_same:
            put = "".join(new[block.new_start : block.new_end])
            yield Edit(starts[block.old_start], starts[block.old_end], put)


def _rows(block: Block, old_lines: Sequence[str], new_lines: Sequence[str]) -> Iterator[Row]:
    pairs = zip_longest(
        range(block.old_start, block.old_end), range(block.new_start, block.new_end), fillvalue=-1
    )
    for i, j in pairs:
        old, new = (old_lines[i] if i >= 0 else None), (new_lines[j] if j >= 0 else None)
        old_pieces, new_pieces = _marked(old or "", new or "")
        yield Row(
            Line(i, old_pieces) if old is not None else None,
            Line(j, new_pieces) if new is not None else None,
            block.is_same,
        )


def _marked(old: str, new: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Answer the pieces of two lines; where nothing is alike but blanks, or one is missing, all is marked."""
    if old == new:
        return _whole(old, is_marked=False), _whole(new, is_marked=False)
    old_words, new_words = words_of(old), words_of(new)
    found = _joined(_blocks(old_words, new_words), old_words)
    if not any(block.is_same and _has_word(old_words[block.old_start : block.old_end]) for block in found):
        return _whole(old, is_marked=True), _whole(new, is_marked=True)
    old_pieces = [(old_words[block.old_start : block.old_end], block.is_same) for block in found]
    new_pieces = [(new_words[block.new_start : block.new_end], block.is_same) for block in found]
    return _pieces(old_pieces), _pieces(new_pieces)


def _joined(found: Iterable[Block], old_words: Sequence[str]) -> list[Block]:
    """Answer blocks in which blanks and marks between two changes belong to one change."""
    parts = list(found)
    answer: list[Block] = []
    for place, block in enumerate(parts):
        between = block.is_same and 0 < place < len(parts) - 1
        if between and not _has_word(old_words[block.old_start : block.old_end]):
            block = Block(block.old_start, block.old_end, block.new_start, block.new_end, is_same=False)
        if answer and answer[-1].is_same == block.is_same:
            last = answer.pop()
            block = Block(last.old_start, block.old_end, last.new_start, block.new_end, is_same=block.is_same)
        answer.append(block)
    return answer


def _has_word(words: Iterable[str]) -> bool:
    return not _NO_WORD.match("".join(words))


def _whole(line: str, *, is_marked: bool) -> tuple[Piece, ...]:
    text = line.removesuffix("\n")
    return (Piece(text, is_marked=is_marked),) if text else ()


def _pieces(parts: Iterable[tuple[Sequence[str], bool]]) -> tuple[Piece, ...]:
    answer = []
    for words, is_same in parts:
        text = "".join(words)
        # A line's end that the other line has as well needs no sign.
        shown = text.removesuffix("\n") if is_same or text != "\n" else _NO_LINE_END
        if shown:
            answer.append(Piece(shown, is_marked=not is_same))
    return tuple(answer)

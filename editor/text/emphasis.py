"""Runs of `*`, `_`, `~`: which open, which close, which belong together (CommonMark 0.31, section 6.2)."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Literal, NamedTuple

PairKind = Literal["strong", "emphasis", "strikethrough"]


class Pair(NamedTuple):
    """An opening and a closing marker that belong together."""

    kind: PairKind
    start: int
    content_start: int
    content_end: int
    end: int


@dataclass(slots=True)
class Delimiter:
    """A run of one marker character; opening markers are taken from its end, closing ones from its start."""

    character: str
    start: int
    end: int
    length: int
    can_open: bool
    can_close: bool


def is_punctuation(character: str) -> bool:
    """Whether character is Unicode punctuation or a symbol, as CommonMark 0.31 means it."""
    return not character.isalnum() and unicodedata.category(character)[0] in "PS"


def can_open_before(previous: str, following: str) -> bool:
    """Whether a `*` between these two characters ("" at an edge) is left-flanking."""
    if not following or following.isspace():
        return False
    return not is_punctuation(following) or not previous or previous.isspace() or is_punctuation(previous)


def delimiter_run(text: str, start: int, end: int) -> Delimiter:
    """Answer the run of one marker character between two indices of text."""
    previous, following = text[start - 1 : start] if start else "", text[end : end + 1]
    character, length = text[start], end - start
    opens = can_open_before(previous, following)
    closes = can_open_before(following, previous)
    if character == "_":
        left, right = opens, closes
        opens = left and (not right or is_punctuation(previous))
        closes = right and (not left or is_punctuation(following))
    elif character == "~" and length > 2:
        opens = closes = False
    return Delimiter(character, start, end, length, opens, closes)


def pairs_of(runs: list[Delimiter]) -> list[Pair]:
    """Answer the pairs among runs, which are in the order of the text."""
    pairs: list[Pair] = []
    openers: list[Delimiter] = []
    searched: dict[tuple[str, bool, int], int] = {}  # how deep the openers are known to hold no partner
    for run in runs:
        if run.can_close:
            _close(run, openers, pairs, searched)
        if run.can_open and run.end > run.start:
            openers.append(run)
    return pairs


def _close(
    run: Delimiter, openers: list[Delimiter], pairs: list[Pair], searched: dict[tuple[str, bool, int], int]
) -> None:
    key = (run.character, run.can_open, run.length % 3 if run.character != "~" else run.length)
    while run.end > run.start:
        index = len(openers) - 1
        bottom = searched.get(key, 0)
        while index >= bottom and not _fit(openers[index], run):
            index -= 1
        if index < bottom:
            searched[key] = len(openers)
            return
        opener = openers[index]
        pairs.append(_take(opener, run))
        del openers[index + (opener.end > opener.start) :]
        for known, depth in searched.items():
            searched[known] = min(depth, len(openers))


def _fit(opener: Delimiter, closer: Delimiter) -> bool:
    if opener.character != closer.character:
        return False
    if closer.character == "~":
        return opener.length == closer.length
    if opener.can_close or closer.can_open:
        return (opener.length + closer.length) % 3 != 0 or (opener.length % 3 == 0 and closer.length % 3 == 0)
    return True


def _take(opener: Delimiter, closer: Delimiter) -> Pair:
    width = min(2, opener.end - opener.start, closer.end - closer.start)
    kind: PairKind = "strong" if width == 2 else "emphasis"
    if closer.character == "~":
        kind = "strikethrough"
    opener.end -= width
    closer.start += width
    return Pair(kind, opener.end, opener.end + width, closer.start - width, closer.start)

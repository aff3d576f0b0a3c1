"""Bytes to text and back: what a file held besides its words is remembered exactly."""

from __future__ import annotations

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from editor.article.line_ends import LINE_END, RARE_ENDS, Text, edit_raw, keep_ends
from editor.text.change import apply_edits

if TYPE_CHECKING:
    from editor.text.change import Edit

COMMON_ENDS = ("\n", "\r\n", "\r")
BOM = "\ufeff"
NOT_IN_FILES = re.compile("[\0\ud800-\udfff]")


class NotText(Exception):  # noqa: N818 - named for what the writer has before them, not for a programming error
    """The bytes are no UTF-8 text; offset is the first byte that shows it."""

    def __init__(self, reason: Literal["utf-16", "binary", "not-utf-8"], offset: int) -> None:
        super().__init__(reason, offset)
        self.reason = reason
        self.offset = offset


@dataclass(frozen=True, slots=True)
class Source:
    """A file's bytes, their text with "\n" as the only line end, and the end that new lines get."""

    data: bytes
    text: str
    line_end: str
    is_mixed: bool
    has_bom: bool


EMPTY = Source(b"", "", "\n", is_mixed=False, has_bom=False)
"""A new article's source."""


def decode(data: bytes) -> Source:
    """Answer the text of data.

    Raises NotText where data is UTF-16, binary or not UTF-8.
    """
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        raise NotText("utf-16", 0)
    if (offset := data.find(b"\0")) >= 0:
        raise NotText("utf-16" if _alternates_with_nul(data) else "binary", offset)
    try:
        raw = data.decode()
    except UnicodeDecodeError as error:
        raise NotText("not-utf-8", error.start) from None
    has_bom = data.startswith(BOM_UTF8)
    raw = raw[1:] if has_bom else raw
    ends = {end: raw.count(end) for end in ("\r\n", "\n", "\r", *RARE_ENDS)}
    ends["\n"] -= ends["\r\n"]
    ends["\r"] -= ends["\r\n"]
    line_end = max(COMMON_ENDS, key=ends.__getitem__)
    is_mixed = ends[line_end] < sum(ends.values())
    text = raw
    for end in ends:
        text = text.replace(end, "\n")
    return Source(data, text, line_end, is_mixed=is_mixed, has_bom=has_bom)


def encode(source: Source, text: str) -> bytes:
    """Answer the bytes of an edited text: the byte order mark and the line ends of untouched lines are kept.

    A new line gets the end that most of the file's lines have; encode(source, source.text) is source.data.
    What no text file can hold, NUL and halves of surrogate pairs, becomes U+FFFD.
    """
    if text == source.text:
        return source.data
    if source.is_mixed:
        raw = source.data.decode("utf-8-sig")
        text = keep_ends(Text(raw, source.text), text, source.line_end)
    elif source.line_end != "\n":
        text = text.replace("\n", source.line_end)
    return _bytes(source, text)


def encode_edited(source: Source, edits: tuple[Edit, ...]) -> bytes:
    """Answer the bytes after edits of source's text, as encode does; here it is known which lines stay."""
    if not source.is_mixed:
        return encode(source, apply_edits(source.text, edits))
    raw = source.data.decode("utf-8-sig")
    return _bytes(source, edit_raw(Text(raw, source.text), edits, source.line_end))


def raw_lines(data: bytes) -> list[str]:
    """Answer the lines of a file, each with the end that it has there: as many as its text has."""
    raw = data.decode("utf-8-sig")
    ends = [0, *(found.end() for found in LINE_END.finditer(raw)), len(raw)]
    return [raw[start:end] for start, end in pairwise(ends) if start < end]


def _bytes(source: Source, raw: str) -> bytes:
    return ((BOM if source.has_bom else "") + NOT_IN_FILES.sub("\ufffd", raw)).encode()


def _alternates_with_nul(data: bytes) -> bool:
    """Whether data looks like UTF-16 without a byte order mark: one byte of most letters is zero."""
    start = data[:64]
    even, odd = start[::2].count(0), start[1::2].count(0)
    return len(data) % 2 == 0 and max(even, odd) > 3 * min(even, odd) and 4 * max(even, odd) > len(start)

"""Which line of an edited text is which line of the old one, so that each keeps its own line end."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor.text.pairing import pairs_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editor.text.change import Edit

RARE_ENDS = "\u2029\ufdd0\ufdd1"
LINE_END = re.compile(f"\r\n|[\n\r{RARE_ENDS}]")
"""What becomes a new block in the editor's document; U+2028, U+0085 and form feed do not."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text as the file has it (raw), and with "\n" as its only line end (plain)."""

    raw: str
    plain: str


def keep_ends(old: Text, new: str, default: str) -> str:
    """Answer new as raw text: each line with the end it has in old, those that old lacks with default."""
    start = _equal_start(old.plain, new)
    start = new.rfind("\n", 0, start) + 1
    tail = _equal_end(old.plain[start:], new[start:])
    line = new.find("\n", len(new) - tail - 1) + 1 if tail else 0
    tail = len(new) - line if line else 0
    raw_start = _raw_index(old.raw, start)
    raw_end = _raw_index(old.raw, len(old.plain) - tail)
    ends = LINE_END.findall(old.raw, raw_start, raw_end)
    head, rest = old.raw[:raw_start], old.raw[raw_end:]
    changed = _with_ends(
        old.plain[start : len(old.plain) - tail], ends, new[start : len(new) - tail], default
    )
    return joined(joined(head, changed), rest)


def edit_raw(old: Text, edits: Sequence[Edit], default: str) -> str:
    """Answer old's raw text after edits of the plain one, in order: each line they leave keeps its end."""
    raw, done = "", 0
    for edit in edits:
        start, end = _raw_index(old.raw, edit.start), _raw_index(old.raw, edit.end)
        ends = LINE_END.findall(old.raw, start, end)
        raw = joined(raw, old.raw[done:start])
        raw = joined(raw, _with_ends(old.plain[edit.start : edit.end], ends, edit.replacement, default))
        done = end
    return joined(raw, old.raw[done:])


def _equal_start(one: str, other: str) -> int:
    """Answer how many characters two texts begin with alike."""
    low, high = 0, min(len(one), len(other))
    if one[:high] == other[:high]:
        return high
    while high - low > 1:
        middle = (low + high) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle
    return low


def _equal_end(one: str, other: str) -> int:
    """Answer how many characters two texts end with alike."""
    low, high = 0, min(len(one), len(other))
    if one[len(one) - high :] == other[len(other) - high :]:
        return high
    while high - low > 1:
        middle = (low + high) // 2
        if one[len(one) - middle : len(one) - low] == other[len(other) - middle : len(other) - low]:
            low = middle
        else:
            high = middle
    return low


def _raw_index(raw: str, index: int) -> int:
    """Answer where what is at index of the plain text is in the raw one; a line end, where it begins."""
    found = index
    while (following := index + raw.count("\r\n", 0, found + 1)) != found:
        found = following
    return found


def joined(before: str, after: str) -> str:
    """Answer two pieces side by side; "\r" and "\n" from two lines must not become one line end."""
    if before.endswith("\r"):
        count = len(after) - len(after.lstrip("\n"))
        after = "\r" * count + after[count:]
    return before + after


def _with_ends(old: str, ends: list[str], new: str, default: str) -> str:
    """Answer the lines of new, each with the end of its line in old; ends are those of old's lines."""
    new_lines = new.split("\n")
    new_ends = [default] * (len(new_lines) - 1)
    for i, j in pairs_of(old.split("\n"), new_lines):
        if i < len(ends) and j < len(new_ends):
            new_ends[j] = ends[i]
    for j in range(1, len(new_ends)):
        if new_ends[j - 1] == "\r" and new_ends[j] == "\n" and not new_lines[j]:
            new_ends[j] = "\r"
    return "".join(map(str.__add__, new_lines, [*new_ends, ""]))

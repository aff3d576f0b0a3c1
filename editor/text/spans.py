"""Coloured stretches of one line, and the inline marks of Markdown as such stretches."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from editor.text.inline import Inline, parse_inline

_SPECIAL: Final = re.compile(r"[*_`~\[\\<&]|://|www\.")
_NO_BREAK: Final = re.compile("[\u00a0\u202f]+")
_WHOLE_ROLES: Final = {
    "autolink": "link_text",
    "footnote": "footnote",
    "html": "html",
    "comment": "comment",
    "entity": "entity",
    "escape": "escape",
}
_CONTENT_ROLES: Final = {"link": "link_text", "image": "image"}
_COMBINED: Final = {("strong", "emphasis"), ("emphasis", "strong")}


class Span(NamedTuple):
    """A stretch of a line (Python indices) and its role, a key of [syntax] in the theme files.

    (A named tuple: thousands are made while the highlighter reads a long article.)
    """

    start: int
    end: int
    role: str


def add_inline_spans(line: str, start: int, spans: list[Span]) -> None:
    """Add the spans of the inline Markdown of line from start on."""
    if _SPECIAL.search(line, start) is None:
        return
    enclosing: list[Inline] = []
    for mark in parse_inline(line, start):
        while enclosing and enclosing[-1].end <= mark.start:
            enclosing.pop()
        if mark.kind in _WHOLE_ROLES:
            spans.append(Span(mark.start, mark.end, _WHOLE_ROLES[mark.kind]))
            continue
        outer = enclosing[-1].kind if enclosing else ""
        _add_enclosing(mark, outer, spans)
        enclosing.append(mark)


def _add_enclosing(mark: Inline, outer: str, spans: list[Span]) -> None:
    if mark.address_start < 0:
        role = "strong_emphasis" if (outer, mark.kind) in _COMBINED else mark.kind
        spans.append(Span(mark.start, mark.end, role))
    spans.append(Span(mark.start, mark.content_start, "marker"))
    if mark.address_start < 0:
        spans.append(Span(mark.content_end, mark.end, "marker"))
        return
    if mark.content_end > mark.content_start:
        spans.append(Span(mark.content_start, mark.content_end, _CONTENT_ROLES[mark.kind]))
    spans.append(Span(mark.content_end, mark.address_start, "marker"))
    if mark.address_end > mark.address_start:
        spans.append(Span(mark.address_start, mark.address_end, "address"))
    spans.append(Span(mark.address_end, mark.end, "marker"))


def add_no_break_spaces(line: str, spans: list[Span]) -> None:
    """Add a span for every run of U+00A0 and U+202F of line."""
    if "\u00a0" in line or "\u202f" in line:
        spans.extend(Span(run.start(), run.end(), "no_break_space") for run in _NO_BREAK.finditer(line))


def in_order(spans: list[Span]) -> tuple[Span, ...]:
    """Answer spans from left to right, outer ones before those inside them."""
    spans.sort(key=lambda span: (span.start, -span.end))
    return tuple(spans)

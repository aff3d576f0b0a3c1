"""Where a body's own words stand: its paragraphs without code, addresses, HTML and other marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from editor.text.block_reading import read_blocks
from editor.text.inline import parse_inline

if TYPE_CHECKING:
    from collections.abc import Iterator

_HIDDEN: Final = frozenset({"code", "html", "comment", "entity", "escape", "autolink", "footnote"})
_MATH: Final = re.compile(r"\$\$[^$]+\$\$|\$[^\s$](?:[^$\n]*[^\s$])?\$")
HIDDEN_MARK: Final = "\0"
"""What stands in the place of each character that is no word of the writer's."""


class Prose(NamedTuple):
    """A paragraph, a heading or a cell: where it starts in the body, and its text, hidden parts marked."""

    start: int
    text: str


def prose_of(body: str, *, is_mdx: bool = False, has_math: bool = False) -> Iterator[Prose]:
    """Yield the prose of a body in the order of the text, each as long as what stands in the body."""
    blocks = read_blocks(body, is_mdx=is_mdx)
    for start, end in sorted(blocks.paragraphs):
        yield Prose(start, _shown(blocks.text[start:end], is_mdx=is_mdx, has_math=has_math))


def _shown(source: str, *, is_mdx: bool, has_math: bool) -> str:
    spans: list[tuple[int, int]] = []
    for mark in parse_inline(source):
        if mark.kind in _HIDDEN:
            spans.append((mark.start, mark.end))
        elif mark.kind in ("link", "image"):
            spans.append((mark.content_end, mark.end))
    if has_math:
        spans += (found.span() for found in _MATH.finditer(source))
    if is_mdx:
        spans += _expressions(source)
    for start, end in spans:
        source = source[:start] + HIDDEN_MARK * (end - start) + source[end:]
    return source


def _expressions(source: str) -> Iterator[tuple[int, int]]:
    """Yield where braces and what they hold stand; one that is not closed reaches to the end."""
    depth, start = 0, 0
    for brace in re.finditer(r"[{}]", source):
        if brace[0] == "{":
            start = brace.start() if not depth else start
            depth += 1
        elif depth:
            depth -= 1
            if not depth:
                yield start, brace.end()
    if depth:
        yield start, len(source)

"""Where what a reader sees on the page stands in Markdown."""

from __future__ import annotations

import re
from typing import Final

from editor.text.syntax import scan_line

_NOT_SHOWN: Final = frozenset(
    (
        *("marker", "list_marker", "task_marker", "table", "rule", "fence", "address"),
        *("image", "footnote", "html", "comment", "entity", "escape"),
    )
)
"""Roles of what is in the source and not in the text of the page."""


def index_of_shown_word(source: str, word: str, number: int) -> int | None:
    """Answer the index in source where word begins that is shown so many times before it, None for nowhere.

    source is one block of Markdown or more. Where the word is shown less often the last place counts: what
    the page has beside the source, such as the number of a footnote, may have been counted too.
    """
    if not word:
        return None
    places = re.finditer(rf"(?<![^\W_]){re.escape(word)}(?![^\W_])", _shown(source))
    found = [place.start() for place in places]
    return found[min(number, len(found) - 1)] if found else None


def share_before(line: str, index: int, state: int = -1) -> float:
    """Answer which share of what is shown of a line stands before index.

    state is what the line before has left open, as text.syntax.scan_line answers it.
    """
    shown = [True] * len(line)
    for span in scan_line(line, state).spans:
        if span.role in _NOT_SHOWN:
            shown[span.start : span.end] = [False] * (span.end - span.start)
    return sum(shown[:index]) / max(1, sum(shown))


def _shown(source: str) -> str:
    """Answer source with blanks in place of what is not shown."""
    state, lines = -1, []
    for line in source.split("\n"):
        spans, state = scan_line(line, state)
        for span in spans:
            if span.role in _NOT_SHOWN:
                line = f"{line[: span.start]}{' ' * (span.end - span.start)}{line[span.end :]}"
        lines.append(line)
    return "\n".join(lines)

"""What Return and Tab do in a fenced code block."""

from __future__ import annotations

import re
from typing import Final

from editor.text.change import Change, Edit, Selection, lines_after, merged_edits
from editor.text.lines import line_at, selected_lines

_STEP: Final = "  "
_BEFORE_CODE: Final = re.compile(r"(?:[ \t]*>)*(?:(?<=>) )?")
_INDENTATION: Final = re.compile(r"(?:[ \t]*>)*[ \t]*")


def continue_code(text: str, selection: Selection) -> Change:
    """Begin a line that is indented, and quoted, as the one before it."""
    line = line_at(text, selection.start)
    found = _INDENTATION.match(line.text, 0, selection.start - line.start)
    inserted = "\n" + (found[0] if found is not None else "")
    edits = merged_edits(text, (Edit(selection.start, selection.end, inserted),))
    return Change(edits, Selection.at(selection.start + len(inserted)))


def indent_code(text: str, selection: Selection) -> Change:
    """Indent the selected lines, or insert as much at the caret."""
    if selection.is_empty:
        edits: tuple[Edit, ...] = (Edit(selection.caret, selection.caret, _STEP),)
    else:
        starts = [_code_start(line.start, line.text) for line in selected_lines(text, selection) if line.text]
        edits = tuple(Edit(start, start, _STEP) for start in starts)
    return Change(edits, lines_after(selection, edits))


def outdent_code(text: str, selection: Selection) -> Change:
    """Take a step of indentation from the selected lines, as far as they have one."""
    edits: list[Edit] = []
    for line in selected_lines(text, selection):
        start = _code_start(line.start, line.text)
        width = 1 if text.startswith("\t", start) else len(_STEP)
        taken = text[start : min(start + width, line.end)]
        kept = taken.lstrip(" \t")
        if len(kept) < len(taken):
            edits.append(Edit(start, start + len(taken) - len(kept), ""))
    return Change(tuple(edits), lines_after(selection, edits))


def _code_start(start: int, line: str) -> int:
    """Answer where a line's code begins, behind the marks of the quotes the block stands in."""
    found = _BEFORE_CODE.match(line)
    return start + (found.end() if found is not None else 0)

"""Tables of GitHub Flavored Markdown, whose cells keep their no-break spaces.

The rule of https://github.github.com/gfm/#tables-extension-, which Astro follows; markdown-it's own
rule trims all Unicode spaces.
"""
# ruff: noqa: FBT001 (the signatures are markdown-it's)

import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Final

from editor.rendering.dialects.trimming import ASCII_SPACE

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_core import StateCore

_DELIMITER_LINE: Final = re.compile(r"(?:[|:](?=.)|-(?=[-:|]))[-:| \t]*+")
_TABLE_MARK: Final = re.compile(r"[|:]")
_DELIMITER_CELL: Final = re.compile(r"(:?)-++(:?)")
_ALIGNMENTS: Final = {("", ""): "", (":", ""): "left", ("", ":"): "right", (":", ":"): "center"}
_CELL: Final = re.compile(r"((?:[^|\\]|\\[|\\]|\\)*+)(\||$)")
_MOST_ADDED_CELLS: Final = 0x10000
"""Cells added to short rows of one table: a few bytes must not grow into megabytes."""

_IS_CELL: Final = "cell"
"""In the meta of a token: its text is that of a cell."""

_Columns = list[dict[str, str]]
"""The attributes of each column's cells."""

_Aligned = Callable[[str], dict[str, str]]


def _line(state: "StateBlock", line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]].strip(ASCII_SPACE)


def _cells(line: str) -> list[str]:
    """The cells of a row: split at unescaped pipes, whatever the pipes stand in."""
    return [match[1].strip(ASCII_SPACE) for match in _CELL.finditer(line.removeprefix("|")) if match[0]]


def _alignments(line: str) -> list[str]:
    """The alignment of each column, none if the line is no delimiter row."""
    if not _DELIMITER_LINE.fullmatch(line) or not _TABLE_MARK.search(line):
        return []
    cells = [_DELIMITER_CELL.fullmatch(cell) for cell in _cells(line)]
    return [_ALIGNMENTS[cell[1], cell[2]] for cell in cells if cell] if all(cells) else []


def _push_row(state: "StateBlock", line: int, tag: str, cells: list[str], columns: _Columns) -> None:
    lines = [line, line + 1]
    state.push("tr_open", "tr", 1).map = lines
    for index, attributes in enumerate(columns):
        state.push(f"{tag}_open", tag, 1).attrs = {**attributes}
        text = state.push("inline", "", 0)
        text.map = lines
        text.content = cells[index] if index < len(cells) else ""
        text.meta = {_IS_CELL: True}
        text.children = []
        state.push(f"{tag}_close", tag, -1)
    state.push("tr_close", "tr", -1)


def _rows(state: "StateBlock", line: int, end_line: int, columns: int) -> Iterator[tuple[int, list[str]]]:
    """The lines and cells of the table's body, up to an empty line or the start of another block."""
    interrupting = state.md.block.ruler.getRules("blockquote")
    added = 0
    for number in range(line, end_line):
        text = _line(state, number)
        outdented = state.sCount[number] < state.blkIndent
        if not text or outdented or state.is_code_block(number):
            return
        if any(rule(state, number, end_line, True) for rule in interrupting):  # noqa: FBT003 (the library's call)
            return
        cells = _cells(text)
        added += max(0, columns - len(cells))
        if added > _MOST_ADDED_CELLS:
            return
        yield number, cells


def _push_table(state: "StateBlock", start_line: int, end_line: int, columns: _Columns) -> None:
    opening = state.push("table_open", "table", 1)
    state.push("thead_open", "thead", 1)
    _push_row(state, start_line, "th", _cells(_line(state, start_line)), columns)
    state.push("thead_close", "thead", -1)
    state.line = start_line + 2
    for number, cells in _rows(state, start_line + 2, end_line, len(columns)):
        if number == start_line + 2:
            state.push("tbody_open", "tbody", 1)
        _push_row(state, number, "td", cells, columns)
        state.line = number + 1
    if state.line > start_line + 2:
        state.push("tbody_close", "tbody", -1)
    state.push("table_close", "table", -1)
    opening.map = [start_line, state.line]


def _table(state: "StateBlock", start_line: int, end_line: int, silent: bool, *, aligned: _Aligned) -> bool:
    second = start_line + 1
    if second >= end_line or state.sCount[second] < state.blkIndent:
        return False
    if state.is_code_block(start_line) or state.is_code_block(second):
        return False
    alignments = _alignments(_line(state, second))
    header = _line(state, start_line)
    if not alignments or header == "|" or len(_cells(header)) != len(alignments):
        return False
    if not silent:
        parent, state.parentType = state.parentType, "table"
        columns = [aligned(alignment) if alignment else {} for alignment in alignments]
        _push_table(state, start_line, end_line, columns)
        state.parentType = parent
    return True


def _unescape_pipes(state: "StateCore") -> None:
    """Take the escape of pipes out of code, where backslashes are themselves but for this."""
    for block in state.tokens:
        if _IS_CELL in block.meta:
            for token in block.children or ():
                if token.type == "code_inline":
                    token.content = token.content.replace("\\|", "|")


def add_tables(parser: "MarkdownIt", aligned: _Aligned) -> None:
    """Make the parser read tables; `aligned` gives the attributes of a left, right or center cell."""
    rule = partial(_table, aligned=aligned)
    parser.block.ruler.after("heading", "gfm_table", rule, {"alt": ["paragraph", "reference"]})
    parser.core.ruler.after("inline", "pipes_in_code", _unescape_pipes)

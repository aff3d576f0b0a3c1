"""Formulas between dollars: `$…$` in the text, `$$` around lines of their own.

The rules of https://github.com/micromark/micromark-extension-math, those of code with other marks; what
Sätteri reads with `math` is the same.
"""
# ruff: noqa: FBT001, FBT003 (the signatures are markdown-it's)

import re
from functools import partial
from typing import TYPE_CHECKING, Final

from editor.rendering.dialects.interruptions import keep_last_line

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline

_DOLLARS: Final = re.compile(r"\$+")
_FENCE: Final = re.compile(r"(\${2,})[^$]*")
_CLOSING: Final = re.compile(r"(\${2,})[ \t]*")
_LAST_RUNS: Final = -2
"""Below this number the state keeps where the last run of so many dollars stands."""


def _last_run(state: "StateInline", length: int) -> int:
    """Answer where the last run of so many dollars stands in the text, -1 for nowhere."""
    if _LAST_RUNS not in state.cache:
        state.cache[_LAST_RUNS] = 0
        for run in _DOLLARS.finditer(state.src):
            state.cache[_LAST_RUNS - len(run[0])] = run.start()
    return state.cache.get(_LAST_RUNS - length, -1)


def _content(text: str) -> str:
    """Answer a formula without the one space or line end at each side that keeps it from its dollars."""
    is_padded = text[0] in " \n" and text[-1] in " \n" and text.strip(" \n")
    return text[1:-1] if is_padded else text


def _inline(state: "StateInline", silent: bool, *, least: int) -> bool:
    opening = _DOLLARS.match(state.src, state.pos)
    if not opening:
        return False
    if len(opening[0]) >= least and _last_run(state, len(opening[0])) >= opening.end():
        runs = _DOLLARS.finditer(state.src, opening.end())
        closing = next(run for run in runs if len(run[0]) == len(opening[0]))
        if not silent:
            state.push("math_inline", "", 0).content = _content(state.src[opening.end() : closing.start()])
        state.pos = closing.end()
        return True
    if not silent:
        state.append_pending(opening[0])
    state.pos = opening.end()
    return True


def _line(state: "StateBlock", line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]


def _closing_line(state: "StateBlock", start_line: int, end_line: int, length: int) -> tuple[int, int]:
    """Answer the line behind a block's content, and the one behind the block."""
    for line in range(start_line + 1, end_line):
        if state.sCount[line] < state.blkIndent and not state.isEmpty(line):
            return line, line
        closing = None if state.is_code_block(line) else _CLOSING.fullmatch(_line(state, line))
        if closing and len(closing[1]) >= length:
            return line, line + 1
    return end_line, end_line


def _block(state: "StateBlock", start_line: int, end_line: int, silent: bool, *, is_remark: bool) -> bool:
    if state.is_code_block(start_line):
        return False
    opening = _FENCE.fullmatch(_line(state, start_line))
    if not opening:
        return False
    if silent:
        return True
    last, state.line = _closing_line(state, start_line, end_line, len(opening[1]))
    token = state.push("math_block", "", 0)
    token.content = state.getLines(start_line + 1, last, state.sCount[start_line], False)
    token.map = [start_line, state.line]
    if is_remark:
        keep_last_line(state)
    return True


def add_math(parser: "MarkdownIt", *, least: int, is_remark: bool) -> None:
    """Make the parser read formulas, in the text those between so many dollars at least."""
    block = partial(_block, is_remark=is_remark)
    interrupted = ["paragraph", "reference", "blockquote", "list"]
    parser.block.ruler.before("fence", "math_block", block, {"alt": interrupted})
    parser.inline.ruler.before("backticks", "math_inline", partial(_inline, least=least))

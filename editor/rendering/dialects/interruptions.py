"""Where a block may begin without a blank line before it, as micromark has it.

markdown-it asks the same questions, with other answers: after indented code, right under a definition, and
inside of what interrupts a paragraph, a list begins only as one under a paragraph would. An HTML tag alone
in a line that continues a paragraph lazily ends it, and still belongs to its quote or item.
"""
# ruff: noqa: FBT001, FBT003 (the signatures are markdown-it's)

import re
from functools import partial
from typing import TYPE_CHECKING, Final

from markdown_it.common.html_re import HTML_OPEN_CLOSE_TAG_STR
from markdown_it.rules_block import blockquote, code, fence, html_block, list_block, reference

from editor.rendering.dialects.trimming import trimmed_paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it import MarkdownIt
    from markdown_it.parser_block import RuleFuncBlockType
    from markdown_it.rules_block import StateBlock
    from markdown_it.token import Token

_TAG: Final = re.compile(rf"{HTML_OPEN_CLOSE_TAG_STR.removeprefix('^')}\s*", re.ASCII)
_LISTS: Final = frozenset({"bullet_list_close", "ordered_list_close", "footnote_reference_close"})
_INTERRUPTING: Final = frozenset("<>*+-0123456789")
"""How HTML, quotes and lists begin."""
_DEFINITION_END: Final = "definition end"
"""In the environment: the line after the definition read last, and how deep it stands."""
_CONTAINER: Final = "container"
"""In the environment: the rule of the quote or list that is read."""
_INTERRUPTION: Final = "interruption"
"""In the environment: the line of the last quote or list that interrupts a paragraph."""


def _follows_definition(state: "StateBlock", line: int) -> bool:
    return bool(state.env.get(_DEFINITION_END) == (line, state.level))


def _interrupts(state: "StateBlock", line: int) -> bool:
    """Whether a block that begins at the line interrupts one that is not over yet."""
    if _follows_definition(state, line) or state.env.get(_INTERRUPTION) == line:
        return True
    if not state.tokens:
        return False
    last = state.tokens[-1]
    if last.type == "paragraph_close":
        paragraph = state.tokens[-3]
        return bool(paragraph.map and paragraph.map[1] == line)
    return last.type == "code_block"


def depends_on_last(state: "StateBlock", line: int) -> bool:
    """Whether the block that begins at the line may be read otherwise than if none stood before it."""
    if state.is_code_block(line):
        is_after_list = bool(state.tokens) and state.tokens[-1].type in _LISTS
        return is_after_list or _follows_definition(state, line)
    return state.src[state.bMarks[line] + state.tShift[line]] in _INTERRUPTING and _interrupts(state, line)


def _may_interrupt(state: "StateBlock", line: int, end_line: int) -> bool:
    """Whether the list that begins at the line may begin under a paragraph."""
    parent, state.parentType = state.parentType, "paragraph"
    may = list_block(state, line, end_line, True)
    state.parentType = parent
    return may


def _list(state: "StateBlock", start_line: int, end_line: int, silent: bool, *, is_remark: bool) -> bool:
    if not silent and _interrupts(state, start_line):
        if not _may_interrupt(state, start_line, end_line):
            return False
        state.env[_INTERRUPTION] = start_line
    tokens, parent = len(state.tokens), state.env.get(_CONTAINER)
    found = _read_container(list_block, state, start_line, end_line, silent)
    if found and not silent and is_remark and parent is blockquote and _is_before_container(state, end_line):
        _loosen(state.tokens[tokens:])
    return found


def _read_container(
    rule: "RuleFuncBlockType", state: "StateBlock", start_line: int, end_line: int, silent: bool
) -> bool:
    """Read a quote or a list, and note that its blocks lie in it."""
    parent = state.env.get(_CONTAINER)
    state.env[_CONTAINER] = rule
    found = rule(state, start_line, end_line, silent)
    state.env[_CONTAINER] = parent
    return found


def _is_before_container(state: "StateBlock", end_line: int) -> bool:
    """Whether after a blank line another quote or list begins, to which remark gives that line."""
    line = state.line
    if line >= end_line or not state.isEmpty(line - 1):
        return False
    return blockquote(state, line, end_line, True) or list_block(state, line, end_line, True)


def _loosen(tokens: "list[Token]") -> None:
    """Show the paragraphs of a list's items, as if a blank line stood between them."""
    if tokens[-3].type in _LISTS:
        return
    for token in tokens:
        if token.type.startswith("paragraph_") and token.level == tokens[0].level + 2:
            token.hidden = False


def _quote(state: "StateBlock", start_line: int, end_line: int, silent: bool) -> bool:
    is_quote = blockquote(state, start_line, end_line, True)
    if silent or not is_quote:
        return is_quote
    if _interrupts(state, start_line):
        state.env[_INTERRUPTION] = start_line
    indented = tuple(_indented_marks(state, start_line, end_line))
    for line in indented:
        state.tShift[line] -= 1  # hides the mark
    found = _read_container(blockquote, state, start_line, end_line, False)
    for line in indented:
        state.tShift[line] += 1
    return found


def _indented_marks(state: "StateBlock", start_line: int, end_line: int) -> "Iterator[int]":
    """Yield the lines of a quote whose mark stands too far right to be one."""
    for line in range(start_line + 1, end_line):
        if state.isEmpty(line):
            return
        if state.is_code_block(line) and state.src[state.bMarks[line] + state.tShift[line]] == ">":
            yield line


def _code(state: "StateBlock", start_line: int, end_line: int, silent: bool) -> bool:
    """Read indented code: right after a list its first line stands alone."""
    if _follows_definition(state, start_line):
        return False
    if not silent and state.tokens and state.tokens[-1].type in _LISTS:
        end_line = start_line + 1
    return code(state, start_line, end_line, silent)


def _fence(state: "StateBlock", start_line: int, end_line: int, silent: bool) -> bool:
    found = fence(state, start_line, end_line, silent)
    if found and not silent:
        keep_last_line(state)
    return found


def keep_last_line(state: "StateBlock") -> None:
    """See to it that the last line of a block that is left open, if it is blank, is none between blocks."""
    if state.isEmpty(state.line - 1):
        state.tShift[state.line - 1] = -1


def _html(state: "StateBlock", start_line: int, end_line: int, silent: bool, *, ends_tables: bool) -> bool:
    if html_block(state, start_line, end_line, True):
        if not silent:
            html_block(state, start_line, end_line, False)
            keep_last_line(state)
        return True
    if silent:
        return ends_tables and state.parentType == "table" and _is_tag(state, start_line)
    may_begin = _is_tag(state, start_line) and not _follows_definition(state, start_line)
    return may_begin and html_block(state, start_line, end_line, False)


def _is_tag(state: "StateBlock", line: int) -> bool:
    """Whether the line is nothing but a tag."""
    start = state.bMarks[line] + state.tShift[line]
    return not state.is_code_block(line) and bool(_TAG.fullmatch(state.src, start, state.eMarks[line]))


def _definition(state: "StateBlock", start_line: int, end_line: int, silent: bool) -> bool:
    found = reference(state, start_line, end_line, silent)
    if found:
        state.env[_DEFINITION_END] = (state.line, state.level)
    return found


def _paragraph(state: "StateBlock", start_line: int, end_line: int, silent: bool) -> bool:
    tokens = len(state.tokens)
    trimmed_paragraph(state, start_line, end_line, silent)
    lazy = (line for line in range(start_line + 1, state.line) if state.sCount[line] < state.blkIndent)
    tag = next((line for line in lazy if _is_tag(state, line)), None)
    if tag is not None:
        del state.tokens[tokens:]
        last, state.lineMax = state.lineMax, tag
        trimmed_paragraph(state, start_line, tag, silent)
        state.lineMax = last
        if state.eMarks[tag] + 1 < len(state.src):
            html_block(state, tag, end_line, False)
    return True


def add_interruptions(parser: "MarkdownIt", *, is_remark: bool) -> None:
    """Make the parser begin blocks where micromark does."""
    rules = parser.block.ruler
    html = partial(_html, ends_tables=is_remark)
    rules.at("code", _code)
    rules.at("fence", _fence, {"alt": ["paragraph", "reference", "blockquote", "list"]})
    rules.at("blockquote", _quote, {"alt": ["paragraph", "reference", "blockquote", "list"]})
    rules.at("list", partial(_list, is_remark=is_remark), {"alt": ["paragraph", "reference", "blockquote"]})
    rules.at("html_block", html, {"alt": ["paragraph", "reference", "blockquote"]})
    rules.at("paragraph", _paragraph)
    rules.disable("reference")
    rules.before("lheading", "definition", _definition)

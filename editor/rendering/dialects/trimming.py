"""Blocks whose text loses only ASCII white space at its ends.

markdown-it trims paragraphs and headings of all Unicode spaces; CommonMark, and Astro with it, keep a
no-break space at the end of a paragraph, or alone in one.
"""
# ruff: noqa: FBT001, FBT003 (the signatures are markdown-it's)

from typing import TYPE_CHECKING, Final

from markdown_it.rules_block import heading, lheading, paragraph

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock

ASCII_SPACE: Final = " \t\n\r\v\f"


def trimmed_paragraph(state: "StateBlock", start_line: int, end_line: int, silent: bool) -> bool:
    """Read a paragraph (a rule of markdown-it)."""
    paragraph(state, start_line, end_line, silent)
    lines = state.getLines(start_line, state.line, state.blkIndent, False)
    state.tokens[-2].content = lines.strip(ASCII_SPACE)
    return True


def _underlined_heading(state: "StateBlock", start_line: int, end_line: int, silent: bool) -> bool:
    found = lheading(state, start_line, end_line, silent)
    if found:
        lines = state.getLines(start_line, state.line - 1, state.blkIndent, False)
        state.tokens[-2].content = lines.strip(ASCII_SPACE)
    return found


def _heading(state: "StateBlock", start_line: int, end_line: int, silent: bool) -> bool:
    found = heading(state, start_line, end_line, silent)
    if found and not silent:
        level = len(state.tokens[-1].markup)
        start = state.bMarks[start_line] + state.tShift[start_line] + level
        content = state.src[start : state.eMarks[start_line]].strip(ASCII_SPACE)
        without_closing = content.rstrip("#")
        if not without_closing or without_closing[-1] in ASCII_SPACE:
            content = without_closing.rstrip(ASCII_SPACE)
        state.tokens[-2].content = content
    return found


def keep_unicode_spaces(parser: "MarkdownIt") -> None:
    """Make the parser's paragraphs and headings keep their no-break spaces."""
    rules = parser.block.ruler
    rules.at("paragraph", trimmed_paragraph)
    rules.at("heading", _heading, {"alt": ["paragraph", "reference", "blockquote"]})
    rules.at("lheading", _underlined_heading)

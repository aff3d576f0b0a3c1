"""The Markdown of one line as coloured spans, given what the line before it left open (for the highlighter).

After CommonMark 0.31 and GFM as far as one line and 31 bits of memory allow: emphasis that runs over a line
end, and the text line above a setext underline, are not marked.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from editor.text.html_blocks import html_block_end, html_block_start
from editor.text.inline import HTML_TAG
from editor.text.line_state import FENCES, LineKind, LineState
from editor.text.spans import Span, add_inline_spans, add_no_break_spaces, in_order

LONGEST_LINE: Final = 20_000  # longer ones are no prose, and would hold up typing

_QUOTE: Final = re.compile(r"(?P<spaces>[ \t]*)>[ \t]?")
_HEADING: Final = re.compile(r"(#{1,6})(?:[ \t]+(?P<text>.*?)(?P<closing>[ \t]#+)?)?[ \t]*$")
_FENCE: Final = re.compile(r"(?P<fence>`{3,})[^`]*$|(?P<tilde>~{3,})")
_RULE: Final = re.compile(r"([-*_])[ \t]*(?:\1[ \t]*){2,}$")
_UNDERLINE: Final = re.compile(r"(?:=+|-+)[ \t]*$")
_ITEM: Final = re.compile(r"(?P<marker>[-+*]|(?P<number>\d{1,9})[.)])(?P<gap>[ \t]+|$)")
_TASK: Final = re.compile(r"\[[ xX]\](?=[ \t])")
_FOOTNOTE: Final = re.compile(r"\[\^[^\s\[\]]+\]:")
_DEFINITION: Final = re.compile(r"\[(?P<label>[^\[\]]+)\]:[ \t]*(?P<address>\S+)")
_TABLE_RULE: Final = re.compile(r"(?=.*\|)\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_PIPE: Final = re.compile(r"(?<!\\)\|")
_TAB: Final = 4
_DEEP: Final = 4  # columns of indentation that make code, and that no marker may have


class ScannedLine(NamedTuple):
    """The spans of a line, outer ones before those inside them, and the state for the next line."""

    spans: tuple[Span, ...]
    state: int


def scan_line(line: str, state: int) -> ScannedLine:
    """Answer the spans of a line, without its end, after one that left state; 0 or -1 for the first line."""
    if len(line) > LONGEST_LINE:
        return ScannedLine((), state)
    if state <= LineKind.PARAGRAPH and line[:1].isalpha():
        spans: list[Span] = []
        add_inline_spans(line, 0, spans)
        if "\u00a0" in line or "\u202f" in line:
            add_no_break_spaces(line, spans)
        return ScannedLine(in_order(spans) if spans else (), LineKind.PARAGRAPH)
    scanner = _LineScanner(line, LineState.unpacked(state))
    scanner.scan()
    return ScannedLine(in_order(scanner.spans), scanner.state.packed())


def _indentation_of(line: str, position: int, column: int) -> tuple[int, int]:
    """Answer the column and the position of what stands behind the blanks at position, which is in column."""
    while position < len(line):
        if line[position] == " ":
            column += 1
        elif line[position] == "\t":
            column += _TAB - column % _TAB
        else:
            break
        position += 1
    return column, position


class _LineScanner:
    """Reads one line: containers (quotes, list items) from the left, then the one block inside them."""

    __slots__ = ("_indentation", "_line", "_position", "_start", "spans", "state")

    def __init__(self, line: str, state: LineState) -> None:
        self.state = state
        self.spans: list[Span] = []
        self._line = line
        self._position = 0  # of the first character that is read next
        self._start = 0  # where the columns of the list items are counted from
        self._indentation = 0

    def scan(self) -> None:
        """Fill the spans and change the state."""
        self._take_quotes()
        self._indentation, self._position = _indentation_of(self._line, self._position, self._indentation)
        add_no_break_spaces(self._line, self.spans)
        state = self.state
        if state.kind in FENCES and (self._is_blank() or self._indentation >= state.column):
            self._continue_fence()
        elif self._is_blank():
            self._take_blank()
        elif state.kind in (LineKind.RAW_HTML, LineKind.COMMENT):
            self._continue_html(self._start)
        elif state.kind is LineKind.HTML:
            self._add_tags()
        else:
            if state.kind in FENCES:  # its list item ended
                state.kind, state.length = LineKind.NOTHING, 0
            self._take_blocks()

    def _is_blank(self) -> bool:
        return self._position >= len(self._line)

    def _add(self, start: int, end: int, role: str) -> None:
        if end > start:
            self.spans.append(Span(start, end, role))

    def _take_quotes(self) -> None:
        state = self.state
        lists = LineState(lists=0 if state.quotes and not state.inner_quotes else state.lists)
        lists.leave_lists(_indentation_of(self._line, 0, 0)[0])
        most = (
            state.quotes if state.kind > LineKind.TABLE else len(self._line)
        )  # code and HTML hold no new ones
        depth = 0
        while depth < most and (mark := _QUOTE.match(self._line, self._position)) is not None:
            spaces = len(mark["spaces"].expandtabs(_TAB))
            if spaces - (0 if depth else lists.column) >= _DEEP:
                break
            self._add(mark.end("spaces"), mark.end(), "marker")
            self._position = self._start = mark.end()
            depth += 1
        if depth:
            self._add(self._position, len(self._line), "quote")
        self._stand_in_quotes(depth, lists if depth else LineState())

    def _stand_in_quotes(self, depth: int, lists: LineState) -> None:
        """Close what the line's quotes end, given their number and the list items they lie in."""
        state, is_inner = self.state, lists.column > 0
        if depth != state.quotes or is_inner != state.inner_quotes:
            if depth < state.quotes and state.kind is LineKind.PARAGRAPH and self._reads_like_text():
                return  # the paragraph of the quote goes on without its mark
            keeps_lists = is_inner or (not depth and state.inner_quotes)
            self.state = LineState(
                quotes=depth, inner_quotes=is_inner, lists=state.lists if keeps_lists else 0
            )
        if is_inner:
            self.state.lists = lists.lists
            self._indentation = lists.column

    def _reads_like_text(self) -> bool:
        first = self._line[self._position :].lstrip()[:1]
        return first.isalpha() or first in tuple("«“\"'(’…")

    def _take_blank(self) -> None:
        if self.state.kind not in (LineKind.RAW_HTML, LineKind.COMMENT):
            self.state.kind = LineKind.NOTHING

    def _continue_fence(self) -> None:
        state, line = self.state, self._line
        mark = ("`" if state.kind is LineKind.BACKTICK_FENCE else "~") * (state.length + 3)
        rest = line[self._position :].rstrip()
        is_end = (
            rest.startswith(mark) and not rest.strip(mark[0]) and self._indentation - state.column < _DEEP
        )
        self._add(self._start, len(line), "fence" if is_end else "code_block")
        if is_end:
            state.kind, state.length = LineKind.NOTHING, 0

    def _continue_html(self, start: int) -> None:
        state, line = self.state, self._line
        end = html_block_end(line[start:], state.kind, state.length)
        role = "comment" if state.kind is LineKind.COMMENT and state.length == 0 else "html"
        self._add(start, len(line) if end < 0 else start + end, role)
        if end >= 0:
            add_inline_spans(line, start + end, self.spans)
            state.kind, state.length = LineKind.NOTHING, 0

    def _add_tags(self) -> None:
        for tag in HTML_TAG.finditer(self._line, self._position):
            self._add(tag.start(), tag.end(), "html")

    def _take_blocks(self) -> None:
        was_paragraph = self.state.kind is LineKind.PARAGRAPH
        lists = self.state.lists
        self.state.leave_lists(self._indentation)
        if self._indentation - self.state.column >= _DEEP and not was_paragraph:
            self._take_code()
            return
        interrupts = was_paragraph and not lists
        while self._take_container(interrupts=interrupts):
            was_paragraph = interrupts = False
        if self._is_blank():
            self.state.kind = LineKind.NOTHING
        elif self._indentation - self.state.column >= _DEEP and not was_paragraph:
            self._take_code()
        elif not self._take_leaf(was_paragraph=was_paragraph):
            if was_paragraph:  # its text may go on left of the list item it belongs to
                self.state.lists = lists
            self._take_text()

    def _take_code(self) -> None:
        self._add(self._position, len(self._line), "code_block")
        self.state.kind = LineKind.NOTHING

    def _take_container(self, *, interrupts: bool) -> bool:
        """Take a list marker or, behind one, a quote mark; answer whether there was one.

        A list that interrupts a paragraph outside lists has to begin with 1 and with text.
        """
        line, state = self._line, self.state
        if self._is_blank() or self._indentation - state.column >= _DEEP:
            return False
        if line[self._position] == ">":
            self._take_inner_quote()
            return True
        item = _ITEM.match(line, self._position)
        if item is None or _RULE.match(line, self._position) is not None:
            return False
        if interrupts and (item.end() == len(line) or item["number"] not in (None, "1")):
            return False
        self._take_item(item)
        return True

    def _take_inner_quote(self) -> None:
        end = self._position + (2 if self._line.startswith("> ", self._position) else 1)
        self._add(self._position, end, "marker")
        self._add(end, len(self._line), "quote")
        self._start = end
        if not self.state.quotes or self.state.inner_quotes:
            self.state.inner_quotes = True
            self.state.quotes += 1
        self._indentation, self._position = _indentation_of(self._line, end, self.state.column)

    def _take_item(self, item: re.Match[str]) -> None:
        width = len(item["marker"])
        gap = len(item["gap"].expandtabs(_TAB))
        self._add(item.start(), item.end("marker"), "list_marker")
        self._position = item.end()
        self._indentation += width + gap
        self.state.enter_list(self._indentation - (gap - 1 if gap > _DEEP or not gap else 0))
        task = _TASK.match(self._line, self._position)
        if task is not None:
            self._add(task.start(), task.end(), "task_marker")
            self._position = task.end() + 1

    def _take_leaf(self, *, was_paragraph: bool) -> bool:
        """Take a block that its first characters show; answer False for a paragraph's text."""
        first = self._line[self._position]
        if first == "#":
            return self._take_heading()
        if first in "`~":
            return self._take_fence()
        if first == "<":
            return self._take_html(was_paragraph=was_paragraph)
        if first in "-*_=" and self._take_rule(was_paragraph=was_paragraph):
            return True
        if first == "[":
            return self._take_definition(was_paragraph=was_paragraph)
        return self._take_table_row(first)

    def _take_heading(self) -> bool:
        heading = _HEADING.match(self._line, self._position)
        if heading is None:
            return False
        self._add(self._position, len(self._line), "heading")
        self._add(heading.start(1), heading.end(1), "marker")
        if heading["text"]:
            add_inline_spans(self._line, heading.start("text"), self.spans)
        if heading["closing"]:
            self._add(heading.start("closing") + 1, heading.end("closing"), "marker")
        self.state.kind = LineKind.NOTHING
        return True

    def _take_fence(self) -> bool:
        fence = _FENCE.match(self._line, self._position)
        if fence is None:
            return False
        self._add(self._position, len(self._line), "fence")
        mark = fence["fence"] or fence["tilde"]
        self.state.kind = LineKind.BACKTICK_FENCE if fence["fence"] else LineKind.TILDE_FENCE
        self.state.length = len(mark) - 3
        return True

    def _take_html(self, *, was_paragraph: bool) -> bool:
        block = html_block_start(self._line[self._position :], in_paragraph=was_paragraph)
        if block is None:
            return False
        self.state.kind, self.state.length = block
        if self.state.kind is LineKind.HTML:
            self._add_tags()
        else:
            self._continue_html(self._position)
        return True

    def _take_rule(self, *, was_paragraph: bool) -> bool:
        if was_paragraph and _UNDERLINE.match(self._line, self._position):
            self._add(self._position, len(self._line), "heading")
            self._add(self._position, len(self._line), "marker")
        elif _RULE.match(self._line, self._position):
            self._add(self._position, len(self._line), "rule")
        else:
            return self._take_table_row("-")
        self.state.kind = LineKind.NOTHING
        return True

    def _take_definition(self, *, was_paragraph: bool) -> bool:
        line = self._line
        footnote = _FOOTNOTE.match(line, self._position)
        if footnote is not None:
            self._add(footnote.start(), footnote.end(), "footnote")
            add_inline_spans(line, footnote.end(), self.spans)
            self.state.kind = LineKind.PARAGRAPH
            return True
        definition = None if was_paragraph else _DEFINITION.match(line, self._position)
        if definition is None:
            return False
        self._add(self._position, definition.start("address"), "marker")
        self._add(*definition.span("label"), "link_text")
        self._add(*definition.span("address"), "address")
        self.state.kind = LineKind.NOTHING
        return True

    def _take_table_row(self, first: str) -> bool:
        line = self._line
        if _TABLE_RULE.match(line, self._position) is not None:
            self._add(self._position, len(line), "table")
        elif first == "|" or (self.state.kind is LineKind.TABLE and "|" in line):
            add_inline_spans(line, self._position, self.spans)
            for pipe in _PIPE.finditer(line, self._position):
                self._add(pipe.start(), pipe.end(), "table")
        else:
            return False
        self.state.kind = LineKind.TABLE
        return True

    def _take_text(self) -> None:
        add_inline_spans(self._line, self._position, self.spans)
        self.state.kind = LineKind.PARAGRAPH

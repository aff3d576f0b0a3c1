"""The blocks of a Markdown text, as far as they say where its own text stands (CommonMark 0.31, GFM).

One pass over the lines: quotes, list items and footnotes are the containers; in them stand paragraphs,
headings, tables, definitions, HTML. What is code is passed over. White space around the whole is taken off
before, as Astro does.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from editor.text.addresses import ADDRESS, LABEL, TITLE, label_key
from editor.text.brackets import end_of_statements
from editor.text.characters import JAVASCRIPT_SPACE
from editor.text.containers import BLANK, DEEP, Containers
from editor.text.html_blocks import html_block_end, html_block_start
from editor.text.jsx_tags import JsxEnds
from editor.text.line_state import LineKind

_PROSE: Final = re.compile(r"(?:[^\W\d_][^\n]*(?:\n|\Z))+")
_HEADING: Final = re.compile(r"(?P<marks>#{1,6})(?=[ \t]|$)")
_SPACE: Final = " \t\n\r\v\f"
_FENCE: Final = re.compile(r"(?P<mark>`{3,})[^`]*$|(?P<tilde>~{3,})")
_RULE: Final = re.compile(r"([-*_])[ \t]*(?:\1[ \t]*){2,}$")
_UNDERLINE: Final = re.compile(r"(?P<mark>=+|-+)[ \t]*$")
_DELIMITERS: Final = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_CELL: Final = re.compile(r"(?P<cell>(?:[^|\\]|\\[|\\]|\\)*+)(?:\||$)")
_MODULE: Final = re.compile(r"(?:import|export) ")
_DEFINITION: Final = re.compile(
    rf"""[ \t]*\[(?P<label>{LABEL})\]:[ \t]*+\n?[ \t]*+(?!\n|\Z){ADDRESS}"""
    rf"""(?:(?:[ \t]+\n?|\n)[ \t]*{TITLE}(?=[ \t]*(?:\n|\Z)))?[ \t]*(?:\n|\Z)""",
    re.DOTALL,
)


class HeadingBlock(NamedTuple):
    """A heading: its level, where its lines start and where its text does and ends."""

    level: int
    start: int
    text_start: int
    text_end: int


class DefinitionBlock(NamedTuple):
    """A definition `[label]: address "title"` with the spans of its parts; none of the title is (-1, -1)."""

    start: int
    end: int
    label: tuple[int, int]
    address: tuple[int, int]
    title: tuple[int, int]


class Blocks(NamedTuple):
    """The blocks of a text, and the text in which they stand: marks of quotes in paragraphs are blanks."""

    text: str
    paragraphs: list[tuple[int, int]]
    headings: list[HeadingBlock]
    definitions: list[DefinitionBlock]
    html: list[tuple[int, int]]
    notes: list[str]


def read_blocks(text: str, *, is_mdx: bool = False) -> Blocks:
    """Answer the blocks of a text; headings and cells of tables are among its paragraphs too."""
    return _Reader(text, is_mdx=is_mdx).read()


class _Reader:
    """Goes through the lines: containers from the left, then the one block inside them."""

    def __init__(self, text: str, *, is_mdx: bool) -> None:
        self._text = text
        self._is_mdx = is_mdx
        self._line = Containers(text)
        self._ends = JsxEnds(text)
        self._found = Blocks(text, [], [], [], [], self._line.notes)
        self._leaf = LineKind.NOTHING
        self._length = 0
        """Of the mark of the fence that is open; which HTML is."""
        self._start = self._end = 0
        """Of the block that is open."""
        self._last_line = 0
        """Where the last line of the paragraph begins that is open."""
        self._marks: list[int] = []
        """Where the marks of quotes stand in that paragraph."""
        self._blanked: list[int] = []
        self._columns = 0
        """Of the table that is open: what a row has more is left out."""
        self._next = 0
        """Where the next line begins."""

    def read(self) -> Blocks:
        """Read all lines; answer what they hold."""
        text, size = self._text, len(self._text)
        start = size - len(text.lstrip(JAVASCRIPT_SPACE))
        while start < size:
            if not self._line.open and self._leaf <= LineKind.PARAGRAPH:
                first = text[start]
                if first == "\n":
                    if self._leaf is LineKind.PARAGRAPH:
                        self._close()
                    start += 1
                    continue
                if first.isalpha():
                    start = self._read_prose(start)
                    continue
            end = text.find("\n", start)
            end = size if end < 0 else end
            self._next = end + 1
            self._read_line(start, end)
            start = self._next
        self._close()
        if not self._blanked:
            return self._found
        characters = list(text)
        for index in self._blanked:
            characters[index] = " "
        return self._found._replace(text="".join(characters))

    def _read_prose(self, start: int) -> int:
        """Read lines at the top that begin with letters; answer where the next line begins."""
        text = self._text
        if self._is_mdx and self._leaf is LineKind.NOTHING and _MODULE.match(text, start):
            end = end_of_statements(text[start:])
            return len(text) if end is None else start + end + 1
        prose = _PROSE.match(text, start)
        end = prose.end() if prose is not None else len(text)
        last = end - 1 if text[end - 1] == "\n" else end
        self._add_text(start, last)
        self._last_line = text.rfind("\n", 0, last) + 1
        return end

    def _read_line(self, start: int, end: int) -> None:
        line = self._line
        matched = line.begin(start, end)
        is_inside = matched == len(line.open)
        if line.is_blank:
            self._take_blank(matched)
            return
        if self._leaf is LineKind.PARAGRAPH:
            self._marks += line.marks
        if self._leaf > LineKind.TABLE and is_inside:
            self._continue_leaf()
            return
        if self._leaf > LineKind.PARAGRAPH and not is_inside:
            self._leave(matched)
            is_inside = True
        if self._take_containers(matched, is_inside=is_inside):
            matched, is_inside = len(line.open), True
        if not line.is_blank and not self._take_leaf(matched, is_inside=is_inside):
            self._take_text(matched, is_inside=is_inside)

    def _take_blank(self, matched: int) -> None:
        is_over = self._leaf < LineKind.BACKTICK_FENCE or self._leaf is LineKind.HTML
        if is_over or matched < len(self._line.open):
            self._leave(matched)

    def _leave(self, matched: int) -> None:
        """Close the open block and the containers that do not go on."""
        if self._leaf is not LineKind.NOTHING:
            self._close()
        del self._line.open[matched:]

    def _continue_leaf(self) -> None:
        """Read a line of a fence, or of HTML."""
        text, end = self._text, self._line.end
        if self._leaf in (LineKind.BACKTICK_FENCE, LineKind.TILDE_FENCE):
            mark = "`" if self._leaf is LineKind.BACKTICK_FENCE else "~"
            rest = text[self._line.position : end].rstrip(BLANK)
            if len(rest) >= self._length and not rest.strip(mark) and self._line.indentation < DEEP:
                self._leaf = LineKind.NOTHING
            return
        self._end = end
        if self._leaf is not LineKind.HTML:
            self._end_html(self._line.position)

    def _end_html(self, start: int) -> None:
        if html_block_end(self._text[start : self._line.end], self._leaf, self._length) >= 0:
            self._close()

    def _take_containers(self, matched: int, *, is_inside: bool) -> bool:
        """Open the containers that begin in the line; answer whether any does."""
        line, is_any = self._line, False
        while not line.is_blank and (self._is_mdx or line.indentation < DEEP):
            if not line.take(matched, interrupts=is_inside and self._leaf is LineKind.PARAGRAPH):
                break
            self._close()
            is_any = True
            matched = len(line.open)
        return is_any

    def _take_leaf(self, matched: int, *, is_inside: bool) -> bool:
        """Take a block that its first line shows; answer False for text."""
        text, position, end = self._text, self._line.position, self._line.end
        if self._line.indentation >= DEEP and not self._is_mdx:
            if self._leaf is LineKind.PARAGRAPH:
                return False
            self._leave(matched)
            return True
        first = text[position]
        if first == "#":
            return self._take_heading(matched)
        if first in "`~":
            return self._take_fence(matched)
        if first in "<{":
            return self._take_tag(matched)
        if first in "-=" and is_inside and self._leaf is LineKind.PARAGRAPH and self._take_underline():
            return True
        if first in "-*_" and _RULE.match(text, position, end) is not None:
            self._leave(matched)
            return True
        if first in "-:|" and is_inside and self._leaf is LineKind.PARAGRAPH:
            return self._take_delimiters()
        return False

    def _take_heading(self, matched: int) -> bool:
        heading = self._line.matches(_HEADING)
        if heading is None:
            return False
        self._leave(matched)
        text = self._text[heading.end() : self._line.end]
        content = text.strip(_SPACE)
        without_closing = content.rstrip("#")
        if not without_closing or without_closing[-1] in BLANK:
            content = without_closing.rstrip(_SPACE)
        start = heading.end() + len(text) - len(text.lstrip(_SPACE)) if content else heading.end()
        self._add_heading(len(heading["marks"]), self._line.position, start, start + len(content))
        return True

    def _add_heading(self, level: int, start: int, text_start: int, text_end: int) -> None:
        self._found.headings.append(HeadingBlock(level, start, text_start, text_end))
        self._found.paragraphs.append((text_start, text_end))

    def _take_fence(self, matched: int) -> bool:
        fence = self._line.matches(_FENCE)
        if fence is None:
            return False
        self._leave(matched)
        mark = fence["mark"] or fence["tilde"]
        self._length = len(mark)
        if not self._line.open:
            closing = re.compile(rf"^ {{0,3}}{mark[0]}{{{len(mark)},}}[ \t]*$", re.MULTILINE)
            closed = closing.search(self._text, self._next)
            self._next = len(self._text) if closed is None else closed.end() + 1
            return True
        self._leaf = LineKind.BACKTICK_FENCE if mark[0] == "`" else LineKind.TILDE_FENCE
        return True

    def _take_tag(self, matched: int) -> bool:
        text, start = self._text, self._line.position
        if self._is_mdx:
            return self._take_flow(matched)
        if text[start] == "{":
            return False
        in_paragraph = self._leaf is LineKind.PARAGRAPH
        block = html_block_start(text[start : self._line.end], in_paragraph=in_paragraph)
        if block is None:
            return False
        self._leave(matched)
        self._leaf, self._length = block
        self._start, self._end = start, self._line.end
        if self._leaf is not LineKind.HTML:
            self._end_html(start)
        return True

    def _take_flow(self, matched: int) -> bool:
        """Take the tags and expressions of MDX that stand alone in their lines."""
        text, start = self._text, self._line.position
        behind: int | None = start
        tags: list[tuple[int, int]] = []
        while behind is not None and behind < len(text) and text[behind] in "<{":
            first = behind
            behind = self._ends.of(first)
            if behind is not None:
                if text[first] == "<":
                    tags.append((first, behind))
                while text.startswith((" ", "\t"), behind):
                    behind += 1
        if behind is None or (behind < len(text) and text[behind] != "\n"):
            return False
        self._leave(matched)
        self._found.html.extend(tags)
        self._next = behind + 1
        return True

    def _take_underline(self) -> bool:
        """Take the line under the text of a heading."""
        underline = self._line.matches(_UNDERLINE)
        if underline is None:
            return False
        self._take_definitions()
        if self._start >= self._end:
            return False
        level = 1 if underline["mark"][0] == "=" else 2
        self._blanked += self._marks
        self._add_heading(level, self._start, self._start, self._end)
        self._forget()
        return True

    def _take_delimiters(self) -> bool:
        """Take the line under the heads of a table's columns."""
        line = self._text[self._line.position : self._line.end].strip(_SPACE)
        if _DELIMITERS.fullmatch(line) is None or not ("|" in line or ":" in line):
            return False
        heads = self._text[self._last_line : self._end]
        self._columns = len(_cells(line))
        if heads.strip(_SPACE) == "|" or len(_cells(heads)) != self._columns:
            return False
        first, last = self._last_line, self._end
        self._end = max(self._start, self._text.rfind("\n", 0, first))
        self._close()
        self._add_cells(first, last)
        self._leaf = LineKind.TABLE
        return True

    def _add_cells(self, start: int, end: int) -> None:
        for first, last in _cells(self._text[start:end])[: self._columns]:
            self._found.paragraphs.append((start + first, start + last))

    def _take_text(self, matched: int, *, is_inside: bool) -> None:
        """Take a line of a paragraph, which may go on without the marks of its containers, or of a table."""
        if self._leaf is LineKind.TABLE:
            self._add_cells(self._line.position, self._line.end)
            return
        if not is_inside and self._leaf is not LineKind.PARAGRAPH:
            self._leave(matched)
        self._last_line = self._line.position
        self._add_text(self._line.position, self._line.end)

    def _add_text(self, start: int, end: int) -> None:
        if self._leaf is not LineKind.PARAGRAPH:
            self._leaf, self._start, self._marks = LineKind.PARAGRAPH, start, []
        self._end = end

    def _close(self) -> None:
        """End the open block."""
        if self._leaf is LineKind.PARAGRAPH:
            self._take_definitions()
            if self._start < self._end:
                self._found.paragraphs.append((self._start, self._end))
            self._blanked += self._marks
        elif self._leaf in (LineKind.HTML, LineKind.RAW_HTML, LineKind.COMMENT):
            self._found.html.append((self._start, self._end))
        self._forget()

    def _forget(self) -> None:
        self._leaf = LineKind.NOTHING
        self._marks = []

    def _take_definitions(self) -> None:
        """Take the definitions from the start of the open paragraph."""
        if self._text[self._start] != "[":
            return
        source, first = self._source(), self._start
        while (found := _DEFINITION.match(source, self._start - first)) is not None:
            key = label_key(found["label"])
            if not key:
                return
            spans = (found.span("label"), found.span("address"), found.span("title"))
            label, address, title = ((a + first, b + first) if a >= 0 else (a, b) for a, b in spans)
            start = first + found.start() + len(found[0]) - len(found[0].lstrip(BLANK))
            end = first + len(source[: found.end()].rstrip())
            self._found.definitions.append(DefinitionBlock(start, end, label, address, title))
            self._start = first + found.end()

    def _source(self) -> str:
        """Answer the text of the open paragraph, blanks in the place of its quotes' marks."""
        source = self._text[self._start : self._end]
        for mark in self._marks:
            index = mark - self._start
            if index < len(source):
                source = f"{source[:index]} {source[index + 1 :]}"
        return source


def _cells(line: str) -> list[tuple[int, int]]:
    """Answer the spans of the cells of a row: split at pipes without a backslash, whatever they stand in."""
    start = len(line) - len(line.lstrip(_SPACE))
    end = len(line.rstrip(_SPACE))
    start += line.startswith("|", start)
    return [cell.span("cell") for cell in _CELL.finditer(line, start, end) if cell[0]]

"""MDX: Markdown with the imports and exports, the tags and the expressions of JavaScript.

The rules of https://github.com/micromark/micromark-extension-mdxjs: no indented code, no HTML, no addresses
in angle brackets. What the blog refuses is shown at its place. What is not closed reaches to the end of its
container, as a fence that is not closed does.
"""
# ruff: noqa: FBT001, FBT003 (the signatures are markdown-it's)

import re
from functools import partial
from typing import TYPE_CHECKING, Final, Literal

from editor.rendering.dialects.jsx import Expression, NotJsx, Tag, read_expression, read_tag
from editor.rendering.dialects.mdx_pairs import IS_BLOCK, add_pairs
from editor.rendering.dialects.trimming import trimmed_paragraph
from editor.rendering.faults import BodyFault
from editor.script.embedded import is_module
from editor.text.brackets import end_of_statements

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it import MarkdownIt
    from markdown_it.parser_block import RuleFuncBlockType
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline

    from editor.rendering.dialects.jsx import Kind

_NESTING: "Final[dict[Kind, Literal[-1, 0, 1]]]" = {"opening": 1, "closing": -1, "alone": 0}
_SPACE: Final = re.compile(r"[ \t]*")
_BLANK_LINE: Final = re.compile(r"\n[ \t]*\n")
_MODULE: Final = re.compile(r"(?:import|export) ")
_OPEN_TAGS: Final = "open tags"
"""In the environment: the names of the tags that are open in the container that is read."""
_CONTAINERS: Final = {
    "blockquote": ["paragraph", "reference", "blockquote", "list"],
    "list": ["paragraph", "reference", "blockquote"],
    "footnote_def": ["paragraph", "reference", "blockquote", "list"],
}
"""Blocks with others in them, and what they interrupt."""
_FAULTS: Final = -1
"""Where the state keeps how often something was refused: its cache is for positions, and this is none."""
_MOST_FAULTS: Final = 100
"""What is refused in one paragraph, before all other braces are without a look at what they may be."""
_USUAL_LINES: Final = 200
"""Lines of a tag that are looked at together first, and of a paragraph that may be indented and end it."""
_MOST_INDENTED: Final = 3
"""Columns up to which markdown-it takes the line below a paragraph for another block."""


class _Lines:
    """The lines of a container from one on, as many as have to be looked at."""

    def __init__(self, state: "StateBlock", start: int, end: int) -> None:
        self._state = state
        self._start = start
        self._end = end
        self._least = min(state.blkIndent, state.sCount[start])
        self.stop = start + 1
        self.stop = self._stop_from(start + 1, min(end, start + _USUAL_LINES), stops_at_blank=True)

    @property
    def text(self) -> str:
        """The lines up to the stop."""
        return self._state.getLines(self._start, self.stop, self._state.blkIndent, False)

    def go_on(self) -> bool:
        """Look at twice as many lines; answer whether there are more."""
        before = self.stop
        most = min(self._end, self.stop + 2 * (self.stop - self._start))
        self.stop = self._stop_from(self.stop, most, stops_at_blank=False)
        return self.stop > before

    def _stop_from(self, line: int, end: int, *, stops_at_blank: bool) -> int:
        """Answer the first line from here on that is not the container's, or blank if that counts."""
        state = self._state
        while line < end:
            if state.isEmpty(line):
                if stops_at_blank:
                    break
            elif state.sCount[line] < self._least:
                break
            line += 1
        return line


def _items(text: str) -> "Iterator[tuple[str, Tag | Expression]]":
    """Yield the tags and expressions that a line is made of, with their sources. Raises NotJsx.

    The line ends with the last of them, which may have begun in a line before.
    """
    position = _after_space(text, 0)
    while True:
        start = position
        item = read_tag(text, start) if text[start] == "<" else read_expression(text, start)
        yield text[start : item.end], item
        position = _after_space(text, item.end)
        following = text[position : position + 1]
        if not following or following == "\n":
            return
        if following != "<" and (following != "{" or isinstance(item, Expression)):
            raise NotJsx(None, position)


def _after_space(text: str, position: int) -> int:
    space = _SPACE.match(text, position)
    return space.end() if space else position


class _FlowLine:
    """Tags and expressions alone in a line, or what stands there in their place that the blog refuses."""

    def __init__(self, state: "StateBlock", start_line: int, end_line: int) -> None:
        self._state = state
        self._start = start_line
        self._lines = _Lines(state, start_line, end_line)
        self._items: list[tuple[str, Tag | Expression]] = []
        self._fault: BodyFault | None = None

    def read(self) -> bool:
        """Whether there is such a line; otherwise the text is a paragraph."""
        while True:
            text = self._lines.text
            try:
                self._items = list(_items(text))
            except NotJsx as refusal:
                if refusal.end is None and self._lines.go_on():
                    continue
                looked_at = text if refusal.end is None else text[: refusal.end]
                if refusal.end is not None and not _BLANK_LINE.search(looked_at):
                    return False
                self._fault = refusal.fault or BodyFault("mdx-text-after-expression")
                self._end_at(looked_at)
            else:
                self._end_at(text[: self._items[-1][1].end])
            return True

    def write(self) -> None:
        """Write its tokens."""
        state = self._state
        state.line = self._lines.stop
        if self._fault:
            source = state.getLines(self._start, state.line, state.blkIndent, False)
            _push_fault(state, self._fault, source, self._start)
            return
        for source, item in self._items:
            token = state.push("mdx_expression" if isinstance(item, Expression) else "jsx", "", 0)
            token.content = source
            token.map = [self._start, state.line]
            token.meta = {"item": item, IS_BLOCK: isinstance(item, Tag) or len(self._items) == 1}
            if isinstance(item, Tag):
                token.nesting = _NESTING[item.kind]
                self._nest(item)

    def _end_at(self, text: str) -> None:
        self._lines.stop = self._start + text.count("\n") + 1

    def _nest(self, tag: Tag) -> None:
        """Count what is open: up to the end of a tag at the top nothing stands alone."""
        names = self._state.env.setdefault(_OPEN_TAGS, [])
        if tag.kind == "opening":
            names.append(tag.name)
            self._state.level += 1
        elif tag.kind == "closing" and tag.name in names:
            while names.pop() != tag.name:
                self._state.level -= 1
            self._state.level -= 1


def _push_fault(state: "StateBlock", fault: BodyFault, source: str, line: int) -> None:
    token = state.push("mdx_fault", "", 0)
    token.content = source
    token.map = [line, state.line]
    token.meta = {"fault": fault}


def _flow(state: "StateBlock", start_line: int, end_line: int, silent: bool) -> bool:
    if not state.src.startswith(("<", "{"), state.bMarks[start_line] + state.tShift[start_line]):
        return False
    line = _FlowLine(state, start_line, end_line)
    found = line.read()
    if found and not silent:
        line.write()
    return found


def _module(state: "StateBlock", start_line: int, end_line: int, silent: bool) -> bool:
    """Read imports and exports, which are not shown: they begin where a line of the text does."""
    start = state.bMarks[start_line]
    is_in_container = state.tShift[start_line] or (start and state.src[start - 1] != "\n")
    if silent or is_in_container or not _MODULE.match(state.src, start):
        return False
    lines = _Lines(state, start_line, end_line)
    while (end := end_of_statements(lines.text)) is None and lines.go_on():
        pass
    state.line = lines.stop if end is None else start_line + lines.text.count("\n", 0, end) + 1
    source = state.getLines(start_line, state.line, 0, False)
    if not is_module(source):
        _push_fault(state, BodyFault("mdx-unreadable-module"), source, start_line)
    return True


def _tag(state: "StateInline", silent: bool) -> bool:
    if state.src[state.pos] != "<":
        return False
    try:
        tag = read_tag(state.src, state.pos, near=len(state.src))
    except NotJsx as refusal:
        return refusal.fault is not None and _fault(state, refusal.fault, silent=silent)
    if not silent:
        token = state.push("jsx", "", 0)
        token.nesting = _NESTING[tag.kind]
        token.content = state.src[state.pos : tag.end]
        token.meta = {"item": tag}
    state.pos = tag.end
    return True


def _expression(state: "StateInline", silent: bool) -> bool:
    if state.src[state.pos] != "{":
        return False
    if state.cache.get(_FAULTS, 0) > _MOST_FAULTS:
        return _fault(state, BodyFault("mdx-unclosed-expression"), silent=silent)
    try:
        expression = read_expression(state.src, state.pos, near=len(state.src))
    except NotJsx as refusal:
        return refusal.fault is not None and _fault(state, refusal.fault, silent=silent)
    if not silent:
        token = state.push("mdx_expression", "", 0)
        token.content = state.src[state.pos : expression.end]
        token.meta = {"item": expression}
    state.pos = expression.end
    return True


def _fault(state: "StateInline", fault: BodyFault, *, silent: bool) -> bool:
    """Show the mark that the blog refuses; what follows is text."""
    state.cache[_FAULTS] = state.cache.get(_FAULTS, 0) + 1
    if not silent:
        token = state.push("mdx_fault", "", 0)
        token.content = state.src[state.pos]
        token.meta = {"fault": fault}
    state.pos += 1
    return True


def _container(
    state: "StateBlock", start_line: int, end_line: int, silent: bool, *, rule: "RuleFuncBlockType"
) -> bool:
    """Read a block with others in it, in which tags that stay open end with it.

    A list in a list may begin at any column, since there is no code that is only indented.
    """
    level, indentation, names = state.level, state.listIndent, state.env.get(_OPEN_TAGS, [])
    state.env[_OPEN_TAGS] = []
    state.listIndent = -1
    found = rule(state, start_line, end_line, silent)
    state.env[_OPEN_TAGS] = names
    state.level, state.listIndent = level, indentation
    return found


def _flattened(
    state: "StateBlock", start_line: int, end_line: int, silent: bool, *, rule: "RuleFuncBlockType"
) -> bool:
    """Read a paragraph or a heading whose lines may end it however far they are indented."""
    counts = []
    for line in range(start_line + 1, min(end_line, start_line + _USUAL_LINES)):
        if state.isEmpty(line):
            break
        counts.append(state.sCount[line])
        state.sCount[line] = min(counts[-1], state.blkIndent + _MOST_INDENTED)
    found = rule(state, start_line, end_line, silent)
    state.sCount[start_line + 1 : start_line + 1 + len(counts)] = counts
    return found


def add_mdx(parser: "MarkdownIt") -> None:
    """Make the parser read MDX."""
    rules = parser.block.ruler
    known = {rule.name: rule.fn for rule in rules.__rules__}
    rules.disable(["code", "html_block"])
    rules.before("table", "mdx_module", _module)
    rules.before("table", "mdx_flow", _flow, {"alt": ["paragraph", "reference", "blockquote"]})
    for name, interrupted in _CONTAINERS.items():
        if name in known:
            rules.at(name, partial(_container, rule=known[name]), {"alt": interrupted})
    rules.at("paragraph", partial(_flattened, rule=trimmed_paragraph))
    rules.at("lheading", partial(_flattened, rule=known["lheading"]))
    inline = parser.inline.ruler
    inline.disable(["autolink", "html_inline"])
    inline.before("autolink", "mdx_tag", _tag)
    inline.before("autolink", "mdx_expression", _expression)
    add_pairs(parser)

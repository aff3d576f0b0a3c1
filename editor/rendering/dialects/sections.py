"""A text cut into sections: blocks and definitions at its top, as few together as can be read by themselves.

markdown-it goes through the blocks of a text with nothing in mind between two of them, but for those that
interrupt others, so that reading may begin anew where one begins. Its rules look ahead: an item of a list may
follow after blank lines, a table is known by its second line, the title of a link's definition may be the
whole paragraph below. They look no further than the next blank line, or the line after that.
"""
# ruff: noqa: FBT001 (the signatures are markdown-it's)

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore

from editor.rendering.dialects.footnotes import NoteLabels, note_key
from editor.rendering.dialects.interruptions import depends_on_last

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_TITLE_STARTS: Final = ('"', "'", "(")


class Definition(NamedTuple):
    """The definition of a link: [label]: address "title"."""

    label: str
    address: str
    title: str


@dataclass(frozen=True, slots=True)
class ReadSection:
    """A section, with what markdown-it makes of its blocks."""

    source: str
    first_line: int
    """Where it begins in what was read: the tokens' lines are counted from there."""
    tokens: "list[Token]"
    definitions: tuple[Definition, ...]
    notes: tuple[str, ...]
    """The keys of the footnotes that are written in it."""


class _Definitions(dict[str, "Mapping[str, str]"]):
    """Takes note of every definition that is read, also of the second one of a label."""

    def __init__(self) -> None:
        super().__init__()
        self.all: list[Definition] = []

    def __contains__(self, label: object) -> bool:
        return False

    def __setitem__(self, label: str, found: "Mapping[str, str]") -> None:
        self.all.append(Definition(label, found["href"], found["title"]))


class _Start(NamedTuple):
    """Where a section starts: its line, and the tokens and definitions before it."""

    line: int
    tokens: int
    definitions: int


@dataclass(slots=True)
class _Starts:
    """Notes where sections start while a text is read, and ends the reading at a line that is known."""

    definitions: _Definitions
    known: "Collection[int]"
    sure_until: int = 0
    """Before this line a section starts whatever follows the text."""
    found: list[_Start] = field(default_factory=list)
    is_stopped: bool = False

    def begin(self, state: StateBlock, line: int) -> bool:
        """Take note of a section; answer whether the reading ends here."""
        is_first = not self.found
        if not is_first and depends_on_last(state, line):
            return False
        start = 0 if is_first else line  # blank lines above the first section belong to it
        self.found.append(_Start(start, len(state.tokens), len(self.definitions.all)))
        self.is_stopped = not is_first and line in self.known and line < self.sure_until
        if self.is_stopped:
            state.line = state.lineMax
        return self.is_stopped


def _begin_section(state: StateBlock, line: int, _end_line: int, silent: bool) -> bool:
    is_at_top = not silent and state.level == 0
    return is_at_top and state.env["starts"].begin(state, line)


def add_sections(parser: "MarkdownIt") -> None:
    """Make the parser tell where sections start."""
    parser.block.ruler.before("table", "section", _begin_section)
    parser.core.ruler.disable(["normalize", "block"])


def read_sections(
    parser: "MarkdownIt", text: str, known: "Collection[int]", *, is_end: bool
) -> tuple[ReadSection, ...]:
    """The sections of a text that begins where one does.

    Unless the text reaches to the end of its document, sections that what follows could change are left out.
    Reading ends at a line that is `known` to start a section.
    """
    definitions = _Definitions()
    starts = _Starts(definitions, known)
    env = {"references": definitions, "footnotes": {"refs": {}, "list": {}}, "starts": starts}
    state = StateBlock(text if text.endswith("\n") else f"{text}\n", parser, env, [])
    blank = (line for line in reversed(range(state.lineMax)) if state.isEmpty(line))
    starts.sure_until = state.lineMax if is_end else next(blank, 0)
    parser.block.tokenize(state, 0, state.lineMax)
    found = [start for start in starts.found if start.line < starts.sure_until]
    if is_end and not starts.is_stopped:
        found = found or [_Start(0, 0, 0)]
        found.append(_Start(state.lineMax, len(state.tokens), len(definitions.all)))
    lines = text.split("\n")
    return tuple(_section(lines, state.tokens, definitions.all, span) for span in pairwise(found))


class _Links(dict[str, "Mapping[str, str]"]):
    """The definitions of links that may be found; it notes for which labels it was asked."""

    def __init__(self, known: "Mapping[str, Mapping[str, str]]", asked: set[str]) -> None:
        super().__init__()
        self._known = known
        self._asked = asked

    def get(self, label: str, default: object = None) -> object:  # type: ignore[override] # as the parser asks
        """Answer the definition of a label."""
        self._asked.add(label)
        return self._known.get(label, default)


@dataclass(frozen=True, slots=True)
class Labels:
    """What a text defines: links by their labels, and the keys of its footnotes."""

    links: "Mapping[str, Mapping[str, str]]" = field(default_factory=dict)
    notes: "Collection[str]" = frozenset()


@dataclass(frozen=True, slots=True)
class ParsedSection:
    """A section whose text is parsed, and the labels that it looked for, found or not.

    Those of footnotes begin with "^".
    """

    first_line: int
    tokens: "list[Token]"
    asked: frozenset[str]


def parse_section(parser: "MarkdownIt", section: ReadSection, labels: Labels) -> ParsedSection:
    """Parse the text in the blocks of a section, once."""
    asked: set[str] = set()
    notes = NoteLabels(labels.notes, asked)
    env = {"references": _Links(labels.links, asked), "footnotes": {"refs": notes, "list": {}}}
    state = StateCore("", parser, env, section.tokens)
    parser.core.process(state)
    return ParsedSection(section.first_line, state.tokens, frozenset(asked))


def _section(
    lines: list[str], tokens: "list[Token]", definitions: list[Definition], span: tuple[_Start, _Start]
) -> ReadSection:
    start, end = span
    own = tokens[start.tokens : end.tokens]
    return ReadSection(
        "\n".join(lines[start.line : end.line]) + "\n" * (end.line < len(lines)),
        start.line,
        own,
        tuple(definitions[start.definitions : end.definitions]),
        tuple(note_key(token.meta["label"]) for token in own if token.type == "footnote_reference_open"),
    )


def may_be_title(text: str) -> bool:
    """Whether the text begins as the title of a link's definition does that stands in the line above."""
    return text.lstrip(" \t").startswith(_TITLE_STARTS)

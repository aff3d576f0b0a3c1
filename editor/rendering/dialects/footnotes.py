"""Footnotes as markdown-it reads them: where they are written, and what stands in each."""
# ruff: noqa: FBT001 (the signatures are markdown-it's)

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.footnote.index import footnote_def, footnote_ref

from editor.rendering.holes import NoteId, WaysBack
from editor.rendering.tree import NOTE, SOURCE_LINE

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

    from editor.rendering.tree import TreeWriter

_LABEL: Final = re.compile(r"\[\^(?:[^\[\]\\\s]|\\\S){1,999}\]")
"""Source: micromark-extension-gfm-footnote (tokenizeGfmFootnoteCall)."""


def note_key(label: str) -> str:
    """What the labels of one note have in common: [^A] finds [^a]."""
    return label.casefold()


class NoteLabels(dict[str, int]):
    """The labels that the footnote rule may find; it notes for which it was asked, as "^" and the key."""

    def __init__(self, known: "Collection[str]", asked: set[str]) -> None:
        super().__init__()
        self._known = known
        self._asked = asked

    def __bool__(self) -> bool:
        return True  # the rule asks for no label where there is none

    def __contains__(self, label: object) -> bool:
        key = note_key(str(label)[1:])
        self._asked.add(f"^{key}")
        return key in self._known


def _reference(state: "StateInline", silent: bool) -> bool:
    """Read a reference, where there is a whole label: without a look ahead many open ones take long."""
    return _LABEL.match(state.src, state.pos) is not None and footnote_ref(state, silent)


def _reference_in_link(state: "StateInline", silent: bool) -> bool:
    """Read a reference; where a link is looked for, it counts as text, which a link may hold."""
    return not silent and _reference(state, silent)


def add_footnotes(parser: "MarkdownIt", *, in_links: bool) -> None:
    """Make the parser read footnotes, in the text of links too if wanted, and leave them where they are."""
    parser.use(footnote_plugin, inline=False, move_to_end=False)
    parser.inline.ruler.disable("footnote_ref")
    parser.inline.ruler.before("link", "note", _reference_in_link if in_links else _reference)
    parser.block.ruler.at(
        "footnote_def", footnote_def, {"alt": ["paragraph", "reference", "blockquote", "list"]}
    )


class WrittenNote(NamedTuple):
    """A footnote where it is written: its key, line and content."""

    key: str
    line: int
    tokens: "Sequence[Token]"

    def write(self, writer: "TreeWriter", write_blocks: "Callable[[Sequence[Token]], None]") -> None:
        """Write the item of the list of notes, with the ways back at the end of its last paragraph."""
        id_hole, ways_back = writer.hole(NoteId()), writer.hole(WaysBack())
        writer.open("li", {"id": id_hole, NOTE: self.key, SOURCE_LINE: self.line})
        writer.text("\n")
        if self.tokens and self.tokens[-1].type == "paragraph_close":
            write_blocks(self.tokens[:-1])
            writer.text(f" {ways_back}")
            writer.close()
        else:
            write_blocks(self.tokens)
            writer.text(ways_back)
        writer.text("\n")
        writer.close()
        writer.text("\n")


def take_notes(tokens: "Sequence[Token]", first_line: int) -> "tuple[list[Token], list[WrittenNote]]":
    """The tokens without the notes that they define, and these notes; one in another ends first.

    The notes' lines are counted from first_line.
    """
    body: list[Token] = []
    open_lists = [body]
    openings: list[Token] = []
    notes: list[WrittenNote] = []
    for token in tokens:
        if token.type == "footnote_reference_open":
            openings.append(token)
            open_lists.append([])
        elif token.type == "footnote_reference_close":
            opening = openings.pop()
            line = opening.map[0] if opening.map else first_line
            notes.append(WrittenNote(note_key(opening.meta["label"]), line - first_line, open_lists.pop()))
        else:
            open_lists[-1].append(token)
    return body, notes

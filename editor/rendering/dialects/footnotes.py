"""Footnotes as GitHub shows them: numbered by first use, at the end, each with ways back.

The markup is that of mdast-util-to-hast (https://github.com/syntax-tree/mdast-util-to-hast), which all
versions of Astro keep.
"""
# ruff: noqa: FBT001 (the signatures are markdown-it's)

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.footnote.index import footnote_def, footnote_ref

from editor.rendering.tree import SOURCE_LINE

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

    from editor.rendering.tree import TreeWriter

LABEL_ID: Final = "footnote-label"
"""The id of the heading above the notes."""


class _Labels(dict[str, int]):
    """The labels of a text's notes, in which [^A] finds [^a]."""

    def __setitem__(self, label: str, number: int) -> None:
        super().__setitem__(label.casefold(), number)

    def __contains__(self, label: object) -> bool:
        return isinstance(label, str) and super().__contains__(label.casefold())


def environment() -> dict[str, dict[str, dict[str, int]]]:
    """The parser's environment for one text."""
    return {"footnotes": {"refs": _Labels(), "list": {}}}


def _reference_in_link(state: "StateInline", silent: bool) -> bool:
    """Read a reference; where a link is looked for, it counts as text, which a link may hold."""
    return not silent and footnote_ref(state, silent)


def add_footnotes(parser: "MarkdownIt", *, in_links: bool) -> None:
    """Make the parser read footnotes, in the text of links too if wanted, and leave them where they are."""
    parser.use(footnote_plugin, inline=False, move_to_end=False)
    parser.inline.ruler.disable("footnote_ref")
    parser.inline.ruler.before("link", "note", _reference_in_link if in_links else footnote_ref)
    parser.block.ruler.at(
        "footnote_def", footnote_def, {"alt": ["paragraph", "reference", "blockquote", "list"]}
    )


def _address_part(label: str) -> str:
    return quote(label.lower(), safe="!*'();:@&=+$,/?#-_.~", errors="replace")


@dataclass(slots=True)
class Note:
    """A footnote: the line where it is written, what it says and how often it is used."""

    label: str
    number: int
    line: int
    tokens: "Sequence[Token]"
    uses: int = 0

    def reference_id(self, use: int) -> str:
        """The id of the note's n-th use (from 1)."""
        suffix = f"-{use}" if use > 1 else ""
        return f"user-content-fnref-{_address_part(self.label)}{suffix}"

    @property
    def note_id(self) -> str:
        """The id of the note itself."""
        return f"user-content-fn-{_address_part(self.label)}"

    def write_reference(self, writer: "TreeWriter") -> None:
        """Write the number that stands in the text."""
        self.uses += 1
        writer.open("sup", {})
        attributes = {
            "href": f"#{self.note_id}",
            "id": self.reference_id(self.uses),
            "data-footnote-ref": "",
            "aria-describedby": LABEL_ID,
        }
        writer.open("a", attributes)
        writer.text(str(self.number))
        writer.close()
        writer.close()

    def write(self, writer: "TreeWriter", write_blocks: "Callable[[Sequence[Token]], None]") -> None:
        """Write the note, with the ways back at the end of its last paragraph."""
        writer.open("li", {"id": self.note_id})
        writer.text("\n")
        if self.tokens and self.tokens[-1].type == "paragraph_close":
            write_blocks(self.tokens[:-1])
            writer.text(" ")
            self._write_ways_back(writer)
            writer.close()
        else:
            write_blocks(self.tokens)
            self._write_ways_back(writer)
        writer.text("\n")
        writer.close()
        writer.text("\n")

    def _write_ways_back(self, writer: "TreeWriter") -> None:
        for use in range(1, self.uses + 1):
            name = f"{self.number}-{use}" if use > 1 else str(self.number)
            attributes = {
                "href": f"#{self.reference_id(use)}",
                "data-footnote-backref": "",
                "aria-label": f"Back to reference {name}",
                "class": "data-footnote-backref",
            }
            writer.text(" " if use > 1 else "")
            writer.open("a", attributes)
            writer.text("↩")
            if use > 1:
                writer.open("sup", {})
                writer.text(str(use))
                writer.close()
            writer.close()


@dataclass(slots=True)
class Notes:
    """The footnotes of one text, in the order of their first use."""

    _definitions: "dict[str, tuple[int, list[Token]]]" = field(default_factory=dict)
    _used: dict[str, Note] = field(default_factory=dict)
    _order: list[Note] = field(default_factory=list)

    def take_from(self, tokens: "Sequence[Token]") -> "list[Token]":
        """Keep the notes that the tokens define; the other tokens are answered."""
        body: list[Token] = []
        open_lists = [body]
        definitions = []
        for token in tokens:
            if token.type == "footnote_reference_open":
                definitions.append(token)
                open_lists.append([])
            elif token.type == "footnote_reference_close":
                opening = definitions.pop()
                line = opening.map[0] if opening.map else 0
                self._definitions.setdefault(opening.meta["label"].casefold(), (line, open_lists.pop()))
            else:
                open_lists[-1].append(token)
        return body

    def refer(self, label: str) -> Note:
        """The note that a reference means."""
        key = label.casefold()
        if key not in self._used:
            self._used[key] = Note(label, len(self._used) + 1, *self._definitions[key])
            self._order.append(self._used[key])
        return self._used[key]

    def write_section(self, writer: "TreeWriter", write_blocks: "Callable[[Sequence[Token]], None]") -> None:
        """Write the notes that are used; one may use others, which then follow."""
        if not self._order:
            return
        line = self._order[0].line
        writer.open("section", {"data-footnotes": "", "class": "footnotes", SOURCE_LINE: line})
        writer.open("h2", {"class": "sr-only", "id": LABEL_ID})
        writer.text("Footnotes")
        writer.close()
        writer.text("\n")
        writer.open("ol", {})
        writer.text("\n")
        for note in self._order:
            note.write(writer, write_blocks)
        writer.close()
        writer.text("\n")
        writer.close()

"""What a document's parts are numbered by: footnotes by their first use, headings of one name by their order.

The footnotes' markup is that of mdast-util-to-hast (https://github.com/syntax-tree/mdast-util-to-hast),
which all versions of Astro keep.
"""

import functools
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from editor.rendering.dialects.footnotes import note_key
from editor.rendering.holes import HeadingId, Hole, NoteId, NoteReference, filled, holes_of
from editor.text.slug import Slugger

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from editor.rendering.holes import Parts

_LABEL_ID: Final = "footnote-label"
"""The id of the heading above the notes."""
_SECTION: Final = (
    f'<section class="footnotes" data-footnotes=""><h2 class="sr-only" id="{_LABEL_ID}">Footnotes</h2>'
    "\n<ol>\n",
    "</ol>\n</section>",
)


@functools.lru_cache(maxsize=4096)  # all labels again whenever one number changes
def _address_part(label: str) -> str:
    encoded = quote(label.lower(), safe="!*'();:@&=+$,/?#-_.~", errors="replace")
    return encoded.replace("&", "&amp;")


@dataclass(slots=True)
class Note:
    """A footnote that is used: its label where it is used first, its number, how often it is used so far."""

    label: str
    number: int
    uses: int = 0

    @property
    def id(self) -> str:
        """The id of the note itself."""
        return f"user-content-fn-{_address_part(self.label)}"

    def reference_id(self, use: int) -> str:
        """The id of the note's n-th use (from 1)."""
        suffix = f"-{use}" if use > 1 else ""
        return f"user-content-fnref-{_address_part(self.label)}{suffix}"

    def next_reference(self) -> str:
        """The number that stands in the text, for one use more."""
        self.uses += 1
        return (
            f'<sup><a aria-describedby="{_LABEL_ID}" data-footnote-ref="" href="#{self.id}" '
            f'id="{self.reference_id(self.uses)}">{self.number}</a></sup>'
        )

    def ways_back(self) -> str:
        """The links to the uses so far."""
        return " ".join(map(self._way_back, range(1, self.uses + 1)))

    def _way_back(self, use: int) -> str:
        name, mark = (f"{self.number}-{use}", f"<sup>{use}</sup>") if use > 1 else (str(self.number), "")
        return (
            f'<a aria-label="Back to reference {name}" class="data-footnote-backref" '
            f'data-footnote-backref="" href="#{self.reference_id(use)}">↩{mark}</a>'
        )


_NO_NOTE: Final = Note("", 0)


@dataclass(slots=True)
class Numbers:
    """Fills the holes of a document, which is gone through from its start to its end."""

    _slugger: Slugger = field(default_factory=Slugger)
    _used: dict[str, Note] = field(default_factory=dict)
    _order: list[tuple[str, Note]] = field(default_factory=list)

    def fill(self, parts: "Parts", note: Note = _NO_NOTE) -> tuple[str, ...]:
        """What goes into the holes of the next piece, which may be that of a note."""
        return tuple(self._filling(hole, note) for hole in holes_of(parts))

    def write_notes(self, written: "Mapping[str, Parts]") -> str:
        """The section of the notes that are used; one may use others, which then follow."""
        items = [filled(written[key], fills) for key, fills in self.fill_notes(written)]
        return "".join(items).join(_SECTION) if items else ""

    def fill_notes(self, written: "Mapping[str, Parts]") -> "Iterator[tuple[str, tuple[str, ...]]]":
        """The key of each note that is used, and what goes into its holes."""
        for key, note in self._order:  # which may become longer meanwhile
            yield key, self.fill(written[key], note)

    def words(self, words: "Parts") -> str:
        """The words of a heading, with the numbers of footnotes in them."""
        return "".join(map(self._word, words))

    @property
    def notes(self) -> tuple[str, ...]:
        """The keys of the notes that are used, in their order."""
        return tuple(key for key, _ in self._order)

    def _filling(self, hole: Hole, note: Note) -> str:
        if isinstance(hole, NoteReference):
            return self._note(hole.label).next_reference()
        if isinstance(hole, HeadingId):
            return self._slugger.slug(self.words(hole.words))
        return note.id if isinstance(hole, NoteId) else note.ways_back()

    def _word(self, word: str | Hole) -> str:
        # A number in a heading is filled in after the id, but it is its note's first use all the same.
        return str(self._note(word.label).number) if isinstance(word, NoteReference) else str(word)

    def _note(self, label: str) -> Note:
        key = note_key(label)
        if key not in self._used:
            self._used[key] = Note(label, len(self._used) + 1)
            self._order.append((key, self._used[key]))
        return self._used[key]

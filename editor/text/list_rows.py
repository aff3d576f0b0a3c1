"""The lines of a Markdown list as a tree of items, and the edits that give them other markers and parents."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from editor.text.change import Edit, Selection, difference
from editor.text.fences import fences_of
from editor.text.lines import line_after, line_before, selected_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from editor.text.lines import Line

ITEM: Final = re.compile(
    r"(?P<marker>[-+*]|(?P<number>\d{1,9})[.)])(?P<gap>[ \t]+|$)(?P<task>\[[ xX]\](?:[ \t]+|$))?"
)
_BREAK: Final = re.compile(r"(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_TAB: Final = 4
_DEEP: Final = 4  # columns of indentation that make code, or that are no marker's gap
_FAR: Final = 1000  # lines around the selection in which a list is looked for


@dataclass(slots=True, eq=False)
class Item:
    """A list item: marker, gap and task mark as they are to be written, and the columns it was read in.

    One without marker is a line that is no item (any more), or the root that holds the outermost items.
    """

    marker: str
    gap: str
    task: str
    column: int
    content: int
    parent: Item | None
    number: int | None = None
    offset: int = 0  # of its marker from where the parent's content begins
    is_fresh: bool = False  # whether it is new in its list
    is_shifted: bool = False  # whether an item above it left its list
    new_content: int = field(default=0)

    @property
    def new_column(self) -> int:
        """The column in which the item's marker is to be written."""
        return self.offset + (self.parent.new_content if self.parent is not None else 0)

    def take_number(self, number: int) -> None:
        """Give an ordered item another number."""
        self.number = number
        self.marker = f"{number}{self.marker[-1]}"

    def take_kind_of(self, other: Item) -> None:
        """Take the bullet of another item, or become numbered as it is."""
        if (self.number is None) == (other.number is None):
            return
        self.marker, self.number = other.marker, other.number
        self.is_fresh = True


@dataclass(slots=True, eq=False)
class Row:
    """One line of the region: what stands before its text, and the item that it begins or belongs to."""

    line: Line
    prefix_start: int
    prefix_end: int
    column: int
    item: Item | None = None
    owner: Item | None = None

    @property
    def is_blank(self) -> bool:
        """Whether the line holds no text and no item."""
        return self.item is None and self.line.is_blank


class ListRows:
    """The lines around a selection that may be of one list, and the list items in them."""

    def __init__(self, text: str, selection: Selection) -> None:
        self.text = text
        self.rows: list[Row] = []
        chosen = selected_lines(text, selection)
        self._chosen = range(chosen[0].start, chosen[-1].end + 1)
        self._stack = [_root()]
        lines = list(_region(text, chosen))
        fences = [fence for fence in fences_of(text) if fence.opening.start <= lines[-1].start]
        was_blank = True
        for line in lines:
            is_code = any(fence.opening.start < line.start and fence.holds(line.start) for fence in fences)
            self._read(line, is_code=is_code, was_blank=was_blank)
            was_blank = line.is_blank
        self.code = frozenset(
            line.start for line in lines if any(fence.holds(line.start) for fence in fences)
        )

    def chosen(self) -> list[Row]:
        """Answer the rows of the selected lines, without those of code blocks."""
        return [
            row for row in self.rows if row.line.start in self._chosen and row.line.start not in self.code
        ]

    def items(self) -> list[Item]:
        """Answer all items in the order of their lines."""
        return [row.item for row in self.rows if row.item is not None]

    def siblings(self, parent: Item | None) -> list[Item]:
        """Answer the items directly under parent as they are to be."""
        return [item for item in self.items() if item.parent is parent]

    def before(self, item: Item) -> Item | None:
        """Answer the item above with the same parent."""
        siblings = self.siblings(item.parent)
        index = siblings.index(item)
        return siblings[index - 1] if index else None

    def renumber(self, parents: Iterable[Item | None]) -> None:
        """Give the numbered items under each parent, from the first new or shifted one on, numbers in a row.

        Where all old items of a list have the same number, new ones get it too.
        """
        for parent in parents:
            siblings = self.siblings(parent)
            old = [item.number for item in siblings if item.number is not None and not item.is_fresh]
            step = 0 if len(old) > 1 and len(set(old)) == 1 else 1
            before: Item | None = None
            is_changed = False
            for item in siblings:
                is_changed = is_changed or item.is_fresh or item.is_shifted
                if item.number is not None and is_changed:
                    item.take_number(before.number + step if before and before.number is not None else 1)
                before = item

    def edits(self) -> tuple[Edit, ...]:
        """Answer the edits that write every line's markers and indentation as its item wants them."""
        edits: list[Edit] = []
        for row in self.rows:
            old = self.text[row.prefix_start : row.prefix_end]
            edit = difference(old, self._prefix(row, old))
            if edit is not None:
                edits.append(
                    Edit(edit.start + row.prefix_start, edit.end + row.prefix_start, edit.replacement)
                )
        return tuple(edits)

    def _prefix(self, row: Row, old: str) -> str:
        if row.item is not None:
            item = row.item
            column = item.new_column
            indentation = old[: len(old) - len(old.lstrip(" \t"))]
            if column != row.column:
                indentation = " " * column
            if not item.marker:
                item.new_content = item.content + column - row.column
                return indentation
            gap = item.gap or (" " if item.task else "")
            item.new_content = column + len(item.marker) + _gap_width(column + len(item.marker), gap)
            return f"{indentation}{item.marker}{gap}{item.task}"
        if row.owner is None or not (shift := row.owner.new_content - row.owner.content):
            return old
        return " " * max(0, row.column + shift)

    def _read(self, line: Line, *, is_code: bool, was_blank: bool) -> None:
        start = line.quotes_width
        body = line.text[start:]
        blanks = len(body) - len(body.lstrip(" \t"))
        column = len(body[:blanks].expandtabs(_TAB))
        row = Row(line, line.start + start, line.start + start + blanks, column)
        self.rows.append(row)
        if is_code:
            row.owner = self._stack[-1]
            return
        found = ITEM.match(body, blanks)
        if line.is_blank or (found is not None and _BREAK.match(body, blanks)):
            found = None
        if found is None and (line.is_blank or (not was_blank and column < self._stack[-1].content)):
            return  # nothing, or text that lazily continues an item's paragraph
        while len(self._stack) > 1 and column < self._stack[-1].content:
            self._stack.pop()
        parent = self._stack[-1]
        if found is None or column >= parent.content + _DEEP:
            row.owner = parent
            if len(self._stack) == 1:
                self._stack = [_root()]  # text between two lists
            return
        row.prefix_end = line.start + start + found.end()
        row.item = _item(found, column, parent)
        self._stack.append(row.item)

    def make_item(self, row: Row) -> Item:
        """Make an item, still without marker, of a row that is none: in the list right above, else alone."""
        parent = self._item_above(row) or _root()
        while parent.parent is not None and row.column < parent.content:
            parent = parent.parent
        offset = row.column - parent.content
        offset = offset if offset < _DEEP else 0  # further in, a marker would be code
        row.item = Item("", " ", "", row.column, row.column + 2, parent, offset=offset)
        row.owner = None
        return row.item

    def _item_above(self, row: Row) -> Item | None:
        for above in reversed(self.rows[: self.rows.index(row)]):
            if not above.is_blank:
                return above.item or above.owner
        return None


def _root() -> Item:
    return Item("", "", "", 0, 0, None)


def _item(found: re.Match[str], column: int, parent: Item) -> Item:
    marker = found["marker"]
    end = column + len(marker)
    number = int(found["number"]) if found["number"] else None
    return Item(
        marker,
        found["gap"],
        found["task"] or "",
        column,
        end + _gap_width(end, found["gap"]),
        parent,
        number,
        column - parent.content,
    )


def _gap_width(column: int, gap: str) -> int:
    width = len((" " * column + gap).expandtabs(_TAB)) - column
    return width if 0 < width <= _DEEP else 1


def _region(text: str, chosen: list[Line]) -> Iterator[Line]:
    """Answer the lines around the chosen ones up to text that no list above or below can hold."""
    quotes = chosen[0].quotes
    lines = [line for line in chosen if line.quotes == quotes]
    above = line_before(text, lines[0])
    for _count in range(_FAR):
        if above is None or above.quotes != quotes:
            break
        before = line_before(text, above)
        if _stands_alone(above) and (before is None or before.is_blank):
            break
        lines.insert(0, above)
        above = before
    below = line_after(text, lines[-1])
    for _count in range(_FAR):
        if below is None or below.quotes != quotes or (_stands_alone(below) and lines[-1].is_blank):
            break
        lines.append(below)
        below = line_after(text, below)
    yield from lines


def _stands_alone(line: Line) -> bool:
    body = line.text[line.quotes_width :]
    return bool(body.strip(" \t")) and body[0] not in " \t" and ITEM.match(body) is None

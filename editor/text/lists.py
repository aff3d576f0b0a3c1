"""The commands on lists: bullets, numbers, tasks, the next item, and their indentation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from editor.text.change import Change, Edit, Selection, lines_after, merged_edits
from editor.text.fences import fence_at
from editor.text.lines import line_at, line_before
from editor.text.list_rows import ITEM, ListRows

if TYPE_CHECKING:
    from editor.text.lines import Line
    from editor.text.list_rows import Item, Row

_Kind = Literal["bullet", "number", "task"]
_BULLET: Final = "-"
_FIRST: Final = "1."
_OPEN_TASK: Final = "[ ] "
_WIDEST_GAP: Final = 4  # columns between a marker and its text; more make code


def toggle_bullet_list(text: str, selection: Selection) -> Change | None:
    """Make bullet items of the selected lines, or plain lines where all of them are bullet items."""
    return _toggle(text, selection, "bullet")


def toggle_numbered_list(text: str, selection: Selection) -> Change | None:
    """Make numbered items of the selected lines, or plain lines where all of them are numbered items."""
    return _toggle(text, selection, "number")


def toggle_task_list(text: str, selection: Selection) -> Change | None:
    """Make open tasks of the selected lines, or plain lines where all of them are tasks."""
    return _toggle(text, selection, "task")


def indent_list(text: str, selection: Selection) -> Change | None:
    """Make the selected items children of the item above them, with all they hold; None outside lists.

    A child stands where the text of its parent begins (CommonMark 0.31, section 5.2). An item that has none
    above it stays: the change is then empty.
    """
    rows = ListRows(text, selection)
    chosen = _chosen_items(rows)
    if not chosen:
        return None
    parents: list[Item | None] = []
    for item in chosen:
        above = rows.before(item)
        if above is not None:
            parents += (item.parent, above)
            children = rows.siblings(above)
            _mark_shifted(rows, item)
            item.parent, item.offset = above, children[-1].offset if children else 0
            item.is_fresh = True
            if children:
                item.take_kind_of(children[-1])
    rows.renumber(parents)
    return _changed(text, selection, rows.edits())


def outdent_list(text: str, selection: Selection) -> Change | None:
    """Make the selected items siblings of their parents, below them, with all they hold; None outside lists.

    The items below them that had the same parent become their children. An outermost item stays.
    """
    rows = ListRows(text, selection)
    chosen = _chosen_items(rows)
    if not chosen:
        return None
    _move_out(rows, chosen)
    return _changed(text, selection, rows.edits())


def continue_list(text: str, selection: Selection) -> Change | None:
    """Begin the next item or the next line of a quote, as Return does; None where there is neither.

    In an empty item it goes one level up instead, or ends the list.
    """
    line = line_at(text, selection.start)
    start = line.start + line.quotes_width
    body = line.text[line.quotes_width :]
    blanks = len(body) - len(body.lstrip(" \t"))
    found = ITEM.match(body, blanks)
    if selection.start < start or not (found or line.quotes) or fence_at(text, selection.start) is not None:
        return None
    if found is None:
        return _next_quote_line(text, selection, line)
    if selection.start < start + found.end():
        return None
    rows = ListRows(text, Selection.at(selection.start))
    items = [row.item for row in rows.chosen() if row.item is not None]
    if not items:
        return None
    if selection.is_empty and not body[found.end() :].strip(" \t"):
        return _ended_item(text, selection, line, items[0])
    return _next_item(text, selection, rows, items[0])


def _toggle(text: str, selection: Selection, kind: _Kind) -> Change | None:
    rows = ListRows(text, selection)
    chosen = rows.chosen()
    lines = [row for row in chosen if row.item is not None or not (row.is_blank or row.line.is_rule)]
    begun = [row.item for row in lines if row.item is not None]
    lines = [row for row in lines if row.item is not None or not _goes_on(row, begun)]
    if not lines:
        if len(chosen) != 1:
            return None
        lines = chosen
    if all(row.item is not None and _is_kind(row.item, kind) for row in lines):
        for item in begun:
            item.marker, item.gap, item.task, item.number = "", "", "", None
    else:
        for row in lines:
            _give_kind(rows, row, kind)
    rows.renumber(dict.fromkeys(item.parent for item in rows.items()))
    return _changed(text, selection, rows.edits())


def _goes_on(row: Row, items: list[Item]) -> bool:
    """Whether a line is further text of one of the items, if only by being indented below it."""
    return _belongs_to(row.owner, items) or (row.owner is None and row.column > 0 and bool(items))


def _belongs_to(item: Item | None, items: list[Item]) -> bool:
    while item is not None:
        if item in items:
            return True
        item = item.parent
    return False


def _is_kind(item: Item, kind: _Kind) -> bool:
    if kind == "task":
        return bool(item.task)
    if kind == "number":
        return item.number is not None
    return item.number is None and not item.task


def _give_kind(rows: ListRows, row: Row, kind: _Kind) -> None:
    item = row.item or rows.make_item(row)
    above = rows.before(item)
    item.gap = item.gap or " "
    if kind == "task":
        item.marker = item.marker or _BULLET
        item.task = item.task or _OPEN_TASK
        return
    if kind == "number":
        if item.number is None:
            item.marker, item.number = _FIRST, 1
            if above is not None and above.number is not None:
                item.marker = above.marker
        item.is_fresh = True
        return
    item.task = ""
    if item.number is not None or not item.marker:
        item.marker, item.number = _BULLET, None
        if above is not None and above.marker and above.number is None:
            item.marker = above.marker


def _chosen_items(rows: ListRows) -> list[Item]:
    """Answer the items of the selected lines, without those inside of others among them."""
    items = [row.item or row.owner for row in rows.chosen() if not row.is_blank]
    known = [item for item in dict.fromkeys(items) if item is not None and item.marker]
    return [item for item in known if not _belongs_to(item.parent, known)]


def _move_out(rows: ListRows, chosen: list[Item]) -> None:
    parents: list[Item | None] = []
    for item in chosen:
        parent = item.parent
        if parent is None or not parent.marker:
            item.offset = 0
            continue
        below = rows.siblings(parent)
        below = [other for other in below[below.index(item) + 1 :] if other not in chosen]
        children = rows.siblings(item)
        for other in below:
            other.parent, other.offset = item, children[-1].offset if children else 0
            other.is_fresh = True
        item.parent, item.offset, item.is_fresh = parent.parent, parent.offset, True
        item.take_kind_of(parent)
        if parent.task and not item.task:
            item.task = _OPEN_TASK
        parents += (item.parent, item)
    rows.renumber(parents)


def _changed(text: str, selection: Selection, edits: tuple[Edit, ...]) -> Change:
    in_order = merged_edits(text, edits)
    return Change(in_order, lines_after(selection, in_order))


def _mark_shifted(rows: ListRows, item: Item) -> None:
    siblings = rows.siblings(item.parent)
    for below in siblings[siblings.index(item) + 1 :][:1]:
        below.is_shifted = True


def _next_quote_line(text: str, selection: Selection, line: Line) -> Change:
    if line.is_blank and selection.is_empty:
        return _ended(text, line, "")
    prefix = line.text[: line.quotes_width].rstrip(" \t") + " "
    inserted = f"\n{prefix}"
    edit = Edit(selection.start, _behind_blanks(text, selection.end), inserted)
    return Change((edit,), Selection.at(selection.start + len(inserted)))


def _behind_blanks(text: str, index: int) -> int:
    while text[index : index + 1] in (" ", "\t"):
        index += 1
    return index


def _ended_item(text: str, selection: Selection, line: Line, item: Item) -> Change | None:
    if item.parent is not None and item.parent.marker:
        return outdent_list(text, selection)
    return _ended(text, line, line.text[: line.quotes_width])


def _ended(text: str, line: Line, start: str) -> Change:
    """Answer the change that makes of a line only its start; below text, an empty line keeps them apart."""
    before = line_before(text, line)
    if before is not None and not before.is_blank:
        start = f"{start.rstrip()}\n{start}"
    return Change((Edit(line.start, line.end, start),), Selection.at(line.start + len(start)))


def _next_item(text: str, selection: Selection, rows: ListRows, item: Item) -> Change:
    line = line_at(text, selection.start)
    marker = item.marker
    edits: tuple[Edit, ...] = ()
    if item.number is not None:
        above = rows.before(item)
        step = 0 if above is not None and above.number == item.number else 1
        marker = f"{item.number + step}{item.marker[-1]}"
        if step:
            _make_room(rows, item)
            edits = tuple(edit for edit in rows.edits() if edit.start >= selection.end)
    gap = item.gap if 0 < len(item.gap) <= _WIDEST_GAP else " "
    before_marker = line.text[: line.text.index(item.marker, line.quotes_width)]
    inserted = f"\n{before_marker}{marker}{gap}{_OPEN_TASK if item.task else ''}"
    first = Edit(selection.start, _behind_blanks(text, selection.end), inserted)
    return Change(merged_edits(text, (first, *edits)), Selection.at(selection.start + len(inserted)))


def _make_room(rows: ListRows, item: Item) -> None:
    """Add one to the numbers below an item as far as they count on from it."""
    siblings = rows.siblings(item.parent)
    expected = item.number
    for other in siblings[siblings.index(item) + 1 :]:
        if expected is None or other.number != expected + 1:
            return
        expected = other.number
        other.take_number(expected + 1)

"""Rows of two texts drawn into a table of a document: what differs is coloured and has a sign."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtGui import (
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
    QTextTableCell,
    QTextTableFormat,
)

from editor.text.differences import Line, Piece, Row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editor.ui.theme import Theme

Side = Literal["removed", "added"]
_SIGNS: Final = {"removed": "− ", "added": "+ "}
_ALIKE: Final = "  "
_PADDING: Final = 3


@dataclass(frozen=True, slots=True)
class Note:
    """Words across the table, such as how much is left out; with a link, they can be activated."""

    text: str
    link: str = ""


@dataclass(frozen=True, slots=True)
class Titles:
    """What the two texts are called, above them."""

    old: str
    new: str


def draw(
    document: QTextDocument, parts: Sequence[Row | Note | Titles], theme: Theme, *, columns: int
) -> tuple[int, ...]:
    """Put parts in the place of what document holds, in two columns, or in one.

    Answers the position where each difference begins.
    """
    document.clear()
    rows = [drawn for part in parts for drawn in _drawn_rows(part, columns)]
    cursor = QTextCursor(document)
    # Laid out once, at the end.
    cursor.beginEditBlock()
    table = cursor.insertTable(max(len(rows), 1), columns, _table_format(columns))
    places: list[int] = []
    was_same = True
    for number, row in enumerate(rows):
        is_same = isinstance(row, Note) or not _differs(row)
        if was_same and not is_same:
            places.append(table.cellAt(number, 0).firstCursorPosition().position())
        was_same = is_same
        if isinstance(row, Note):
            table.mergeCells(number, 0, 1, columns)
            _draw_note(table.cellAt(number, 0), row, theme)
        else:
            _draw_cells(table, number, row, theme)
    cursor.endEditBlock()
    return tuple(places)


@dataclass(frozen=True, slots=True)
class _Cell:
    """A line in one of the table's cells; side is empty where both texts have it."""

    line: Line | None
    side: Side | Literal[""]
    is_title: bool = False


def _differs(row: tuple[_Cell, ...]) -> bool:
    return any(cell.side and not cell.is_title for cell in row)


def _title(text: str, side: Side) -> _Cell:
    return _Cell(Line(0, (Piece(text, is_marked=False),)), side, is_title=True)


def _drawn_rows(part: Row | Note | Titles, columns: int) -> tuple[tuple[_Cell, ...] | Note, ...]:
    if isinstance(part, Note):
        return (part,)
    if isinstance(part, Titles):
        titles = (_title(part.old, "removed"), _title(part.new, "added"))
        return (titles,) if columns > 1 else tuple((title,) for title in titles)
    if part.is_same:
        return (tuple(_Cell(line, "") for line in (part.old, part.new)[:columns]),)
    cells = (_Cell(part.old, "removed"), _Cell(part.new, "added"))
    if columns > 1:
        return (cells,)
    return tuple((cell,) for cell in cells if cell.line is not None)


def _table_format(columns: int) -> QTextTableFormat:
    table = QTextTableFormat()
    table.setBorder(0)
    table.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_None)
    table.setCellSpacing(1)
    table.setCellPadding(_PADDING)
    table.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    share = QTextLength(QTextLength.Type.PercentageLength, 100 / columns)
    table.setColumnWidthConstraints([share] * columns)
    return table


def _draw_cells(table: QTextTable, number: int, cells: tuple[_Cell, ...], theme: Theme) -> None:
    for column, cell in enumerate(cells):
        place = table.cellAt(number, column)
        if cell.line is None:
            continue
        if cell.side and not cell.is_title:
            style = place.format()
            style.setBackground(theme.colour(cell.side))
            place.setFormat(style)
        _draw_line(place.firstCursorPosition(), cell, theme)


def _draw_line(cursor: QTextCursor, cell: _Cell, theme: Theme) -> None:
    plain = QTextCharFormat()
    if cell.is_title:
        plain.setForeground(theme.colour("soft_text"))
    cursor.insertText(_SIGNS[cell.side] if cell.side else _ALIKE, plain)
    for piece in cell.line.pieces if cell.line is not None else ():
        style = plain
        if cell.side and piece.is_marked:
            style = QTextCharFormat()
            style.setBackground(theme.colour(f"{cell.side}_words"))
        cursor.insertText(piece.text, style)


def _draw_note(cell: QTextTableCell, note: Note, theme: Theme) -> None:
    style = QTextCharFormat()
    style.setForeground(theme.colour("link" if note.link else "soft_text"))
    if note.link:
        style.setAnchor(True)
        style.setAnchorHref(note.link)
        style.setFontUnderline(True)
    cell.firstCursorPosition().insertText(note.text, style)

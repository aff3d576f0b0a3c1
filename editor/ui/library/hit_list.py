"""What a search found, as rows: the title, and the passage with the hits marked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from editor.index.database import Found, Hit
from editor.text.positions import position_of

if TYPE_CHECKING:
    from editor.index.passages import Passage
    from editor.ui.theme import Theme

HIT_ROLE: Final = int(Qt.ItemDataRole.UserRole)
_ROOT: Final = QModelIndex()
_MARGIN, _LEADING, _LINES = 12, 7, 3
_NONE: Final = Found("")


class HitModel(QAbstractListModel):
    """A row a hit; further ones are asked for as the writer comes near the end."""

    more_wanted = Signal(Found, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._found = _NONE
        self._hits: tuple[Hit, ...] = ()
        self._asked = 0

    def show_hits(self, found: Found, hits: tuple[Hit, ...]) -> None:
        """Show the first hits of what was found in place of those before; the same ones stay as they are."""
        if found == self._found and hits == self._hits[: len(hits)]:
            return
        self.beginResetModel()
        self._found, self._hits, self._asked = found, hits, len(hits)
        self.endResetModel()

    def add_hits(self, found: Found, first: int, hits: tuple[Hit, ...]) -> None:
        """Show further hits, if they are of what is shown."""
        if found == self._found and first == self._asked and hits:
            rows = len(self._hits)
            self.beginInsertRows(QModelIndex(), rows, rows + len(hits) - 1)
            self._hits += hits
            self._asked += len(hits)
            self.endInsertRows()

    def canFetchMore(self, parent: QModelIndex | QPersistentModelIndex) -> bool:
        """Whether there are more hits than rows."""
        return not parent.isValid() and self._asked < len(self._found.numbers)

    def fetchMore(self, parent: QModelIndex | QPersistentModelIndex) -> None:
        """Ask for the next hits."""
        if not parent.isValid():
            self.more_wanted.emit(self._found, self._asked)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """Answer how many hits are shown."""
        return 0 if parent.isValid() else len(self._hits)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Answer the title, both texts for a screen reader, the path as tool tip, or the hit."""
        if not index.isValid():
            return None
        hit = self._hits[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return hit.title.words
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{hit.title.words}. {hit.passage.words}"
            case Qt.ItemDataRole.ToolTipRole:
                return str(hit.path)
            case _:
                return hit if role == HIT_ROLE else None


class HitRow(QStyledItemDelegate):
    """Draws a hit in the colours of the theme."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of theme from now on."""
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Answer room for the title and the lines of the passage."""
        del index
        height = (
            QFontMetrics(option.font).lineSpacing() + _LINES * QFontMetrics(_small(option.font)).lineSpacing()
        )
        return QSize(0, height + 2 * _LEADING + 2)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one hit."""
        hit: Hit = index.data(HIT_ROLE)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, self._theme.colour("selected_row"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, self._theme.colour("alternate_base"))
        area = option.rect.adjusted(_MARGIN, _LEADING, -_MARGIN, -_LEADING)
        painter.setPen(self._theme.colour("text"))
        height = self._paint_lines(painter, area, hit.title, option.font, 1)
        painter.setPen(self._theme.colour("soft_text"))
        area.setTop(area.top() + height)
        self._paint_lines(painter, area, hit.passage, _small(option.font), _LINES)
        painter.restore()

    def _paint_lines(self, painter: QPainter, area: QRect, passage: Passage, font: QFont, most: int) -> int:
        """Draw a passage in so many lines at most, its marks bold; answer their height."""
        metrics = QFontMetrics(font)
        layout = QTextLayout(passage.words, font)
        layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
        layout.setFormats([self._marked(passage, mark) for mark in passage.marks])
        layout.beginLayout()
        for number in range(most):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(area.width())
            line.setPosition(QPointF(0, number * metrics.lineSpacing()))
        layout.endLayout()
        layout.draw(painter, area.topLeft().toPointF())
        return metrics.lineSpacing()

    def _marked(self, passage: Passage, mark: tuple[int, int]) -> QTextLayout.FormatRange:
        span = QTextLayout.FormatRange()
        span.start = position_of(passage.words, mark[0])
        span.length = position_of(passage.words, mark[1]) - span.start
        look = QTextCharFormat()
        look.setFontWeight(QFont.Weight.Bold)
        look.setForeground(self._theme.colour("text"))
        look.setBackground(self._theme.colour("warning_wash"))
        span.format = look
        return span


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * 0.88)
    return small

"""Completion of a line from words, each with how many articles have it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QPainter, QPalette, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QCompleter,
    QLineEdit,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

_COUNT: Final = Qt.ItemDataRole.UserRole
_MOST_SHOWN: Final = 9
_GAP: Final = 24
_MARGIN: Final = 8
_ROW: Final = 26


class CountDelegate(QStyledItemDelegate):
    """Draws a word, and at the right how many articles have it."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the count over the word's row."""
        super().paint(painter, option, index)
        count = index.data(_COUNT)
        if count:
            area = option.rect.adjusted(0, 0, -_MARGIN, 0)
            painter.setPen(option.palette.color(QPalette.ColorRole.PlaceholderText))
            painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(count))

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Answer the room for both."""
        size = super().sizeHint(option, index)
        count = option.fontMetrics.horizontalAdvance(str(index.data(_COUNT) or ""))
        return QSize(size.width() + count + _GAP, max(size.height(), _ROW))


class WordCompleter(QCompleter):
    """Offers words that hold what is written, whatever its case, in their own order."""

    def __init__(self, line: QLineEdit) -> None:
        super().__init__(line)
        self._words: tuple[tuple[str, int], ...] = ()
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setMaxVisibleItems(_MOST_SHOWN)
        self._popup = QListView()
        self._popup.setObjectName("completions")
        self._popup.setUniformItemSizes(True)
        self.setPopup(self._popup)
        self._popup.setItemDelegate(CountDelegate(self._popup))

    @property
    def words(self) -> tuple[str, ...]:
        """The words on offer."""
        return tuple(word for word, _ in self._words)

    def set_words(self, words: Iterable[tuple[str, int]]) -> None:
        """Offer words, each with its count; 0 is not shown."""
        words = tuple(words)
        if words == self._words:
            return
        self._words = words
        self._model.clear()
        for word, count in words:
            item = QStandardItem(word)
            item.setData(count, _COUNT)
            self._model.appendRow(item)

    def is_choosing(self) -> bool:
        """Whether a word of the list is picked, so that Return takes it."""
        return self._popup.isVisible() and self._popup.currentIndex().isValid()

    def offer_all(self) -> None:
        """Drop the whole list down."""
        self.setCompletionPrefix("")
        self.complete()

    def put_away(self) -> None:
        """Hide the list."""
        self._popup.hide()

"""A list of choices at the caret, which leaves the keyboard to the text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QTextEdit

if TYPE_CHECKING:
    from collections.abc import Sequence

_WIDTH: Final = 420
_GAP: Final = 4
_MOST_ROWS: Final = 6


class ChoiceList(QListWidget):
    """Shows choices, each with a detail, below the caret of a text, or above it where no room is."""

    chosen = Signal(int)

    def __init__(self, text: QTextEdit) -> None:
        super().__init__(text)
        self.setObjectName("choices")
        self.setWindowFlags(Qt.WindowType.ToolTip | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._text = text
        self.itemClicked.connect(lambda item: self.chosen.emit(self.row(item)))

    def show_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Show choices at the caret, the first of them marked."""
        self.clear()
        for words, detail in choices:
            item = QListWidgetItem(f"{words}\n{detail}", self)
            item.setToolTip(f"{words}\n{detail}")
        self.setCurrentRow(0)
        self.ensurePolished()
        rows = min(len(choices), _MOST_ROWS)
        self.resize(_WIDTH, self.sizeHintForRow(0) * rows + 2 * self.frameWidth() + _GAP)
        self.move(self._place())
        self.show()
        self.raise_()

    def step(self, rows: int) -> None:
        """Mark another row."""
        self.setCurrentRow(max(0, min(self.currentRow() + rows, self.count() - 1)))

    def _place(self) -> QPoint:
        caret = self._text.cursorRect()
        origin = self._text.viewport().mapToGlobal(caret.bottomLeft())
        screen = self._text.screen().availableGeometry()
        place = QRect(origin + QPoint(0, _GAP), self.size())
        if place.bottom() > screen.bottom():
            place.moveBottom(origin.y() - caret.height() - _GAP)
        place.moveLeft(max(screen.left(), min(place.left(), screen.right() - place.width())))
        return place.topLeft()

"""The name of a field, before its editor."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from editor.ui.front_matter.counter import LengthCounter
    from editor.ui.front_matter.field_editor import FieldEditor

# Brings the label's line of text level with that of the input beside it.
_TOP: Final = 6


class FieldLabel(QWidget):
    """A label that ends in an ellipsis where it is too long, with the length counter of its field below."""

    def __init__(self, key: str, editor: FieldEditor, counter: LengthCounter | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._editor = editor
        self._counter = counter
        self._words = key
        self._label = QLabel(key, self)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setBuddy(editor.stops()[0])
        self.setToolTip(key)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_menu)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, _TOP, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self._label)
        if counter is not None:
            layout.addWidget(counter)

    def set_words(self, words: str) -> None:
        """Name the field words."""
        self._words = words
        self._label.setAccessibleName(words)

    def words(self) -> str:
        """Answer the label as it is shown."""
        return self._label.text()

    def wanted_width(self) -> int:
        """Answer the width of the whole label."""
        widths = [self._label.fontMetrics().horizontalAdvance(self._words)]
        if self._counter is not None:
            widths.append(self._counter.sizeHint().width())
        return max(widths) + 2

    def set_width(self, width: int) -> None:
        """Take width, and end the label there."""
        self.setFixedWidth(width)
        words = self._label.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, width)
        self._label.setText(words.replace("&", "&&"))

    def _show_menu(self, place: QPoint) -> None:
        menu = self._editor.menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.mapToGlobal(place))

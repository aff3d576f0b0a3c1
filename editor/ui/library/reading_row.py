"""The line below the list while the blog's articles are read, with a button to stop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from editor.translation import tr
from editor.ui.labels import label

if TYPE_CHECKING:
    from editor.ui.blog_index import IndexState


class ReadingRow(QWidget):
    """Tells how far the reading is; hidden when there is nothing to tell."""

    stop_requested = Signal()
    reading_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reading")
        self._is_reading = False
        self._words = label("quiet", self, wraps=True)
        self._button = QToolButton(self)
        self._button.setObjectName("unfold")
        self._button.clicked.connect(self._press)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._words, 1)
        layout.addWidget(self._button)
        self.hide()

    def show_state(self, state: IndexState) -> None:
        """Show how far the reading is."""
        self._is_reading = state.is_reading
        self.setVisible(state.is_reading or state.done < state.total)
        words = tr("Reading: {done} of {total}") if state.is_reading else tr("{done} of {total} were read")
        self._words.setText(words.format(done=state.done, total=state.total))
        self._button.setText(tr("Stop") if state.is_reading else tr("Read the others"))

    def _press(self) -> None:
        (self.stop_requested if self._is_reading else self.reading_requested).emit()

"""How long a text is, beside how long it should be."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from editor.translation import ntr, tr
from editor.ui.front_matter.field_editor import mark


class LengthCounter(QLabel):
    """Counts the characters of a text; a text longer than what search engines show is marked."""

    def __init__(self, limit: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._limit = limit
        self.setObjectName("counter")
        self.show_length(0)

    def show_length(self, length: int) -> None:
        """Show the length of a text in characters."""
        self.setText(f"{length} / {self._limit}" if length else "")
        excess = length - self._limit
        mark(self, "tone", "warning" if excess > 0 else "")
        shown = tr("Search engines show about {count} characters.").format(count=self._limit)
        cut = ntr("{count} character too many.", "{count} characters too many.", max(excess, 0))
        self.setToolTip(f"{shown} {cut.format(count=excess)}" if excess > 0 else shown)
        self.setAccessibleName(self.toolTip())

"""Two texts compared, in a window of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout

from editor.translation import tr
from editor.ui.differences.view import DifferencesView

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from editor.ui.theme import Theme

SIZE: Final = (920, 640)
"""Pixels; that of every dialog that shows two texts."""


class DifferencesDialog(QDialog):
    """Shows what differs between two texts, and changes nothing."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Differences"))
        self.resize(*SIZE)
        self.view = DifferencesView(theme, self)
        buttons = QDialogButtonBox(self)
        buttons.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 12)
        layout.setSpacing(12)
        layout.addWidget(self.view, 1)
        layout.addWidget(buttons)

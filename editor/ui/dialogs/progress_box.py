"""A box that appears when work takes longer than a moment, and can stop it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QProgressBar, QVBoxLayout, QWidget

from editor.translation import tr
from editor.ui.labels import label

if TYPE_CHECKING:
    from collections.abc import Callable

_PATIENCE_MS: Final = 1000
_WIDTH: Final = 380


class ProgressBox(QDialog):
    """Shows that work is under way; cancel is called when the writer stops it.

    (QProgressDialog lets events through while it takes a value, and may be gone before it has.)
    """

    def __init__(self, parent: QWidget, words: str, cancel: Callable[[], None], total: int = 0) -> None:
        """Show words, and of how many steps in total so many are done; 0: nobody knows."""
        super().__init__(parent)
        self.setObjectName("progress")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(words.rstrip("…"))
        self.setMinimumWidth(_WIDTH)
        self._is_finished = False
        self._bar = QProgressBar(self)
        self._bar.setRange(0, total)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(words)
        buttons = QDialogButtonBox(self)
        buttons.addButton(tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 14)
        layout.setSpacing(12)
        layout.addWidget(label("quiet", self, words))
        layout.addWidget(self._bar)
        layout.addWidget(buttons)
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(self.show)
        self._patience.start()
        self.rejected.connect(cancel)

    def show_count(self, count: int) -> None:
        """Show that so many steps are done."""
        self._bar.setValue(count)

    def finish(self) -> None:
        """Take the box away, if it is not gone yet."""
        if not self._is_finished:
            self._is_finished = True
            self._patience.stop()
            self.hide()
            self.deleteLater()

"""A box that appears when an export takes longer than a second, and can stop it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressDialog, QWidget

from editor.translation import tr

if TYPE_CHECKING:
    from collections.abc import Callable

_PATIENCE_MS: Final = 1000


class ExportProgress:
    """Shows that an export is under way; cancel is called when the writer stops it."""

    def __init__(self, parent: QWidget, cancel: Callable[[], None]) -> None:
        box = QProgressDialog(tr("Exporting the article…"), tr("Cancel"), 0, 0, parent)
        box.setWindowModality(Qt.WindowModality.WindowModal)
        box.setMinimumDuration(_PATIENCE_MS)
        box.setAutoClose(False)
        box.canceled.connect(cancel)
        box.setValue(0)
        self._box: QProgressDialog | None = box

    def finish(self) -> None:
        """Take the box away, if it is not gone yet."""
        if self._box is not None:
            # Qt takes its closing for a cancel.
            self._box.canceled.disconnect()
            self._box.close()
            self._box.deleteLater()
            self._box = None

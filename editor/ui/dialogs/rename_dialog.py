"""Another name or folder for an article; what its id and address will be is shown meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from editor.messages import obstacle_words
from editor.translation import tr
from editor.ui.labels import label

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from editor.blog.renaming import Renaming

_WIDTH: Final = 560
_MOST_CHARACTERS: Final = 500


class RenameDialog(QDialog):
    """Asks for the name and the folder of an article.

    The caller answers changed with show_outlook, and wanted by planning the change and closing the dialog.
    """

    changed = Signal()
    wanted = Signal()

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Rename or move"))
        self.setFixedWidth(_WIDTH)
        self._name = QLineEdit(name, self, maxLength=_MOST_CHARACTERS)
        self._name.setObjectName("renamed")
        self._name.selectAll()
        self._folder = QComboBox(self)
        self._now = label("quiet", self)
        self._then = label("quiet", self)
        self._message = label("message", self, wraps=True)
        self._message.setContentsMargins(10, 6, 10, 6)
        self._message.hide()
        self._buttons = QDialogButtonBox(self)
        self._rename = self._buttons.addButton(tr("Rename…"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._rename.setEnabled(False)
        self._buttons.addButton(tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self._lay_out()
        self._name.textChanged.connect(self._change)
        self._folder.currentIndexChanged.connect(self._change)
        self._buttons.accepted.connect(self.wanted)
        self._buttons.rejected.connect(self.reject)

    @property
    def name(self) -> str:
        """The name as it is typed."""
        return self._name.text()

    @property
    def folder(self) -> Path | None:
        """The folder chosen, None while none is known."""
        folder: Path | None = self._folder.currentData()
        return folder

    def show_folders(self, folders: Sequence[Path], chosen: Path, root: Path) -> None:
        """Offer folders of the blog, named from its root."""
        self._folder.blockSignals(True)  # noqa: FBT003 - Qt's own name says it
        for folder in folders:
            self._folder.addItem(folder.relative_to(root).as_posix(), folder)
        self._folder.setCurrentIndex(folders.index(chosen))
        self._folder.blockSignals(False)  # noqa: FBT003
        self._form.setRowVisible(self._folder, len(folders) > 1)
        self._change()

    def show_outlook(self, found: Renaming, root: Path, *, is_same: bool) -> None:
        """Show what the name and the folder would mean; is_same: they are those of now."""
        old, new = found.addresses
        is_told = bool(old and new) and found.obstacle is None
        self._form.setRowVisible(self._now, is_told)
        self._form.setRowVisible(self._then, is_told and old != new)
        self._show_words(self._now, f"/{old}/")
        self._show_words(self._then, f"/{new}/")
        if found.obstacle is not None and not is_same:
            words = obstacle_words(found.obstacle, root)
        elif is_told and old != new:
            words = tr("The address of the article changes: links to it from other sites will lead nowhere.")
        else:
            words = ""
        self._message.setText(words)
        self._message.setVisible(bool(words))
        self._rename.setEnabled(found.obstacle is None and not is_same)
        self.adjustSize()

    def _lay_out(self) -> None:
        self._form = QFormLayout()
        self._form.setHorizontalSpacing(16)
        self._form.setVerticalSpacing(8)
        self._form.addRow(tr("Name"), self._name)
        self._form.addRow(tr("Folder"), self._folder)
        self._form.addRow(tr("Address"), self._now)
        self._form.addRow(tr("New address"), self._then)
        for row in (self._folder, self._now, self._then):
            self._form.setRowVisible(row, False)  # noqa: FBT003 - Qt's own name says it
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(14)
        layout.addLayout(self._form)
        layout.addWidget(self._message)
        layout.addWidget(self._buttons)

    def _change(self) -> None:
        self._rename.setEnabled(False)
        self.changed.emit()

    def _show_words(self, part: QLabel, words: str) -> None:
        """Show words in one line, of long ones beginning and end."""
        part.setText(self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideMiddle, self._name.width()))
        part.setToolTip(words)
        part.setAccessibleName(words)

"""What is to be replaced in the blog, by what, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
)

from editor.blog.replacing import Wish
from editor.text.search import Search
from editor.translation import tr
from editor.ui.labels import label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

_WIDTH: Final = 520


class ReplaceDialog(QDialog):
    """Asks for the words and the options; wanted is announced and the dialog stays until it is closed."""

    wanted = Signal(Wish, int)
    """What is to be replaced, and the number of the place where."""

    def __init__(self, words: str, places: Sequence[str], parent: QWidget) -> None:
        """Begin with words; places are the names of where it can be done."""
        super().__init__(parent)
        self.setWindowTitle(tr("Replace in the blog"))
        self._words = _line(self, tr("Find"), words)
        self._replacement = _line(self, tr("Replace with"))
        self._places = QComboBox(self)
        self._places.setObjectName("place")
        self._places.setAccessibleName(tr("In"))
        self._places.addItems(places)
        self._case = QCheckBox(tr("Match case"), self)
        self._whole = QCheckBox(tr("Whole words"), self)
        self._folded = QCheckBox(tr("Ignore accents"), self)
        self._pattern = QCheckBox(tr("Regular expression"), self)
        self._fields = QCheckBox(tr("In the front matter too"), self)
        self._fields.setChecked(True)
        self._note = label("message", self, wraps=True)
        self._note.setContentsMargins(10, 6, 10, 6)
        self._note.hide()
        self._buttons = QDialogButtonBox(self)
        self._show_button = self._buttons.addButton(
            tr("Show the changes…"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self._buttons.addButton(tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self._lay_out()
        self._words.textChanged.connect(self._follow_words)
        self._buttons.accepted.connect(self._ask)
        self._buttons.rejected.connect(self.reject)
        self._follow_words()
        (self._replacement if words else self._words).setFocus()

    def show_note(self, words: str) -> None:
        """Say what came of it."""
        self._note.setText(words)
        self._note.show()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setVerticalSpacing(8)
        form.setHorizontalSpacing(16)
        form.addRow(tr("Find"), self._words)
        form.addRow(tr("Replace with"), self._replacement)
        form.addRow(tr("In"), self._places)
        for box in (self._case, self._whole, self._folded, self._pattern, self._fields):
            form.addRow("", box)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(14)
        layout.addLayout(form)
        layout.addWidget(self._note)
        layout.addStretch()
        layout.addWidget(self._buttons)
        self.setMinimumWidth(_WIDTH)

    def _follow_words(self) -> None:
        self._note.hide()
        self._show_button.setEnabled(bool(self._words.text()))

    def _ask(self) -> None:
        search = Search(
            self._words.text(),
            match_case=self._case.isChecked(),
            whole_words=self._whole.isChecked(),
            fold_accents=self._folded.isChecked(),
            is_pattern=self._pattern.isChecked(),
        )
        wish = Wish(search, self._replacement.text(), in_fields=self._fields.isChecked())
        self.wanted.emit(wish, self._places.currentIndex())


def _line(parent: QWidget, name: str, text: str = "") -> QLineEdit:
    line = QLineEdit(text, parent)
    line.setAccessibleName(name)
    return line

"""The images that come into the blog, each with what is asked of it, before they do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFrame, QScrollArea, QVBoxLayout, QWidget

from editor.translation import tr
from editor.ui.dialogs.image_row import ImageRow
from editor.ui.labels import label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editor.ui.theme import Theme

_WIDTH: Final = 680
_NARROWEST: Final = 440
_ROW: Final = 172
"""Pixels of a row in which everything is said."""
_SHARE_OF_SCREEN: Final = 0.8
_MARGIN: Final = 20


class ImagesDialog(QDialog):
    """Rows of images; insert_requested comes once each has its words, and the caller then accepts it."""

    insert_requested = Signal()

    def __init__(self, names: Sequence[str], theme: Theme, parent: QWidget, *, asks_words: bool) -> None:
        """Begin with what the images' files are called; asks_words where each needs an alternative text."""
        super().__init__(parent)
        self.setWindowTitle(tr("Insert images") if asks_words else tr("Take the image into the blog"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.rows = tuple(ImageRow(name, theme, self, asks_words=asks_words) for name in names)
        self._left: set[ImageRow] = set()
        self.is_written = False
        """Whether files are being written: nothing can be called off then."""
        self._place = label("quiet", self, wraps=True)
        self._note = label("message", self, wraps=True)
        self._note.setContentsMargins(10, 6, 10, 6)
        self._note.hide()
        buttons = QDialogButtonBox(self)
        self._insert = buttons.addButton(
            tr("Insert") if asks_words else tr("Take in"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        buttons.addButton(tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self._insert.setDefault(True)
        self._lay_out(buttons)
        buttons.accepted.connect(self._ask)
        buttons.rejected.connect(self.reject)
        for row in self.rows:
            row.removed.connect(lambda row=row: self.leave_out(row))
            row.allow_removal(is_allowed=len(self.rows) > 1)

    @property
    def wanted(self) -> tuple[ImageRow, ...]:
        """The rows of the images that are to come into the blog."""
        return tuple(row for row in self.rows if row not in self._left)

    def reject(self) -> None:
        """Close the dialog, unless its images are being written."""
        if not self.is_written:
            super().reject()

    def leave_out(self, row: ImageRow) -> None:
        """Leave the image of row out; with the last one the dialog closes."""
        self._left.add(row)
        row.hide()
        if not self.wanted:
            self.reject()

    def refuse(self, row: ImageRow, words: str) -> None:
        """Say why the image of row is not taken; the others still are."""
        row.show_failure(words)
        self._left.add(row)
        self._insert.setEnabled(bool(self.wanted))

    def show_place(self, words: str) -> None:
        """Say where the images go."""
        self._place.setText(words)

    def show_work(self, *, is_busy: bool) -> None:
        """Show whether something is still being made for the button that was pressed."""
        self._insert.setEnabled(not is_busy)
        self.setCursor(Qt.CursorShape.BusyCursor if is_busy else Qt.CursorShape.ArrowCursor)

    def show_failure(self, words: str) -> None:
        """Say why nothing was written."""
        self._note.setText(words)
        self._note.show()
        self.show_work(is_busy=False)

    def _lay_out(self, buttons: QDialogButtonBox) -> None:
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(_MARGIN, _MARGIN // 2, _MARGIN, _MARGIN // 2)
        column.setSpacing(0)
        for row in self.rows:
            column.addWidget(row)
        column.addStretch()
        scrolled = QScrollArea(self, widgetResizable=True)
        scrolled.setFrameShape(QFrame.Shape.NoFrame)
        scrolled.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scrolled.setWidget(page)
        foot = QVBoxLayout()
        foot.setContentsMargins(_MARGIN, 8, _MARGIN, 16)
        foot.setSpacing(10)
        foot.addWidget(self._note)
        foot.addWidget(self._place)
        foot.addWidget(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(scrolled, 1)
        layout.addLayout(foot)
        self.setMinimumWidth(_NARROWEST)
        needed = _ROW * len(self.rows) + foot.sizeHint().height() + _MARGIN
        self.resize(_WIDTH, min(needed, round(_SHARE_OF_SCREEN * self.screen().availableSize().height())))
        self.rows[0].focus_words()

    def _ask(self) -> None:
        if all(row.is_said() for row in self.wanted):
            self.insert_requested.emit()

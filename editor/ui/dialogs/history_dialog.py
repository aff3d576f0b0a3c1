"""The versions of an article: what differs from now, and what of it comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QDateTime, QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from editor.article.history.versions import Version
from editor.text.differences import blocks, lines_of
from editor.translation import language, ntr, tr
from editor.ui.differences.view import DifferencesView
from editor.ui.labels import label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editor.ui.theme import Theme

_SIZE: Final = (960, 640)
_LIST_WIDTH: Final = 270


class HistoryDialog(QDialog):
    """Lists versions, the newest first, and shows how one became what the article is now.

    The caller answers version_chosen with show_version or show_failure, and restore_requested, whose text is
    that of the whole article, with refresh.
    """

    version_chosen = Signal(Version)
    restore_requested = Signal(str)
    name_given = Signal(Version, str)

    def __init__(self, versions: Sequence[Version], note: str, theme: Theme, parent: QWidget) -> None:
        """List versions, the oldest given first; note says what is wrong with them."""
        super().__init__(parent)
        self.setWindowTitle(tr("Versions"))
        self.resize(*_SIZE)
        self._old = self._new = ""
        self._general_note = note
        self._list = QListWidget(self)
        self._list.setObjectName("versions")
        self._list.setAccessibleName(tr("Versions"))
        self._list.setFrameShape(QListWidget.Shape.NoFrame)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.ensurePolished()  # else its rows are as high as without the style sheet
        for before, version in zip((None, *versions), versions, strict=False):
            item = QListWidgetItem(_words_of(version, before))
            item.setData(Qt.ItemDataRole.UserRole, version)
            self._list.insertItem(0, item)
        self._note = label("message", self, note, wraps=True)
        self._note.setContentsMargins(10, 6, 10, 6)
        self._note.setVisible(bool(note))
        self._name = QLineEdit(self, placeholderText=tr("Name of this version"), maxLength=80)
        self._name.setAccessibleName(tr("Name of this version"))
        self._name.setToolTip(tr("A version with a name is kept for good."))
        self._view = DifferencesView(theme, self)
        self._restore = QPushButton(tr("Restore this version"), self)
        self._lay_out()
        self._list.currentItemChanged.connect(self._choose)
        self._name.editingFinished.connect(self._give_name)
        self._restore.clicked.connect(lambda: self.restore_requested.emit(self._old))
        self._view.block_activated.connect(self._restore_block)

    def choose_newest(self) -> None:
        """Show the newest version."""
        self._list.setCurrentRow(0)
        self._list.setFocus()

    def show_version(self, old: str, new: str) -> None:
        """Show what differs between a version's text and the article's now."""
        self._old, self._new = old, new
        self._note.setText(self._general_note)
        self._note.setVisible(bool(self._general_note))
        self._view.show()
        self._restore.setEnabled(old != new)
        titles = (tr("This version"), tr("Now"))
        self._view.show_differences(old, new, titles, link=tr("Restore this passage"))

    def refresh(self, new: str) -> None:
        """Compare the version shown with the article's text as it is by now."""
        self.show_version(self._old, new)

    def show_failure(self, words: str) -> None:
        """Say why a version cannot be shown."""
        self._note.setText(words)
        self._note.show()
        self._view.hide()
        self._restore.setEnabled(False)

    def _lay_out(self) -> None:
        close = QPushButton(tr("Close"), self)
        close.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addWidget(self._restore)
        buttons.addWidget(self._name, 1)
        buttons.addStretch()
        buttons.addWidget(close)
        for button in (close, self._restore):
            button.setAutoDefault(False)  # Return ends the name
        right = QWidget(self)
        column = QVBoxLayout(right)
        column.setContentsMargins(12, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._note)
        column.addWidget(self._view, 1)
        column.addLayout(buttons)
        panes = QSplitter(Qt.Orientation.Horizontal, self, childrenCollapsible=False)
        panes.addWidget(self._list)
        panes.addWidget(right)
        panes.setStretchFactor(1, 1)
        panes.setSizes((_LIST_WIDTH, self.width() - _LIST_WIDTH))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 12)
        layout.addWidget(panes)

    def _current(self) -> Version | None:
        item = self._list.currentItem()
        version: Version | None = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        return version

    def _choose(self) -> None:
        version = self._current()
        if version is not None:
            self._name.setText(version.name)
            self.version_chosen.emit(version)

    def _give_name(self) -> None:
        version, name = self._current(), self._name.text().strip()
        if version is not None and name != version.name:
            self.name_given.emit(version, name)
            named = Version(version.moment, version.digest, version.size, version.stored, name)
            item = self._list.currentItem()
            item.setData(Qt.ItemDataRole.UserRole, named)
            item.setText(_words_of(named, None))

    def _restore_block(self, number: int) -> None:
        old, new = lines_of(self._old), lines_of(self._new)
        differing = [block for block in blocks(old, new) if not block.is_same]
        block = differing[number]
        new[block.new_start : block.new_end] = old[block.old_start : block.old_end]
        self.restore_requested.emit("".join(new))


def _words_of(version: Version, before: Version | None) -> str:
    """Answer a version in words: its name, its moment, how much it grew since the one before."""
    moment, locale = QDateTime.fromMSecsSinceEpoch(version.moment), QLocale(language())
    day = locale.toString(moment.date(), QLocale.FormatType.LongFormat)
    lines = [version.name] if version.name else []
    lines.append(f"{day}, {locale.toString(moment.time(), QLocale.FormatType.ShortFormat)}")
    grown = version.size - before.size if before is not None else 0
    if grown:
        words = ntr("{count} byte more", "{count} bytes more", grown)
        if grown < 0:
            words = ntr("{count} byte less", "{count} bytes less", -grown)
        lines.append(words.format(count=locale.toString(abs(grown))))
    return "\n".join(lines)

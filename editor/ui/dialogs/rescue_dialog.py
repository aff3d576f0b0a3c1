"""What a program that was cut off has left: each article beside its file, and what becomes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QDateTime, QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from editor.article.journal.rescue import Rescue, Unreadable
from editor.messages import words
from editor.translation import language, tr
from editor.ui.differences.view import DifferencesView
from editor.ui.labels import label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editor.ui.theme import Theme

_SIZE: Final = (980, 640)
_LIST_WIDTH: Final = 230
_UNFINISHED_HEIGHT: Final = 66


class RescueDialog(QDialog):
    """Lists what was rescued; nothing of it goes before the writer has decided, article by article."""

    restore_requested = Signal(object)
    discard_requested = Signal(object)
    save_requested = Signal(object)

    def __init__(
        self, found: Sequence[Rescue | Unreadable], theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Rescued text"))
        self.resize(*_SIZE)
        self._list = QListWidget(self)
        self._list.setObjectName("rescued")
        self._list.setAccessibleName(tr("Rescued articles"))
        self._list.setMinimumWidth(_LIST_WIDTH // 2)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setFrameShape(QListWidget.Shape.NoFrame)
        self._list.ensurePolished()  # else its rows are as high as without the style sheet
        for it in found:
            item = QListWidgetItem(_name(it), self._list)
            item.setData(Qt.ItemDataRole.UserRole, it)
            item.setToolTip(_tool_tip(it))
        self._state = label("quiet", self, wraps=True)
        self._warning = label("message", self, wraps=True)
        self._warning.setContentsMargins(10, 6, 10, 6)
        self._unfinished = QPlainTextEdit(self, readOnly=True)
        self._unfinished.setObjectName("unfinished")
        self._unfinished.setAccessibleName(tr("What you were writing in the form"))
        self._unfinished.setMaximumHeight(_UNFINISHED_HEIGHT)
        self._unfinished_title = label("quiet", self, wraps=True)
        self._unfinished_title.setText(tr("You were writing this in the form. Copy what you need of it:"))
        self._differences = DifferencesView(theme, self)
        policy = self._differences.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._differences.setSizePolicy(policy)
        self._restore = QPushButton(tr("Restore"), self)
        self._keep_file = QPushButton(self)
        self._save = QPushButton(tr("Save as…"), self)
        self._later = QPushButton(tr("Decide later"), self)
        self._lay_out()
        self._connect()
        self._list.setCurrentRow(0)

    def settle(self, found: Rescue | Unreadable) -> None:
        """Take off the list what the writer has decided on; close with the last one."""
        for row in range(self._list.count()):
            if self._list.item(row).data(Qt.ItemDataRole.UserRole) is found:
                self._list.takeItem(row)
                break
        if self._list.count() == 0:
            self.accept()

    def _lay_out(self) -> None:
        opening = tr("The program ended before these texts were saved. What was written has been kept.")
        self._restore.setDefault(True)
        buttons = QHBoxLayout()
        for button in (self._restore, self._save, self._keep_file):
            buttons.addWidget(button)
        buttons.addStretch()
        buttons.addWidget(self._later)
        right = QWidget(self)
        column = QVBoxLayout(right)
        column.setContentsMargins(12, 0, 0, 0)
        column.setSpacing(8)
        for part in (self._state, self._warning, self._unfinished_title, self._unfinished):
            column.addWidget(part)
        column.addWidget(self._differences, 1)
        column.addLayout(buttons)
        panes = QSplitter(Qt.Orientation.Horizontal, self, childrenCollapsible=False)
        panes.addWidget(self._list)
        panes.addWidget(right)
        panes.setStretchFactor(1, 1)
        panes.setSizes((_LIST_WIDTH, self.width() - _LIST_WIDTH))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(label("pane_title", self, opening, wraps=True))
        layout.addWidget(panes, 1)

    def _connect(self) -> None:
        self._list.currentItemChanged.connect(self._show)
        self._later.clicked.connect(self.reject)
        for button, signal in (
            (self._restore, self.restore_requested),
            (self._keep_file, self.discard_requested),
            (self._save, self.save_requested),
        ):
            button.clicked.connect(lambda _=False, signal=signal: signal.emit(self._current()))

    def _current(self) -> Rescue | Unreadable | None:
        item = self._list.currentItem()
        found: Rescue | Unreadable | None = item.data(Qt.ItemDataRole.UserRole) if item else None
        return found

    def _show(self) -> None:
        found = self._current()
        is_readable = isinstance(found, Rescue)
        for part in (self._restore, self._save):
            part.setEnabled(is_readable)
        # What a newer program kept is its to read, and what the system refuses may be read another time.
        is_damaged = isinstance(found, Unreadable) and found.error.args == ("damaged",)
        self._keep_file.setEnabled(is_readable or is_damaged)
        self._differences.setVisible(is_readable)
        unfinished = found.kept.unfinished if isinstance(found, Rescue) else ()
        self._unfinished.setPlainText("\n".join(f"{it.field}: {it.text}" for it in unfinished))
        self._unfinished_title.setVisible(bool(unfinished))
        self._unfinished.setVisible(bool(unfinished))
        if isinstance(found, Rescue):
            self._show_rescue(found)
        elif found is not None:
            self._state.setText(_moment(found.time))
            self._keep_file.setText(tr("Discard"))
            left = tr("It is left where it is: {place}").format(place=found.place)
            self._warn(f"{words(found.error)} {left}")

    def _show_rescue(self, rescue: Rescue) -> None:
        path = rescue.kept.subject.path
        place = str(path) if path is not None else tr("This article has no file yet.")
        self._state.setText(f"{place}\n{_moment(rescue.time)}")
        self._keep_file.setText(tr("Keep the file") if rescue.file_text is not None else tr("Discard"))
        self._warn(" ".join(_warnings(rescue)))
        titles = (tr("The file"), tr("Rescued"))
        self._differences.show_differences(rescue.file_text or "", rescue.kept.texts.joined, titles)

    def _warn(self, text: str) -> None:
        self._warning.setText(text)
        self._warning.setVisible(bool(text))


def _warnings(rescue: Rescue) -> list[str]:
    found = []
    if rescue.kept.subject.path is not None and rescue.file_text is None:
        found.append(tr("The file is not there any more, or cannot be read. Restore opens a new article."))
    elif rescue.has_changed:
        found.append(tr("The file has been changed since. Restore the text, and you can merge both."))
    if not rescue.kept.is_whole:
        found.append(tr("The end of what was kept is damaged: the last words may be missing."))
    return found


def _name(found: Rescue | Unreadable) -> str:
    if isinstance(found, Unreadable):
        return tr("Cannot be read")
    path = found.kept.subject.path
    if path is not None:
        return path.parent.name if path.stem == "index" else path.name
    first = next((line.strip() for line in found.kept.texts.joined.splitlines() if line.strip()), "")
    return tr("New article: {beginning}").format(beginning=first)


def _tool_tip(found: Rescue | Unreadable) -> str:
    path = found.place if isinstance(found, Unreadable) else found.kept.subject.path
    return str(path or "")


def _moment(time: float) -> str:
    moment = QDateTime.fromSecsSinceEpoch(int(time))
    shown = QLocale(language()).toString(moment, QLocale.FormatType.ShortFormat)
    return tr("Written last: {moment}").format(moment=shown)

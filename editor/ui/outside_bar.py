"""The bar above an article's text that tells what another program did to its file, and what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QPushButton, QWidget

from editor.messages import words
from editor.translation import mark, ntr, tr
from editor.ui.labels import label
from editor.ui.outside_changes import Changed, Merged, Missing, Outside, OutsideChanges, TooLarge, Unreadable

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from editor.ui.workspace import Workspace

_MARGIN: Final = 12
_SHORTEST_LINE: Final = 220
"""Pixels of the words; where there is less beside the buttons, these stand below."""
_BUTTONS: Final = {
    Changed: (
        ("outside.merge", mark("Merge")),
        ("outside.differences", mark("Show differences")),
        ("outside.keep", mark("Keep mine")),
    ),
    Missing: (
        ("file.save", mark("Save again")),
        ("file.save_as", mark("Save as…")),
        ("file.close", mark("Close article")),
    ),
    Unreadable: (("file.save_as", mark("Save as…")), ("file.close", mark("Close article"))),
    Merged: (("outside.differences", mark("Show differences")), ("outside.dismiss", mark("Close"))),
}


class OutsideBar(QFrame):
    """Shows what is known of the current article's file; hidden where there is nothing to tell."""

    command_requested = Signal(str)

    def __init__(self, workspace: Workspace, outside: OutsideChanges, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("outside")
        self._workspace = workspace
        self._outside = outside
        self._words = label("outside_words", self, wraps=True)
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(_MARGIN, 6, _MARGIN, 6)
        self._layout.setSpacing(8)
        self._layout.addWidget(self._words, 1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(8)
        self._layout.addLayout(self._row)
        self._buttons: list[QPushButton] = []
        self.hide()
        workspace.current_changed.connect(self._show)
        outside.changed.connect(self._show)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons below the words where there is no room beside them, and below each other."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        needed = sum(button.sizeHint().width() + self._row.spacing() for button in self._buttons)
        room = self.contentsRect().width() - 2 * _MARGIN
        self._layout.setDirection(below if room - needed < _SHORTEST_LINE else beside)
        self._row.setDirection(below if room < needed else beside)

    def _show(self) -> None:
        article = self._workspace.current
        outside = self._outside.outside_of(article) if article is not None else None
        for button in self._buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = []
        self.setVisible(outside is not None)
        if outside is None:
            return
        self._words.setText(outside_words(outside))
        self.setAccessibleName(self._words.text())
        for command, title in _BUTTONS[type(outside)]:
            self._add_button(command, tr(title))
        self._arrange()
        # Screen readers say it, wherever the focus is.
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _add_button(self, command: str, title: str) -> None:
        button = QPushButton(title, self)
        button.setObjectName("outside_button")
        button.clicked.connect(lambda: self.command_requested.emit(command))
        self._row.addWidget(button)
        button.show()
        self._buttons.append(button)


def outside_words(outside: Outside) -> str:
    """Answer what another program did to an article's file, in words."""
    match outside:
        case Changed():
            return tr("The file was changed by another program, and you changed the text too.")
        case Missing():
            return tr("The file was moved or deleted. Your text is still here.")
        case Merged():
            passages = ntr(
                "{count} passage came in from the file. Your own changes are kept.",
                "{count} passages came in from the file. Your own changes are kept.",
                outside.count,
            )
            return passages.format(count=outside.count)
        case Unreadable(TooLarge()):
            return tr("The file has become very large by another program. Your text is as it was.")
        case Unreadable(error):
            return f"{words(error)} {tr('Your text is as it was.')}"

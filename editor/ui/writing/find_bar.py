"""The line below the form in which the writer looks for words of the article."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QToolButton, QWidget

from editor.text.change import Selection
from editor.text.search import Match, Search, matches, nearest
from editor.translation import tr
from editor.ui.documents import raw_text
from editor.ui.labels import label

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from editor.ui.writing.markdown_view import MarkdownView

_PAUSE_MS: Final = 120


class FindBar(QWidget):
    """Finds words in the Markdown pane, forwards and backwards."""

    def __init__(self, view: MarkdownView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._words = QLineEdit(self, placeholderText=tr("Find in the article"), clearButtonEnabled=True)
        self._words.setAccessibleName(tr("Find in the article"))
        self._case = QCheckBox(tr("Match case"), self)
        self._count = label("quiet", self)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._lay_out()
        self._words.textChanged.connect(self._pause.start)
        self._case.toggled.connect(self._pause.start)
        self._pause.timeout.connect(self._find_from_selection)
        # What was counted no longer holds.
        view.textChanged.connect(self._count.clear)
        self.hide()

    def open(self) -> None:
        """Show the bar, with the words that are selected in the text."""
        selected = self._view.textCursor().selectedText()
        if selected and "\u2029" not in selected:
            self._words.setText(selected)
        self.show()
        self._words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._words.selectAll()

    def find_next(self) -> None:
        """Select the next place where the words stand; without words, ask for them."""
        if self._words.text():
            self._find(self._view.selection().end, backwards=False)
        else:
            self.open()

    def find_previous(self) -> None:
        """Select the place before where the words stand; without words, ask for them."""
        if self._words.text():
            self._find(self._view.selection().start, backwards=True)
        else:
            self.open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return goes on, with Shift back; Escape closes the bar."""
        if event.key() == Qt.Key.Key_Escape:
            self._close()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            backwards = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            (self.find_previous if backwards else self.find_next)()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 6, 12, 6)
        layout.addWidget(self._words, 1)
        layout.addWidget(self._count)
        layout.addWidget(self._case)
        for text, name, run in (
            ("↑", tr("Find previous"), self.find_previous),
            ("↓", tr("Find next"), self.find_next),
            ("×", tr("Close"), self._close),
        ):
            button = QToolButton(self)
            button.setText(text)
            button.setToolTip(name)
            button.setAutoRaise(True)
            button.setAccessibleName(name)
            button.clicked.connect(run)
            layout.addWidget(button)

    def _close(self) -> None:
        self.hide()
        self._view.setFocus()

    def _find_from_selection(self) -> None:
        self._find(self._view.selection().start, backwards=False)

    def _find(self, index: int, *, backwards: bool) -> None:
        search = Search(self._words.text(), match_case=self._case.isChecked())
        found = matches(raw_text(self._view.document()), search)
        number = nearest(found, index, backwards=backwards)
        if number >= 0:
            self._select(found[number])
        self._show_count(number, len(found))

    def _select(self, match: Match) -> None:
        self._view.set_selection(Selection(match.start, match.end))
        self._view.ensureCursorVisible()

    def _show_count(self, number: int, count: int) -> None:
        if count:
            self._count.setText(tr("{number} of {count}").format(number=number + 1, count=count))
        else:
            self._count.setText(tr("Not found") if self._words.text() else "")

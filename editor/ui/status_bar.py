"""The line at the foot of the window: words, reading time, caret line, dialect, save state."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLabel, QStatusBar, QToolButton, QWidget

from editor.translation import ntr, tr
from editor.ui.labels import label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

    from editor.text.statistics import Statistics

_SOON_MS: Final = 40


class StatusBar(QStatusBar):
    """Shows facts of the current article; empty where there is none."""

    problems_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._words = self._label(tr("Words"))
        self._time = self._label(tr("Reading time"))
        self._caret = self._label(tr("Place of the caret"))
        self._place = (1, 1)
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self._show_place)
        self._dialect = QToolButton(self, popupMode=QToolButton.ToolButtonPopupMode.InstantPopup)
        self._dialect.setObjectName("dialect")
        self._dialect.setToolTip(tr("Markdown dialect"))
        self._dialect.hide()
        self._problems = QToolButton(self)
        self._problems.setObjectName("problems_count")
        self._problems.setToolTip(tr("Before publishing"))
        self._problems.clicked.connect(self.problems_clicked)
        self._problems.hide()
        self._state = self._label(tr("State of the file"))
        self._protection = self._label(tr("Protection of what is not saved"))
        for part in (self._words, self._time):
            self.addWidget(part)
        widgets: tuple[QWidget, ...] = (
            *(self._protection, self._problems, self._caret, self._dialect, self._state),
        )
        for widget in widgets:
            self.addPermanentWidget(widget)

    def show_statistics(self, statistics: Statistics) -> None:
        """Show how long the article is."""
        self._words.setText(
            ntr("{count} word", "{count} words", statistics.words).format(count=statistics.words)
        )
        minutes = statistics.reading_minutes
        self._time.setText(ntr("{count} min read", "{count} min read", minutes).format(count=minutes))

    def clear_statistics(self) -> None:
        """Show no counts: the article is too large to be counted."""
        self._words.clear()
        self._time.clear()

    def show_caret(self, line: int, column: int) -> None:
        """Show the caret's line and column, both from 0, once the text that was typed is painted."""
        self._place = line + 1, column + 1
        self._soon.start()

    def offer_dialects(self, menu: QMenu) -> None:
        """Let the writer choose of menu how Markdown is read."""
        self._dialect.setMenu(menu)

    def show_dialect(self, name: str) -> None:
        """Show how Markdown is read; "" where no article is open."""
        self._dialect.setText(name)
        self._dialect.setAccessibleName(f"{tr('Markdown dialect')}: {name}")
        self._dialect.setVisible(bool(name))

    def show_problems(self, words: str) -> None:
        """Show in words how much there is to be looked at before publishing."""
        self._problems.setText(words)
        self._problems.setAccessibleName(f"{tr('Before publishing')}: {words}")
        self._problems.setVisible(bool(words))

    def show_saved(self, *, modified: bool, has_file: bool) -> None:
        """Show whether the article's file holds what is on the screen."""
        self._state.setToolTip(tr("State of the file"))
        if modified:
            self._state.setText(tr("Not saved"))
        else:
            self._state.setText(tr("Saved") if has_file else tr("New"))

    def show_autosave(self, failure: str) -> None:
        """Show that the article was saved by itself, or why it could not be."""
        self._state.setText(tr("Not saved by itself") if failure else tr("Saved by itself"))
        self._state.setToolTip(failure or tr("State of the file"))

    def show_protection(self, failure: str) -> None:
        """Show why what is not saved would be lost if the program ended now; nothing where it would not."""
        self._protection.setText(tr("Not protected: save your text") if failure else "")
        self._protection.setToolTip(failure)

    def clear_facts(self) -> None:
        """Show nothing: no article is open."""
        self._soon.stop()
        for part in (self._words, self._time, self._caret, self._state):
            part.clear()
        self.show_dialect("")
        self.show_problems("")

    def _show_place(self) -> None:
        line, column = self._place
        self._caret.setText(tr("Line {line}, column {column}").format(line=line, column=column))

    def _label(self, name: str) -> QLabel:
        answer = label("quiet", self)
        answer.setAccessibleName(name)
        answer.setToolTip(name)
        return answer

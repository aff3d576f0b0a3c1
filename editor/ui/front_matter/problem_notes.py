"""What is wrong with a field, in words, and the button that mends it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from editor.translation import tr
from editor.ui.front_matter.field_editor import mark
from editor.ui.front_matter.icons import icon

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap, QResizeEvent

    from editor.blog.problems import Problem
    from editor.ui.theme import Theme

_ICON: Final = 14
_GAP: Final = 3
_WIDEST_BUTTON_SHARE: Final = 0.35


@dataclass(frozen=True, slots=True)
class WordedProblem:
    """A problem in the writer's words; repair says what its safe repair does, "" where there is none."""

    problem: Problem
    words: str
    repair: str = ""


class ProblemNotes(QWidget):
    """The problems of one field, one below the other."""

    repair_requested = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._problems: tuple[WordedProblem, ...] = ()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 1, 0, 1)
        self._layout.setSpacing(2)
        self.hide()

    @property
    def problems(self) -> tuple[WordedProblem, ...]:
        """The problems shown."""
        return self._problems

    def show_problems(self, problems: tuple[WordedProblem, ...]) -> None:
        """Show problems and no others."""
        if problems != self._problems:
            self._problems = problems
            self._fill()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of theme."""
        self._theme = theme
        self._fill()

    def _fill(self) -> None:
        while (item := self._layout.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for problem in self._problems:
            self._layout.addWidget(self._line(problem))
        self.setVisible(bool(self._problems))

    def _line(self, worded: WordedProblem) -> _Line:
        picture = icon("warning", self._theme.colour(worded.problem.severity)).pixmap(_ICON)
        line = _Line(worded, picture, self)
        if line.repair is not None:
            line.repair.clicked.connect(partial(self.repair_requested.emit, worded.problem))
        return line


class _Line(QWidget):
    """One problem: its words, and beside them the button, or below where they would have little room."""

    def __init__(self, worded: WordedProblem, picture: QPixmap, parent: QWidget) -> None:
        super().__init__(parent)
        sign = QLabel(self)
        sign.setPixmap(picture)
        words = QLabel(worded.words, self)
        words.setObjectName("note")
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        mark(words, "tone", worded.problem.severity)
        self.repair = self._button(worded) if worded.repair else None
        self._texts = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._texts.setSpacing(_GAP)
        self._texts.addWidget(words, 1)
        if self.repair is not None:
            self._texts.addWidget(self.repair, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._texts, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the button where there is room for it."""
        super().resizeEvent(event)
        if self.repair is not None:
            is_wide = self.repair.sizeHint().width() <= _WIDEST_BUTTON_SHARE * self.width()
            beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
            self._texts.setDirection(beside if is_wide else below)

    def _button(self, worded: WordedProblem) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("repair")
        button.setText(worded.repair)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setAccessibleName(tr("{repair}: {problem}").format(repair=worded.repair, problem=worded.words))
        return button

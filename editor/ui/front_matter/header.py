"""The line above the form: folds it away, sums it up, counts problems, changes between form and text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from editor.translation import ntr, tr
from editor.ui.front_matter.field_editor import mark
from editor.ui.front_matter.icons import icon

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QResizeEvent

    from editor.ui.front_matter.problem_notes import WordedProblem
    from editor.ui.theme import Theme

_SPACING: Final = 4
_MARGIN: Final = 6
# Pixels; less would name no source, only that there is one.
_LEAST_SOURCE: Final = 120
_MOST_IN_TIP: Final = 12


class Header(QFrame):
    """Tells that the writer wants to fold or unfold, or to see the other of form and text."""

    fold_clicked = Signal()
    switch_clicked = Signal()
    problems_clicked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self._theme = theme
        self._is_folded = False
        self._shows_text = False
        self._words = ""
        self._source = ""
        self._severity = "warning"
        self._problem_words = self._problem_count = ""
        self.fold = QToolButton(self)
        self.fold.setObjectName("fold")
        self.fold.setText(tr("Front matter"))
        self.fold.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.fold.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.fold.clicked.connect(self.fold_clicked)
        self._summary = QLabel(self)
        self._summary.setObjectName("summary")
        self._summary.setTextFormat(Qt.TextFormat.PlainText)
        self.problems = QToolButton(self)
        self.problems.setObjectName("problems")
        self.problems.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.problems.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.problems.clicked.connect(self.problems_clicked)
        self.problems.hide()
        self.switch = QToolButton(self)
        self.switch.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.switch.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.switch.clicked.connect(self.switch_clicked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(_MARGIN, 3, _MARGIN, 3)
        layout.setSpacing(_SPACING)
        layout.addWidget(self.fold)
        layout.addWidget(self._summary, 1)
        layout.addWidget(self.problems)
        layout.addWidget(self.switch)
        self._draw()

    def show_state(self, *, is_folded: bool, shows_text: bool) -> None:
        """Show whether the pane is folded, and which of form and text it holds."""
        self._is_folded = is_folded
        self._shows_text = shows_text
        self._draw()

    def show_summary(self, words: str, *, is_fault: bool) -> None:
        """Show words beside the title, while the pane is folded."""
        self._words = words
        mark(self._summary, "tone", "error" if is_fault and self._is_folded else "")
        self._elide()

    def show_source(self, words: str, tip: str) -> None:
        """Say where the fields come from, while the form is shown."""
        self._source = words
        self._summary.setToolTip(tip)
        self._elide()

    def show_problems(self, problems: tuple[WordedProblem, ...]) -> None:
        """Count problems; without any, say nothing."""
        is_error = any(each.problem.severity == "error" for each in problems)
        self._severity = "error" if is_error else "warning"
        count = len(problems)
        self._problem_words = ntr("{count} problem", "{count} problems", count).format(count=count)
        self._problem_count = str(count)
        shown = [each.words for each in problems[:_MOST_IN_TIP]]
        self.problems.setToolTip("\n".join([*shown, *(["…"] if count > _MOST_IN_TIP else [])]))
        self.problems.setAccessibleName(self._problem_words)
        self.problems.setAccessibleDescription(tr("Go to the first problem"))
        self.problems.setVisible(count > 0)
        mark(self.problems, "tone", self._severity)
        self._draw()

    def summary(self) -> str:
        """Answer the summary as it is shown, "" while the pane is open."""
        return self._summary.text() if self._is_folded else ""

    def source(self) -> str:
        """Answer what is said of the fields' source, "" while the form is not shown."""
        return "" if self._is_folded else self._summary.text()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of theme."""
        self._theme = theme
        self._draw()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Fold or unfold: all of the line is the button's."""
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self.fold_clicked.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the summary end where the line does."""
        super().resizeEvent(event)
        self._elide()

    def _draw(self) -> None:
        colour = self._theme.colour("soft_text")
        self.fold.setIcon(icon("fold_closed" if self._is_folded else "fold_open", colour))
        self.problems.setIcon(icon("warning", self._theme.colour(self._severity)))
        self.fold.setToolTip(tr("Show the front matter") if self._is_folded else tr("Fold the front matter"))
        self.switch.setIcon(icon("form" if self._shows_text else "code", colour))
        self.switch.setText(tr("Form") if self._shows_text else tr("Text"))
        self.switch.setToolTip(
            tr("Edit the front matter in a form") if self._shows_text else tr("Edit the front matter as text")
        )
        self.switch.setVisible(not self._is_folded)
        self._elide()

    def _arrange_buttons(self) -> int:
        """Show the buttons' words where there is room for them, and answer the room beside them."""
        beside, alone = Qt.ToolButtonStyle.ToolButtonTextBesideIcon, Qt.ToolButtonStyle.ToolButtonIconOnly
        for style, words in ((beside, self._problem_words), (alone, self._problem_count)):
            self.problems.setText(words)
            self.switch.setToolButtonStyle(style)
            buttons = [button for button in (self.fold, self.problems, self.switch) if not button.isHidden()]
            room = self.width() - 2 * _MARGIN - sum(each.sizeHint().width() + _SPACING for each in buttons)
            if room >= 0:
                break
        return room

    def _elide(self) -> None:
        source = "" if self._shows_text else self._source
        words = self._words if self._is_folded else source
        width = self._arrange_buttons()
        if not self._is_folded and width < _LEAST_SOURCE:
            words = ""
        self._summary.setText(
            self._summary.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, max(width, 0))
        )

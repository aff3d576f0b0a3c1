"""The line above the form: folds it away, sums it up, changes between form and text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from editor.translation import tr
from editor.ui.front_matter.field_editor import mark
from editor.ui.front_matter.icons import icon

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QResizeEvent

    from editor.ui.theme import Theme


class Header(QFrame):
    """Tells that the writer wants to fold or unfold, or to see the other of form and text."""

    fold_clicked = Signal()
    switch_clicked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self._theme = theme
        self._is_folded = False
        self._shows_text = False
        self._words = ""
        self.fold = QToolButton(self)
        self.fold.setObjectName("fold")
        self.fold.setText(tr("Front matter"))
        self.fold.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.fold.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.fold.clicked.connect(self.fold_clicked)
        self._summary = QLabel(self)
        self._summary.setObjectName("summary")
        self._summary.setTextFormat(Qt.TextFormat.PlainText)
        self.switch = QToolButton(self)
        self.switch.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.switch.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.switch.clicked.connect(self.switch_clicked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(6, 3, 6, 3)
        layout.setSpacing(4)
        layout.addWidget(self.fold)
        layout.addWidget(self._summary, 1)
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
        mark(self._summary, "tone", "error" if is_fault else "")
        self._elide()

    def summary(self) -> str:
        """Answer the summary as it is shown, "" while the pane is open."""
        return self._summary.text()

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
        self.fold.setToolTip(tr("Show the front matter") if self._is_folded else tr("Fold the front matter"))
        self.switch.setIcon(icon("form" if self._shows_text else "code", colour))
        self.switch.setText(tr("Form") if self._shows_text else tr("Text"))
        self.switch.setToolTip(
            tr("Edit the front matter in a form") if self._shows_text else tr("Edit the front matter as text")
        )
        self.switch.setVisible(not self._is_folded)
        self._elide()

    def _elide(self) -> None:
        words = self._words if self._is_folded else ""
        width = self.width() - self.fold.sizeHint().width() - 24
        self._summary.setText(
            self._summary.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, max(width, 0))
        )

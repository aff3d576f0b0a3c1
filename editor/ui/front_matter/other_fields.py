"""The heading of the fields that the blog's schema does not know: folds them away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QToolButton, QWidget

from editor.translation import tr
from editor.ui.front_matter.icons import icon

if TYPE_CHECKING:
    from editor.ui.theme import Theme


class OtherFields(QToolButton):
    """A button that shows and hides the rows below it; it tells of it, and the form does it."""

    folded_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("other_fields")
        self._theme = theme
        self._is_folded = False
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolTip(tr("Fields that the blog's schema does not name"))
        self.clicked.connect(self._toggle)
        self.show_count(0)
        self._draw()

    def show_count(self, count: int) -> None:
        """Show how many fields are in the group; without any there is no group."""
        self.setText(tr("Other fields ({count})").format(count=count))
        self.setVisible(count > 0)

    def is_folded(self) -> bool:
        """Whether the rows are hidden."""
        return self._is_folded

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of theme."""
        self._theme = theme
        self._draw()

    def _toggle(self) -> None:
        self._is_folded = not self._is_folded
        self._draw()
        self.folded_changed.emit()

    def _draw(self) -> None:
        name = "fold_closed" if self._is_folded else "fold_open"
        self.setIcon(icon(name, self._theme.colour("soft_text")))

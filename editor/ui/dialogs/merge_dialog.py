"""Two versions of an article brought together, each conflict decided by the writer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from editor.text.merging import Choice, Region, conflicts_of
from editor.translation import mark, ntr, tr
from editor.ui.dialogs.differences_dialog import SIZE
from editor.ui.differences.view import DifferencesView
from editor.ui.labels import label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editor.ui.theme import Theme

_CHOICES: Final = {
    Choice.THEIRS: mark("The file’s"),
    Choice.OURS: mark("Mine"),
    Choice.BOTH: mark("Both"),
    Choice.WORDS: mark("The words of both"),
}
_TALLEST: Final = 260
"""Pixels of a conflict's text; a longer one is scrolled."""


class MergeDialog(QDialog):
    """Shows the conflicts of a merge; choices are what the writer decided once it is accepted."""

    def __init__(self, regions: Sequence[Region], theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Merge"))
        self.resize(*SIZE)
        conflicts = conflicts_of(regions)
        text = ntr(
            "{count} passage was changed by you and by another program. All else is merged.",
            "{count} passages were changed by you and by another program. All else is merged.",
            len(conflicts),
        )
        self._boxes = [
            ConflictBox(region, f"{number}/{len(conflicts)}", theme, self)
            for number, region in enumerate(conflicts, 1)
        ]
        buttons = QDialogButtonBox(self)
        self._merge = buttons.addButton(tr("Merge"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._merge.setEnabled(False)
        buttons.addButton(tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 12)
        layout.setSpacing(12)
        layout.addWidget(label("pane_title", self, text.format(count=len(conflicts)), wraps=True))
        layout.addWidget(self._area(), 1)
        layout.addWidget(buttons)
        for box in self._boxes:
            box.decided.connect(self._show_state)

    def choices(self) -> tuple[Choice, ...]:
        """Answer how each conflict is decided, those that are not as ours."""
        return tuple(box.choice or Choice.OURS for box in self._boxes)

    def _area(self) -> QScrollArea:
        area = QScrollArea(self, widgetResizable=True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget(area)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        for box in self._boxes:
            column.addWidget(box)
        column.addStretch(1)
        area.setWidget(inner)
        return area

    def _show_state(self) -> None:
        self._merge.setEnabled(all(box.choice is not None for box in self._boxes))


class ConflictBox(QFrame):
    """One conflict: both versions beside each other, and the ways to decide it."""

    decided = Signal()

    def __init__(self, region: Region, number: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("conflict")
        self.choice: Choice | None = None
        self._region = region
        name = tr("Field “{key}”").format(key=region.field) if region.field else tr("Passage")
        title = f"{name}  {number}"
        self._view = DifferencesView(theme, self)
        self._view.setAccessibleName(title)
        self._group = QButtonGroup(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.setSpacing(6)
        layout.addWidget(label("quiet", self, title))
        layout.addWidget(self._view)
        layout.addLayout(self._row(title))
        titles = (tr(_CHOICES[Choice.THEIRS]), tr(_CHOICES[Choice.OURS]))
        self._view.show_differences(region.theirs, region.ours, titles)
        self._view.document().documentLayout().documentSizeChanged.connect(self._fit)

    def _row(self, title: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(18)
        for choice in _CHOICES:
            if choice in self._region.choices():
                button = QRadioButton(tr(_CHOICES[choice]), self)
                button.setAccessibleName(f"{title}: {button.text()}")
                button.toggled.connect(lambda on, choice=choice: self._decide(choice) if on else None)
                self._group.addButton(button)
                row.addWidget(button)
        row.addStretch(1)
        return row

    def _decide(self, choice: Choice) -> None:
        self.choice = choice
        self.decided.emit()

    def _fit(self) -> None:
        """Give the text the height that it needs, within bounds."""
        height = round(self._view.document().documentLayout().documentSize().height()) + 4
        self._view.setFixedHeight(min(height, _TALLEST))

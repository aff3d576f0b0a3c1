"""One row of the form: a label, its editor, and the field's problems below it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from editor.ui.front_matter.field_label import FieldLabel
from editor.ui.front_matter.problem_notes import ProblemNotes
from editor.ui.front_matter.text_field import TextField

if TYPE_CHECKING:
    from collections.abc import Callable

    from editor.ui.front_matter.field_editor import FieldEditor
    from editor.ui.front_matter.problem_notes import WordedProblem
    from editor.ui.theme import Theme

COLUMN_GAP: Final = 12
"""Pixels between labels and editors."""


class FieldRow(QWidget):
    """Puts label, editor and problems in their places."""

    def __init__(self, make_editor: Callable[[QWidget], FieldEditor], theme: Theme, parent: QWidget) -> None:
        """Make the editor inside the row: put there later, all of it would be styled twice."""
        super().__init__(parent)
        self.editor = editor = make_editor(self)
        counter = editor.counter if isinstance(editor, TextField) else None
        self.label = FieldLabel(editor, counter, self)
        self.notes = ProblemNotes(theme, self)
        column = QVBoxLayout()
        column.setSpacing(3)
        column.addWidget(editor)
        column.addWidget(self.notes)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(COLUMN_GAP)
        row.addWidget(self.label, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)

    def stops(self) -> tuple[QWidget, ...]:
        """Answer the inputs in the order of the tab key."""
        return self.editor.stops()

    def show_problems(self, problems: tuple[WordedProblem, ...]) -> None:
        """Show the problems of the field and no others."""
        self.notes.show_problems(problems)
        self.editor.tell_problems(are_told=bool(problems))

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of theme."""
        self.editor.set_theme(theme)
        self.notes.set_theme(theme)

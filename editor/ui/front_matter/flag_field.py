"""A field that is true or false."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QCheckBox, QWidget

from editor.ui.front_matter.field_editor import FieldEditor

if TYPE_CHECKING:
    from editor.blog.fields import Field

# As high as a line edit, so that it stands level with its label.
_HEIGHT: Final = 28


class FlagField(FieldEditor):
    """Ticks or clears one flag."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self._box = QCheckBox(self)
        self._box.setMinimumHeight(_HEIGHT)
        self._box.clicked.connect(self._tell_edit)
        self._begin(self._box, (self._box,))

    def show_refusal(self, words: str) -> None:
        """Go back to what the file says, and say why."""
        super().show_refusal(words)
        self._show_value(self.field)

    def _show_value(self, field: Field) -> None:
        self._box.setChecked(field.value is True)

    def _tell_edit(self) -> None:
        self.value_edited.emit(self.field.key, self._box.isChecked())

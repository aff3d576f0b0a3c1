"""A field that is a number."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QLineEdit, QWidget

from editor.translation import tr
from editor.ui.front_matter.field_editor import FieldEditor

if TYPE_CHECKING:
    from editor.blog.fields import Field

_WHOLE: Final = re.compile(r"[+-]?\d+")
_DECIMAL: Final = re.compile(r"[+-]?(?:\d+[.,]?\d*|[.,]\d+)(?:e[+-]?\d{1,2})?", re.IGNORECASE)
_LONGEST: Final = 40


class NumberField(FieldEditor):
    """Edits one number; nothing but a number is written."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self._line = QLineEdit(self)
        self._line.setMaxLength(_LONGEST)
        self._line.textEdited.connect(self._tell_edit)
        self._line.returnPressed.connect(self.focusNextChild)
        self._begin(self._line, (self._line,))

    def _show_value(self, field: Field) -> None:
        if field.value != number_of(self._line.text()):
            self._line.setText(str(field.value))
            self._line.setCursorPosition(0)

    def _tell_edit(self, text: str) -> None:
        number = number_of(text)
        if number is None:
            self._show_note(
                tr("This is not a number. The article keeps {value}.").format(value=self.field.value)
            )
            return
        self._show_note("")
        self.value_edited.emit(self.field.key, number)


def number_of(text: str) -> int | float | None:
    """Answer the number that text writes, with a decimal point or comma; None where it writes none."""
    text = text.strip()
    if _WHOLE.fullmatch(text):
        return int(text)
    return float(text.replace(",", ".")) if _DECIMAL.fullmatch(text) else None

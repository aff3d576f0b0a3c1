"""A field that is a number."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QWidget

from editor.article.values import number_of as whole_of
from editor.article.values import number_text
from editor.blog.schemas.shapes import NumberShape
from editor.translation import tr
from editor.ui.front_matter.field_editor import FieldEditor
from editor.ui.front_matter.icons import icon

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from editor.blog.fields import Field
    from editor.ui.theme import Theme

_WHOLE: Final = re.compile(r"[+-]?\d+")
_DECIMAL: Final = re.compile(r"[+-]?(?:\d+[.,]?\d*|[.,]\d+)(?:e[+-]?\d{1,2})?", re.IGNORECASE)
_LONGEST: Final = 40
_WIDEST: Final = 160
_SIZE: Final = QSize(26, 28)


class NumberLine(QLineEdit):
    """A line in which the arrow keys go up and down."""

    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell a step on Up and Down."""
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
        if event.key() in steps and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.stepped.emit(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


class NumberField(FieldEditor):
    """Edits one number; nothing but a number is written."""

    def __init__(self, field: Field, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self._is_edited = False
        self._line = NumberLine(self)
        self._line.setMaxLength(_LONGEST)
        self._line.setMaximumWidth(_WIDEST)
        self._line.textEdited.connect(self._tell_edit)
        self._line.stepped.connect(self._step)
        self._line.editingFinished.connect(self._finish_number)
        self._line.returnPressed.connect(self.focusNextChild)
        self._less = self._button(tr("Less"), -1)
        self._more = self._button(tr("More"), 1)
        inputs = QWidget(self)
        row = QHBoxLayout(inputs)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(3)
        row.addWidget(self._line, 1)
        row.addWidget(self._less)
        row.addWidget(self._more)
        row.addStretch()
        self._begin(inputs, (self._line,))
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of theme."""
        self._less.setIcon(icon("minus", theme.colour("soft_text")))
        self._more.setIcon(icon("plus", theme.colour("soft_text")))

    def _button(self, words: str, step: int) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("step")
        button.setFixedSize(_SIZE)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.setAutoRepeat(True)
        button.clicked.connect(lambda: self._step(step))
        return button

    def _show_value(self, field: Field) -> None:
        if not field.present or field.value is None:
            text = ""
        elif isinstance(field.value, int | float) and not isinstance(field.value, bool):
            text = str(field.value)
        else:
            text = field.raw
        if not text or field.value != number_of(self._line.text()):
            self._line.setText(text)
            self._line.setCursorPosition(0)

    def _show_editable(self, *, editable: bool) -> None:
        super()._show_editable(editable=editable)
        self._less.setEnabled(editable)
        self._more.setEnabled(editable)

    def _tell_edit(self, text: str) -> None:
        self._is_edited = True
        number = number_of(text)
        if number is not None:
            self._show_note("")
            self.value_edited.emit(self.field.key, number)
        elif text.strip() or not self._may_be_absent():
            self._show_note(self._refusal())
        else:
            self._show_note("")

    def _refusal(self) -> str:
        if not self.field.present:
            return tr("This is not a number.")
        kept = self.field.raw or self.field.value
        return tr("This is not a number. The article keeps {value}.").format(value=kept)

    def _may_be_absent(self) -> bool:
        rule = self.field.rule
        return not self.field.present or (rule is not None and not rule.is_required)

    def _step(self, direction: int) -> None:
        if not self.field.editable:
            return
        shape = self.field.shape if isinstance(self.field.shape, NumberShape) else NumberShape()
        number = stepped(number_of(self._line.text()), direction, shape)
        self._line.setText(number_text(number))
        self._tell_edit(self._line.text())

    def _finish_number(self) -> None:
        is_emptied = self._is_edited and not self._line.text().strip()
        self._is_edited = False
        if is_emptied and self.field.present and (self._may_be_absent() or self._is_new):
            self._remove()
        else:
            self._finish(is_empty=False)


def number_of(text: str) -> int | float | None:
    """Answer the number that text writes, with a decimal point or comma; None where it writes none."""
    text = text.strip()
    if _WHOLE.fullmatch(text):
        return int(text)
    return float(text.replace(",", ".")) if _DECIMAL.fullmatch(text) else None


def stepped(number: float | None, direction: int, shape: NumberShape) -> int | float:
    """Answer the number one step up or down from number, within the bounds of shape; from none, the first."""
    step = Decimal(repr(shape.step or 1))
    low = None if shape.smallest is None else Decimal(repr(shape.smallest))
    high = None if shape.largest is None else Decimal(repr(shape.largest))
    if low is not None and shape.is_smallest_excluded:
        low += step
    if high is not None and shape.is_largest_excluded:
        high -= step
    if number is None:
        result = low if low is not None else Decimal(0)
    else:
        result = Decimal(repr(number)) + direction * step
    if high is not None:
        result = min(result, high)
    if low is not None:
        result = max(result, low)
    return whole_of(float(result))

"""A field that is one of several values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPalette, QPen
from PySide6.QtWidgets import QComboBox, QSizePolicy

from editor.article.values import is_same
from editor.blog.schemas.shapes import ChoiceShape
from editor.schema_words import default_words, value_words
from editor.translation import tr
from editor.ui.front_matter.field_editor import FieldEditor, mark

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent, QWheelEvent
    from PySide6.QtWidgets import QWidget

    from editor.article.values import Value
    from editor.blog.fields import Field

_MOST_SHOWN: Final = 14
_FEWEST_LETTERS: Final = 6
_LEAST_WIDTH: Final = 90
_ARROW: Final = 4.0
_ARROW_PLACE: Final = 14


class ChoiceBox(QComboBox):
    """A drop-down list whose arrow is the form's, and which no wheel changes in passing."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setMaxVisibleItems(_MOST_SHOWN)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def minimumSizeHint(self) -> QSize:
        """Answer the width of a short word: a narrow form cuts the choice, not the box."""
        return QSize(_LEAST_WIDTH, super().minimumSizeHint().height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the form, which scrolls."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Drop the list down on Return too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.showPopup()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the arrow, which a style sheet takes away."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QBrush(self.palette().color(QPalette.ColorRole.PlaceholderText)), 1.3)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        tip = QPointF(self.width() - _ARROW_PLACE, self.height() / 2 + _ARROW / 2)
        painter.drawPolyline([tip - QPointF(_ARROW, _ARROW), tip, tip + QPointF(_ARROW, -_ARROW)])


class ChoiceField(FieldEditor):
    """Chooses one of the schema's values; one that the schema does not know is shown as such."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self._box = ChoiceBox(self)
        self._values: list[Value] = []
        self._box.activated.connect(self._tell_choice)
        self._begin(self._box, (self._box,))

    def show_refusal(self, words: str) -> None:
        """Go back to what the file says, and say why."""
        super().show_refusal(words)
        self._show_value(self.field)

    def _show_value(self, field: Field) -> None:
        shape = field.shape
        choices = list(shape.choices) if isinstance(shape, ChoiceShape) else []
        is_foreign = field.present and not any(is_same(field.value, choice) for choice in choices)
        labels = [value_words(choice) for choice in choices]
        if is_foreign:
            choices.insert(0, field.value)
            labels.insert(0, _foreign_words(field))
        is_optional = field.rule is None or not field.rule.is_required
        self._box.clear()
        self._box.addItems(labels)
        self._values = choices
        if field.present:
            place = next(at for at, choice in enumerate(choices) if is_same(field.value, choice))
            self._box.setCurrentIndex(place)
        else:
            self._box.setCurrentIndex(-1)
        self._box.setPlaceholderText(default_words(field) or tr("No value"))
        if is_optional and field.present:
            self._box.insertSeparator(self._box.count())
            self._box.addItem(tr("No value"))
        longest = max([*map(len, labels), len(self._box.placeholderText()), _FEWEST_LETTERS])
        self._box.setMinimumContentsLength(min(longest, 40))
        mark(self._box, "absent", not field.present)
        mark(self._box, "wrong", "error" if is_foreign else "")

    def _tell_choice(self, place: int) -> None:
        if place >= len(self._values):
            self._remove()
        elif not self.field.present or not is_same(self._values[place], self.field.value):
            self.value_edited.emit(self.field.key, self._values[place])


def _foreign_words(field: Field) -> str:
    words = value_words(field.value) or field.raw
    return tr("{value} (not among the choices)").format(value=words if words.strip() else tr("empty"))

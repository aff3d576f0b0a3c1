"""A field that is true or false."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPalette, QPen
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QWidget

from editor.schema_words import default_words
from editor.translation import tr
from editor.ui.front_matter.field_editor import FieldEditor

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from editor.blog.fields import Field

# As high as a line edit, so that it stands level with its label.
_HEIGHT: Final = 28
_BOX: Final = 16.0
_FAINT: Final = 0.5


class FlagBox(QCheckBox):
    """A tick that may stand for nothing at all: from there to a tick, to none, and back where that may be."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.may_be_absent = False

    def nextCheckState(self) -> None:
        """Go on to the next state."""
        state = self.checkState()
        if state == Qt.CheckState.PartiallyChecked:
            self.setCheckState(Qt.CheckState.Checked)
        elif state == Qt.CheckState.Unchecked and self.may_be_absent:
            self.setCheckState(Qt.CheckState.PartiallyChecked)
        else:
            self.setCheckState(Qt.CheckState.Unchecked if self.isChecked() else Qt.CheckState.Checked)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box: a tick for true, nothing for false, a stroke for neither."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        roles, palette = QPalette.ColorRole, self.palette()
        box = QRectF(0.5, (self.height() - _BOX) / 2, _BOX, _BOX)
        is_ticked = self.checkState() == Qt.CheckState.Checked
        is_marked = is_ticked or self.hasFocus() or self.underMouse()
        painter.setPen(palette.color(roles.Highlight if is_marked else roles.PlaceholderText))
        painter.setBrush(palette.color(roles.Highlight if is_ticked else roles.Base))
        painter.setOpacity(1 if self.isEnabled() else _FAINT)
        painter.drawRoundedRect(box, 4, 4)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(2, 2, -2, -2), 2.5, 2.5)
        ink = palette.color(roles.HighlightedText if is_ticked else roles.PlaceholderText)
        painter.setPen(QPen(QBrush(ink), 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        centre = box.center()
        if is_ticked:
            painter.drawPolyline([centre + QPointF(*by) for by in ((-3.6, 0.2), (-1, 2.8), (3.8, -2.8))])
        elif self.checkState() == Qt.CheckState.PartiallyChecked:
            painter.drawLine(centre - QPointF(3, 0), centre + QPointF(3, 0))

    def sizeHint(self) -> QSize:
        """Answer the size of the box."""
        return QSize(round(_BOX) + 2, _HEIGHT)

    def hitButton(self, place: QPoint) -> bool:
        """Whether a click at place is one on the box."""
        return self.rect().contains(place)


class FlagField(FieldEditor):
    """Ticks or clears one flag.

    An absent one shows its default; an optional one without a default can be absent again by a third click.
    """

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self._box = FlagBox(self)
        self._box.setMinimumHeight(_HEIGHT)
        self._state = QLabel(self)
        self._state.setObjectName("state")
        self._state.setTextFormat(Qt.TextFormat.PlainText)
        self._box.clicked.connect(self._tell_edit)
        inputs = QWidget(self)
        row = QHBoxLayout(inputs)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._box)
        row.addWidget(self._state, 1)
        self._begin(inputs, (self._box,))

    def show_refusal(self, words: str) -> None:
        """Go back to what the file says, and say why."""
        super().show_refusal(words)
        self._show_value(self.field)

    def _show_value(self, field: Field) -> None:
        rule = field.rule
        self._box.may_be_absent = rule is not None and not rule.is_required and not rule.has_default
        self._box.setTristate(False)
        if isinstance(field.value, bool):
            self._box.setChecked(field.value)
            words = ""
        elif field.present:
            self._box.setCheckState(Qt.CheckState.PartiallyChecked)
            words = tr("{source} is neither true nor false").format(source=field.raw or tr("Nothing"))
        elif rule is not None and isinstance(rule.default, bool):
            self._box.setChecked(rule.default)
            words = default_words(field)
        else:
            self._box.setCheckState(Qt.CheckState.PartiallyChecked)
            words = tr("Not set")
        self._state.setText(words)
        self._box.setAccessibleDescription(words)

    def _tell_edit(self) -> None:
        if self._box.checkState() == Qt.CheckState.PartiallyChecked:
            self._remove()
        else:
            self.value_edited.emit(self.field.key, self._box.isChecked())

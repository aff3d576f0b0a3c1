"""The name of a field, before its editor."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from editor.translation import tr
from editor.ui.front_matter.words import field_tip

if TYPE_CHECKING:
    from editor.blog.fields import Field
    from editor.ui.front_matter.counter import LengthCounter
    from editor.ui.front_matter.field_editor import FieldEditor

# Brings the label's line of text level with that of the input beside it.
_TOP: Final = 6
_REQUIRED: Final = " *"


class FieldLabel(QWidget):
    """A label that ends in an ellipsis where it is too long, with the length counter of its field below.

    A star marks a field that the blog's schema requires.
    """

    def __init__(self, editor: FieldEditor, counter: LengthCounter | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._editor = editor
        self._counter = counter
        self._words = editor.field.key
        self._star = ""
        self._label = QLabel(self)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setBuddy(editor.stops()[0])
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_menu)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, _TOP, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self._label)
        if counter is not None:
            layout.addWidget(counter)

    def show_field(self, field: Field, words: str) -> None:
        """Name the field words, and say what its blog asks of it."""
        is_required = field.rule is not None and field.rule.is_required
        self._words = words
        self._star = _REQUIRED if is_required else ""
        self._label.setAccessibleName(tr("{name}, required").format(name=words) if is_required else words)
        self.setToolTip(field_tip(field))

    def words(self) -> str:
        """Answer the label as it is shown."""
        return self._label.text()

    def wanted_width(self) -> int:
        """Answer the width of the whole label."""
        widths = [self._label.fontMetrics().horizontalAdvance(self._words + self._star)]
        if self._counter is not None:
            widths.append(self._counter.sizeHint().width())
        return max(widths) + 2

    def set_width(self, width: int) -> None:
        """Take width, and end the label there."""
        self.setFixedWidth(width)
        metrics = self._label.fontMetrics()
        room = width - metrics.horizontalAdvance(self._star)
        words = metrics.elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        self._label.setText(words.replace("&", "&&") + self._star)

    def _show_menu(self, place: QPoint) -> None:
        menu = self._editor.menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.mapToGlobal(place))

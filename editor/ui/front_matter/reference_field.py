"""A field that names an entry of another collection."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit

from editor.blog.schemas.shapes import ReferenceShape
from editor.translation import tr
from editor.ui.front_matter.completion import WordCompleter
from editor.ui.front_matter.field_editor import FieldEditor, mark
from editor.ui.front_matter.icons import icon

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from editor.blog.fields import Field
    from editor.ui.theme import Theme


class ReferenceLine(QLineEdit):
    """A line that drops its list of entries down on Alt+Down and F4."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.completer_of_words = WordCompleter(self)
        self.setCompleter(self.completer_of_words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Drop the list down."""
        is_alt_down = event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier
        if is_alt_down or event.key() == Qt.Key.Key_F4:
            self.completer_of_words.offer_all()
        else:
            super().keyPressEvent(event)


class ReferenceField(FieldEditor):
    """Edits the id of an entry, completed from those there are; one that there is not is marked."""

    def __init__(self, field: Field, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self._is_edited = False
        self._line = ReferenceLine(self)
        self._line.setPlaceholderText(self._wanted_words(field))
        self._choose_action = QAction(tr("Choose from the list"), self)
        self._choose_action.triggered.connect(self._choose)
        self._line.addAction(self._choose_action, QLineEdit.ActionPosition.TrailingPosition)
        self._line.textEdited.connect(self._tell_edit)
        self._line.completer_of_words.activated.connect(self._tell_edit)
        self._line.editingFinished.connect(self._finish_id)
        self._line.returnPressed.connect(self.focusNextChild)
        self._begin(self._line, (self._line,))
        self.set_theme(theme)

    def can_keep(self, field: Field) -> bool:
        """Whether field is one line still."""
        return isinstance(field.value, str) and "\n" not in field.value

    def set_theme(self, theme: Theme) -> None:
        """Draw the arrow in the colours of theme."""
        self._choose_action.setIcon(icon("fold_open", theme.colour("soft_text")))

    def _show_value(self, field: Field) -> None:
        text = str(field.value)
        if text != self._line.text():
            self._line.setText(text)
            self._line.setCursorPosition(0)
        self._line.completer_of_words.set_words(field.offers)
        self._choose_action.setVisible(bool(field.offers))
        self._mark_dangling(text)

    def _show_editable(self, *, editable: bool) -> None:
        super()._show_editable(editable=editable)
        self._choose_action.setEnabled(editable)

    def _tell_edit(self, text: str) -> None:
        self._is_edited = True
        self._mark_dangling(text)
        self.value_edited.emit(self.field.key, text)

    def _mark_dangling(self, text: str) -> None:
        ids = self.field.allowed
        mark(self._line, "wrong", "error" if text and ids is not None and text not in ids else "")

    def _choose(self) -> None:
        self._line.setFocus()
        self._line.completer_of_words.offer_all()

    def _finish_id(self) -> None:
        # No entry has an empty id: none means no key. One that was there already stays.
        if self._is_edited and not self._line.text() and self.field.present:
            self._remove()
        self._is_edited = False

    def _wanted_words(self, field: Field) -> str:
        shape = field.shape
        if isinstance(shape, ReferenceShape) and shape.collection:
            return tr("An entry of “{collection}”").format(collection=shape.collection)
        return tr("An entry of another collection")

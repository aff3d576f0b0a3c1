"""A field of text that may be long: its box grows with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt

from editor.ui.front_matter.counter import counter_for
from editor.ui.front_matter.field_editor import FieldEditor
from editor.ui.front_matter.plain_text import GrowingText

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from editor.blog.fields import Field

_SMALLEST: Final = 2
_GREATEST: Final = 8
_RETURN_KEYS: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ParagraphBox(GrowingText):
    """A growing text box; in a single paragraph Return goes on, and Shift+Return breaks the line."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on to the next field on Return."""
        if event.key() in _RETURN_KEYS and self.blockCount() == 1 and not event.modifiers():
            self.focusNextChild()
        elif event.key() in _RETURN_KEYS and event.modifiers() == Qt.KeyboardModifier.ShiftModifier:
            # Qt's own Shift+Return writes U+2028, which is no line end in YAML.
            self.textCursor().insertBlock()
        else:
            super().keyPressEvent(event)


class TextField(FieldEditor):
    """Edits text of any length: every change is told at once."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self._box = ParagraphBox(_SMALLEST, _GREATEST, self)
        self.counter = counter_for(field, self)
        self._is_showing = False
        self._ending = ""
        self._box.textChanged.connect(self._tell_edit)
        self._box.left.connect(self._finish_text)
        self._begin(self._box, (self._box,))

    def can_keep(self, field: Field) -> bool:
        """Whether field is still text, even if it has become short or looks like an image by now."""
        return isinstance(field.value, str)

    def _show_value(self, field: Field) -> None:
        value = str(field.value)
        if value != self._box.text() + self._ending:
            # The line end that ends a block scalar would look like an empty last line.
            text = value.removesuffix("\n")
            self._ending = value[len(text) :]
            caret = self._box.textCursor().position()
            self._is_showing = True
            self._box.setPlainText(text)
            self._is_showing = False
            cursor = self._box.textCursor()
            cursor.setPosition(min(caret, self._box.document().characterCount() - 1))
            self._box.setTextCursor(cursor)
        self._count()

    def _tell_edit(self) -> None:
        if self._is_showing:
            return
        self._count()
        self.value_edited.emit(self.field.key, self._box.text() + self._ending)

    def _count(self) -> None:
        if self.counter is not None:
            self.counter.show_text(self._box.text())

    def _finish_text(self) -> None:
        self._finish(is_empty=not self._box.text())

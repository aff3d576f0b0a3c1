"""A field that the form has no better widget for: its YAML source."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal

from editor.blog.fields import indented, outdented
from editor.translation import tr
from editor.ui.front_matter.field_editor import FieldEditor
from editor.ui.front_matter.plain_text import GrowingText

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from editor.blog.fields import Field

_GREATEST: Final = 8


class SourceBox(GrowingText):
    """A box of YAML; tells when the writer is done with it."""

    committed = Signal()
    abandoned = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Commit on Ctrl+Return, abandon on Escape."""
        is_return = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_return and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.committed.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.abandoned.emit()
        else:
            super().keyPressEvent(event)


class RawField(FieldEditor):
    """Edits a value's YAML source; it is written on Ctrl+Return and on leaving the field."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self._box = SourceBox(1, _GREATEST, self)
        self._box.setObjectName("source")
        self._source = ""
        self._indentation = ""
        self._box.setPlaceholderText(tr("empty"))
        self._box.committed.connect(self._write)
        self._box.left.connect(self._write)
        self._box.abandoned.connect(self._abandon)
        self._begin(self._box, (self._box,))

    def _show_value(self, field: Field) -> None:
        self._source, self._indentation = outdented(field.raw, field.value)
        if self._source != self._box.text():
            self._box.setPlainText(self._source)

    def _abandon(self) -> None:
        self._show_note("")
        self._show_value(self.field)

    def _write(self) -> None:
        text = self._box.text()
        if text != self._source:
            self.raw_edited.emit(self.field.key, indented(text, self._indentation))

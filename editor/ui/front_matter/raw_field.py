"""A field that the form has no better widget for: its source, in YAML or TOML."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal

from editor.blog.fields import indented, outdented
from editor.blog.value_source import UnreadableSource, value_of_field_source
from editor.messages import fault_words
from editor.translation import tr
from editor.ui.front_matter.field_editor import FieldEditor
from editor.ui.front_matter.highlighter import FrontMatterHighlighter
from editor.ui.front_matter.plain_text import GrowingText

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from editor.article.front_matter import Fault
    from editor.blog.fields import Field
    from editor.ui.theme import Theme

_GREATEST: Final = 8
_PAUSE: Final = 250


class SourceBox(GrowingText):
    """A box of YAML or TOML; tells when the writer is done with it."""

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
    """Edits a value's source, which is checked while it is typed.

    It is written on Ctrl+Return and on leaving the field, if it is a value.
    """

    def __init__(self, field: Field, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self._box = SourceBox(1, _GREATEST, self)
        self._box.setObjectName("source")
        self._highlighter = FrontMatterHighlighter(self._box.document(), theme, field.format)
        self._source = ""
        self._indentation = ""
        self._box.setPlaceholderText(tr("empty"))
        # Half a word is no fault: the check waits for a pause.
        self._asked = QTimer(self, singleShot=True, interval=_PAUSE)
        self._asked.timeout.connect(self._check)
        self._box.textChanged.connect(self._ask)
        self._box.committed.connect(self._write)
        self._box.left.connect(self._write)
        self._box.abandoned.connect(self._abandon)
        self._begin(self._box, (self._box,))

    def set_theme(self, theme: Theme) -> None:
        """Colour the source in the styles of theme."""
        self._highlighter.set_theme(theme)

    def _show_value(self, field: Field) -> None:
        self._source, self._indentation = outdented(field)
        if self._source != self._box.text():
            self._box.setPlainText(self._source)

    def _ask(self) -> None:
        if self.note():
            self._check()  # what is said may have been mended
        else:
            self._asked.start()

    def _abandon(self) -> None:
        self._show_note("")
        self._show_value(self.field)

    def _check(self) -> bool:
        """Whether the source is a value; if not, say why."""
        self._asked.stop()
        text = self._box.text()
        words = ""
        if text != self._source:
            try:
                value_of_field_source(text, self.field)
            except UnreadableSource as unreadable:
                words = _words(unreadable.fault)
        self._show_note(words)
        return not words

    def _write(self) -> None:
        text = self._box.text()
        if text == self._source:
            return
        if not text.strip() and not self.field.present:
            return
        if self._check():
            self.raw_edited.emit(self.field.key, indented(text, self._indentation))


def _words(fault: Fault) -> str:
    if fault.reason == "unknown-alias":
        return ""  # the name may stand elsewhere in the front matter
    if fault.reason == "not-one-value":
        return tr("This is more than one value.")
    return fault_words(fault)

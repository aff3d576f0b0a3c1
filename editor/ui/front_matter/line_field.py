"""A field of one line of text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from editor.ui.front_matter.completion import WordCompleter
from editor.ui.front_matter.counter import counter_for
from editor.ui.front_matter.field_editor import FieldEditor

if TYPE_CHECKING:
    from editor.blog.fields import Field
    from editor.ui.front_matter.counter import LengthCounter

_LINE_ENDS: Final = re.compile(r"[ \t]*[\r\n\u2028\u2029]+[ \t]*")
_COUNTER_GAP: Final = 6


class LineField(FieldEditor):
    """Edits one line: every change is told at once, Return goes on to the next field."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self._line = QLineEdit(self)
        self._ending = ""
        self._counter = counter_for(field, self._line)
        if self._counter is not None:
            self._place_counter(self._counter)
        self._completer = WordCompleter(self._line)
        self._line.setCompleter(self._completer)
        self._completer.activated.connect(self._tell_edit)
        self._line.textEdited.connect(self._tell_edit)
        self._line.editingFinished.connect(self._finish_line)
        self._line.returnPressed.connect(self.focusNextChild)
        self._begin(self._line, (self._line,))

    def can_keep(self, field: Field) -> bool:
        """Whether field is still one line, even if it looks like an image or a long text by now."""
        return isinstance(field.value, str) and "\n" not in field.value.removesuffix("\n")

    def _place_counter(self, counter: LengthCounter) -> None:
        width = counter.fontMetrics().horizontalAdvance(f"{counter.limit} / {counter.limit}")
        self._line.setTextMargins(0, 0, width + _COUNTER_GAP, 0)
        layout = QHBoxLayout(self._line)
        layout.setContentsMargins(0, 0, _COUNTER_GAP, 0)
        layout.addStretch()
        layout.addWidget(counter)

    def _show_value(self, field: Field) -> None:
        value = str(field.value)
        if value != self._line.text() + self._ending:
            # A block scalar ends in a line end, which a line cannot show.
            text = value.removesuffix("\n")
            self._ending = value[len(text) :]
            self._line.setText(text)
            self._line.setCursorPosition(0)
        self._count(self._line.text())
        # A word that one article alone has is no vocabulary.
        self._completer.set_words(word for word in field.offers if word[1] > 1)

    def _tell_edit(self, text: str) -> None:
        if _LINE_ENDS.search(text):
            caret = self._line.cursorPosition()
            text = _LINE_ENDS.sub(" ", text)
            self._line.setText(text)
            self._line.setCursorPosition(caret)
        self._count(text)
        self.value_edited.emit(self.field.key, text + self._ending)

    def _count(self, text: str) -> None:
        if self._counter is not None:
            self._counter.show_text(text)

    def _finish_line(self) -> None:
        self._finish(is_empty=not self._line.text())

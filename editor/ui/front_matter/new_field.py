"""The row in which a field is added to the article."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from editor.blog.value_source import words_source
from editor.translation import tr
from editor.ui.front_matter.field_editor import mark
from editor.ui.front_matter.icons import icon

if TYPE_CHECKING:
    from collections.abc import Collection

    from PySide6.QtGui import QKeyEvent

    from editor.article.fences import Format
    from editor.ui.theme import Theme

# What YAML reads as a string without quotes, and a JavaScript site can name.
_KEY: Final = re.compile(r"[^\W\d][\w-]*(?:[.:][\w-]+)*")
_CONSTANTS: Final = frozenset({"true", "false", "null"})


class NewField(QWidget):
    """A button that opens into a name and a value, in the language of the front matter."""

    field_written = Signal(str, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys: Collection[str] = ()
        self._notation: Format = "yaml"
        self.button = QPushButton(tr("Add field…"), self)
        self.button.setObjectName("add")
        self.button.clicked.connect(self.open)
        self.name = QLineEdit(self)
        self.name.setPlaceholderText(tr("Name"))
        self.name.setAccessibleName(tr("Name of the new field"))
        self.value = QLineEdit(self)
        self.value.setPlaceholderText(tr("Value"))
        self.value.setAccessibleName(tr("Value of the new field"))
        self.name.returnPressed.connect(self.value.setFocus)
        self.value.returnPressed.connect(self._write)
        self._note = QLabel(self)
        self._note.setObjectName("note")
        self._note.setWordWrap(True)
        row = QHBoxLayout()
        row.addWidget(self.name, 2)
        row.addWidget(self.value, 3)
        layout = QVBoxLayout(self)
        layout.setSpacing(3)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addLayout(row)
        layout.addWidget(self._note)
        self.set_indentation(0)
        self.set_theme(theme)
        self.close_row()

    def set_indentation(self, indentation: int) -> None:
        """Begin indentation pixels from the left, as the editors of the form do."""
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(indentation, 0, 0, 0)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of theme."""
        self.button.setIcon(icon("plus", theme.colour("soft_text")))

    def set_keys(self, keys: Collection[str], notation: Format) -> None:
        """Refuse the names in keys, which the article has already; write values in notation."""
        self._keys = keys
        self._notation = notation

    def written_key(self) -> str:
        """Answer the name as it is written, "" while the row is closed."""
        return self.name.text().strip()

    def show_refusal(self, words: str) -> None:
        """Say why the field was not added."""
        self._note.setText(words)
        self._note.setVisible(bool(words))
        mark(self._note, "tone", "error")

    def open(self) -> None:
        """Show the row in the button's place."""
        self._show_row(is_open=True)
        self.name.setFocus()

    def close_row(self) -> None:
        """Show the button again."""
        self.name.clear()
        self.value.clear()
        self._show_row(is_open=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close the row on Escape."""
        if event.key() == Qt.Key.Key_Escape and self.button.isHidden():
            self.close_row()
            self.button.setFocus()
        else:
            super().keyPressEvent(event)

    def _show_row(self, *, is_open: bool) -> None:
        self.button.setVisible(not is_open)
        self.name.setVisible(is_open)
        self.value.setVisible(is_open)
        self.show_refusal("")

    def _write(self) -> None:
        key = self.written_key()
        if not _KEY.fullmatch(key) or key.lower() in _CONSTANTS:
            self.show_refusal(tr("A name is made of letters, digits and hyphens, and begins with a letter."))
            self.name.setFocus()
        elif key in self._keys:
            self.show_refusal(tr("The article has a field {name} already.").format(name=key))
            self.name.setFocus()
        else:
            # No value at all would be null, which few schemas accept.
            source = self.value.text().strip() or '""'
            # YAML takes words for text; in TOML they would be nothing.
            written = words_source(source, self._notation) if self._notation == "toml" else source
            self.field_written.emit(key, written)

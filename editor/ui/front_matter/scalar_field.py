"""A field that may be text, a number, a flag or a date: a line that is written as what it reads as."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from editor.blog.schemas.resolving import fits
from editor.blog.schemas.shapes import ChoiceShape, TextShape, UnionShape
from editor.blog.value_source import UnreadableSource, value_of_source
from editor.schema_words import value_words
from editor.translation import tr
from editor.ui.front_matter.field_editor import FieldEditor

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from editor.article.values import Value
    from editor.blog.fields import Field
    from editor.blog.schemas.shapes import Shape


class ScalarField(FieldEditor):
    """Edits one line: 5 stays a number, 5 km is text, where the schema allows both."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self._line = QLineEdit(self)
        self._is_text = False
        self._is_edited = False
        self._line.setPlaceholderText(_kinds_words(field.shape))
        self._line.textEdited.connect(self._tell_edit)
        self._line.editingFinished.connect(self._finish_line)
        self._line.returnPressed.connect(self.focusNextChild)
        self._begin(self._line, (self._line,))

    def can_keep(self, field: Field) -> bool:
        """Whether field is a scalar still."""
        return not isinstance(field.value, list | dict)

    def _show_value(self, field: Field) -> None:
        text = _text_of(field) if field.present else ""
        if not self._line.hasFocus():
            self._is_text = isinstance(field.value, str) and bool(field.value)
        if text != self._line.text() and not self._is_shown(field):
            self._line.setText(text)
            self._line.setCursorPosition(0)

    def _is_shown(self, field: Field) -> bool:
        """Whether the line says the value in another spelling: 1.50 is 1.5."""
        written = scalar_of(self._line.text(), field, is_text=self._is_text)
        return field.present and bool(self._line.text()) and written == field.value

    def _tell_edit(self, text: str) -> None:
        self._is_edited = True
        value = scalar_of(text, self.field, is_text=self._is_text)
        if value is None:
            kinds = _kinds_words(self.field.shape)
            self._show_note(tr("This field takes: {kinds}.").format(kinds=kinds) if text.strip() else "")
            return
        self._show_note("")
        self.value_edited.emit(self.field.key, value)

    def _finish_line(self) -> None:
        is_emptied = self._is_edited and not self._line.text().strip()
        self._is_edited = False
        is_optional = self.field.rule is not None and not self.field.rule.is_required
        if is_emptied and self.field.present and is_optional:
            self._remove()
        else:
            self._finish(is_empty=not self._line.text())


def scalar_of(text: str, field: Field, *, is_text: bool) -> Value:
    """Answer what text writes of the scalars that a field takes, None where none of them.

    What reads as a number, a flag or a date is that where it may be, unless it is text already.
    """
    shape = field.shape
    options = shape.options if isinstance(shape, UnionShape) else (shape,)
    takes_text = any(isinstance(option, TextShape) for option in options)
    try:
        read = value_of_source(text.strip(), field.format) if text.strip() else None
    except UnreadableSource:
        read = None
    for value in (text, read) if is_text else (read, text):
        if value is None or isinstance(value, list | dict) or (value == "" and not takes_text):
            continue
        if any(fits(option, value) for option in options):
            return value
    return None


def _text_of(field: Field) -> str:
    return field.value if isinstance(field.value, str) else field.raw


def _kinds_words(shape: Shape) -> str:
    options = shape.options if isinstance(shape, UnionShape) else (shape,)
    words = {
        "TextShape": tr("text"),
        "NumberShape": tr("a number"),
        "FlagShape": tr("true or false"),
        "DateShape": tr("a date"),
        "ImageShape": tr("an image"),
        "ReferenceShape": tr("an entry"),
    }
    found: list[str] = []
    for option in options:
        if isinstance(option, ChoiceShape):
            found += map(value_words, option.choices)
        else:
            found.append(words[type(option).__name__])
    return ", ".join(dict.fromkeys(found))

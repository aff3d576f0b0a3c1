"""A field that is a day: typed in words or figures, or chosen in a calendar."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from editor.article.dates import read_date, typed_date
from editor.blog.fields import Field, date_source, template_key
from editor.translation import tr
from editor.ui.front_matter.calendar_popup import CalendarPopup
from editor.ui.front_matter.field_editor import FieldEditor
from editor.ui.front_matter.icons import icon
from editor.ui.front_matter.words import day_in_words

if TYPE_CHECKING:
    from editor.ui.theme import Theme


class DateField(FieldEditor):
    """Shows a day in the writer's words and writes it in the file's own notation.

    A day is written when it is complete: on Return, on leaving the field, from the calendar.
    """

    def __init__(self, field: Field, language: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self._language = language
        self._theme = theme
        self._notation = ""
        self._line = QLineEdit(self)
        self._line.setPlaceholderText(tr("No date"))
        self._choose_action = QAction(tr("Choose a day in the calendar"), self)
        self._choose_action.triggered.connect(self.open_calendar)
        self._line.addAction(self._choose_action, QLineEdit.ActionPosition.TrailingPosition)
        self._line.textEdited.connect(self._forget_fault)
        self._line.editingFinished.connect(self._write)
        self._line.returnPressed.connect(self.focusNextChild)
        self._begin(self._line, (self._line,))
        self.set_theme(theme)

    def set_notation(self, source: str) -> None:
        """Write a day, where the field has none yet, as the YAML source of another date is written."""
        self._notation = source

    def set_theme(self, theme: Theme) -> None:
        """Draw the calendar in the colours of theme."""
        self._theme = theme
        self._choose_action.setIcon(icon("calendar", theme.colour("soft_text")))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the calendar on Alt+Down and F4, as drop-down lists do."""
        is_alt_down = event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier
        if is_alt_down or event.key() == Qt.Key.Key_F4:
            self.open_calendar()
        else:
            super().keyPressEvent(event)

    def open_calendar(self) -> None:
        """Drop the calendar down."""
        day = self._day() or date.today()
        popup = CalendarPopup(day, self._language, self._theme, self)
        popup.day_chosen.connect(self._take_day)
        popup.show_below(self._line)

    def _day(self) -> date | None:
        written = read_date(self.field.value)
        return None if written is None else written.day

    def _show_value(self, field: Field) -> None:
        written = read_date(field.value)
        day = None if written is None else written.day
        self._line.setText("" if day is None else day_in_words(day, self._language))
        self._line.setCursorPosition(0)

    def _show_editable(self, *, editable: bool) -> None:
        super()._show_editable(editable=editable)
        self._choose_action.setEnabled(editable)
        if editable and self.field.raw:
            self.setToolTip(tr("In the file: {source}").format(source=self.field.raw))

    def _forget_fault(self) -> None:
        self._show_note("")

    def _take_day(self, day: date) -> None:
        self._line.setText(day_in_words(day, self._language))
        self._write()
        self._line.setFocus()

    def _write(self) -> None:
        text = self._line.text().strip()
        if not text:
            self._remove_day()
            return
        current = self._day()
        if current is not None and text == day_in_words(current, self._language):
            return
        day = typed_date(text, self._language)
        if day is None:
            example = day_in_words(date(2025, 7, 8), self._language)
            self._show_note(
                tr("This is not a date. Write it as {example} or 2025-07-08.").format(example=example)
            )
        elif day == current:
            self._show_value(self.field)
        else:
            like = self.field.raw if current is not None else self._notation
            self.raw_edited.emit(self.field.key, date_source(day, like))

    def _remove_day(self) -> None:
        if not self.field.present:
            return
        if template_key(self.field.key) == "pubDate" and self._day() is not None:
            self._show_note(tr("An article needs its date."))
        else:
            # Astro makes 1 January 1970 of an empty date: no day means no key.
            self._remove()

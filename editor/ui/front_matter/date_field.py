"""A field that is a date: typed in words or figures, or chosen in a calendar; with a time if it has one."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QMenu, QVBoxLayout, QWidget

from editor.article.dates import WrittenDate, instant_of, read_date, typed_moment, typed_time
from editor.blog.fields import Field, date_source, moment_source, template_key
from editor.translation import tr
from editor.ui.front_matter.calendar_popup import CalendarPopup
from editor.ui.front_matter.date_words import meaning_words, time_in_figures
from editor.ui.front_matter.field_editor import FieldEditor, mark
from editor.ui.front_matter.icons import icon
from editor.ui.front_matter.words import day_in_words

if TYPE_CHECKING:
    from editor.ui.theme import Theme

_TIME_WIDTH: Final = 84
_GAP: Final = 6


class DateField(FieldEditor):
    """Shows a day, and its time if it has one, in the writer's words; writes them in the file's own notation.

    They are written when they are complete: on Return, on leaving the field, from the calendar. Below them
    stands what the blog takes them for, where that is not plain.
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
        self._clock = QLineEdit(self)
        self._clock.setAccessibleName(tr("Time"))
        self._clock.setFixedWidth(_TIME_WIDTH)
        self._meaning = QLabel(self)
        self._meaning.setObjectName("hint")
        self._meaning.setWordWrap(True)
        for line, write in ((self._line, self._write), (self._clock, self._write_time)):
            line.textEdited.connect(self._forget_fault)
            line.editingFinished.connect(write)
            line.returnPressed.connect(self.focusNextChild)
        self._begin(self._parts(), (self._line, self._clock))
        self._placeholders.pop(self._clock)
        self._clock.setPlaceholderText(tr("No time"))
        self.set_theme(theme)

    def _parts(self) -> QWidget:
        parts = QWidget(self)
        column = QVBoxLayout(parts)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        row = QHBoxLayout()
        row.setSpacing(_GAP)
        row.addWidget(self._line)
        row.addWidget(self._clock)
        column.addLayout(row)
        column.addWidget(self._meaning)
        return parts

    def set_notation(self, source: str) -> None:
        """Write a day, where the field has none yet, as the source of another date is written."""
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
        written = self._written()
        popup = CalendarPopup(
            written.day if written else date.today(), self._language, self._theme, self._time_words(), self
        )
        popup.day_chosen.connect(self._take_day)
        popup.time_switched.connect(self._switch_time)
        popup.show_below(self._line)

    def menu(self, source: QWidget) -> QMenu:
        """Answer the context menu, which adds a time to the date or takes it away."""
        menu = super().menu(source)
        if self._time_words() and self.field.editable:
            action = QAction(self._time_words(), menu)
            action.triggered.connect(self._switch_time)
            last = menu.actions()[-1:]
            menu.insertActions(last[0], [action]) if last else menu.addAction(action)
        return menu

    def _written(self) -> WrittenDate | None:
        return read_date(self.field.value, self.field.raw)

    def _shown(self) -> str:
        """Answer the day in words, and what is no date as it is."""
        written, value = self._written(), self.field.value
        if written is not None:
            return day_in_words(written.day, self._language)
        if value is None:
            return ""
        return value if isinstance(value, str) else self.field.raw

    def _show_value(self, field: Field) -> None:
        written = self._written()
        self._line.setText(self._shown())
        self._line.setCursorPosition(0)
        clock = written.clock if written else None
        self._clock.setText("" if clock is None else time_in_figures(clock))
        self._clock.setVisible(clock is not None)
        words = meaning_words(instant_of(field.value, field.raw) if field.present else None, self._language)
        self._meaning.setText(words)
        self._meaning.setVisible(bool(words))

    def _show_editable(self, *, editable: bool) -> None:
        super()._show_editable(editable=editable)
        self._choose_action.setEnabled(editable)
        if editable and self.field.raw:
            self.setToolTip(tr("In the file: {source}").format(source=self.field.raw))

    def _forget_fault(self) -> None:
        self._show_note("")

    def _time_words(self) -> str:
        """Answer what can be done to the time, "" without a day."""
        written = self._written()
        if written is None:
            return ""
        return tr("Add a time") if written.clock is None else tr("Remove the time")

    def _switch_time(self) -> None:
        written = self._written()
        if written is not None and written.clock is not None:
            self.raw_edited.emit(
                self.field.key, moment_source(written.day, self.field.raw, self.field.format)
            )
            self._line.setFocus()
        else:
            self._clock.show()
            self._clock.setFocus()

    def _take_day(self, day: date) -> None:
        self._line.setText(day_in_words(day, self._language))
        self._write()
        self._line.setFocus()

    def _write(self) -> None:
        text = self._line.text().strip()
        written = self._written()
        current = written.day if written else None
        if not text:
            self._remove_day()
            return
        if text == self._shown():
            return
        typed = typed_moment(text, self._language)
        like = self._notation if current is None else self.field.raw
        if typed is None:
            example = day_in_words(date(2025, 7, 8), self._language)
            self._show_note(
                tr("This is not a date. Write it as {example} or 2025-07-08.").format(example=example)
            )
        elif typed == current:
            self._show_value(self.field)
        elif isinstance(typed, datetime):
            self.raw_edited.emit(self.field.key, moment_source(typed, like, self.field.format))
        else:
            self.raw_edited.emit(self.field.key, date_source(typed, like, self.field.format))

    def _write_time(self) -> None:
        text = self._clock.text().strip()
        written = self._written()
        if written is None:
            return
        clock = typed_time(text)
        shown = "" if written.clock is None else time_in_figures(written.clock)
        if text == shown or (written.clock is not None and clock == written.clock):
            self._clock.setText(shown)
            self._clock.setVisible(bool(shown))
        elif not text:
            self.raw_edited.emit(
                self.field.key, moment_source(written.day, self.field.raw, self.field.format)
            )
        elif clock is None:
            self._show_note(tr("This is not a time. Write it as {example}.").format(example="14:30"))
            mark(self._line, "wrong", "")
        else:
            moment = datetime.combine(written.day, clock)
            self.raw_edited.emit(self.field.key, moment_source(moment, self.field.raw, self.field.format))

    def _remove_day(self) -> None:
        if not self.field.present:
            return
        rule = self.field.rule
        is_needed = rule.is_required if rule else template_key(self.field.key) == "pubDate"
        if is_needed and self._written() is not None:
            self._show_note(tr("An article needs its date."))
        else:
            # Astro makes 1 January 1970 of an empty date: no day means no key.
            self._remove()

"""The calendar that drops down from a date field."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QDate, QLocale, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import (
    QCalendarWidget,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from editor.translation import tr
from editor.ui.front_matter.icons import icon

if TYPE_CHECKING:
    from editor.ui.theme import Theme

_GAP: Final = 2
# Of the style sheet, which counts once the calendar is shown.
_BORDER: Final = QSize(2, 2)
_SMALLEST: Final = QSize(270, 220)
# Names that Qt's own calendar gives its buttons.
_ARROWS: Final = {"qt_calendar_prevmonth": "previous", "qt_calendar_nextmonth": "next"}


class CalendarPopup(QFrame):
    """Shows a month, lets the writer choose a day, or add or remove a time, and goes away.

    time_words are those of the button that does so, "" for none.
    """

    day_chosen = Signal(object)
    time_switched = Signal()

    def __init__(self, day: date, language: str, theme: Theme, time_words: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("calendar")
        self.calendar = QCalendarWidget(self)
        self.calendar.setLocale(QLocale(language))
        self.calendar.setFirstDayOfWeek(QLocale(language).firstDayOfWeek())
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self.calendar.setAccessibleName(tr("Calendar"))
        self.calendar.setMinimumSize(_SMALLEST)
        self._colour(theme)
        self.calendar.clicked.connect(self._choose)
        self.calendar.activated.connect(self._choose)
        self.today = QPushButton(tr("Today"), self)
        self.today.clicked.connect(self._choose_today)
        self.time = QPushButton(time_words, self)
        self.time.setVisible(bool(time_words))
        self.time.clicked.connect(self._switch_time)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(self.calendar)
        row = QHBoxLayout()
        row.addWidget(self.today)
        row.addWidget(self.time)
        layout.addLayout(row)

    def show_below(self, widget: QWidget) -> None:
        """Drop down from widget, or up where the screen ends."""
        size = self.sizeHint() + _BORDER
        place = widget.mapToGlobal(QPoint(0, widget.height() + _GAP))
        room = widget.screen().availableGeometry()
        if place.y() + size.height() > room.bottom():
            place = widget.mapToGlobal(QPoint(0, -size.height() - _GAP))
        left = min(place.x(), room.right() + 1 - size.width())
        self.move(max(room.left(), left), max(room.top(), place.y()))
        self.show()
        self.calendar.setFocus()

    def _colour(self, theme: Theme) -> None:
        plain = QTextCharFormat()
        plain.setForeground(theme.colour("text"))
        for weekday in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.calendar.setWeekdayTextFormat(weekday, plain)
        head = QTextCharFormat()
        head.setBackground(theme.colour("base"))
        self.calendar.setHeaderTextFormat(head)
        for name, drawing in _ARROWS.items():
            arrow = self.calendar.findChild(QToolButton, name)
            if arrow is not None:
                arrow.setIcon(icon(drawing, theme.colour("soft_text")))

    def _choose(self, chosen: QDate) -> None:
        day = date(chosen.year(), chosen.month(), chosen.day())
        self.close()
        self.day_chosen.emit(day)

    def _choose_today(self) -> None:
        self._choose(QDate.currentDate())

    def _switch_time(self) -> None:
        self.close()
        self.time_switched.emit()

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from editor.blog.fields import Field
from editor.blog.schemas.shapes import DateShape, SchemaField
from editor.ui.front_matter.calendar_popup import CalendarPopup
from editor.ui.front_matter.date_field import DateField

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from editor.ui.theme import Theme
from tests.ui.front_matter.conftest import Article, write

# Popups make the offscreen platform say what it cannot do.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def line_of(article: Article, key: str = "pubDate") -> QLineEdit:
    line = article.editor(key).stops()[0]
    assert isinstance(line, QLineEdit)
    return line


def enter(line: QLineEdit, text: str) -> None:
    line.setFocus()
    line.selectAll()
    if text:
        write(line, text)
    else:
        QTest.keyClick(line, Qt.Key.Key_Backspace)
    QTest.keyClick(line, Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("source", "written"),
    [
        ("'Jul 08 2022'", "'Dec 24 2026'"),
        ('"july 07 2025"', '"december 24 2026"'),
        ("2022-07-08", "2026-12-24"),
        ("2025-06-01T03:04:01.679Z", "2026-12-24T03:04:01.679Z"),
    ],
)
@pytest.mark.parametrize("typed", ["2026-12-24", "24 December 2026"])
def test_a_typed_day_is_written_in_the_file_s_notation(
    qtbot: QtBot, article: Article, source: str, written: str, typed: str
) -> None:
    article.open(f"pubDate: {source} # 🌞\n")
    enter(line_of(article), typed)
    assert article.head() == f"pubDate: {written} # 🌞\n"
    assert line_of(article).text() == "24 December 2026"


def test_the_day_is_shown_in_words(article: Article) -> None:
    article.open('pubDate: "july 07 2025"\n')
    assert line_of(article).text() == "7 July 2025"
    assert '"july 07 2025"' in article.editor("pubDate").toolTip()


def test_nothing_is_written_while_it_is_typed_nor_where_it_is_no_date(qtbot: QtBot, article: Article) -> None:
    article.open("pubDate: 2022-07-08\ntitle: t\n")
    line = line_of(article)
    enter(line, "30 February 2026")
    assert article.edits == []
    assert "not a date" in article.editor("pubDate").note()
    assert line.property("wrong") == "error"
    article.set_value("title", "other")
    assert line.text() == "30 February 2026"
    assert article.editor("pubDate").note()
    write(line, "x")
    assert article.editor("pubDate").note() == ""


def test_the_same_day_written_otherwise_changes_nothing(qtbot: QtBot, article: Article) -> None:
    article.open("pubDate: 'Jul 08 2022'\n")
    enter(line_of(article), "2022-07-08")
    assert article.edits == []
    assert line_of(article).text() == "8 July 2022"


def test_leaving_the_field_writes_the_day(qtbot: QtBot, article: Article) -> None:
    article.open("pubDate: 2022-07-08\n")
    line = line_of(article)
    line.setFocus()
    line.selectAll()
    write(line, "2026-12-24")
    QTest.keyClick(line, Qt.Key.Key_Tab)
    assert article.head() == "pubDate: 2026-12-24\n"


def test_no_day_means_no_key(qtbot: QtBot, article: Article) -> None:
    article.open("title: t\nupdatedDate: 2022-07-08\n")
    enter(line_of(article, "updatedDate"), "")
    assert article.head() == "title: t\n"
    assert line_of(article, "updatedDate").text() == ""


def test_an_empty_offer_left_empty_writes_nothing(qtbot: QtBot, article: Article) -> None:
    article.open("title: t\n")
    enter(line_of(article, "updatedDate"), "")
    assert article.edits == []


def test_the_date_of_an_article_is_not_emptied(qtbot: QtBot, article: Article) -> None:
    article.open("pubDate: 2022-07-08\n")
    enter(line_of(article), "")
    assert article.edits == []
    assert article.editor("pubDate").note()


def test_a_new_date_takes_the_notation_of_the_other(qtbot: QtBot, article: Article) -> None:
    article.open('pubDate: "july 07 2025"\n')
    enter(line_of(article, "updatedDate"), "2026-12-24")
    assert article.head() == 'pubDate: "july 07 2025"\nupdatedDate: "december 24 2026"\n'


def test_a_first_date_is_written_in_iso(qtbot: QtBot, article: Article) -> None:
    article.open("title: t\n")
    enter(line_of(article, "pubDate"), "24 December 2026")
    assert article.head() == "title: t\npubDate: 2026-12-24\n"


def popup_of(article: Article) -> CalendarPopup:
    QTest.keyClick(line_of(article), Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, CalendarPopup)
    return popup


def test_a_day_is_chosen_in_the_calendar(qtbot: QtBot, article: Article) -> None:
    article.open("pubDate: 'Jul 08 2022'\n")
    popup = popup_of(article)
    assert popup.calendar.selectedDate() == QDate(2022, 7, 8)
    popup.calendar.setSelectedDate(QDate(2022, 7, 9))
    popup.calendar.setFocus()
    QTest.keyClick(popup.calendar.focusWidget() or popup.calendar, Qt.Key.Key_Return)
    assert article.head() == "pubDate: 'Jul 09 2022'\n"
    assert QApplication.activePopupWidget() is None
    assert line_of(article).hasFocus()


def test_today_is_one_click_away(qtbot: QtBot, article: Article) -> None:
    article.open("pubDate: 2022-07-08\n")
    popup = popup_of(article)
    QTest.mouseClick(popup.today, Qt.MouseButton.LeftButton)
    assert article.head() == f"pubDate: {date.today().isoformat()}\n"


def test_escape_closes_the_calendar(qtbot: QtBot, article: Article) -> None:
    article.open("pubDate: 2022-07-08\n")
    popup = popup_of(article)
    QTest.keyClick(popup, Qt.Key.Key_Escape)
    assert QApplication.activePopupWidget() is None
    assert article.edits == []


def test_the_calendar_opens_by_its_button_and_stays_on_the_screen(qtbot: QtBot, article: Article) -> None:
    article.open("pubDate: 2022-07-08\n")
    screen = article.pane.screen().availableGeometry()
    article.pane.window().move(screen.right() - 200, screen.bottom() - 150)
    line_of(article).actions()[0].trigger()
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, CalendarPopup)
    assert screen.contains(popup.mapToGlobal(QPoint(0, 0)))
    assert screen.contains(popup.mapToGlobal(popup.rect().bottomRight()))
    popup.close()


def clock_of(article: Article, key: str = "pubDate") -> QLineEdit:
    line = article.editor(key).stops()[1]
    assert isinstance(line, QLineEdit)
    return line


def meaning_of(article: Article, key: str = "pubDate") -> str:
    return " ".join(
        label.text() for label in article.editor(key).findChildren(QLabel, "hint") if label.isVisible()
    )


@pytest.mark.parametrize(
    ("source", "day", "clock"),
    [
        ("2025-06-01T03:04:01.679Z", "1 June 2025", "03:04:01"),
        ("2020-10-10T01:03:00+08:00", "10 October 2020", "01:03"),
        ("'8 July 2022 10:30 PM'", "8 July 2022", "22:30"),
    ],
)
def test_a_time_has_a_box_of_its_own(article: Article, source: str, day: str, clock: str) -> None:
    article.open(f"pubDate: {source}\n")
    assert (line_of(article).text(), clock_of(article).text()) == (day, clock)
    assert clock_of(article).isVisible()
    clock_of(article).setFocus()
    line_of(article).setFocus()
    assert article.edits == []


def test_a_day_alone_has_no_box_for_a_time(article: Article) -> None:
    article.open("pubDate: 2022-07-08\n")
    assert not clock_of(article).isVisible()
    assert meaning_of(article) == ""


@pytest.mark.parametrize(
    ("source", "typed", "written"),
    [
        ("2025-06-01T03:04:01.679Z", "14h30", "2025-06-01T14:30:00.000Z"),
        ("2015-12-18 11:01:24", "2:30 pm", "2015-12-18 14:30:00"),
        ("'8 July 2022 10:30 PM'", "9:05", "'8 July 2022 9:05 AM'"),
        ("'8 July 2022 10:30 PM'", "", "'8 July 2022'"),
        ("2025-06-01T03:04:01.679Z", "", "2025-06-01"),
    ],
)
def test_a_typed_time_is_written_in_the_file_s_notation(
    qtbot: QtBot, article: Article, source: str, typed: str, written: str
) -> None:
    article.open(f"pubDate: {source} # 🌞\n")
    enter(clock_of(article), typed)
    assert article.head() == f"pubDate: {written} # 🌞\n"
    assert clock_of(article).isVisible() == bool(typed)


def test_what_is_no_time_is_told_and_the_same_time_changes_nothing(qtbot: QtBot, article: Article) -> None:
    article.open("pubDate: 2025-06-01T03:04:00Z\n")
    enter(clock_of(article), "25:00")
    assert article.edits == []
    assert "not a time" in article.editor("pubDate").note()
    assert clock_of(article).property("wrong") == "error"
    assert not line_of(article).property("wrong")
    enter(clock_of(article), "3h04")
    assert article.edits == []
    assert clock_of(article).text() == "03:04"


def test_a_day_typed_with_its_time_is_written_with_it(qtbot: QtBot, article: Article) -> None:
    article.open("pubDate: 'Jul 08 2022'\n")
    enter(line_of(article), "24/12/2026 14:30")
    assert article.edits == []
    enter(line_of(article), "24 December 2026 14:30")
    assert article.head() == "pubDate: 'Dec 24 2026 14:30'\n"
    assert clock_of(article).text() == "14:30"


def test_a_time_is_added_from_the_calendar_and_left_empty_goes_away(qtbot: QtBot, article: Article) -> None:
    article.open("pubDate: 2022-07-08\n")
    popup = popup_of(article)
    assert popup.time.text() == "Add a time"
    QTest.mouseClick(popup.time, Qt.MouseButton.LeftButton)
    clock = clock_of(article)
    assert clock.hasFocus()
    line_of(article).setFocus()
    assert not clock.isVisible()
    assert article.edits == []
    QTest.mouseClick(popup_of(article).time, Qt.MouseButton.LeftButton)
    enter(clock, "14:30")
    assert article.head() == "pubDate: 2022-07-08T14:30:00Z\n"


def test_the_time_is_taken_away_from_the_menu(qtbot: QtBot, article: Article) -> None:
    article.open("pubDate: '2022-07-08T14:30:00Z'\n")
    menu = article.editor("pubDate").menu(line_of(article))
    action = next(action for action in menu.actions() if action.text() == "Remove the time")
    action.trigger()
    assert article.head() == "pubDate: '2022-07-08'\n"
    menu.deleteLater()


def test_no_time_is_offered_without_a_day(qtbot: QtBot, article: Article) -> None:
    article.open("title: t\n")
    popup = popup_of(article)
    assert not popup.time.isVisible()
    popup.close()
    menu = article.editor("pubDate").menu(line_of(article))
    assert "Add a time" not in [action.text() for action in menu.actions()]
    menu.deleteLater()


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("'Jul 08 2022'", "Read as 8 July 2022, midnight where the site is built"),
        ("'2022-07-08T10:00'", "Read as 8 July 2022, 10:00 where the site is built"),
        ("2022-07-08 10:00:05", "Read as 8 July 2022, 10:00:05 UTC"),
        ("2020-10-10T01:03:00+08:00", "Read as 9 October 2020, 17:03 UTC"),
        ("2024-02-30", "Read as 1 March 2024, 00:00 UTC"),
        ("'2022-07-08'", ""),
        ("", ""),
    ],
)
def test_what_the_blog_reads_stands_below(article: Article, source: str, words: str) -> None:
    article.open(f"pubDate: {source}\n")
    assert meaning_of(article) == words


def test_what_is_no_date_is_shown_as_it_is(qtbot: QtBot, theme: Theme) -> None:
    editor = DateField(Field("pubDate", "date", "someday", "someday"), "en", theme)
    qtbot.addWidget(editor)
    line = editor.stops()[0]
    assert isinstance(line, QLineEdit)
    assert line.text() == "someday"
    editor.show_field(Field("pubDate", "date", 20220708, "20220708"))
    assert line.text() == "20220708"
    editor.show_field(Field("pubDate", "date", None, "~"))
    assert line.text() == ""


@pytest.mark.parametrize("is_required", [True, False])
def test_a_date_is_emptied_where_the_schema_lets_it(qtbot: QtBot, theme: Theme, is_required: bool) -> None:
    rule = SchemaField("pubDate", DateShape(), is_required=is_required)
    editor = DateField(Field("pubDate", "date", "2022-07-08", "2022-07-08", rule=rule), "en", theme)
    qtbot.addWidget(editor)
    editor.show()
    removed: list[str] = []
    editor.key_removed.connect(removed.append)
    line = editor.stops()[0]
    assert isinstance(line, QLineEdit)
    enter(line, "")
    assert removed == ([] if is_required else ["pubDate"])
    assert bool(editor.note()) == is_required

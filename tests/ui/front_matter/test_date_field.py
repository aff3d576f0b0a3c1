from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from editor.ui.front_matter.calendar_popup import CalendarPopup

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot
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

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QLabel, QLineEdit, QMenu, QWidget

from editor.ui.front_matter.field_label import FieldLabel
from editor.ui.theme import load_theme
from tests.ui.front_matter.conftest import Article, write

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

# Popups make the offscreen platform say what it cannot do.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

ALL = (
    "title: Été 🌞\ndescription: d\npubDate: 2022-07-08\nheroImage: ./a.png\n"
    "tags: [a]\ndraft: true\norder: 1\nseo: {a: 1}\n"
)


def rows(article: Article) -> list[str]:
    form = article.pane.form
    return sorted(form.editors, key=lambda key: form.editors[key].mapTo(form, QPoint()).y())


def labels(article: Article) -> dict[str, FieldLabel]:
    found = article.pane.form.findChildren(FieldLabel)
    return {label.toolTip(): label for label in found if label.isVisible()}


def settled(qtbot: QtBot, article: Article) -> None:
    qtbot.waitUntil(lambda: not article.editor("title").geometry().isEmpty())
    QApplication.processEvents()


def test_rows_stand_in_the_order_of_the_fields(qtbot: QtBot, article: Article) -> None:
    article.open(ALL)
    settled(qtbot, article)
    wanted = ["title", "description", "pubDate", "heroImage", "tags", "draft", "order", "seo", "updatedDate"]
    assert rows(article) == wanted


def test_labels_are_the_writer_s_words_and_other_keys_as_they_are(article: Article) -> None:
    article.open(ALL)
    words = {key: label.words() for key, label in labels(article).items()}
    assert words == {
        "title": "Title",
        "description": "Description",
        "pubDate": "Date",
        "heroImage": "Image",
        "tags": "Tags",
        "draft": "Draft",
        "order": "order",
        "seo": "seo",
        "updatedDate": "Updated",
    }


def test_two_fields_with_one_word_are_told_apart(article: Article) -> None:
    article.open("image: ./a.png\ncover: ./a.png\n")
    words = {label.words() for label in labels(article).values()}
    assert {"image", "cover"} <= words


def test_a_long_name_ends_in_an_ellipsis(qtbot: QtBot, article: Article) -> None:
    article.open("aVeryLongNameOfAFieldThatNoLabelCanShow: x\na&b: y\n")
    found = labels(article)
    long = found["aVeryLongNameOfAFieldThatNoLabelCanShow"]
    assert long.words().endswith("…")
    assert long.width() <= 128
    assert found["a&b"].words() == "a&&b"


def test_every_input_has_a_name_and_a_label(article: Article) -> None:
    article.open(ALL)
    for key, editor in article.pane.form.editors.items():
        assert all(stop.accessibleName() for stop in editor.stops()), key
    buddies = {label.buddy() for label in article.pane.form.findChildren(QLabel) if label.buddy() is not None}
    assert {editor.stops()[0] for editor in article.pane.form.editors.values()} == buddies


def test_tab_goes_through_the_fields_in_their_order(qtbot: QtBot, article: Article) -> None:
    article.open(ALL)
    stops = [
        stop for key in article.pane.form.editors for stop in article.editor(key).stops() if stop.isVisible()
    ]
    stops.append(article.pane.form.new_field.button)
    stops[0].setFocus()
    for before, after in pairwise(stops):
        QTest.keyClick(before, Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is after


def test_a_field_that_is_filled_stays_where_it_is(qtbot: QtBot, article: Article) -> None:
    article.open("title: t\n")
    settled(qtbot, article)
    before = rows(article)
    tags = article.editor("tags").stops()[0]
    tags.setFocus()
    write(tags, "a,")
    settled(qtbot, article)
    assert article.keys() == ["title", "tags"]
    assert rows(article) == before
    assert tags.hasFocus()
    article.pane.form.arrange()
    settled(qtbot, article)
    assert rows(article)[:2] == ["title", "tags"]


def test_another_article_begins_anew(qtbot: QtBot, article: Article) -> None:
    article.open("title: one\n")
    line = article.editor("title").stops()[0]
    assert isinstance(line, QLineEdit)
    write(line, "x")
    article.open("title: two\n")
    other = article.editor("title").stops()[0]
    assert isinstance(other, QLineEdit)
    assert other is not line
    assert other.text() == "two"
    assert not other.isUndoAvailable()


def test_a_field_of_another_kind_gets_another_editor(article: Article) -> None:
    article.open("x: true\n")
    flag = article.editor("x")
    article.set_raw("x", "[a, b]")
    assert article.editor("x") is not flag
    assert article.editor("x").field.value == ["a", "b"]


def menu_over(widget: QWidget) -> QMenu:
    if isinstance(widget, QAbstractScrollArea):
        widget = widget.viewport()
    place = widget.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, widget.mapToGlobal(place))
    QApplication.sendEvent(widget, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


@pytest.mark.parametrize("key", ["title", "description", "tags", "draft"])
def test_a_field_is_removed_by_its_menu(article: Article, key: str) -> None:
    article.open(ALL)
    menu = menu_over(article.editor(key).stops()[0])
    assert menu.actions()[-1].text() == "Remove this field"
    menu.actions()[-1].trigger()
    menu.close()
    assert article.edits == [("removed", key)]
    assert not article.has(key)


def test_a_field_is_removed_by_the_menu_of_its_label(article: Article) -> None:
    article.open(ALL)
    menu = menu_over(labels(article)["order"])
    menu.actions()[-1].trigger()
    menu.close()
    assert not article.has("order")
    assert "order" not in article.pane.form.editors


def test_an_offered_field_has_nothing_to_remove(article: Article) -> None:
    article.open("title: t\n")
    editor = article.editor("description")
    menu = editor.menu(editor.stops()[0])
    assert "Remove this field" not in [action.text() for action in menu.actions()]
    menu.deleteLater()


def test_a_field_is_added(qtbot: QtBot, article: Article) -> None:
    article.open("title: t\n")
    settled(qtbot, article)
    row = article.pane.form.new_field
    QTest.mouseClick(row.button, Qt.MouseButton.LeftButton)
    assert row.name.hasFocus()
    write(row.name, "série")
    QTest.keyClick(row.name, Qt.Key.Key_Return)
    assert row.value.hasFocus()
    write(row.value, "[un, deux]")
    QTest.keyClick(row.value, Qt.Key.Key_Return)
    assert article.head() == "title: t\nsérie: [un, deux]\n"
    assert row.button.isVisible()
    assert article.editor("série").has_focus_within()


def test_a_field_without_a_value_is_an_empty_text(qtbot: QtBot, article: Article) -> None:
    article.open("title: t\n")
    row = article.pane.form.new_field
    row.open()
    write(row.name, "note")
    QTest.keyClick(row.value, Qt.Key.Key_Return)
    assert article.head() == 'title: t\nnote: ""\n'


@pytest.mark.parametrize("name", ["", "1a", "a b", "true", "a:", "🌞", "title"])
def test_a_name_that_cannot_be_is_refused(qtbot: QtBot, article: Article, name: str) -> None:
    article.open("title: t\n")
    row = article.pane.form.new_field
    row.open()
    row.name.setText(name)
    QTest.keyClick(row.value, Qt.Key.Key_Return)
    assert article.edits == []
    assert row.name.hasFocus()
    assert any(note.isVisible() and note.text() for note in row.findChildren(QLabel, "note"))


def test_a_refused_value_is_said_in_the_row(qtbot: QtBot, article: Article) -> None:
    article.open("title: t\n")
    row = article.pane.form.new_field
    row.open()
    write(row.name, "x")
    write(row.value, "[")
    QTest.keyClick(row.value, Qt.Key.Key_Return)
    assert article.head() == "title: t\n"
    assert any(note.text().startswith("Refused") for note in row.findChildren(QLabel, "note"))
    assert row.value.text() == "["


def test_escape_closes_the_row(qtbot: QtBot, article: Article) -> None:
    article.open("title: t\n")
    row = article.pane.form.new_field
    row.open()
    write(row.name, "x")
    QTest.keyClick(row.name, Qt.Key.Key_Escape)
    assert row.button.isVisible()
    assert row.written_key() == ""


def test_another_theme_is_drawn(article: Article) -> None:
    article.open(ALL)
    light, dark = load_theme("light"), load_theme("dark")
    rows = article.pane.form.widget()
    assert rows is not None
    rows.resize(300, 300)
    assert rows.grab().toImage().pixelColor(2, 2) == light.colour("window")
    article.pane.set_theme(dark)
    assert rows.grab().toImage().pixelColor(2, 2) == dark.colour("window")


def test_every_row_has_room_at_360_pixels(qtbot: QtBot, article: Article) -> None:
    article.open(ALL)
    article.pane.window().resize(360, 1400)
    settled(qtbot, article)
    form = article.pane.form
    assert form.horizontalScrollBar().maximum() == 0
    for key, editor in form.editors.items():
        right = editor.mapTo(form.viewport(), QPoint(editor.width(), 0)).x()
        assert right <= form.viewport().width(), key
        assert editor.width() >= 200, key

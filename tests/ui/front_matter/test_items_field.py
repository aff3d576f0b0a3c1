from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QToolButton, QWidget

from editor.blog.schemas.shapes import (
    AnyShape,
    ChoiceShape,
    DateShape,
    GroupShape,
    ImageShape,
    ListShape,
    NumberShape,
    SchemaField,
    TextShape,
)
from editor.ui.front_matter.field_editor import PLACE_MARK
from editor.ui.front_matter.group_field import GroupField
from editor.ui.front_matter.items_field import ItemRow, ItemsField
from editor.ui.theme import load_theme
from tests.ui.front_matter.conftest import Article, write

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from editor.blog.schemas.shapes import Shape


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

ALT_SHIFT = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
URL = TextShape(format="url")
PERSON = GroupShape((SchemaField("name", TextShape()), SchemaField("photo", ImageShape(), is_required=False)))
HEAD = "links:\n  - one # first\n  - été 🌞\n  - three\nother: 1\n"
PEOPLE = "links:\n  - name: Ada # she\n    photo: ./a.png\n  - name: Grace 🌞\n"


def open_list(article: Article, head: str = HEAD, item: Shape = URL, *, required: bool = False) -> ItemsField:
    article.open_with([SchemaField("links", ListShape(item), is_required=required)], head)
    editor = article.editor("links")
    assert isinstance(editor, ItemsField)
    return editor


def rows_of(article: Article) -> list[ItemRow]:
    stops = article.editor("links").stops()
    rows = [row for row in article.editor("links").findChildren(ItemRow) if not row.isHidden()]
    return sorted(rows, key=lambda row: stops.index(row.editor.stops()[0]))


def line_of(article: Article, place: int) -> QLineEdit:
    line = article.editor("links").stops()[place]
    assert isinstance(line, QLineEdit)
    return line


def texts(article: Article) -> list[str]:
    return [stop.text() for stop in article.editor("links").stops() if isinstance(stop, QLineEdit)]


def button(row: ItemRow, words: str) -> QToolButton:
    return next(each for each in row.findChildren(QToolButton) if each.toolTip().startswith(words))


def test_typing_changes_that_entry_only(qtbot: QtBot, article: Article) -> None:
    open_list(article)
    assert texts(article) == ["one", "été 🌞", "three"]
    line = line_of(article, 1)
    line.setFocus()
    line.setCursorPosition(3)
    write(line, "xy")
    assert article.head() == HEAD.replace("été", "étéxy")
    assert line_of(article, 1) is line
    assert line.cursorPosition() == 5


def test_an_entry_is_added_when_something_stands_in_it(qtbot: QtBot, article: Article) -> None:
    field = open_list(article)
    add = field.stops()[-1]
    assert isinstance(add, QPushButton)
    add.setFocus()
    QTest.keyClick(add, Qt.Key.Key_Return)
    assert article.edits == []
    focus = QApplication.focusWidget()
    assert focus is line_of(article, 3)
    write(focus, "fo")
    assert article.head() == HEAD.replace("  - three\n", "  - three\n  - fo\n")
    QTest.keyClick(focus, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is add


def test_an_added_entry_that_was_emptied_goes_again(qtbot: QtBot, article: Article) -> None:
    field = open_list(article)
    add = field.stops()[-1]
    assert isinstance(add, QPushButton)
    add.click()
    line = line_of(article, 3)
    write(line, "x")
    QTest.keyClick(line, Qt.Key.Key_Backspace)
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert article.head() == HEAD
    assert len(field.stops()) == 4


def test_an_entry_is_removed(qtbot: QtBot, article: Article) -> None:
    open_list(article)
    line_of(article, 1).setFocus()
    button(rows_of(article)[1], "Remove").click()
    assert article.head() == HEAD.replace("  - été 🌞\n", "")
    assert QApplication.focusWidget() is line_of(article, 1)
    QTest.keyClick(line_of(article, 1), Qt.Key.Key_Delete, ALT_SHIFT)
    assert article.head() == "links:\n  - one # first\nother: 1\n"
    assert QApplication.focusWidget() is article.editor("links").stops()[-1]


def test_an_entry_is_moved_by_keys_and_by_buttons(qtbot: QtBot, article: Article) -> None:
    open_list(article)
    line = line_of(article, 1)
    line.setFocus()
    line.setCursorPosition(2)
    QTest.keyClick(line, Qt.Key.Key_Up, ALT_SHIFT)
    assert texts(article) == ["été 🌞", "one", "three"]
    assert article.head() == "links:\n  - été 🌞\n  - one # first\n  - three\nother: 1\n"
    assert line.hasFocus()
    assert line.cursorPosition() == 2
    QTest.keyClick(line, Qt.Key.Key_Up, ALT_SHIFT)
    assert texts(article) == ["été 🌞", "one", "three"]
    button(rows_of(article)[0], "Move down").click()
    assert texts(article) == ["one", "été 🌞", "three"]
    assert article.head() == HEAD
    assert not button(rows_of(article)[2], "Move down").isEnabled()
    assert not button(rows_of(article)[0], "Move up").isEnabled()


def test_the_tab_key_goes_through_the_entries_and_on(qtbot: QtBot, article: Article) -> None:
    article.open_with(
        [
            SchemaField("before", TextShape()),
            SchemaField("links", ListShape(URL)),
            SchemaField("other", NumberShape()),
        ],
        HEAD,
    )
    field = article.editor("links")
    add = field.stops()[-1]
    assert isinstance(add, QPushButton)
    add.click()
    QTest.keyClick(line_of(article, 3), Qt.Key.Key_Up, ALT_SHIFT)
    widget: QWidget | None = article.editor("before").stops()[0]
    assert widget is not None
    widget.setFocus()
    for stop in (*field.stops(), article.editor("other").stops()[0]):
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is stop


def test_a_change_from_elsewhere_is_shown(article: Article) -> None:
    open_list(article)
    first = line_of(article, 0)
    article.set_value("links", ["one", "three"])
    assert texts(article) == ["one", "three"]
    assert line_of(article, 0) is first
    article.set_value("links", ["a", "b", "c", "d"])
    assert texts(article) == ["a", "b", "c", "d"]


def test_a_new_list_that_is_emptied_goes_with_its_key(qtbot: QtBot, article: Article) -> None:
    field = open_list(article, "other: 1\n")
    add = field.stops()[-1]
    assert isinstance(add, QPushButton)
    add.click()
    write(line_of(article, 0), "x")
    assert article.head() == "other: 1\nlinks: [x]\n"
    QTest.keyClick(line_of(article, 0), Qt.Key.Key_Delete, ALT_SHIFT)
    assert article.head() == "other: 1\n"


def test_a_list_that_was_there_stays_empty(qtbot: QtBot, article: Article) -> None:
    open_list(article, "links: [a]\n")
    button(rows_of(article)[0], "Remove").click()
    assert article.head() == "links: []\n"


def test_the_menu_of_an_entry_moves_and_removes_it(qtbot: QtBot, article: Article) -> None:
    open_list(article)
    row = rows_of(article)[1]
    menu = row.editor.menu(row)
    assert [action.text() for action in menu.actions() if action.text()] == [
        "Move up",
        "Move down",
        "Remove this entry",
    ]
    menu.actions()[-1].trigger()
    assert texts(article) == ["one", "three"]


def test_entries_of_other_kinds(qtbot: QtBot, article: Article) -> None:
    open_list(article, "links: [1, 11]\n", NumberShape(0, 10))
    line = line_of(article, 0)
    QTest.keyClick(line, Qt.Key.Key_Up)
    assert article.head() == "links: [2, 11]\n"
    assert line_of(article, 1).property("wrong") == "error"
    open_list(article, "links: [2022-07-08]\n", DateShape())
    line = line_of(article, 0)
    line.setFocus()
    line.selectAll()
    write(line, "2026-12-24")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert article.head() == "links: [2026-12-24]\n"
    open_list(article, "links: ['a, b', 5]\n", ChoiceShape(("a, b", 5)))
    assert len(article.editor("links").stops()) == 3


def test_an_entry_of_another_kind_gets_its_own_editor(article: Article) -> None:
    open_list(article)
    article.set_value("links", ["one", {"a": 1}, "three"])
    kinds = [row.editor.field.kind for row in rows_of(article)]
    assert sorted(kinds) == ["line", "line", "raw"]


def test_cards_sum_up_and_unfold(qtbot: QtBot, article: Article) -> None:
    open_list(article, PEOPLE, PERSON)
    cards = [row.editor for row in rows_of(article)]
    assert all(isinstance(card, GroupField) for card in cards)
    lines = [card.line for card in cards if isinstance(card, GroupField)]
    assert [line.text() for line in lines] == ["Ada · ./a.png", "Grace 🌞"]
    assert article.editor("links").stops()[:-1] == tuple(lines)
    QTest.keyClick(lines[1], Qt.Key.Key_Space)
    name = article.editor("links").stops()[2]
    assert isinstance(name, QLineEdit)
    name.setFocus()
    name.end(False)
    write(name, "!")
    assert article.head() == PEOPLE.replace("Grace 🌞", "Grace 🌞!")
    assert lines[1].text() == "Grace 🌞!"
    QTest.keyClick(name, Qt.Key.Key_Up, ALT_SHIFT)
    assert article.head() == "links:\n  - name: Grace 🌞!\n  - name: Ada # she\n    photo: ./a.png\n"
    assert name.hasFocus()


def test_the_tab_key_goes_through_cards_there_and_back(qtbot: QtBot, article: Article) -> None:
    rules = [SchemaField("before", TextShape()), SchemaField("links", ListShape(PERSON))]
    article.open_with([*rules, SchemaField("other", NumberShape())], PEOPLE)
    field = article.editor("links")
    lines = [stop for stop in field.stops() if isinstance(stop, QToolButton)]
    for line in reversed(lines):
        line.click()
    article.editor("links").setFocus()
    assert QApplication.focusWidget() is lines[0]
    stops = (*article.editor("before").stops(), *field.stops(), *article.editor("other").stops())
    visible = [stop for stop in stops if stop.isVisible()]
    visible[0].setFocus()
    for before, after in pairwise(visible):
        assert QApplication.focusWidget() is before
        QTest.keyClick(before, Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is after
    for before, after in pairwise(reversed(visible)):
        QTest.keyClick(before, Qt.Key.Key_Backtab)
        assert QApplication.focusWidget() is after


def test_a_card_is_added_unfolded(qtbot: QtBot, article: Article) -> None:
    field = open_list(article, PEOPLE, PERSON)
    add = field.stops()[-1]
    assert isinstance(add, QPushButton)
    add.click()
    name = QApplication.focusWidget()
    assert isinstance(name, QLineEdit)
    write(name, "L")
    write(name, "i")
    assert article.head() == PEOPLE + "  - name: Li\n"
    assert name.hasFocus()


def test_an_image_in_a_card_is_asked_for_by_its_place(qtbot: QtBot, article: Article) -> None:
    open_list(article, PEOPLE, PERSON)
    place = PLACE_MARK.join(("links", "0", "links", "photo"))
    with qtbot.waitSignal(article.pane.form.thumbnail_wanted) as wanted:
        QTest.keyClick(article.editor("links").stops()[0], Qt.Key.Key_Space)
    assert wanted.args == [place, "./a.png"]
    article.pane.form.take_address(place, "./b.png")
    assert article.head() == PEOPLE.replace("./a.png", "./b.png")
    article.pane.form.take_address(PLACE_MARK.join(("links", "9", "links", "photo")), "./b.png")
    assert article.editor("links").editor_at("") is article.editor("links")


def test_a_refused_removal_is_taken_back(qtbot: QtBot, article: Article) -> None:
    open_list(article)
    article.pane.value_edited.disconnect(article.set_value)
    button(rows_of(article)[1], "Remove").click()
    article.pane.show_refusal("links", "No")
    article.tell()
    assert texts(article) == ["one", "été 🌞", "three"]


def test_a_list_that_cannot_be_edited(article: Article) -> None:
    open_list(article, "a: &x {links: [one, two]}\n<<: *x\n")
    assert line_of(article, 0).isReadOnly()
    assert not article.editor("links").stops()[-1].isEnabled()
    assert not button(rows_of(article)[0], "Remove").isEnabled()


def test_another_theme(qtbot: QtBot, article: Article) -> None:
    open_list(article, PEOPLE, PERSON)
    article.pane.set_theme(load_theme("dark"))
    article.editor("links").grab()


def test_a_list_of_what_cannot_be_read_stays_text(article: Article) -> None:
    article.open_with([SchemaField("links", ListShape(AnyShape("call", "thing()")))], "links: [1, a]\n")
    assert article.editor("links").field.kind == "raw"

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QWidget

from editor.blog.schemas.shapes import (
    ChoiceShape,
    DateShape,
    FlagShape,
    GroupShape,
    ImageShape,
    NumberShape,
    SchemaField,
    TextShape,
    UnionShape,
)
from editor.ui.front_matter.field_editor import PLACE_MARK
from editor.ui.front_matter.group_field import GroupField
from editor.ui.front_matter.image_field import ImageField
from editor.ui.front_matter.thumbnail_button import ThumbnailButton
from editor.ui.theme import load_theme
from tests.ui.front_matter.conftest import Article, write

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

SEO = GroupShape(
    (
        SchemaField("title", TextShape(longest=60)),
        SchemaField("day", DateShape(), is_required=False),
        SchemaField("hidden", FlagShape(), is_required=False),
        SchemaField("image", ImageShape(), is_required=False),
    )
)
RULE = SchemaField("seo", SEO, is_required=False)
HEAD = "# one\nseo:\n  title: été 🌞 # two\n  day: 'Jul 08 2022'\nother: 1\n"


def group_of(article: Article) -> GroupField:
    editor = article.editor("seo")
    assert isinstance(editor, GroupField)
    return editor


def line_of(article: Article, key: str) -> QLineEdit:
    editor = group_of(article).editor_at(key)
    assert editor is not None
    line = editor.stops()[0]
    assert isinstance(line, QLineEdit)
    return line


def test_typing_in_a_group_changes_its_line_only(qtbot: QtBot, article: Article) -> None:
    article.open_with([RULE], HEAD)
    line = line_of(article, "title")
    line.setFocus()
    line.setCursorPosition(3)
    write(line, "xy")
    assert article.head() == HEAD.replace("été", "étéxy")
    assert line_of(article, "title") is line
    assert line.hasFocus()
    assert line.cursorPosition() == 5
    assert group_of(article).has_focus_within()


def test_a_day_in_a_group_keeps_its_notation(qtbot: QtBot, article: Article) -> None:
    article.open_with([RULE], HEAD)
    line = line_of(article, "day")
    line.setFocus()
    line.selectAll()
    write(line, "2026-12-24")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert article.head() == HEAD.replace("Jul 08 2022", "Dec 24 2026")
    line.selectAll()
    QTest.keyClick(line, Qt.Key.Key_Backspace)
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert article.head() == HEAD.replace("  day: 'Jul 08 2022'\n", "")


def test_a_new_key_comes_to_the_group(qtbot: QtBot, article: Article) -> None:
    article.open_with([RULE], HEAD)
    editor = group_of(article).editor_at("hidden")
    assert editor is not None
    box = editor.stops()[0]
    assert isinstance(box, QCheckBox)
    QTest.keyClick(box, Qt.Key.Key_Space)
    assert "  hidden: true\n" in article.head()
    assert article.head().replace("  hidden: true\n", "") == HEAD


def test_an_absent_group_is_folded_and_made_by_its_first_value(qtbot: QtBot, article: Article) -> None:
    article.open_with([RULE], "other: 1\n")
    group = group_of(article)
    assert group.line.text() == "Not set"
    assert group.stops() == (group.line,)
    group.line.setFocus()
    QTest.keyClick(group.line, Qt.Key.Key_Space)
    line = line_of(article, "title")
    write(line, "a")
    write(line, "b")
    assert article.head() == "other: 1\nseo:\n  title: ab\n"
    assert group.line.text() == "ab"


def test_the_last_value_that_goes_takes_the_group_along(qtbot: QtBot, article: Article) -> None:
    article.open_with([RULE], "seo:\n  day: 2022-07-08\nother: 1\n")
    line = line_of(article, "day")
    line.setFocus()
    line.selectAll()
    QTest.keyClick(line, Qt.Key.Key_Backspace)
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert article.head() == "other: 1\n"


def test_a_required_group_stays_empty(qtbot: QtBot, article: Article) -> None:
    article.open_with([SchemaField("seo", SEO)], "seo:\n  day: 2022-07-08\n")
    line = line_of(article, "day")
    line.setFocus()
    line.selectAll()
    QTest.keyClick(line, Qt.Key.Key_Backspace)
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert article.head() == "seo: {}\n"


def test_a_key_that_the_schema_does_not_know_is_there_too(article: Article) -> None:
    article.open_with([RULE], "seo: {title: t, strange: 5}\n")
    assert line_of(article, "strange").text() == "5"
    article.set_value("seo", {"title": "t"})
    assert group_of(article).editor_at("strange") is None


def test_folding_hides_the_rows_and_leaves_the_tab_key_its_way(qtbot: QtBot, article: Article) -> None:
    article.open_with([RULE, SchemaField("other", NumberShape())], HEAD)
    group = group_of(article)
    group.line.setFocus()
    QTest.keyClick(group.line, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is line_of(article, "title")
    QTest.keyClick(group.line, Qt.Key.Key_Space)
    assert not line_of(article, "title").isVisible()
    group.line.setFocus()
    QTest.keyClick(group.line, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is article.editor("other").stops()[0]
    group.line.setFocus()
    group.set_open(is_open=True)
    stops: list[QWidget | None] = [group.line]
    for _ in range(6):
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        stops.append(QApplication.focusWidget())
    visible = [stop for stop in group.stops() if stop.isVisible()]
    assert stops[: len(visible)] == visible
    assert article.edits == []


def test_a_group_of_any_names_takes_new_ones(qtbot: QtBot, article: Article) -> None:
    rule = SchemaField("seo", GroupShape((), other=TextShape()))
    article.open_with([rule], "seo:\n  github: x\n")
    button, name, value = group_of(article).stops()[-3:]
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert isinstance(name, QLineEdit)
    write(name, "web")
    write(value, "été 🌞")
    QTest.keyClick(value, Qt.Key.Key_Return)
    assert article.head() == "seo:\n  github: x\n  web: été 🌞\n"
    assert line_of(article, "web").hasFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    write(name, "bad")
    write(value, "[a")
    QTest.keyClick(value, Qt.Key.Key_Return)
    assert article.head() == "seo:\n  github: x\n  web: été 🌞\n"


def test_the_key_that_tells_groups_apart_changes_the_rows(qtbot: QtBot, article: Article) -> None:
    link = GroupShape((SchemaField("type", ChoiceShape(("link",))), SchemaField("href", TextShape())))
    form = GroupShape((SchemaField("type", ChoiceShape(("form",))), SchemaField("open", FlagShape())))
    article.open_with([SchemaField("seo", UnionShape((link, form), "type"))], "seo: {type: link, href: x}\n")
    group = group_of(article)
    article.set_value("seo", {"type": "form"})
    assert group_of(article) is group
    assert group.editor_at("open") is not None
    assert group.editor_at("href") is None


def test_an_image_in_a_group_is_asked_for_by_its_place(qtbot: QtBot, article: Article) -> None:
    article.open_with([RULE], "seo:\n  image: ./a.png\n")
    editor = group_of(article).editor_at("image")
    assert isinstance(editor, ImageField)
    thumbnail = editor.stops()[1]
    assert isinstance(thumbnail, ThumbnailButton)
    qtbot.waitUntil(lambda: thumbnail.has_image)
    with qtbot.waitSignal(article.pane.image_requested) as asked:
        thumbnail.click()
    place = f"seo{PLACE_MARK}image"
    assert asked.args == [place]
    article.pane.form.take_address(place, "./été 🌞.png")
    assert article.head() == "seo:\n  image: ./été 🌞.png\n"
    article.pane.form.take_address(f"seo{PLACE_MARK}absent", "x")
    article.pane.form.take_address("absent", "x")
    assert article.head() == "seo:\n  image: ./été 🌞.png\n"


def test_a_group_that_cannot_be_edited_can_be_looked_at(qtbot: QtBot, article: Article) -> None:
    article.open_with([RULE], "a: &x {seo: {title: t}}\n<<: *x\n")
    group = group_of(article)
    assert group.line.isEnabled()
    assert line_of(article, "title").isReadOnly()


def test_a_refused_value_stays_with_the_reason(qtbot: QtBot, article: Article) -> None:
    article.open_with([RULE], HEAD)
    article.pane.value_edited.disconnect(article.set_value)
    line_of(article, "title").end(False)
    write(line_of(article, "title"), "x")
    article.pane.show_refusal("seo", "No")
    assert group_of(article).note() == "No"
    assert line_of(article, "title").text() == "été 🌞x"


def test_narrow_and_in_another_theme(qtbot: QtBot, article: Article) -> None:
    def beginning() -> int:
        line = line_of(article, "title")
        return line.mapTo(group_of(article), QPoint()).x()

    article.open_with([RULE], HEAD)
    qtbot.waitUntil(lambda: beginning() > 40)
    article.pane.window().resize(380, 1400)
    qtbot.waitUntil(lambda: beginning() < 20)
    article.pane.set_theme(load_theme("dark"))
    group_of(article).grab()

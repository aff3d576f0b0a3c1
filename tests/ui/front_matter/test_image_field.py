from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from editor.ui.front_matter.image_field import ImageField, image_in
from editor.ui.front_matter.thumbnail_button import ThumbnailButton

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot
from tests.ui.front_matter.conftest import Article, write


def field_of(article: Article) -> ImageField:
    editor = article.editor("heroImage")
    assert isinstance(editor, ImageField)
    return editor


def line_of(article: Article) -> QLineEdit:
    line = field_of(article).stops()[0]
    assert isinstance(line, QLineEdit)
    return line


def thumbnail_of(article: Article) -> ThumbnailButton:
    button = field_of(article).stops()[1]
    assert isinstance(button, ThumbnailButton)
    return button


def test_the_image_is_shown(qtbot: QtBot, article: Article) -> None:
    article.open("heroImage: ./a.png\n")
    qtbot.waitUntil(lambda: thumbnail_of(article).has_image)
    colour = thumbnail_of(article).grab().toImage().pixelColor(40, 25)
    assert colour.name() == "#336699"
    assert field_of(article).note() == ""


def test_a_missing_image_is_said(article: Article) -> None:
    article.open("heroImage: ./absent 🌞.png\n")
    assert thumbnail_of(article).is_missing
    assert field_of(article).note()
    assert line_of(article).property("wrong") == "warning"
    thumbnail_of(article).grab()


@pytest.mark.parametrize("address", ["https://example.org/a.png", "''"])
def test_nothing_is_missing_where_there_is_no_file_to_find(article: Article, address: str) -> None:
    article.open(f"heroImage: {address}\n")
    assert not thumbnail_of(article).is_missing
    assert not thumbnail_of(article).has_image
    assert field_of(article).note() == ""
    thumbnail_of(article).grab()


def test_a_typed_address_is_told_at_once_and_its_image_shown(qtbot: QtBot, article: Article) -> None:
    article.open("heroImage: ./a.pn\n")
    assert thumbnail_of(article).is_missing
    line = line_of(article)
    line.setFocus()
    line.end(False)
    write(line, "g")
    assert article.head() == "heroImage: ./a.png\n"
    qtbot.waitUntil(lambda: thumbnail_of(article).has_image)
    assert field_of(article).note() == ""
    assert line.hasFocus()


def test_an_address_stays_in_its_field_while_it_is_typed(qtbot: QtBot, article: Article) -> None:
    article.open("heroImage: ./a.png\n")
    line = line_of(article)
    line.setFocus()
    line.end(False)
    write(line, " b")
    assert article.editor("heroImage").field.kind == "line"
    assert line.hasFocus()


def test_no_image_means_no_key(qtbot: QtBot, article: Article) -> None:
    article.open("title: t\nheroImage: ./a.png\n")
    line = line_of(article)
    line.setFocus()
    line.selectAll()
    QTest.keyClick(line, Qt.Key.Key_Backspace)
    assert article.keys() == ["title", "heroImage"]
    QTest.keyClick(line, Qt.Key.Key_Tab)
    assert article.keys() == ["title"]


def test_the_cross_removes_the_image(article: Article) -> None:
    article.open("title: t\nheroImage: ./a.png\n")
    cross = line_of(article).actions()[1]
    assert cross.isVisible()
    cross.trigger()
    assert article.head() == "title: t\n"
    assert not line_of(article).actions()[1].isVisible()


def test_thumbnail_and_folder_ask_for_an_image(qtbot: QtBot, article: Article) -> None:
    article.open("heroImage: ./a.png\n")
    with qtbot.waitSignal(article.pane.image_requested) as asked:
        QTest.mouseClick(thumbnail_of(article), Qt.MouseButton.LeftButton)
    assert asked.args == ["heroImage"]
    with qtbot.waitSignal(article.pane.image_requested):
        line_of(article).actions()[0].trigger()
    thumbnail_of(article).setFocus()
    with qtbot.waitSignal(article.pane.image_requested):
        QTest.keyClick(thumbnail_of(article), Qt.Key.Key_Space)


def drag(*addresses: str) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl(address) for address in addresses])
    return data


def test_a_dropped_image_is_told(qtbot: QtBot, article: Article) -> None:
    article.open("heroImage: ./a.png\n")
    data = drag(QUrl.fromLocalFile("/été 🌞.JPG").toString())
    actions, button, keys = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    entered = QDragEnterEvent(QPoint(5, 5), actions, data, button, keys)
    QApplication.sendEvent(field_of(article), entered)
    assert entered.isAccepted()
    with qtbot.waitSignal(article.pane.image_dropped) as dropped:
        QApplication.sendEvent(field_of(article), QDropEvent(QPointF(5, 5), actions, data, button, keys))
    assert dropped.args == ["heroImage", Path("/été 🌞.JPG")]


@pytest.mark.parametrize("address", ["file:///a.txt", "https://example.org/a.png"])
def test_what_is_no_image_file_is_not_taken(article: Article, address: str) -> None:
    article.open("heroImage: ./a.png\n")
    data = drag(address)
    event = QDragEnterEvent(
        QPoint(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    event.ignore()
    QApplication.sendEvent(field_of(article), event)
    assert not event.isAccepted()


def test_image_in_takes_the_first_image() -> None:
    assert image_in(drag("file:///a.txt", "file:///b.webp", "file:///c.png")) == Path("/b.webp")
    assert image_in(QMimeData()) is None


def test_an_image_read_late_does_not_replace_another(qtbot: QtBot, article: Article) -> None:
    article.open("heroImage: ./a.png\n")
    article.set_value("heroImage", "./other.png")
    assert thumbnail_of(article).is_missing
    qtbot.wait(50)
    assert thumbnail_of(article).is_missing


def test_the_thumbnail_is_smaller_where_there_is_little_room(qtbot: QtBot, article: Article) -> None:
    article.open("heroImage: ./a.png\n")
    wide = thumbnail_of(article).width()
    article.pane.window().resize(360, 900)
    qtbot.waitUntil(lambda: thumbnail_of(article).width() < wide)
    assert line_of(article).width() > thumbnail_of(article).width()


def test_an_image_that_cannot_be_edited_is_not_taken(article: Article) -> None:
    article.open("a: &x {heroImage: ./a.png}\n<<: *x\n")
    assert line_of(article).isReadOnly()
    assert not thumbnail_of(article).isEnabled()
    assert not any(action.isEnabled() for action in line_of(article).actions())

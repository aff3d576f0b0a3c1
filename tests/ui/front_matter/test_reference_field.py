from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QLineEdit

from editor.blog.schemas.guide import Guide
from editor.blog.schemas.shapes import ReferenceShape, SchemaField
from editor.ui.front_matter.completion import WordCompleter
from tests.ui.front_matter.conftest import Article, write

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

AUTHOR = SchemaField("author", ReferenceShape("authors"), is_required=False)
GUIDE = Guide(entries={"authors": ("ada", "grace", "été-🌞")})


def line_of(article: Article) -> QLineEdit:
    line = article.editor("author").stops()[0]
    assert isinstance(line, QLineEdit)
    return line


def popup_of(article: Article) -> QAbstractItemView:
    offers = line_of(article).completer()
    assert isinstance(offers, WordCompleter)
    popup = offers.popup()
    assert popup is not None
    return popup


def test_ids_are_completed(qtbot: QtBot, article: Article) -> None:
    article.open_with([AUTHOR], "author: ada # who\n", GUIDE)
    line = line_of(article)
    line.setFocus()
    line.selectAll()
    write(line, "rac")
    popup = popup_of(article)
    qtbot.waitUntil(popup.isVisible)
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert line.text() == "grace"
    assert article.head() == "author: grace # who\n"


def test_one_that_is_not_there_is_marked(qtbot: QtBot, article: Article) -> None:
    article.open_with([AUTHOR], "author: nobody\n", GUIDE)
    assert line_of(article).property("wrong") == "error"
    line_of(article).selectAll()
    write(line_of(article), "été-🌞")
    assert line_of(article).property("wrong") == ""
    assert article.head() == "author: été-🌞\n"


def test_nothing_is_marked_where_the_entries_are_not_known(article: Article) -> None:
    article.open_with([AUTHOR], "author: nobody\n")
    assert not line_of(article).property("wrong")
    assert line_of(article).actions()[0].isVisible() is False


def test_the_whole_list_drops_down(qtbot: QtBot, article: Article) -> None:
    article.open_with([AUTHOR], "author: ada\n", GUIDE)
    line_of(article).setFocus()
    for key in (Qt.Key.Key_F4, Qt.Key.Key_Down):
        QTest.keyClick(line_of(article), key, Qt.KeyboardModifier.AltModifier)
        popup = popup_of(article)
        assert popup.isVisible()
        assert popup.model().rowCount() == 3
        popup.hide()
    line_of(article).actions()[0].trigger()
    assert popup_of(article).isVisible()
    popup_of(article).hide()


def test_none_means_no_key(qtbot: QtBot, article: Article) -> None:
    article.open_with([AUTHOR], "author: ada\nother: 1\n", GUIDE)
    line_of(article).setFocus()
    line_of(article).selectAll()
    QTest.keyClick(line_of(article), Qt.Key.Key_Backspace)
    QTest.keyClick(line_of(article), Qt.Key.Key_Return)
    assert article.head() == "other: 1\n"
    assert line_of(article).placeholderText() == "An entry of “authors”"


def test_a_reference_to_an_unnamed_collection(article: Article) -> None:
    article.open_with([SchemaField("author", ReferenceShape())], "")
    assert line_of(article).placeholderText() == "An entry of another collection"

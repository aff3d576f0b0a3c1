from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCursor, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from editor.ui.documents import raw_text
from editor.ui.theme import load_theme

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot
from tests.ui.front_matter.conftest import Article, write

BROKEN = "title: 'été 🌞'\ntags: [\n"


def test_the_header_folds_and_sums_up(qtbot: QtBot, article: Article) -> None:
    article.open("title: Été 🌞\npubDate: 'Jul 08 2022'\n")
    pane = article.pane
    assert pane.header.summary() == ""
    with qtbot.waitSignal(pane.folded_changed) as folded:
        QTest.mouseClick(pane.header.fold, Qt.MouseButton.LeftButton)
    assert folded.args == [True]
    assert pane.is_folded()
    assert not pane.form.isVisible()
    assert pane.header.summary() == "Été 🌞 · 8 July 2022"
    with qtbot.waitSignal(pane.folded_changed) as folded:
        QTest.mouseClick(pane.header, Qt.MouseButton.LeftButton)
    assert folded.args == [False]
    assert pane.form.isVisible()


def test_the_summary_follows_the_fields_and_ends_where_the_header_does(
    qtbot: QtBot, article: Article
) -> None:
    article.open("title: one\n")
    article.pane.set_folded(True)
    article.set_value("title", "word " * 60)
    assert article.pane.header.summary().endswith("…")
    article.set_value("title", "two")
    assert article.pane.header.summary() == "two"
    article.open("")
    assert article.pane.header.summary() == ""


def test_the_summary_is_that_of_another_name_for_date(article: Article) -> None:
    article.open("date: 2022-07-08\n")
    article.pane.set_folded(True)
    assert article.pane.header.summary() == "8 July 2022"


def test_folding_twice_tells_once(qtbot: QtBot, article: Article) -> None:
    article.pane.set_folded(True)
    with qtbot.assertNotEmitted(article.pane.folded_changed):
        article.pane.set_folded(True)


def test_the_switch_shows_the_text_and_the_form(qtbot: QtBot, article: Article) -> None:
    article.open("title: été 🌞\n")
    pane = article.pane
    with qtbot.waitSignal(pane.text_shown_changed) as shown:
        QTest.mouseClick(pane.header.switch, Qt.MouseButton.LeftButton)
    assert shown.args == [True]
    assert pane.is_text_shown()
    assert pane.head_text.isVisible()
    assert not pane.form.isVisible()
    with qtbot.waitSignal(pane.text_shown_changed) as shown:
        QTest.mouseClick(pane.header.switch, Qt.MouseButton.LeftButton)
    assert shown.args == [False]
    assert pane.form.isVisible()


def test_the_text_is_the_document_itself(qtbot: QtBot, article: Article) -> None:
    article.open("title: a\u00a0b\n")
    article.pane.show_text(True)
    box = article.pane.head_text.box
    box.moveCursor(QTextCursor.MoveOperation.Down)
    box.moveCursor(QTextCursor.MoveOperation.EndOfLine)
    write(box, "x")
    assert raw_text(article.document) == "---\ntitle: a\u00a0bx\n---\n"
    box.selectAll()
    box.copy()
    assert QGuiApplication.clipboard().text() == "---\ntitle: a\u00a0bx\n---\n"
    article.tell()
    article.pane.show_text(False)
    line = article.editor("title").stops()[0]
    assert isinstance(line, QLineEdit)
    assert line.text() == "a\u00a0bx"


def test_tab_indents_yaml_by_spaces(qtbot: QtBot, article: Article) -> None:
    article.open("a:\n")
    article.pane.show_text(True)
    box = article.pane.head_text.box
    QTest.keyClick(box, Qt.Key.Key_Tab)
    assert raw_text(article.document).startswith("  ---")


def test_the_text_is_coloured(qtbot: QtBot, article: Article) -> None:
    article.open("title: 🌞 x # why\n")
    article.pane.show_text(True)
    qtbot.waitUntil(lambda: bool(article.document.findBlockByNumber(1).layout().formats()))
    formats = article.document.findBlockByNumber(1).layout().formats()
    comment = formats[-1]
    assert comment.start + comment.length == len("title: 🌞 x # why") + 1
    dark = load_theme("dark")
    article.pane.set_theme(dark)
    formats = article.document.findBlockByNumber(1).layout().formats()
    assert formats[-1].format.foreground().color() == dark.syntax["data_comment"].colour


def test_a_fault_shows_the_text_its_line_and_the_words(qtbot: QtBot, article: Article) -> None:
    article.open(BROKEN)
    pane = article.pane
    assert pane.is_text_shown()
    assert pane.head_text.isVisible()
    assert not pane.form.isVisible()
    assert pane.head_text.fault_words() == "Here it breaks 🌞"
    assert pane.head_text.fault.isVisible()
    (marked,) = pane.head_text.box.extraSelections()
    with qtbot.waitSignal(pane.fault_activated) as activated:
        QTest.mouseClick(pane.head_text.go_to_fault, Qt.MouseButton.LeftButton)
    assert marked.cursor.blockNumber() == activated.args[0]
    assert pane.head_text.box.textCursor().blockNumber() == activated.args[0]
    assert pane.head_text.box.hasFocus()


def test_a_fault_is_the_summary_of_a_folded_pane(article: Article) -> None:
    article.open(BROKEN)
    article.pane.set_folded(True)
    assert article.pane.header.summary() == "Here it breaks 🌞"
    assert not article.pane.head_text.isVisible()


def test_a_fault_mended_elsewhere_brings_the_form_back(article: Article) -> None:
    article.open(BROKEN)
    article.document.setPlainText("---\ntitle: t\n---\n")
    article.tell()
    assert article.pane.form.isVisible()
    assert article.pane.head_text.box.extraSelections() == []


def test_a_writer_who_mends_a_fault_in_the_text_stays_there(qtbot: QtBot, article: Article) -> None:
    article.open(BROKEN)
    article.document.contentsChanged.connect(article.tell)
    box = article.pane.head_text.box
    box.setFocus()
    cursor = box.textCursor()
    cursor.setPosition(raw_text(article.document).index("[") + 2)
    box.setTextCursor(cursor)
    with qtbot.waitSignal(article.pane.text_shown_changed):
        write(box, "]")
    assert article.pane.head_text.fault_words() == ""
    assert box.hasFocus()
    assert box.isVisible()
    article.document.contentsChanged.disconnect(article.tell)


def test_a_fault_beyond_the_text_marks_nothing(article: Article) -> None:
    article.open("title: t\n")
    article.pane.show_fault(99, "Far 🌞")
    assert article.pane.head_text.box.extraSelections() == []
    article.pane.head_text.go_to_fault.click()


def test_without_an_article_nothing_can_be_written(qtbot: QtBot, article: Article) -> None:
    article.open("title: t\n")
    article.pane.set_head_document(None)
    assert article.pane.form.editors == {}
    article.pane.show_text(True)
    box = article.pane.head_text.box
    write(box, "x")
    assert box.text() == ""
    article.open("title: t\n")
    assert not article.pane.head_text.box.isReadOnly()


def test_any_document_is_laid_out_as_plain_text(article: Article) -> None:
    document = QTextDocument("---\na: 1\n---\n", article.pane)
    article.pane.set_head_document(document)
    assert article.pane.head_text.box.text() == "---\na: 1\n---\n"


def test_the_pane_takes_what_it_needs_but_less_than_half(qtbot: QtBot, article: Article) -> None:
    article.open("title: t\n")
    pane, window = article.pane, article.pane.window()
    qtbot.waitUntil(lambda: pane.form.height() == pane.form.sizeHint().height())
    high = pane.height()
    assert high < window.height() * 0.45
    assert pane.form.verticalScrollBar().maximum() == 0
    window.resize(700, 500)
    qtbot.waitUntil(lambda: pane.height() <= 500 * 0.45 + 1)
    qtbot.waitUntil(lambda: pane.form.verticalScrollBar().maximum() > 0)
    window.resize(700, 1400)
    qtbot.waitUntil(lambda: pane.height() == high)
    pane.set_folded(True)
    qtbot.waitUntil(lambda: pane.height() < 60)
    pane.set_folded(False)
    pane.show_text(True)
    qtbot.waitUntil(lambda: 60 < pane.height() < high)


def test_the_pane_follows_another_column(qtbot: QtBot, article: Article) -> None:
    article.open("title: t\n")
    column = QWidget()
    qtbot.addWidget(column)
    layout = QVBoxLayout(column)
    layout.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
    layout.addWidget(article.pane)
    layout.addStretch()
    column.resize(500, 400)
    column.show()
    qtbot.waitUntil(lambda: article.pane.maximumHeight() == 180)

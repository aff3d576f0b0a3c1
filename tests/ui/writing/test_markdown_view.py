"""The Markdown pane: documents, commands, clipboard, column."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QImage,
    QInputMethodEvent,
    QTextCursor,
    QTextDocument,
    QWheelEvent,
)
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication

from editor.text.change import Change, Edit, Selection
from editor.text.formatting import toggle_bold, toggle_heading, toggle_quote
from editor.text.lists import toggle_bullet_list
from editor.ui.documents import raw_text
from editor.ui.theme import load_theme
from editor.ui.writing import look, markdown_view
from editor.ui.writing.highlighter import MarkdownHighlighter

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from editor.ui.writing.markdown_view import MarkdownView, TextCommand

    Write = Callable[[str], QTextDocument]

FRENCH = "L’été\u00a0: «\u202fmot\u202f» 😀\n\nfin"


def line_heights(document: QTextDocument) -> set[float]:
    block, heights = document.firstBlock(), set()
    while block.isValid():
        heights.add(block.blockFormat().lineHeight())
        block = block.next()
    return heights


def wheel(view: MarkdownView, turned: int, modifiers: Qt.KeyboardModifier) -> QWheelEvent:
    event = QWheelEvent(
        QPointF(5, 5),
        view.mapToGlobal(QPointF(5, 5)),
        QPoint(),
        QPoint(0, turned),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)
    return event


# Commands


@pytest.mark.parametrize(
    ("command", "expected"),
    [
        (toggle_bold, "😀 **un**\ndeux 😀\ntrois"),
        (toggle_quote, "> 😀 un\ndeux 😀\ntrois"),
        (toggle_bullet_list, "- 😀 un\ndeux 😀\ntrois"),
        (lambda text, selection: toggle_heading(text, selection, 2), "## 😀 un\ndeux 😀\ntrois"),
    ],
)
def test_a_command_is_one_step_to_undo(
    view: MarkdownView, write: Write, command: TextCommand, expected: str
) -> None:
    document = write("😀 un\ndeux 😀\ntrois")
    view.set_selection(Selection(2, 4))
    assert view.run_command(command)
    assert raw_text(document) == expected
    view.undo()
    assert raw_text(document) == "😀 un\ndeux 😀\ntrois"
    assert not document.isUndoAvailable()
    view.redo()
    assert raw_text(document) == expected


def test_several_edits_are_one_step_and_the_selection_follows(view: MarkdownView, write: Write) -> None:
    document = write("😀a\n😀b")
    view.apply(Change((Edit(0, 1, "un"), Edit(2, 2, "😀"), Edit(4, 5, "")), Selection(5, 4)))
    assert raw_text(document) == "una😀\n😀"
    assert view.selection() == Selection(5, 4)
    view.undo()
    assert raw_text(document) == "😀a\n😀b"


def test_a_change_without_edits_only_selects(view: MarkdownView, write: Write) -> None:
    document = write("😀 **gras**")
    view.set_selection(Selection.at(8))
    assert view.run_command(toggle_bold)
    assert view.selection() == Selection.at(10)
    assert not document.isUndoAvailable()


def test_what_does_not_apply_changes_nothing(view: MarkdownView, write: Write) -> None:
    document = write("```\n😀\n```")
    view.set_selection(Selection(4, 5))
    assert not view.run_command(toggle_bold)
    view.set_document(None)
    assert not view.run_command(toggle_bold)
    assert raw_text(document) == "```\n😀\n```"


def test_indices_are_pythons(view: MarkdownView, write: Write) -> None:
    write("😀😀 été\nfin")
    view.set_selection(Selection(6, 3))
    assert view.textCursor().selectedText() == "été"
    assert view.selection() == Selection(6, 3)


# Documents


def test_a_document_keeps_its_text_and_is_not_changed_by_being_shown(view: MarkdownView) -> None:
    document = QTextDocument()
    document.setPlainText(FRENCH + "\u2028x\u00ad\ufeff")
    document.setModified(False)
    changes = QSignalSpy(document.contentsChanged)
    view.set_document(document)
    assert raw_text(document) == FRENCH + "\u2028x\u00ad\ufeff"
    assert not document.isModified()
    assert not document.isUndoAvailable()
    assert line_heights(document) == {150}
    assert document.findChild(MarkdownHighlighter) is not None
    QTest.keyClicks(view, "a")
    assert changes.count() >= 1
    view.set_document(None)
    assert view.isReadOnly()


def test_documents_keep_their_history_and_their_place(view: MarkdownView, write: Write) -> None:
    first = write("\n\n".join(f"paragraphe {number} 😀" for number in range(200)))
    view.set_selection(Selection(1500, 1510))
    view.verticalScrollBar().setValue(1200)
    state = view.view_state()
    QTest.keyClicks(view, "x")
    second = write("autre")
    QTest.keyClicks(view, "!")
    assert raw_text(second) == "autre!"
    view.set_document(first)
    view.undo()
    view.restore_view_state(state)
    assert view.selection() == Selection(1500, 1510)
    assert view.verticalScrollBar().value() == 1200
    assert view.view_state() == state


def test_a_place_out_of_sight_that_a_command_leads_to_stands_in_sight_with_what_follows(
    view: MarkdownView, write: Write
) -> None:
    text = "\n\n".join(f"paragraphe {number} 😀" for number in range(200))
    write(text)
    led = QSignalSpy(view.led)
    for word in ("paragraphe 150", "paragraphe 20"):
        view.lead_to(Selection.at(text.index(word)))
        assert view.textCursor().block().text().startswith(word)
        assert 0 < view.cursorRect().top() <= view.viewport().height() / 3
    place = view.verticalScrollBar().value()
    view.lead_to(Selection.at(text.index("paragraphe 22")))
    assert view.verticalScrollBar().value() == place
    assert led.count() == 3


def test_a_place_that_is_gone_is_the_last_one(view: MarkdownView, write: Write) -> None:
    write("un 😀\n" * 50)
    state = view.view_state()
    write("court")
    view.restore_view_state(state)
    assert view.selection() == Selection.at(5)


def test_a_long_text_can_be_scrolled_to_its_end_at_once(view: MarkdownView, write: Write) -> None:
    write("mot " * 100 + "\n")
    before = view.verticalScrollBar().maximum()
    write(("mot 😀 " * 100 + "\n") * 300)
    view.set_selection(Selection.at(0))
    QTest.keyClicks(view, "ab")
    assert view.verticalScrollBar().maximum() > 100 * before
    assert view.document().size().height() > 300 * 3 * view.fontMetrics().height()


def test_a_text_that_is_too_long_is_shown_plainly(
    view: MarkdownView, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (look, markdown_view):
        monkeypatch.setattr(module, "LARGEST_DRESSED", 10)
    document = write("- long 😀 **text**")
    assert document.findChild(MarkdownHighlighter) is None
    assert line_heights(document) == {0}
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert raw_text(document) == "- long 😀 **text**\n- "


def test_there_is_room_below_the_text(view: MarkdownView, write: Write) -> None:
    document = write("un 😀")
    assert document.rootFrame().frameFormat().bottomMargin() > 200


# Appearance


def test_the_column_is_so_wide_and_in_the_middle(view: MarkdownView, write: Write) -> None:
    write("mot 😀 " * 100)
    view.resize(1400, 500)
    wide = view.viewport().geometry()
    assert abs(wide.left() - (view.width() - wide.right())) < 40
    view.set_appearance("", 12, 150, 40)
    narrow = view.viewport().geometry()
    assert 0.5 < narrow.width() / wide.width() < 0.6
    assert view.document().textWidth() == narrow.width()
    view.resize(200, 500)
    assert view.viewport().x() >= 20
    assert view.viewport().width() > 100


def test_the_font_is_that_of_every_document(view: MarkdownView, write: Write) -> None:
    first = write("un 😀")
    write("deux")
    view.set_appearance("DejaVu Serif", 20, 150, 72)
    view.set_document(first)
    assert first.defaultFont().pointSize() == 20
    assert first.defaultFont().family() == "DejaVu Serif"
    assert first.defaultTextOption().tabStopDistance() > 0


def test_line_height_changes_without_a_step_to_undo(view: MarkdownView, write: Write) -> None:
    document = write("un 😀\ndeux")
    view.set_appearance("", 12, 180, 72)
    assert line_heights(document) == {180}
    assert not document.isModified()
    assert not document.isUndoAvailable()


def test_line_height_stays_where_there_is_something_to_undo(view: MarkdownView, write: Write) -> None:
    document = write("un 😀\ndeux")
    QTest.keyClicks(view, "x")
    view.undo()
    view.set_appearance("", 12, 180, 72)
    assert line_heights(document) == {150}
    view.redo()
    view.set_appearance("", 12, 180, 72)
    assert line_heights(document) == {150}
    assert raw_text(document) == "un 😀\ndeuxx"


def test_the_scroll_place_survives_another_theme_and_font(view: MarkdownView, write: Write) -> None:
    write("\n\n".join(f"paragraphe **{number}** 😀" for number in range(200)))
    view.verticalScrollBar().setValue(1500)
    line = view.view_state().line
    view.set_theme(load_theme("light"))
    assert view.view_state().line == line
    view.set_appearance("", 16, 150, 60)
    assert view.view_state().line == line


def test_the_mouse_works_beside_the_column(view: MarkdownView, write: Write) -> None:
    write("un 😀\n\ndeux\n\ntrois")
    view.resize(1400, 500)
    top = view.cursorRect().center().y() + view.viewport().y()
    view.set_selection(Selection.at(0))
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(5, top))
    assert view.selection() == Selection.at(12)


def test_the_wheel_works_beside_the_column(view: MarkdownView, write: Write) -> None:
    write("un 😀\n" * 200)
    view.verticalScrollBar().setValue(0)
    event = QWheelEvent(
        QPointF(3, 30),
        view.mapToGlobal(QPointF(3, 30)),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view, event)
    assert view.verticalScrollBar().value() > 0


def test_control_and_wheel_ask_for_another_size(view: MarkdownView, write: Write) -> None:
    write("un 😀\n" * 200)
    view.verticalScrollBar().setValue(100)
    asked = QSignalSpy(view.zoom_requested)
    for turned in (120, -240, 60, 60, 30):
        wheel(view, turned, Qt.KeyboardModifier.ControlModifier)
    assert [asked.at(index)[0] for index in range(asked.count())] == [1, -2, 1]
    assert view.verticalScrollBar().value() == 100
    wheel(view, -120, Qt.KeyboardModifier.NoModifier)
    assert view.verticalScrollBar().value() > 100


def test_the_current_line_is_marked(view: MarkdownView, write: Write) -> None:
    write("un 😀\n\ndeux")
    view.set_selection(Selection.at(0))
    view.activateWindow()
    view.setFocus()
    wash, paper = load_theme("light").colour("alternate_base"), load_theme("light").colour("base")

    def colour_at(line: int) -> str:
        image = view.viewport().grab().toImage()
        cursor = QTextCursor(view.document().findBlockByNumber(line))
        return image.pixelColor(view.viewport().width() // 2, view.cursorRect(cursor).center().y()).name()

    assert view.hasFocus()
    assert (colour_at(0), colour_at(2)) == (wash.name(), paper.name())
    view.set_selection(Selection.at(8))
    assert (colour_at(0), colour_at(2)) == (paper.name(), wash.name())
    view.set_selection(Selection(8, 6))
    assert colour_at(2) == paper.name()


def test_an_input_method_opens_beside_the_caret(view: MarkdownView, write: Write) -> None:
    write("un 😀")
    view.resize(1400, 500)
    place = view.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
    assert place.toRect().topLeft() == view.cursorRect().topLeft() + view.viewport().pos()
    assert view.inputMethodQuery(Qt.InputMethodQuery.ImSurroundingText) == "un 😀"
    assert view.inputMethodQuery(Qt.InputMethodQuery.ImCursorPosition, QPointF(1, 1)) == 0
    composed = QInputMethodEvent("", [])
    composed.setCommitString("à")
    QApplication.sendEvent(view, composed)
    assert raw_text(view.document()) == "un 😀à"


# Clipboard


def test_no_break_spaces_survive_copy_and_paste(view: MarkdownView, write: Write) -> None:
    document = write(FRENCH)
    view.selectAll()
    view.copy()
    assert QGuiApplication.clipboard().text() == FRENCH
    assert not QGuiApplication.clipboard().mimeData().hasHtml()
    view.cut()
    assert raw_text(document) == ""
    view.paste()
    view.paste()
    assert raw_text(document) == FRENCH * 2
    assert line_heights(document) == {150}
    view.undo()
    assert raw_text(document) == FRENCH


def test_pasted_text_is_plain_and_its_line_ends_are_lines(view: MarkdownView, write: Write) -> None:
    document = write("")
    data = QMimeData()
    data.setText("**a** 😀\r\nb\rc")
    data.setHtml("<b>a</b>")
    view.insertFromMimeData(data)
    assert raw_text(document) == "**a** 😀\nb\nc"
    assert document.blockCount() == 3
    assert line_heights(document) == {150}


def test_files_and_images_are_announced_and_not_inserted(
    view: MarkdownView, write: Write, tmp_path: Path
) -> None:
    document = write("😀")
    files, images = QSignalSpy(view.files_dropped), QSignalSpy(view.image_pasted)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(tmp_path / "été 1.png"), QUrl.fromLocalFile(tmp_path / "b.md")])
    data.setText("file:///somewhere")
    assert view.canInsertFromMimeData(data)
    view.insertFromMimeData(data)
    assert files.at(0) == [(tmp_path / "été 1.png", tmp_path / "b.md")]
    picture = QMimeData()
    picture.setImageData(QImage(2, 3, QImage.Format.Format_RGB32))
    assert view.canInsertFromMimeData(picture)
    view.insertFromMimeData(picture)
    assert images.at(0)[0].height() == 3
    assert raw_text(document) == "😀"


def test_text_wins_over_its_picture_and_addresses_are_text(view: MarkdownView, write: Write) -> None:
    document = write("")
    data = QMimeData()
    data.setText("cellule 😀 ")
    data.setImageData(QImage(2, 3, QImage.Format.Format_RGB32))
    view.insertFromMimeData(data)
    link = QMimeData()
    link.setUrls([QUrl("https://exemple.fr/a")])
    view.insertFromMimeData(link)
    assert raw_text(document) == "cellule 😀 https://exemple.fr/a"


def test_what_is_neither_is_refused(view: MarkdownView, write: Write) -> None:
    document = write("😀")
    data = QMimeData()
    data.setData("application/x-unknown", b"1")
    assert not view.canInsertFromMimeData(data)
    view.insertFromMimeData(data)
    assert raw_text(document) == "😀"


# What the pane tells


def test_the_caret_is_told_in_lines_and_characters(view: MarkdownView, write: Write) -> None:
    write("un\n😀😀 été")
    told = QSignalSpy(view.caret_moved)
    view.set_selection(Selection.at(6))
    assert told.at(told.count() - 1) == [1, 3]


def test_the_menu_is_asked_for_at_the_mouse_or_at_the_caret(view: MarkdownView, write: Write) -> None:
    write("un 😀")
    asked = QSignalSpy(view.menu_requested)
    mouse = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(9, 9), QPoint(70, 80))
    QApplication.sendEvent(view.viewport(), mouse)
    keyboard = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(9, 9), QPoint(70, 80))
    QApplication.sendEvent(view.viewport(), keyboard)
    assert asked.at(0)[0] == QPoint(70, 80)
    assert asked.at(1)[0] == view.viewport().mapToGlobal(view.cursorRect().bottomLeft())


def test_the_pane_has_a_name_for_a_screen_reader(view: MarkdownView) -> None:
    assert view.accessibleName()
    assert view.event(QEvent(QEvent.Type.None_)) is False

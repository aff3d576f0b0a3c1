"""A Markdown pane on the screen that is none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest
from PySide6.QtGui import QTextDocument

from editor.ui.theme import load_theme
from editor.ui.writing.markdown_view import MarkdownView

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

SIZE: Final = (700, 500)


@pytest.fixture
def view(qtbot: QtBot) -> MarkdownView:
    pane = MarkdownView(load_theme("light"))
    qtbot.addWidget(pane)
    pane.set_appearance("", 12, 150, 72)
    pane.resize(*SIZE)
    with qtbot.waitExposed(pane):
        pane.show()
    pane.setFocus()
    return pane


@pytest.fixture
def write(view: MarkdownView) -> Callable[[str], QTextDocument]:
    """Answer a function that shows a text in the pane, the caret behind it."""

    def show(text: str) -> QTextDocument:
        document = QTextDocument(view)
        document.setPlainText(text)
        document.setModified(False)
        view.set_document(document)
        cursor = view.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        view.setTextCursor(cursor)
        return document

    return show

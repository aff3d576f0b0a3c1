"""What a writer does at the window: keys, clicks, commands; and what they see."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QMessageBox, QPushButton, QWidget

from editor.ui.library.article_model import SUMMARY_ROLE
from editor.ui.preview.web_page import WORLD
from editor.ui.writing.markdown_view import MarkdownView

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from editor.app import Program
    from editor.ui.open_article import OpenArticle

Widget = TypeVar("Widget", bound=QWidget)
_PATIENCE_MS = 15_000


class Desk:
    """One window of the program, as a writer uses it."""

    def __init__(self, program: Program, qtbot: QtBot) -> None:
        self.program = program
        self.window = program.window
        self.workspace = program.workspace
        self.qtbot = qtbot

    @property
    def writing(self) -> MarkdownView:
        return self.find(MarkdownView, "writing")

    @property
    def article(self) -> OpenArticle:
        assert self.workspace.current is not None
        return self.workspace.current

    def find(self, kind: type[Widget], name: str) -> Widget:
        found: Widget | None = self.window.findChild(kind, name)
        assert found is not None, name
        return found

    def wait_for_articles(self, count: int) -> None:
        model = self.find(QListView, "articles").model()
        self.wait(lambda: model.rowCount() == count)

    def wait(self, seen: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(seen, timeout=_PATIENCE_MS)

    def click_article(self, name: str) -> None:
        """Click the row of the file called name."""
        view = self.find(QListView, "articles")
        rows = (view.model().index(row, 0) for row in range(view.model().rowCount()))
        index = next(index for index in rows if index.data(SUMMARY_ROLE).path.name == name)
        view.scrollTo(index)
        place = view.visualRect(index).center()
        self.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(40, place.y()))
        self.wait(lambda: self.workspace.current is not None and self.article.path is not None)
        assert self.article.path is not None
        assert self.article.path.name == name

    def type(self, text: str, widget: QWidget | None = None) -> None:
        """Type text into the widget (default: the one that has the focus)."""
        target = widget or self.focused()
        for letter in text:
            # Qt's own keyClicks knows no letters beyond Latin-1; an input method sends them this way.
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(target, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.qtbot.keyClick(self.focused(), key, modifiers)

    def focused(self) -> QWidget:
        widget = QApplication.focusWidget()
        return widget if widget is not None else self.window

    def run(self, command: str) -> None:
        """Run the command with this id, as its menu does."""
        self.window.actions_by_id.refresh()
        action = self.window.actions_by_id.action(command)
        assert action.isEnabled(), command
        action.trigger()

    def answer(self, button: str) -> None:
        """Press the button so called in the message that appears next."""

        def press() -> None:
            box = QApplication.activeModalWidget()
            if not isinstance(box, QMessageBox):
                QTimer.singleShot(20, press)
                return
            buttons = {each.text().replace("&", ""): each for each in box.findChildren(QPushButton)}
            self.qtbot.mouseClick(buttons[button], Qt.MouseButton.LeftButton)

        QTimer.singleShot(0, press)

    def field(self, name: str) -> QLineEdit:
        """Answer the line of the form whose accessible name begins with name."""
        lines = self.window.findChildren(QLineEdit)
        return next(line for line in lines if line.accessibleName().startswith(name) and line.isVisible())

    def page(self) -> str:
        """Answer the HTML that the preview shows now."""
        answers: list[str] = []
        self.window.desk.preview._page.runJavaScript("document.body.innerHTML", WORLD, answers.append)
        self.wait(lambda: bool(answers))
        return answers[0]

    def wait_for_page(self, html: str) -> None:
        """Wait until the preview shows html."""
        self.wait(lambda: html in self.page())

    def give_up(self) -> None:
        """Close the window without saving anything."""
        for article in self.workspace.articles:
            self.workspace.close(article)
        self.window.close()


def bytes_of(path: Path) -> bytes:
    return path.read_bytes()

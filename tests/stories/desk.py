"""What a writer does at the window: keys, clicks, commands; and what they see."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLabel,
    QLineEdit,
    QListView,
    QMessageBox,
    QPushButton,
    QToolButton,
    QWidget,
)

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

    def open(self, path: Path) -> OpenArticle:
        """Open the file at path and put the caret at its beginning."""
        article = self.workspace.open_file(path)
        assert article is not None
        cursor = self.writing.textCursor()
        cursor.setPosition(0)
        self.writing.setTextCursor(cursor)
        return article

    def drop(self, widget: QWidget, *paths: Path) -> None:
        """Drag files from another program onto widget and let them go."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
        place, none = widget.rect().center(), Qt.KeyboardModifier.NoModifier
        enter = QDragEnterEvent(place, copy, data, left, none)
        QApplication.sendEvent(widget, enter)
        assert enter.isAccepted()
        QApplication.sendEvent(widget, QDropEvent(QPointF(place), copy, data, left, none))

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

    def answer(self, button: str) -> list[str]:
        """Press the button so called in the message that appears next; answer the list for its words."""
        words: list[str] = []

        def press() -> None:
            box = QApplication.activeModalWidget()
            if not isinstance(box, QMessageBox):
                QTimer.singleShot(20, press)
                return
            words.append(f"{box.text()} {box.informativeText()}".strip())
            buttons = {each.text().replace("&", ""): each for each in box.findChildren(QPushButton)}
            self.qtbot.mouseClick(buttons[button], Qt.MouseButton.LeftButton)

        QTimer.singleShot(0, press)
        return words

    def outside_words(self) -> str:
        """Answer what the bar above the text tells of the article's file; nothing where it is hidden."""
        bar = self.find(QFrame, "outside")
        return self.find(QLabel, "outside_words").text() if bar.isVisible() else ""

    def wait_for_outside(self, words: str) -> None:
        self.wait(lambda: self.outside_words() == words)

    def press_outside(self, button: str) -> None:
        """Press a button of that bar."""
        found = self.find(QFrame, "outside").findChildren(QPushButton)
        pressed = next(each for each in found if each.text() == button and each.isVisible())
        self.qtbot.mouseClick(pressed, Qt.MouseButton.LeftButton)

    def field(self, name: str) -> QLineEdit:
        """Answer the line of the form whose accessible name begins with name."""
        lines = self.window.findChildren(QLineEdit)
        return next(line for line in lines if line.accessibleName().startswith(name) and line.isVisible())

    def status(self) -> str:
        """Answer what the status bar shows."""
        dialect = self.find(QToolButton, "dialect")
        return " ".join([*self.texts(self.window.statusBar()), dialect.text()]).strip()

    def texts(self, widget: QWidget) -> list[str]:
        """Answer the words of the labels in widget."""
        return [part.text() for part in widget.findChildren(QLabel) if part.text()]

    def page(self) -> str:
        """Answer the HTML that the preview shows now."""
        return str(self.ask_page("document.body.innerHTML"))

    def ask_page(self, script: str) -> object:
        """Answer what a script makes of the page that the preview shows."""
        answers: list[object] = []
        self.web_view().page().runJavaScript(script, WORLD, answers.append)
        self.wait(lambda: bool(answers))
        return answers[0]

    def web_view(self) -> QWebEngineView:
        return self.window.desk.preview.findChildren(QWebEngineView)[0]

    def focus_page(self) -> None:
        """Put the focus into the preview, as a click does."""
        self.web_view().setFocus()
        self.wait(lambda: self.web_view().isAncestorOf(self.focused()) or self.web_view().hasFocus())

    def click_in_page(self, selector: str) -> None:
        """Click the first element of the page that selector means."""
        corner = f"document.querySelector('{selector}').getBoundingClientRect()"
        left, top = (self.ask_page(f"{corner}.{side}") for side in ("left", "top"))
        assert isinstance(left, float | int)
        assert isinstance(top, float | int)
        target = self.web_view().focusProxy()
        assert target is not None
        self.qtbot.mouseClick(target, Qt.MouseButton.LeftButton, pos=QPoint(round(left) + 3, round(top) + 3))

    def wait_for_page(self, html: str) -> None:
        """Wait until the preview shows html."""
        self.wait(lambda: html in self.page())

    def give_up(self) -> None:
        """Close the window without saving anything."""
        for article in self.workspace.articles:
            self.workspace.close(article)
        self.window.close()

"""Saves changed articles by itself, where the writer chose that."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from editor.article.files import FileError
from editor.ui.open_article import OpenArticle

if TYPE_CHECKING:
    from editor.ui.workspace import Workspace

_LONGEST_WAIT: Final = 4
"""Pauses after which an article is saved though its writer never paused."""


class Autosave(QObject):
    """Saves when the writer leaves the window or pauses; never a new article, nor over what it has not seen.

    It asks nothing: what cannot be saved stays as it is, and is told by failed.
    """

    saved = Signal(OpenArticle)
    """An article was saved without being asked."""
    failed = Signal(OpenArticle, Exception)

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._when = "off"
        self._pause = QTimer(self, singleShot=True)
        self._bound = QTimer(self, singleShot=True)
        for timer in (self._pause, self._bound):
            timer.timeout.connect(self._save)
        workspace.article_opened.connect(self._follow)
        application = cast("QGuiApplication", QGuiApplication.instance())
        application.applicationStateChanged.connect(self._note_state)

    def set_mode(self, when: str, seconds: int) -> None:
        """Save as the setting says: off, on leaving the window, or after a pause of so many seconds."""
        self._when = when
        self._pause.setInterval(1000 * seconds)
        self._bound.setInterval(1000 * seconds * _LONGEST_WAIT)
        for timer in (self._pause, self._bound):
            timer.stop()
        self._wait()

    def _follow(self, article: OpenArticle) -> None:
        for document in (article.head, article.body):
            document.contentsChanged.connect(self._wait)
        article.modified_changed.connect(self._wait)

    def _wait(self) -> None:
        if self._when == "pause" and any(article.is_modified() for article in self._workspace.articles):
            self._pause.start()
            if not self._bound.isActive():
                self._bound.start()

    def _note_state(self, state: Qt.ApplicationState) -> None:
        if self._when != "off" and state == Qt.ApplicationState.ApplicationInactive:
            self._save()

    def _save(self) -> None:
        self._pause.stop()
        self._bound.stop()
        for article in self._workspace.articles:
            # A file that somebody moved or deleted comes back only when the writer says so.
            if article.path is None or article.data is None or not article.is_modified():
                continue
            try:
                self._workspace.save(article, article.path)
            except FileError as error:
                self.failed.emit(article, error)
            else:
                self.saved.emit(article)

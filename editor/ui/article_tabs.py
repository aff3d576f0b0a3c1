"""A tab an open article, above the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QTabBar, QWidget

from editor.translation import tr
from editor.ui.open_article import OpenArticle

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent

    from editor.ui.workspace import Workspace


class ArticleTabs(QTabBar):
    """Follows the workspace's open articles; asks for one to be closed."""

    close_requested = Signal(OpenArticle)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.setDocumentMode(True)
        self.setTabsClosable(True)
        self.setMovable(True)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setAccessibleName(tr("Articles that are open"))
        workspace.article_opened.connect(self._add)
        workspace.article_closed.connect(self._remove)
        workspace.current_changed.connect(self._show_current)
        self.currentChanged.connect(self._choose)
        self.tabMoved.connect(self._move)
        self.tabCloseRequested.connect(self._ask_to_close)
        self._shown: list[OpenArticle] = []

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click with the middle button closes the tab under it."""
        place = self.tabAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.MiddleButton and place >= 0:
            self._ask_to_close(place)
        else:
            super().mouseReleaseEvent(event)

    def _add(self, article: OpenArticle) -> None:
        article.modified_changed.connect(self._show_names)
        article.path_changed.connect(self._show_names)
        with QSignalBlocker(self):
            self.insertTab(self._workspace.articles.index(article), "")
        self._shown = list(self._workspace.articles)
        self._show_names()

    def _remove(self, article: OpenArticle) -> None:
        with QSignalBlocker(self):
            self.removeTab(self._shown.index(article))
        self._shown = list(self._workspace.articles)
        self._show_names()

    def _show_current(self, article: OpenArticle | None) -> None:
        if article is not None:
            self.setCurrentIndex(self._workspace.articles.index(article))

    def _show_names(self) -> None:
        self._shown = list(self._workspace.articles)
        for place, article in enumerate(self._shown):
            name = article_name(article)
            # A tab's text takes an ampersand for a shortcut's letter.
            shown = name.replace("&", "&&")
            self.setTabText(place, f"• {shown}" if article.is_modified() else shown)
            self.setTabToolTip(place, str(article.path) if article.path else tr("Not saved yet"))

    def _move(self, old_place: int, new_place: int) -> None:
        self._workspace.move(old_place, new_place)
        self._shown = list(self._workspace.articles)

    def _choose(self, place: int) -> None:
        if place >= 0:
            self._workspace.set_current(self._workspace.articles[place])

    def _ask_to_close(self, place: int) -> None:
        self.close_requested.emit(self._workspace.articles[place])


def article_name(article: OpenArticle) -> str:
    """Answer the name an article goes by: its file's, or that of its folder for an index file."""
    if article.path is None:
        return tr("New article")
    return article.path.parent.name if article.path.stem == "index" else article.path.name

"""Shows the current article's body in the Markdown pane, each article where it was left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from editor.text.change import Selection

if TYPE_CHECKING:
    from editor.ui.open_article import OpenArticle
    from editor.ui.workspace import Workspace
    from editor.ui.writing.markdown_view import MarkdownView, ViewState


class WritingFeed(QObject):
    """Follows the workspace's current article."""

    def __init__(self, workspace: Workspace, view: MarkdownView) -> None:
        super().__init__(view)
        self._view = view
        self._article: OpenArticle | None = None
        self._states: dict[OpenArticle, ViewState] = {}
        workspace.current_changed.connect(self._show)
        workspace.article_closed.connect(self._forget)

    def _show(self, article: OpenArticle | None) -> None:
        if self._article is not None:
            self._states[self._article] = self._view.view_state()
        self._article = article
        self._view.set_document(article.body if article else None)
        if article in self._states:
            self._view.restore_view_state(self._states[article])
        elif article is not None:
            text = article.body_text()
            self._view.set_selection(Selection.at(len(text) - len(text.lstrip())))

    def _forget(self, article: OpenArticle) -> None:
        self._states.pop(article, None)
        if article is self._article:
            self._article = None

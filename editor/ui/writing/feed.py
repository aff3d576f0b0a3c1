"""Shows the current article's body in the pane for its size, each article where it was left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from editor.text.change import Selection

if TYPE_CHECKING:
    from editor.ui.open_article import OpenArticle
    from editor.ui.workspace import Workspace
    from editor.ui.writing.large_text import LargeText
    from editor.ui.writing.markdown_view import MarkdownView, ViewState


class WritingFeed(QObject):
    """Follows the workspace's current article."""

    def __init__(self, workspace: Workspace, view: MarkdownView, large: LargeText) -> None:
        super().__init__(view)
        self._view = view
        self._large = large
        self._article: OpenArticle | None = None
        self._states: dict[OpenArticle, ViewState] = {}
        large.hide()
        workspace.current_changed.connect(self._show)
        workspace.article_closed.connect(self._forget)

    def _show(self, article: OpenArticle | None) -> None:
        if self._article is not None:
            left = self._large if self._article.is_large else self._view
            self._states[self._article] = left.view_state()
        self._article = article
        is_large = article is not None and article.is_large
        self._large.set_document(article.body if article and is_large else None)
        self._view.set_document(article.body if article and not is_large else None)
        self._large.setVisible(is_large)
        self._view.setHidden(is_large)
        if article is not None:
            self._go_to_place(article)

    def _go_to_place(self, article: OpenArticle) -> None:
        shown = self._large if article.is_large else self._view
        if article in self._states:
            shown.restore_view_state(self._states[article])
        elif not article.is_large:
            text = article.body_text()
            self._view.set_selection(Selection.at(len(text) - len(text.lstrip())))

    def _forget(self, article: OpenArticle) -> None:
        self._states.pop(article, None)
        if article is self._article:
            self._article = None

"""Shows the current article's body in the pane for its size, each article where it was left."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCursor

from editor.text.change import Selection
from editor.ui.writing.markdown_view import ViewState

if TYPE_CHECKING:
    from editor.ui.open_article import OpenArticle
    from editor.ui.workspace import Workspace
    from editor.ui.writing.large_text import LargeText
    from editor.ui.writing.markdown_view import MarkdownView


@dataclass(frozen=True, slots=True)
class _Place:
    """A view's state that stays with the text while that is edited."""

    selection: QTextCursor
    top: QTextCursor
    hidden: int

    @classmethod
    def of(cls, article: OpenArticle, state: ViewState) -> _Place:
        """Answer the place of state in the text as it is now."""
        selection, top = QTextCursor(article.body), QTextCursor(article.body)
        selection.setPosition(state.anchor)
        selection.setPosition(state.position, QTextCursor.MoveMode.KeepAnchor)
        top.setPosition(article.body.findBlockByNumber(state.line).position())
        return cls(selection, top, state.hidden)

    def state(self) -> ViewState:
        """Answer where that is by now."""
        line = self.top.block().blockNumber()
        return ViewState(self.selection.anchor(), self.selection.position(), line, self.hidden)


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
        workspace.article_opened.connect(self._follow)

    def _follow(self, article: OpenArticle) -> None:
        """Keep the place in an article when another program's text comes into it."""
        places: list[_Place] = []

        def announced() -> None:
            state = self._state_of(article)
            places[:] = [_Place.of(article, state)] if state is not None else []

        def taken() -> None:
            if places:
                self._states[article] = places[0].state()
                if article is self._article:
                    self._pane(article).restore_view_state(self._states[article])

        article.outside_text_announced.connect(announced)
        article.outside_text_taken.connect(taken)

    def _state_of(self, article: OpenArticle) -> ViewState | None:
        is_shown = article is self._article
        return self._pane(article).view_state() if is_shown else self._states.get(article)

    def _pane(self, article: OpenArticle) -> MarkdownView | LargeText:
        return self._large if article.is_large else self._view

    def _show(self, article: OpenArticle | None) -> None:
        if self._article is not None:
            self._states[self._article] = self._pane(self._article).view_state()
        self._article = article
        is_large = article is not None and article.is_large
        self._large.set_document(article.body if article and is_large else None)
        self._view.set_document(article.body if article and not is_large else None)
        self._large.setVisible(is_large)
        self._view.setHidden(is_large)
        if article is not None:
            self._go_to_place(article)

    def _go_to_place(self, article: OpenArticle) -> None:
        if article in self._states:
            self._pane(article).restore_view_state(self._states[article])
        elif not article.is_large:
            text = article.body_text()
            self._view.set_selection(Selection.at(len(text) - len(text.lstrip())))

    def _forget(self, article: OpenArticle) -> None:
        self._states.pop(article, None)
        if article is self._article:
            self._article = None

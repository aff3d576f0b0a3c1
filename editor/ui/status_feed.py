"""Keeps the status bar true to the current article."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from editor.messages import dialect_name, words
from editor.text.statistics import Statistics, statistics_of

if TYPE_CHECKING:
    from editor.article.files import FileError
    from editor.ui.autosave import Autosave
    from editor.ui.background import Background
    from editor.ui.journals import Journals
    from editor.ui.open_article import OpenArticle
    from editor.ui.status_bar import StatusBar
    from editor.ui.workspace import Workspace

_PAUSE_MS: Final = 400
_CHARACTERS_A_MILLISECOND: Final = 400
"""The pause before a long text is counted: it takes as long as some key presses."""


class StatusFeed(QObject):
    """Counts the current article's words when the writer pauses, and follows its save state."""

    def __init__(self, workspace: Workspace, background: Background, bar: StatusBar) -> None:
        super().__init__(bar)
        self._background = background
        self._bar = bar
        self._article: OpenArticle | None = None
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._count)
        workspace.current_changed.connect(self._follow)
        workspace.article_saved.connect(self._show_state)

    def follow_autosave(self, autosave: Autosave) -> None:
        """Show what comes of saving that nobody asked for."""
        autosave.saved.connect(self._show_autosave)
        autosave.failed.connect(self._show_autosave)

    def follow_journals(self, journals: Journals) -> None:
        """Show where what is not saved is not kept."""
        journals.state_changed.connect(self._show_protection)

    def _show_autosave(self, article: OpenArticle, error: Exception | None = None) -> None:
        if article is self._article:
            self._bar.show_autosave(words(error) if error else "")

    def _show_protection(self, error: FileError | None) -> None:
        self._bar.show_protection(words(error) if error else "")

    def _follow(self, article: OpenArticle | None) -> None:
        if self._article is not None:
            self._article.body_changed.disconnect(self._wait)
            self._article.modified_changed.disconnect(self._show_state)
            self._article.dialect_changed.disconnect(self._show_state)
        self._article = article
        if article is None:
            self._pause.stop()
            self._bar.clear_facts()
            return
        article.body_changed.connect(self._wait)
        article.modified_changed.connect(self._show_state)
        article.dialect_changed.connect(self._show_state)
        self._show_state()
        self._bar.clear_statistics()
        self._count()

    def _show_state(self) -> None:
        if self._article is not None:
            self._bar.show_dialect(dialect_name(self._article.dialect))
            self._bar.show_saved(
                modified=self._article.is_modified(), has_file=self._article.path is not None
            )

    def _wait(self) -> None:
        if self._article is not None:
            length = self._article.body.characterCount()
            self._pause.start(max(_PAUSE_MS, length // _CHARACTERS_A_MILLISECOND))

    def _count(self) -> None:
        if self._article is not None and not self._article.is_large:
            work = partial(statistics_of, self._article.body_text())
            self._background.run("status.statistics", work, self._show)

    def _show(self, statistics: Statistics) -> None:
        if self._article is not None:
            self._bar.show_statistics(statistics)

"""Keeps the problems that the pane shows true to the article's front matter, and makes their repairs."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from editor.blog.checks.checking import check
from editor.problem_words import repair_words, sentence
from editor.ui.front_matter.problem_notes import WordedProblem
from editor.ui.open_article import is_untouched

if TYPE_CHECKING:
    from editor.blog.problems import Problem
    from editor.ui.background import Background
    from editor.ui.front_matter.pane import FrontMatterPane
    from editor.ui.guides import Guides
    from editor.ui.open_article import OpenArticle
    from editor.ui.workspace import Workspace

_KEY: Final = "front_matter.problems"
# Half a word is no problem: the check waits for a pause.
_PAUSE_MS: Final = 300


class ProblemFeed(QObject):
    """Checks the current article in the background: when it comes, in pauses, and when its blog changes."""

    def __init__(
        self, workspace: Workspace, guides: Guides, background: Background, pane: FrontMatterPane
    ) -> None:
        super().__init__(pane)
        self._guides = guides
        self._background = background
        self._pane = pane
        self._article: OpenArticle | None = None
        self._text = ""
        self._is_stale = False
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._check)
        workspace.current_changed.connect(self._follow)
        workspace.article_saved.connect(self._pause.start)
        guides.guide_changed.connect(self._check)
        pane.repair_requested.connect(self._repair)

    def _follow(self, article: OpenArticle | None) -> None:
        if self._article is not None:
            self._article.head_changed.disconnect(self._pause.start)
            self._article.path_changed.disconnect(self._check)
        self._background.cancel(_KEY)
        self._pause.stop()
        self._article = article
        if article is not None:
            article.head_changed.connect(self._pause.start)
            article.path_changed.connect(self._check)
            self._check()

    def _check(self) -> None:
        """Look for problems; one look after the other, so that none waits for those that nobody wants."""
        article = self._article
        if article is None or article.is_large or is_untouched(article):
            self._pane.show_problems(())
            return
        self._is_stale = self._background.is_busy(_KEY)
        if not self._is_stale:
            text = article.text()
            work = partial(check, text, article.path, article.blog, self._guides.guide)
            self._background.run(_KEY, work, partial(self._show, text))

    def _show(self, text: str, problems: tuple[Problem, ...]) -> None:
        self._text = text
        self._pane.show_problems(
            tuple(WordedProblem(problem, sentence(problem), repair_words(problem)) for problem in problems)
        )
        if self._is_stale:
            self._check()

    def _repair(self, problem: Problem) -> None:
        """Make the repair of a problem, unless something was written since it was found."""
        article = self._article
        if article is not None and article.text() == self._text:
            if not self._pane.is_text_shown():
                self._pane.form.lead_to(problem.key)
            article.apply_edits(problem.repair)
            self._check()

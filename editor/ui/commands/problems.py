"""Commands on the list of what is to be looked at before publishing."""

from __future__ import annotations

import dataclasses
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from editor.session import rules_off, with_rule
from editor.text.change import Selection
from editor.translation import tr
from editor.ui.commands.command import Command, Desk, always
from editor.ui.documents import raw_text

if TYPE_CHECKING:
    from editor.ui.open_article import OpenArticle
    from editor.ui.problems.problem_list import Found

_SHOWN_MS: Final = 8000


def problem_commands(desk: Desk) -> tuple[Command, ...]:
    """Answer the commands that show the problems of the article, and look for those of the blog."""
    _Following(desk)
    return (
        Command(
            "view.problems",
            tr("Before publishing"),
            partial(_toggle, desk),
            "Ctrl+Shift+M",
            always,
            lambda: desk.choices.session.problems_shown,
        ),
        Command(
            "blog.check",
            tr("Check the whole blog"),
            partial(_check_all, desk),
            "",
            lambda: desk.workspace.blog is not None,
        ),
    )


def lead_to(desk: Desk, found: Found) -> OpenArticle | None:
    """Open the article of a problem, and put the caret where that is; answer the article."""
    article = desk.workspace.open_file(found.path) if found.path is not None else desk.workspace.current
    if article is None:
        return None
    problem = found.problem
    lines = 0 if article.head.isEmpty() else article.head.blockCount() - 1
    if problem.line < lines:
        desk.front_matter.lead_to_problem(problem)
    elif not article.is_large:
        text = raw_text(article.body)
        # Where the text begins on the line of the fence, that counts in the column.
        column = problem.column if problem.line > lines or not article.is_glued else 0
        before = sum(len(line) + 1 for line in text.split("\n")[: problem.line - lines])
        desk.writing.lead_to(Selection.at(min(before + column, len(text))))
    return article


class _Following(QObject):
    """Answers what the writer does in the pane, and keeps its rules those of the session."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        pane = desk.problems
        pane.problem_activated.connect(partial(lead_to, desk))
        pane.repair_requested.connect(self._repair)
        pane.rule_switched.connect(self._switch)
        pane.close_requested.connect(partial(_show, desk, is_shown=False))
        pane.check_requested.connect(partial(self._check, afresh=True))
        pane.scope_changed.connect(self._check)
        desk.choices.session_changed.connect(self._show_rules)
        desk.workspace.blog_changed.connect(self._show_rules)
        desk.workspace.blog_changed.connect(self._check)
        desk.workspace.article_saved.connect(self._check)

    def _check(self, _: object = None, *, afresh: bool = False) -> None:
        """Look at the blog where its list is seen."""
        if self._desk.problems.scope == "blog" and self._desk.choices.session.problems_shown:
            self._desk.problems_feed.check_blog(self._desk.blog_edits.reader(), afresh=afresh)

    def _repair(self, found: Found) -> None:
        """Make the repair of a problem in its article, unless something was written since it was found."""
        article = lead_to(self._desk, found)
        if article is None:
            return
        if self._desk.problems_feed.is_true(found, article.text()):
            article.apply_edits(found.problem.repair)
        else:
            told = tr("Not repaired: the article has changed since it was looked at.")
            self._desk.window.statusBar().showMessage(told, _SHOWN_MS)

    def _switch(self, rule: str, is_told: bool) -> None:  # noqa: FBT001 - the signal's own argument
        blog = self._desk.workspace.blog
        if blog is not None:
            session = self._desk.choices.session
            self._desk.choices.set_session(with_rule(session, str(blog.root), rule, is_told=is_told))

    def _show_rules(self, _: object) -> None:
        blog = self._desk.workspace.blog
        off = rules_off(self._desk.choices.session, str(blog.root)) if blog is not None else ()
        self._desk.problems.show_rules_off(off)
        self._desk.problems_feed.set_rules_off(off)


def _toggle(desk: Desk) -> None:
    is_shown = not desk.choices.session.problems_shown
    _show(desk, is_shown=is_shown)
    if is_shown:
        desk.problems.focus_list()


def _check_all(desk: Desk) -> None:
    _show(desk, is_shown=True)
    if desk.problems.scope == "blog":
        desk.problems.check_requested.emit()
    else:
        desk.problems.choose_scope("blog")


def _show(desk: Desk, *, is_shown: bool) -> None:
    session = desk.choices.session
    if session.problems_shown != is_shown:
        desk.choices.set_session(dataclasses.replace(session, problems_shown=is_shown))

"""The pane at the foot of the window that lists what is to be looked at before publishing."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDockWidget,
    QHBoxLayout,
    QMenu,
    QProgressBar,
    QPushButton,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from editor.problem_words import reason, repair_words, sentence
from editor.translation import ntr, tr
from editor.ui.labels import label
from editor.ui.problems.problem_list import Found, ProblemList

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from editor.blog.problems import Problem
    from editor.ui.theme import Theme

Scope = Literal["article", "blog"]
_DETAIL_WIDTH: Final = 340


class ProblemsPane(QDockWidget):
    """Shows problems of the article or of the blog, and what one of them means.

    The caller answers scope_changed, repair_requested, check_requested and cancel_requested.
    """

    scope_changed = Signal(str)
    problem_activated = Signal(Found)
    repair_requested = Signal(Found)
    rule_switched = Signal(str, bool)
    check_requested = Signal()
    cancel_requested = Signal()
    close_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("problems_pane")
        self.setWindowTitle(tr("Before publishing"))
        self.setFeatures(QDockWidget.DockWidgetFeature.NoDockWidgetFeatures)
        self.scope: Scope = "article"
        self._pointed: Found | None = None
        self._list = ProblemList(theme, self)
        self._summary = label("quiet", self)
        self._bar = QProgressBar(self, textVisible=False)
        self._bar.setFixedWidth(120)
        self._bar.setAccessibleName(tr("Looking at the articles…"))
        self._check = self._button("check_blog", tr("Check again"))
        self._cancel = self._button("cancel_check", tr("Cancel"))
        self._off = self._button("rules_off", "")
        self._off.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._off_menu = QMenu(self._off, toolTipsVisible=True)
        self._off.setMenu(self._off_menu)
        self._words = label("problem_words", self, wraps=True)
        self._reason = label("quiet", self, wraps=True)
        self._repair = QPushButton(self)
        self._repair.setObjectName("problem_repair")
        self._silence = QPushButton(tr("Never tell this here"), self)
        self._silence.setObjectName("problem_silence")
        self._silence.setToolTip(
            tr("Switches the rule off for this blog. Above, it can be switched on again.")
        )
        self.setTitleBarWidget(self._head())
        self.setWidget(self._body())
        self._connect()
        self.show_progress(0, 0)
        self.show_rules_off(())
        self._point(None)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of theme."""
        self._list.set_theme(theme)

    def show_article(self, problems: Sequence[Problem]) -> None:
        """Show the problems of the article that is written."""
        if self.scope == "article":
            self._list.show_problems(problems)
            self._summary.setText(counts_words(problems))

    def show_blog(self, articles: Sequence[tuple[Path, Sequence[Problem]]], root: Path) -> None:
        """Show the problems of the blog's articles that were looked at, which are named from root."""
        if self.scope == "blog":
            self._list.show_articles(articles, root)
            found = [it for _, problems in articles for it in problems]
            self._summary.setText(counts_words(found) if articles else "")

    def show_progress(self, done: int, total: int) -> None:
        """Show that so many articles of a total are looked at; all of them: nothing is under way."""
        is_busy = done < total
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._bar.setVisible(is_busy)
        self._cancel.setVisible(is_busy)
        self._check.setVisible(self.scope == "blog" and not is_busy)

    def show_rules_off(self, rules: Sequence[str]) -> None:
        """Offer the rules that are switched off, to be switched on again."""
        self._off.setVisible(bool(rules))
        words = ntr("{count} rule is off", "{count} rules are off", len(rules))
        self._off.setText(words.format(count=len(rules)))
        self._off_menu.clear()
        for rule in rules:
            action = self._off_menu.addAction(tr("Tell of “{rule}” again").format(rule=rule))
            action.setToolTip(reason(rule))
            action.triggered.connect(partial(self._switch, rule, is_told=True))

    def choose_scope(self, scope: Scope) -> None:
        """Show the article's problems, or the blog's."""
        if scope != self.scope:
            self.scope = scope
            self._scopes[scope].setChecked(True)
            self._list.clear()
            self._summary.clear()
            self.show_progress(0, 0)
            self.scope_changed.emit(scope)

    def focus_list(self) -> None:
        """Put the focus into the list."""
        self._list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _head(self) -> QWidget:
        head = QWidget(self)
        head.setObjectName("problems_head")
        row = QHBoxLayout(head)
        row.setContentsMargins(10, 4, 6, 4)
        row.setSpacing(6)
        self._scopes: dict[Scope, QToolButton] = {}
        group = QButtonGroup(head)
        named: dict[Scope, str] = {"article": tr("This article"), "blog": tr("Whole blog")}
        for scope, words in named.items():
            button = self._button(f"scope_{scope}", words)
            button.setCheckable(True)
            button.clicked.connect(lambda _, scope=scope: self.choose_scope(scope))
            group.addButton(button)
            self._scopes[scope] = button
            row.addWidget(button)
        self._scopes["article"].setChecked(True)
        row.addSpacing(8)
        row.addWidget(self._summary)
        row.addWidget(self._bar)
        row.addWidget(self._cancel)
        row.addWidget(self._check)
        row.addStretch(1)
        row.addWidget(self._off)
        close = self._button("close_problems", "✕")
        close.setAccessibleName(tr("Close"))
        close.clicked.connect(self.close_requested)
        row.addWidget(close)
        return head

    def _body(self) -> QWidget:
        detail = QWidget(self)
        column = QVBoxLayout(detail)
        column.setContentsMargins(14, 8, 14, 8)
        column.setSpacing(6)
        buttons = QHBoxLayout()
        buttons.addWidget(self._repair)
        buttons.addWidget(self._silence)
        buttons.addStretch(1)
        for part in (self._words, self._reason):
            column.addWidget(part)
        column.addLayout(buttons)
        column.addStretch(1)
        body = QSplitter(Qt.Orientation.Horizontal, self, childrenCollapsible=False, handleWidth=1)
        body.setObjectName("problems_body")
        body.addWidget(self._list)
        body.addWidget(detail)
        body.setStretchFactor(0, 1)
        body.setSizes((_DETAIL_WIDTH * 2, _DETAIL_WIDTH))
        body.setMinimumHeight(110)
        return body

    def _connect(self) -> None:
        self._list.problem_activated.connect(self.problem_activated)
        self._list.problem_pointed.connect(self._point)
        self._check.clicked.connect(self.check_requested)
        self._cancel.clicked.connect(self.cancel_requested)
        self._repair.clicked.connect(lambda: self.repair_requested.emit(self._pointed))
        self._silence.clicked.connect(self._switch_off)

    def _point(self, found: Found | None) -> None:
        self._pointed = found
        problem = found.problem if found is not None else None
        self._words.setText(sentence(problem) if problem is not None else "")
        self._reason.setText(reason(problem.rule) if problem is not None else "")
        self._repair.setText(repair_words(problem) if problem is not None else "")
        self._repair.setVisible(problem is not None and bool(problem.repair))
        self._silence.setVisible(problem is not None)

    def _switch_off(self) -> None:
        if self._pointed is not None:
            self._switch(self._pointed.problem.rule, is_told=False)

    def _switch(self, rule: str, _: object = None, *, is_told: bool) -> None:
        self.rule_switched.emit(rule, is_told)

    def _button(self, name: str, words: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setText(words)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button


def counts_words(problems: Sequence[Problem]) -> str:
    """Answer in words how many there are of each severity."""
    counts = Counter(problem.severity for problem in problems)
    if not problems:
        return tr("Nothing to look at")
    told = []
    if count := counts["error"]:
        told.append(ntr("{count} error", "{count} errors", count).format(count=count))
    if count := counts["warning"]:
        told.append(ntr("{count} warning", "{count} warnings", count).format(count=count))
    if count := counts["note"]:
        told.append(ntr("{count} note", "{count} notes", count).format(count=count))
    return " · ".join(told)

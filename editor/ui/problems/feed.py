"""Keeps the list of problems true to the article that is written, and to the blog when it is asked for."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from editor.blog.checks.blog_review import BlogReview
from editor.blog.checks.reviewing import Surroundings, review
from editor.blog.schemas.known import Known
from editor.export.anchors import PageAnchors
from editor.ui.open_article import is_untouched

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from editor.article.source import Source
    from editor.blog.blog import Blog
    from editor.blog.problems import Problem
    from editor.ui.background import Background
    from editor.ui.blog_index import BlogIndex
    from editor.ui.guides import Guides
    from editor.ui.open_article import OpenArticle
    from editor.ui.problems.pane import ProblemsPane
    from editor.ui.problems.problem_list import Found
    from editor.ui.workspace import Workspace

_ARTICLE: Final = "problems.article"
_KNOWLEDGE: Final = "problems.knowledge"
_BLOG: Final = "problems.blog"
_PAUSE_MS: Final = 400
_REST_MS: Final = 500
"""After a change of the blog, before its articles are read for what they must know of each other."""
_CHARACTERS_A_MILLISECOND: Final = 200
"""The pause before a long text is looked at: it takes as long as some key presses."""
_AT_ONCE: Final = 20
"""Articles of a blog that are looked at between two looks at what the writer wants."""


class ProblemsFeed(QObject):
    """Looks at the current article in the background, and at all of the blog's on request."""

    blog_checked = Signal(frozenset)
    """The articles of the blog in which something was found that is told of."""
    counted = Signal(object)
    """The problems of the current article, those that are told of; None where nobody looks at it."""

    def __init__(
        self,
        workspace: Workspace,
        guides: Guides,
        background: Background,
        pane: ProblemsPane,
        index: BlogIndex,
    ) -> None:
        """Let index read first: both have the same processors."""
        super().__init__(pane)
        self._index = index
        self._workspace = workspace
        self._guides = guides
        self._background = background
        self._pane = pane
        self._article: OpenArticle | None = None
        self._off: frozenset[str] = frozenset()
        self._known = Known()
        self._reviews: BlogReview | None = None
        self._anchors: PageAnchors | None = None
        self._found: tuple[Problem, ...] = ()
        self._text = ""
        self._articles: dict[Path, tuple[Problem, ...]] = {}
        self._growing: dict[Path, tuple[Problem, ...]] = {}
        self._read: Callable[[Path], Source] | None = None
        self._is_stale = False
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._look)
        workspace.current_changed.connect(self._follow)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._learn)
        workspace.blog_changed.connect(self._turn_to)
        workspace.files_changed.connect(self._rest.start)
        guides.guide_changed.connect(self._look)
        pane.scope_changed.connect(self._show)
        pane.cancel_requested.connect(self.cancel)

    def is_true(self, found: Found, text: str) -> bool:
        """Whether a problem was found in this text of its article."""
        if found.path is None:
            return text == self._text
        return self._reviews is not None and self._reviews.has_seen(text, found.path)

    def set_rules_off(self, rules: Sequence[str]) -> None:
        """Tell nothing of these rules."""
        if self._off != frozenset(rules):
            self._off = frozenset(rules)
            self._show()
            self._count()

    def check_blog(self, read: Callable[[Path], Source], *, afresh: bool = False) -> None:
        """Look at all articles of the blog, which read answers; afresh: also at those that did not change."""
        blog = self._workspace.blog
        if blog is None:
            return
        self._read = read
        earlier = None if afresh else self._reviews
        self._growing = {}
        self._pane.show_progress(0, 1)
        known = Known() if afresh else self._known
        work = partial(BlogReview, blog, known, date.today(), earlier, self._anchors_of(blog))
        self._background.run(_BLOG, work, partial(self._go_on, 0), self._give_up)

    def cancel(self) -> None:
        """Look at no more articles of the blog."""
        self._background.cancel(_BLOG)
        self._end()

    def _turn_to(self, blog: Blog) -> None:
        """Forget what was found in the blog that was open before."""
        if self._reviews is None or self._reviews.blog.root != blog.root:
            self._growing = {}
            self.cancel()
        self._rest.start()

    def _go_on(self, done: int, reviews: BlogReview) -> None:
        """Look at some more articles of the blog."""
        self._reviews = reviews
        some = reviews.files[done : done + _AT_ONCE]
        self._pane.show_progress(done, len(reviews.files))
        if not some or self._read is None:
            self._end()
            return
        work = partial(_looked, reviews, some, self._read)
        self._background.run(_BLOG, work, partial(self._take, done + len(some), reviews), self._give_up)

    def _take(self, done: int, reviews: BlogReview, found: dict[Path, tuple[Problem, ...]]) -> None:
        self._growing |= found
        self._go_on(done, reviews)

    def _end(self) -> None:
        """Show what was found in the blog's articles."""
        self._articles = self._growing
        self.blog_checked.emit(frozenset(path for path, found in self._articles.items() if self._told(found)))
        self._pane.show_progress(0, 0)
        self._show()

    def _learn(self) -> None:
        """Learn anew what the articles of the blog must know of each other."""
        blog = self._workspace.blog
        if self._index.is_reading:
            self._rest.start()
        elif blog is not None:
            anchors = self._anchors_of(blog)
            work = partial(BlogReview, blog, self._known, date.today(), self._reviews, anchors)
            self._background.run(_KNOWLEDGE, work, self._take_knowledge)

    def _anchors_of(self, blog: Blog) -> PageAnchors:
        """Answer the parts of the pages of a blog, with those that were looked for before."""
        if self._anchors is None or self._anchors.blog != blog:
            self._anchors = PageAnchors(blog)
        return self._anchors

    def _take_knowledge(self, reviews: BlogReview) -> None:
        is_news = self._reviews is None or reviews.around != self._reviews.around
        self._reviews = reviews
        if is_news:
            self._look()

    def _follow(self, article: OpenArticle | None) -> None:
        if self._article is not None:
            self._article.head_changed.disconnect(self._wait)
            self._article.body_changed.disconnect(self._wait)
            self._article.path_changed.disconnect(self._look)
        self._background.cancel(_ARTICLE)
        self._pause.stop()
        self._article = article
        self._found = ()
        if article is not None:
            article.head_changed.connect(self._wait)
            article.body_changed.connect(self._wait)
            article.path_changed.connect(self._look)
        self._look()

    def _wait(self) -> None:
        if self._article is not None:
            length = self._article.body.characterCount()
            self._pause.start(max(_PAUSE_MS, length // _CHARACTERS_A_MILLISECOND))

    def _look(self) -> None:
        """Look at the article; one look after the other, so that none waits for those that nobody wants."""
        article = self._article
        if article is None or article.is_large or is_untouched(article):
            self._is_stale = False
            self._take_found("", ())
            return
        self._is_stale = self._background.is_busy(_ARTICLE)
        if not self._is_stale:
            text = article.text()
            around = self._around(article.blog)
            work = partial(review, text, article.path, article.blog, self._guides.guide, around)
            self._background.run(_ARTICLE, work, partial(self._take_found, text))

    def _around(self, blog: Blog) -> Surroundings:
        """Answer what is known of a blog by now."""
        if self._reviews is not None and self._reviews.blog.root == blog.root:
            return self._reviews.around
        return Surroundings(date.today(), is_title_printed=False)

    def _take_found(self, text: str, found: tuple[Problem, ...]) -> None:
        self._text, self._found = text, found
        if self._pane.scope == "article":
            self._show()
        self._count()
        if self._is_stale:
            self._look()

    def _count(self) -> None:
        self.counted.emit(self._told(self._found) if self._text else None)

    def _show(self) -> None:
        blog = self._workspace.blog
        if self._pane.scope == "article":
            self._pane.show_article(self._told(self._found))
        elif blog is not None:
            articles = [(path, self._told(found)) for path, found in sorted(self._articles.items())]
            self._pane.show_blog(articles, blog.root)

    def _told(self, found: tuple[Problem, ...]) -> tuple[Problem, ...]:
        return tuple(problem for problem in found if problem.rule not in self._off)

    def _give_up(self, error: Exception) -> None:
        self._end()
        raise error


def _looked(
    reviews: BlogReview, paths: tuple[Path, ...], read: Callable[[Path], Source]
) -> dict[Path, tuple[Problem, ...]]:
    return {path: reviews.review_file(path, read) for path in paths}

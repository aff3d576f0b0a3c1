"""Renders the current article in the background and shows it as the writer types."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from editor.rendering.live.text import Edit
from editor.translation import tr
from editor.ui.documents import lines_of, raw_text
from editor.ui.preview.making import News, Subject, begun_page, continued_page
from editor.ui.preview.serving import ServedFolders

if TYPE_CHECKING:
    from collections.abc import Callable

    from editor.ui.background import Background
    from editor.ui.open_article import OpenArticle
    from editor.ui.preview.making import Making
    from editor.ui.preview.view import PreviewView
    from editor.ui.workspace import Workspace

_KEY: Final = "preview.render"
_QUICK_MS: Final = 60
_LONGEST_PAUSE_MS: Final = 1500


def _pause_after(milliseconds: int) -> int:
    """Answer how long to wait after an edit when a whole page took milliseconds to make.

    Rendering shares the processor's time with typing: a short article is shown at once, a long one when the
    writer pauses.
    """
    return 0 if milliseconds < _QUICK_MS else min(2 * milliseconds, _LONGEST_PAUSE_MS)


class PreviewFeed(QObject):
    """Follows the current article; while a step of its page is being made, what is new waits for the next.

    A key press costs what it changes: only these lines are read from the document and handed over. A hidden
    preview costs nothing; when it is shown, the text is read as a whole once.
    """

    def __init__(self, workspace: Workspace, background: Background, view: PreviewView) -> None:
        super().__init__(view)
        self._background = background
        self._view = view
        self._article: OpenArticle | None = None
        self._shows_head = True
        self._making: Making | None = None
        self._is_apart = False
        self._forget_news()
        self._clock = QElapsedTimer()
        # One step for all edits of one event, once the text is painted.
        self._asked = QTimer(self, singleShot=True, interval=0)
        self._asked.timeout.connect(self._go_on)
        workspace.current_changed.connect(self._follow)
        view.became_visible.connect(self._look_again)
        application = cast("QGuiApplication", QGuiApplication.instance())
        application.applicationStateChanged.connect(self._look_again_if_active)
        self._follow(None)

    def show_head(self, shown: bool) -> None:  # noqa: FBT001 - one property, one argument
        """Show or hide title, date and hero image above the body."""
        self._shows_head = shown
        self._show()

    def _follow(self, article: OpenArticle | None) -> None:
        if self._article is not None:
            self._article.head_changed.disconnect(self._note_head)
            self._article.body_lines_changed.disconnect(self._note_lines)
            self._article.outside_text_taken.disconnect(self._note_outside)
            self._article.path_changed.disconnect(self._move)
            self._article.dialect_changed.disconnect(self._move)
        self._article = article
        self._begin()
        if article is None:
            self._view.show_message(tr("The page appears here as you write."))
            return
        article.head_changed.connect(self._note_head)
        article.body_lines_changed.connect(self._note_lines)
        article.outside_text_taken.connect(self._note_outside)
        article.path_changed.connect(self._move)
        article.dialect_changed.connect(self._move)
        if article.is_large:
            self._view.show_message(tr("The text is too large for a preview."))
        self._move()

    def _move(self) -> None:
        """Show the article as the blog that its file lies in does, or as the writer chose."""
        if self._article is not None:
            blog = self._article.blog
            self._view.set_blog(ServedFolders(blog.root, blog.public))
            self._begin()
            self._go_on()

    def _begin(self) -> None:
        """Have the page made from its beginning."""
        self._background.cancel(_KEY)
        self._making = None
        self._forget_news()

    def _forget_news(self) -> None:
        self._is_all_new = self._has_new_head = self._has_new_images = self._is_from_outside = False
        self._edits: list[Edit] = []

    def _note_head(self) -> None:
        if self._article is not None:
            was_apart, self._is_apart = self._is_apart, self._article.has_body_apart()
            self._is_all_new |= not (was_apart and self._is_apart)
            self._has_new_head = True
            self._asked.start()

    def _note_lines(self, first: int, before: int, now: int) -> None:
        self._is_all_new |= not (self._is_apart and self._view.isVisible())
        if self._article is not None and not self._is_all_new:
            self._edits.append(Edit(first, before, lines_of(self._article.body, first, now)))
        self._asked.start()

    def _note_outside(self) -> None:
        self._is_from_outside = True

    def _look_again(self) -> None:
        self._has_new_images = True
        self._asked.start()

    def _look_again_if_active(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive:
            self._look_again()

    def _go_on(self) -> None:
        """Have the next step made, if there is one."""
        article = self._article
        if article is None or article.is_large or not self._view.isVisible():
            return
        if self._background.is_busy(_KEY):
            return
        work = self._work(article)
        if work is not None:
            self._forget_news()
            self._clock.start()
            self._background.run(_KEY, work, self._take, self._give_up)

    def _work(self, article: OpenArticle) -> Callable[[], Making] | None:
        """Answer what is to be done in the background."""
        if self._making is None:
            self._is_apart = article.has_body_apart()
            subject = Subject(str(article.number), article.path, article.blog, article.chosen_dialect)
            return partial(begun_page, subject, article.text())
        news = News(
            article.text() if self._is_all_new else None,
            raw_text(article.head) if self._has_new_head else None,
            tuple(self._edits),
            self._has_new_images,
            self._is_from_outside,
        )
        is_idle = news == News() and self._making.body.is_finished
        return None if is_idle else partial(continued_page, self._making, news)

    def _take(self, making: Making) -> None:
        self._making = making
        self._show()
        self._asked.setInterval(_pause_after(self._clock.elapsed()) if making.body.is_whole else 0)
        self._asked.start()

    def _show(self) -> None:
        if self._making is not None:
            self._view.show_page(self._making.page(shows_head=self._shows_head))

    def _give_up(self, error: Exception) -> None:
        self._view.show_message(tr("The preview cannot show this article. The text is safe."))
        self._making = None
        if self._is_all_new or self._has_new_head or self._edits:
            self._asked.start()
        raise error

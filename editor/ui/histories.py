"""Has versions of the open articles kept: as opened, as saved, and at intervals while they are written."""

from __future__ import annotations

import logging
import time
from collections import deque
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from editor.article.files import FileError
from editor.article.history.index import NotAHistory
from editor.article.source import encode
from editor.ui.background import Background

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from editor.article.history.store import History
    from editor.ui.open_article import OpenArticle
    from editor.ui.workspace import Workspace

_log = logging.getLogger(__name__)
_KEY: Final = "histories"
_INTERVAL_MS: Final = 10 * 60 * 1000


class Histories(QObject):
    """Follows the workspace's articles; a version that cannot be kept is logged, and costs nothing else."""

    def __init__(self, workspace: Workspace, history: History, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.history = history
        self._workspace = workspace
        # Threads of its own, and one after the other: versions have an order.
        self._background = Background(self)
        self._waiting: deque[Callable[[], None]] = deque([history.shrink])
        self._interval = QTimer(self, interval=_INTERVAL_MS)
        self._interval.timeout.connect(self.keep_texts)
        self._interval.start()
        workspace.article_opened.connect(self._follow)
        workspace.article_saved.connect(self._keep_file)
        self._work()

    def keep_texts(self) -> None:
        """Keep the texts of all articles that are changed as versions of them."""
        for article in self._workspace.articles:
            if article.path is not None and article.is_modified():
                self.keep(article.path, encode(article.source, article.text()))

    def keep(self, path: Path, data: bytes) -> None:
        """Keep data as a version of the article at path."""
        self._wait_for(partial(self.history.record, path, data, time.time_ns() // 1_000_000))

    def move(self, path: Path, target: Path) -> None:
        """Have the versions of the article at path, or of those in a folder, be those at target."""
        self._wait_for(partial(self.history.move, path, target))

    def finish(self) -> None:
        """Keep what is waiting; for the end of the program."""
        self._interval.stop()
        self._background.finish()
        while self._waiting:
            _do(self._waiting.popleft())

    def _follow(self, article: OpenArticle) -> None:
        self._keep_file(article)
        # What another program wrote is a version of its own: a merge, or keeping one's own, ends it.
        article.outside_text_taken.connect(lambda: self._keep_file(article))

    def _keep_file(self, article: OpenArticle) -> None:
        if article.path is not None and article.data is not None:
            self.keep(article.path, article.data)

    def _wait_for(self, work: Callable[[], None]) -> None:
        self._waiting.append(work)
        self._work()

    def _work(self) -> None:
        if self._waiting and not self._background.is_busy(_KEY):
            work = partial(_do, self._waiting.popleft())
            self._background.run(_KEY, work, lambda _: self._work(), self._give_up)

    def _give_up(self, error: Exception) -> None:
        self._work()
        raise error


def _do(work: Callable[[], None]) -> None:
    try:
        work()
    except (FileError, NotAHistory) as error:
        _log.info("version not kept: %s", error)

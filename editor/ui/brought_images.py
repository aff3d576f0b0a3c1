"""Images that came into the blog with a step of writing: where it is undone, their files go to the trash."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from editor.article.files import FileError, read_file
from editor.blog.image_uses import names_image, read_source, sources_of
from editor.ui.trash import Trashed, move_to_trash, take_back

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from editor.blog.blog import Blog
    from editor.ui.background import Background
    from editor.ui.open_article import OpenArticle
    from editor.ui.workspace import Workspace


@dataclass(slots=True)
class _Brought:
    """A file that was written for an article, what it held then, and where it lies in the trash."""

    path: Path
    data: bytes
    trashed: Trashed | None = None


class BroughtImages(QObject):
    """Follows articles into which images came, as long as they are open.

    A file goes only where nothing names it any more, in the articles that are open, on the disk or in the
    site's own sources, and where it is still what was written.
    """

    failed = Signal(Exception)

    def __init__(self, workspace: Workspace, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._background = background
        self._brought: dict[OpenArticle, list[_Brought]] = {}
        self._undone: dict[OpenArticle, int] = {}
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._look)
        workspace.article_closed.connect(self._forget)
        workspace.article_saved.connect(self._settle)

    def follow(self, article: OpenArticle, paths: Iterable[Path]) -> None:
        """Take note of files that were written for article just now."""
        brought = [_Brought(path, read_file(path)) for path in paths]
        if not brought:
            return
        if article not in self._brought:
            for document in (article.head, article.body):
                document.contentsChange.connect(lambda *_: self._timer.start())
        self._brought.setdefault(article, []).extend(brought)

    def _forget(self, article: OpenArticle) -> None:
        self._brought.pop(article, None)
        self._undone.pop(article, None)

    def _look(self) -> None:
        """See in which articles something was undone, or made again; what is typed costs nothing."""
        for article in self._brought:
            steps = _undone_steps(article)
            if (steps or self._undone.get(article)) and steps != self._undone.get(article, 0):
                self._undone[article] = steps
                self._settle(article)

    def _settle(self, article: OpenArticle) -> None:
        """Take to the trash what undoing has left over, and back what is named again."""
        if article not in self._brought:
            return
        text = article.text()
        for brought in self._brought[article]:
            is_named = names_image(text, brought.path.name)
            if is_named and brought.trashed is not None:
                self._take_back(brought)
            elif not is_named and brought.trashed is None and _undone_steps(article):
                work = partial(_is_named_in, article.blog, brought.path.name)
                self._background.run(
                    f"brought_images.{brought.path}",
                    work,
                    partial(self._leave, brought),
                    lambda _: None,  # what cannot be read may name it: it stays
                )

    def _leave(self, brought: _Brought, is_named: bool) -> None:  # noqa: FBT001 - the answer of the work
        texts = (article.text() for article in self._workspace.articles)
        if is_named or any(names_image(text, brought.path.name) for text in texts):
            return
        with suppress(FileError):  # without a trash it stays, as an image that nothing uses
            if read_file(brought.path) == brought.data:
                brought.trashed = move_to_trash(brought.path)

    def _take_back(self, brought: _Brought) -> None:
        trashed, brought.trashed = brought.trashed, None
        if trashed is not None:
            try:
                take_back(trashed)
            except FileError as error:
                self.failed.emit(error)


def _undone_steps(article: OpenArticle) -> int:
    return article.head.availableRedoSteps() + article.body.availableRedoSteps()


def _is_named_in(blog: Blog, name: str) -> bool:
    texts = map(read_source, sources_of(blog))
    return any(text is None or names_image(text, name) for text in texts)

"""What other programs do to the files of open articles: an article that is unchanged follows."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final, TypeAlias

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from editor.article.disk import read_settled
from editor.article.files import FileError, FileVanished
from editor.article.merging import merge_articles
from editor.article.source import NotText, Source
from editor.text.differences import blocks, lines_of
from editor.text.merging import Region, merged_text
from editor.ui.file_watch import FileWatch
from editor.ui.open_article import LARGEST, OpenArticle

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from editor.text.merging import Choice
    from editor.ui.background import Background
    from editor.ui.workspace import Workspace

_KEY: Final = "outside.{number}"


class TooLarge(Exception):  # noqa: N818 - named for what happened, as the family it is caught with
    """The file at path has grown larger than the article that is open can show."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


@dataclass(frozen=True, slots=True)
class Changed:
    """The file of an article that the writer changed too holds source now."""

    source: Source


@dataclass(frozen=True, slots=True)
class Missing:
    """The file was deleted or moved."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """The file cannot be read as an article any more."""

    error: Exception


@dataclass(frozen=True, slots=True)
class Merged:
    """So many passages came in from the file; before is the text without them."""

    count: int
    before: str


Outside: TypeAlias = Changed | Missing | Unreadable | Merged


class OutsideChanges(QObject):
    """Compares the files of open articles with what was read, whenever something happens to them."""

    changed = Signal(OpenArticle)
    """What is known of an article's file is otherwise than before; outside_of answers it."""
    followed = Signal(OpenArticle)
    """The text of an article is that of its file again, by another program's doing."""

    def __init__(self, workspace: Workspace, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._background = background
        self._outside: dict[OpenArticle, Outside] = {}
        self._watch = FileWatch(self)
        self._watch.paths_changed.connect(self._look_at)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            # Of the disks of a network the system tells nothing: the writer comes back from another program.
            application.applicationStateChanged.connect(self._watch.look)
        workspace.article_opened.connect(self._begin)
        workspace.article_closed.connect(self._end)
        workspace.article_saved.connect(self._settle)

    def outside_of(self, article: OpenArticle) -> Outside | None:
        """Answer what another program did to the article's file and the writer has not answered to."""
        return self._outside.get(article)

    def check(self, article: OpenArticle) -> None:
        """Compare one file, because saving it found another version there."""
        path = article.path
        if path is not None:
            key = _KEY.format(number=article.number)
            done, failed = partial(self._take, article, path), partial(self._take_error, article, path)
            self._background.run(key, partial(read_settled, path), done, failed)

    def merge(self, article: OpenArticle) -> tuple[Region, ...]:
        """Answer the merge of the writer's text with the file's. Raises LookupError where there is none."""
        source = self._source(article)
        takes_json = article.blog.takes_json
        return merge_articles(article.source.text, article.text(), source.text, takes_json=takes_json)

    def take_merge(
        self, article: OpenArticle, regions: Sequence[Region], choices: Sequence[Choice] = ()
    ) -> None:
        """Put a merge into the article; choices decide its conflicts."""
        before, after = article.text(), merged_text(regions, choices)
        article.take_outside(self._source(article), after)
        differing = [it for it in blocks(lines_of(before), lines_of(after)) if not it.is_same]
        self._set(article, Merged(len(differing), before) if differing else None)

    def keep_ours(self, article: OpenArticle) -> None:
        """Leave the text as it is; saving puts it into the place of what the file holds now."""
        article.take_outside(self._source(article), article.text())
        self._set(article, None)

    def dismiss(self, article: OpenArticle) -> None:
        """Forget what was told of the article; the next change of its file is told again."""
        self._set(article, None)

    def _source(self, article: OpenArticle) -> Source:
        outside = self._outside.get(article)
        if isinstance(outside, Changed):
            return outside.source
        raise LookupError(article.path)

    def _begin(self, article: OpenArticle) -> None:
        article.path_changed.connect(self._follow_paths)
        self._follow_paths()

    def _end(self, article: OpenArticle) -> None:
        self._background.cancel(_KEY.format(number=article.number))
        self._outside.pop(article, None)
        self._follow_paths()

    def _settle(self, article: OpenArticle) -> None:
        self._background.cancel(_KEY.format(number=article.number))
        self._set(article, None)
        self._follow_paths()

    def _follow_paths(self) -> None:
        paths = [article.path for article in self._workspace.articles if article.path is not None]
        self._watch.follow(paths)

    def _look_at(self, paths: tuple[Path, ...]) -> None:
        for article in self._workspace.articles:
            if article.path in paths:
                self.check(article)

    def _take(self, article: OpenArticle, path: Path, source: Source) -> None:
        """Have an article follow its file, or tell that it cannot."""
        if path != article.path:
            return
        outside = self._outside.get(article)
        is_ours_unchanged = not article.is_modified() or article.text() == article.source.text
        if source.data == article.source.data:
            if isinstance(outside, Missing):  # it is back
                article.take_outside(source, article.text())
            # That a merge came in is still worth knowing.
            self._set(article, outside if isinstance(outside, Merged) else None)
        elif len(source.text) > LARGEST and not article.is_large:
            self._set(article, Unreadable(TooLarge(path)))
        elif is_ours_unchanged or source.text == article.text():
            self._follow(article, source)
        else:
            self._set(article, Changed(source))

    def _follow(self, article: OpenArticle, source: Source) -> None:
        article.take_outside(source, source.text)
        self._set(article, None)
        self.followed.emit(article)

    def _take_error(self, article: OpenArticle, path: Path, error: Exception) -> None:
        if path != article.path:
            return
        match error:
            case FileVanished():
                article.lose_file()
                self._set(article, Missing())
            case FileError() | NotText():
                self._set(article, Unreadable(error))
            case _:
                raise error

    def _set(self, article: OpenArticle, outside: Outside | None) -> None:
        before = self._outside.pop(article, None)
        if outside is not None:
            self._outside[article] = outside
        if outside != before:
            self.changed.emit(article)

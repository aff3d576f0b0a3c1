"""What the blog does with the current article's Markdown and the preview does not show, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from editor.export.markdown import Unshown, unshown
from editor.messages import unshown_words

if TYPE_CHECKING:
    from editor.ui.open_article import OpenArticle
    from editor.ui.workspace import Workspace

_MOST: Final = 4
"""Plugins that are named without being asked for; of more of them only the first."""


class UnshownFeed(QObject):
    """Follows the current article; noted has the short words and all of them."""

    noted = Signal(str, str)

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._article: OpenArticle | None = None
        workspace.current_changed.connect(self._follow)

    def _follow(self, article: OpenArticle | None) -> None:
        if self._article is not None:
            self._article.path_changed.disconnect(self._tell)
            self._article.dialect_changed.disconnect(self._tell)
        self._article = article
        if article is not None:
            article.path_changed.connect(self._tell)
            article.dialect_changed.connect(self._tell)
        self._tell()

    def _tell(self) -> None:
        article = self._article
        if article is None or article.is_large:
            found = Unshown()
        else:
            found = unshown(article.blog, article.chosen_dialect)
        most = _MOST - 1 if len(found.plugins) > _MOST else None
        self.noted.emit(" ".join(unshown_words(found, most)), " ".join(unshown_words(found)))

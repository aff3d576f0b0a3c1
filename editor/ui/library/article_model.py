"""The articles of the blog as rows, filtered as the writer types."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

if TYPE_CHECKING:
    from pathlib import Path

    from editor.blog.collection import ArticleSummary

SUMMARY_ROLE: Final = int(Qt.ItemDataRole.UserRole)
_ROOT: Final = QModelIndex()


def folded(text: str) -> str:
    """Answer text without accents and case, for comparing: « Été » becomes « ete »."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def matching(summaries: tuple[ArticleSummary, ...], words: str) -> tuple[ArticleSummary, ...]:
    """Answer the articles whose title or file name holds every one of words, accents and case aside."""
    wanted = folded(words).split()
    return tuple(
        summary
        for summary in summaries
        if all(word in folded(f"{summary.title} {summary.path.name}") for word in wanted)
    )


class ArticleModel(QAbstractListModel):
    """A row an article, in the order given."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._summaries: tuple[ArticleSummary, ...] = ()

    def show_summaries(self, summaries: tuple[ArticleSummary, ...]) -> None:
        """Show these articles in place of those before."""
        if summaries != self._summaries:
            self.beginResetModel()
            self._summaries = summaries
            self.endResetModel()

    def row_of(self, path: Path | None) -> int:
        """Answer the row of the article at path, -1 where it is not shown."""
        return next((row for row, summary in enumerate(self._summaries) if summary.path == path), -1)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """Answer how many articles are shown."""
        return 0 if parent.isValid() else len(self._summaries)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Answer the title, the path as tool tip, or the whole summary."""
        if not index.isValid():
            return None
        summary = self._summaries[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return summary.title
            case Qt.ItemDataRole.ToolTipRole:
                return str(summary.path)
            case _:
                return summary if role == SUMMARY_ROLE else None

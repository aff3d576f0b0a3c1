"""The articles of the blog as rows, with headings between them where they are grouped."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from editor.index.arranging import Row, Section, is_future
from editor.rendering.page import written_day
from editor.translation import language, ntr, tr

if TYPE_CHECKING:
    from pathlib import Path

    from editor.blog.collection import ArticleSummary

SUMMARY_ROLE: Final = int(Qt.ItemDataRole.UserRole)
SECTION_ROLE: Final = SUMMARY_ROLE + 1
_ROOT: Final = QModelIndex()


class ArticleModel(QAbstractListModel):
    """A row an article or a heading, in the order given."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()
        self._numbers: dict[Path, int] = {}

    def show_rows(self, rows: tuple[Row, ...]) -> bool:
        """Show these rows in place of those before; answer whether they are others."""
        if rows == self._rows:
            return False
        self.beginResetModel()
        self._rows = rows
        self._numbers = {row.path: number for number, row in enumerate(rows) if not isinstance(row, Section)}
        self.endResetModel()
        return True

    def row_of(self, path: Path | None) -> int:
        """Answer the row of the article at path, -1 where it is not shown."""
        return self._numbers.get(path, -1) if path is not None else -1

    @property
    def articles(self) -> int:
        """How many articles are shown."""
        return len(self._numbers)

    def first_article(self) -> QModelIndex:
        """Answer the first row that is an article's, an invalid one where there is none."""
        return self.index(min(self._numbers.values())) if self._numbers else QModelIndex()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """Answer how many rows are shown."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """Answer that headings are passed over by keys and clicks."""
        if index.isValid() and isinstance(self._rows[index.row()], Section):
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Answer a row's words, for a screen reader with the date, the path as tool tip, or all of it."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        is_section = isinstance(row, Section)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return section_words(row) if isinstance(row, Section) else row.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return section_words(row) if isinstance(row, Section) else f"{row.title}, {facts(row)[0]}"
            case Qt.ItemDataRole.ToolTipRole:
                return None if isinstance(row, Section) else str(row.path)
            case _ if role == (SECTION_ROLE if is_section else SUMMARY_ROLE):
                return row
        return None


def section_words(section: Section) -> str:
    """Answer the words of a heading: its name, and how many articles stand below it."""
    count = ntr("{count} article", "{count} articles", section.count).format(count=section.count)
    return tr("{name} · {count}").format(name=section.name or tr("No date"), count=count)


def facts(summary: ArticleSummary) -> tuple[str, str]:
    """Answer the second line of an article's row, and the theme's role for its colour."""
    if summary.fault is not None:
        return tr("Front matter needs a look"), "error"
    words = tr("No date")
    if summary.day is not None:
        words = written_day(summary.day, language())
    if summary.draft:
        return tr("{date} · Draft").format(date=words), "warning"
    if is_future(summary, date.today()):
        return tr("{date} · In the future").format(date=words), "link"
    return words, "soft_text"

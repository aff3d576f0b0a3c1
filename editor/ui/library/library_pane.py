"""The articles of the blog at the left of the window, with a line to filter them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QListView, QVBoxLayout, QWidget

from editor.translation import ntr, tr
from editor.ui.labels import label
from editor.ui.library.article_model import SUMMARY_ROLE, ArticleModel, matching
from editor.ui.library.article_row import ArticleRow

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from editor.blog.collection import ArticleSummary
    from editor.ui.theme import Theme


class LibraryPane(QWidget):
    """Shows the blog's articles; a click or Return opens one."""

    article_activated = Signal(Path)
    menu_requested = Signal(QPoint)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._summaries: tuple[ArticleSummary, ...] = ()
        self._current: Path | None = None
        self._title = label("pane_title", self)
        self._filter = QLineEdit(self, placeholderText=tr("Filter articles"), clearButtonEnabled=True)
        self._filter.setObjectName("filter")
        self._filter.setAccessibleName(tr("Filter articles"))
        self._model = ArticleModel(self)
        self._row = ArticleRow(theme, self)
        self._list = self._make_list()
        self._count = label("quiet", self, wraps=True)
        self._lay_out()
        self._filter.textChanged.connect(self._show_matching)
        self._filter.returnPressed.connect(self._open_first)
        self._list.clicked.connect(self._open_row)
        self._list.activated.connect(self._open_row)
        self._list.customContextMenuRequested.connect(self._ask_for_menu)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of theme."""
        self._row.set_theme(theme)
        self._list.viewport().update()

    def set_title(self, title: str) -> None:
        """Show the blog's name above its articles."""
        self._title.setText(title)

    def show_summaries(self, summaries: tuple[ArticleSummary, ...]) -> None:
        """Show these articles, those that fit the filter."""
        self._summaries = summaries
        self._show_matching()

    def set_current(self, path: Path | None) -> None:
        """Mark the article at path as the one being written."""
        self._current = path
        row = self._model.row_of(path)
        self._list.setCurrentIndex(self._model.index(row) if row >= 0 else QModelIndex())

    def focus_filter(self) -> None:
        """Put the caret into the filter line."""
        self._filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._filter.selectAll()

    def has_list_focus(self) -> bool:
        """Whether the writer is in the list of articles."""
        return self._list.hasFocus()

    def pointed_path(self) -> Path | None:
        """Answer the article whose row is current in the list."""
        index = self._list.currentIndex()
        return index.data(SUMMARY_ROLE).path if index.isValid() else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape clears the filter, the down key goes into the list."""
        if event.key() == Qt.Key.Key_Escape and self._filter.text():
            self._filter.clear()
        elif event.key() == Qt.Key.Key_Down and self._filter.hasFocus():
            self._list.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def _make_list(self) -> QListView:
        view = QListView(self, uniformItemSizes=True)
        view.setObjectName("articles")
        view.setMouseTracking(True)
        view.setModel(self._model)
        view.setItemDelegate(self._row)
        view.setFrameShape(QListView.Shape.NoFrame)
        view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.setAccessibleName(tr("Articles"))
        return view

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 8)
        layout.setSpacing(6)
        top = QVBoxLayout()
        top.setContentsMargins(12, 0, 12, 2)
        top.setSpacing(8)
        top.addWidget(self._title)
        top.addWidget(self._filter)
        layout.addLayout(top)
        layout.addWidget(self._list, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(12, 0, 12, 0)
        foot.addWidget(self._count)
        layout.addLayout(foot)

    def _show_matching(self) -> None:
        self._model.show_summaries(matching(self._summaries, self._filter.text()))
        self.set_current(self._current)
        self._show_count()

    def _show_count(self) -> None:
        shown, known = self._model.rowCount(), len(self._summaries)
        if not known:
            self._count.setText(tr("No articles in this folder yet."))
        elif not shown:
            self._count.setText(tr("No article fits the filter."))
        elif shown < known:
            self._count.setText(tr("{shown} of {known} articles").format(shown=shown, known=known))
        else:
            self._count.setText(ntr("{count} article", "{count} articles", known).format(count=known))

    def _open_first(self) -> None:
        if self._model.rowCount():
            self._open_row(self._model.index(0))

    def _open_row(self, index: QModelIndex) -> None:
        self.article_activated.emit(index.data(SUMMARY_ROLE).path)

    def _ask_for_menu(self, place: QPoint) -> None:
        if self._list.indexAt(place).isValid():
            self.menu_requested.emit(self._list.viewport().mapToGlobal(place))

"""The list of the blog's articles, with a line to filter them and buttons for their order."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QListView, QVBoxLayout, QWidget

from editor.index.arranging import Arrangement, Facets, Now, Row, arranged, facets_of
from editor.translation import ntr, tr
from editor.ui.labels import label
from editor.ui.library.arrangement_bar import ArrangementBar
from editor.ui.library.article_model import SUMMARY_ROLE, ArticleModel
from editor.ui.library.article_row import ArticleRow
from editor.ui.library.reading_row import ReadingRow

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from editor.blog.collection import ArticleSummary
    from editor.ui.theme import Theme


class ListPage(QWidget):
    """Shows articles; a click or Return opens one."""

    article_activated = Signal(Path)
    menu_requested = Signal(QPoint)
    arrangement_changed = Signal(Arrangement)
    rows_wanted = Signal(object)
    """A function that answers the rows of the list: with many articles it may take a while."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._summaries: tuple[ArticleSummary, ...] | None = None
        self._how = Arrangement()
        self._current: Path | None = None
        self._troubled: frozenset[Path] = frozenset()
        self._filter = QLineEdit(self, placeholderText=tr("Filter articles"), clearButtonEnabled=True)
        self._filter.setObjectName("filter")
        self._filter.setAccessibleName(tr("Filter articles"))
        self._bar = ArrangementBar(self._facets, self)
        self._model = ArticleModel(self)
        self._row = ArticleRow(theme, self)
        self._list = self._make_list()
        self._count = label("quiet", self, wraps=True)
        self.reading = ReadingRow(self)
        self._lay_out()
        self._bar.arrangement_changed.connect(self.show_arrangement)
        self._bar.arrangement_changed.connect(self.arrangement_changed)
        self._filter.textChanged.connect(self._ask_for_rows)
        self._filter.returnPressed.connect(self._open_first)
        self._list.clicked.connect(self._open_row)
        self._list.activated.connect(self._open_row)
        self._list.customContextMenuRequested.connect(self._ask_for_menu)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of theme."""
        self._row.set_theme(theme)
        self._list.viewport().update()

    def show_summaries(self, summaries: tuple[ArticleSummary, ...]) -> None:
        """Show these articles, those that fit the filters."""
        self._summaries = summaries
        self._ask_for_rows()

    def show_troubled(self, paths: frozenset[Path]) -> None:
        """Take note in which articles problems were found."""
        self._troubled = paths
        if self._how.state == "problem":
            self._ask_for_rows()

    def show_arrangement(self, how: Arrangement) -> None:
        """Show the articles so."""
        self._bar.show_arrangement(how)
        if how != self._how:
            self._how = how
            self._ask_for_rows()

    def show_tag(self, tag: str) -> None:
        """Show the articles that have tag, in the order they are in."""
        self._filter.clear()
        how = replace(self._how.without_filters(), tag=tag)
        self.show_arrangement(how)
        self.arrangement_changed.emit(how)

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
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        top = QVBoxLayout()
        top.setContentsMargins(12, 0, 12, 2)
        top.setSpacing(6)
        top.addWidget(self._filter)
        top.addWidget(self._bar)
        layout.addLayout(top)
        layout.addWidget(self._list, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(12, 0, 12, 0)
        foot.setSpacing(2)
        foot.addWidget(self._count)
        foot.addWidget(self.reading)
        layout.addLayout(foot)

    def _facets(self) -> Facets:
        return facets_of(self._summaries or (), self._now())

    def _now(self) -> Now:
        return Now(date.today(), self._troubled)

    def _ask_for_rows(self) -> None:
        if self._summaries is None:
            return
        self.rows_wanted.emit(partial(arranged, self._summaries, self._how, self._filter.text(), self._now()))

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Show what rows_wanted asked for."""
        scroll = self._list.verticalScrollBar()
        before = scroll.value()
        if self._model.show_rows(rows):
            # What is marked anew would scroll to itself: the writer stays where he looks.
            self.set_current(self._current)
            scroll.setValue(before)
        self._show_count()

    def _show_count(self) -> None:
        shown, known = self._model.articles, len(self._summaries or ())
        if not known:
            self._count.setText(tr("No articles in this folder yet."))
        elif not shown:
            self._count.setText(tr("No article fits the filter."))
        elif shown < known:
            self._count.setText(tr("{shown} of {known} articles").format(shown=shown, known=known))
        else:
            self._count.setText(ntr("{count} article", "{count} articles", known).format(count=known))

    def _open_first(self) -> None:
        index = self._model.first_article()
        if index.isValid():
            self._open_row(index)

    def _open_row(self, index: QModelIndex) -> None:
        summary = index.data(SUMMARY_ROLE)
        if summary is not None:
            self.article_activated.emit(summary.path)

    def _ask_for_menu(self, place: QPoint) -> None:
        if self._list.indexAt(place).data(SUMMARY_ROLE) is not None:
            self.menu_requested.emit(self._list.viewport().mapToGlobal(place))

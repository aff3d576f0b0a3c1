"""Searching all articles of the blog: a field, and what was found."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListView, QToolButton, QVBoxLayout, QWidget

from editor.index.database import Found, Hit
from editor.translation import ntr, tr
from editor.ui.labels import label
from editor.ui.library.hit_list import HIT_ROLE, HitModel, HitRow

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from editor.ui.blog_index import Results
    from editor.ui.theme import Theme

_PAUSE_MS: Final = 80
"""After a key press; what is typed at once is looked for once."""


class SearchPage(QWidget):
    """A field for words, and a row for each article that holds them; a click or Return opens it there."""

    search_requested = Signal(str)
    more_requested = Signal(Found, int)
    hit_activated = Signal(Hit)
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = QLineEdit(self, placeholderText=tr("Search all articles"), clearButtonEnabled=True)
        self._field.setObjectName("search")
        self._field.setAccessibleName(tr("Search all articles"))
        self._field.setToolTip(tr("Words in any order; “words in quotes” stand together."))
        self._close = QToolButton(self)
        self._close.setText(tr("All articles"))
        self._close.setObjectName("unfold")
        self._close.clicked.connect(self.closed)
        self._model = HitModel(self)
        self._row = HitRow(theme, self)
        self._list = self._make_list()
        self._count = label("quiet", self, wraps=True)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._lay_out()
        self._pause.timeout.connect(self._ask)
        self._field.textChanged.connect(lambda: self._pause.start())
        self._field.returnPressed.connect(self._open_first)
        self._list.clicked.connect(self._open_row)
        self._list.activated.connect(self._open_row)
        self._model.more_wanted.connect(self.more_requested)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of theme."""
        self._row.set_theme(theme)
        self._list.viewport().update()

    def focus_field(self) -> None:
        """Put the caret into the field, and look for its words again: the articles may be others."""
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()
        self._ask()

    def show_results(self, results: Results) -> None:
        """Show what was found, if it is what is looked for."""
        if results.found.typed != self._field.text():
            return
        self._model.show_hits(results.found, results.hits)
        count = len(results.found.numbers)
        if not results.found.typed.strip():
            self._count.setText("")
        elif not count:
            self._count.setText(tr("No article holds these words."))
        else:
            self._count.setText(
                ntr("Found in {count} article", "Found in {count} articles", count).format(count=count)
            )

    def add_hits(self, found: Found, first: int, hits: tuple[Hit, ...]) -> None:
        """Show further hits of what was found."""
        self._model.add_hits(found, first, hits)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape clears the field, then shows the list of articles; the down key goes into the rows."""
        if event.key() == Qt.Key.Key_Escape and self._field.text() and self._field.hasFocus():
            self._field.clear()
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() == Qt.Key.Key_Down and self._field.hasFocus() and self._model.rowCount():
            self._list.setFocus(Qt.FocusReason.TabFocusReason)
            if not self._list.currentIndex().isValid():
                self._list.setCurrentIndex(self._model.index(0))
        else:
            super().keyPressEvent(event)

    def _make_list(self) -> QListView:
        view = QListView(self, uniformItemSizes=True)
        view.setObjectName("hits")
        view.setMouseTracking(True)
        view.setModel(self._model)
        view.setItemDelegate(self._row)
        view.setFrameShape(QListView.Shape.NoFrame)
        view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setAccessibleName(tr("Found articles"))
        return view

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        top = QVBoxLayout()
        top.setContentsMargins(12, 0, 12, 2)
        top.addWidget(self._field)
        layout.addLayout(top)
        layout.addWidget(self._list, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 0, 12, 0)
        foot.addWidget(self._count, 1)
        foot.addWidget(self._close)
        layout.addLayout(foot)

    def _ask(self) -> None:
        self._pause.stop()
        self.search_requested.emit(self._field.text())

    def _open_first(self) -> None:
        if self._model.rowCount():
            self._open_row(self._model.index(0))

    def _open_row(self, index: QModelIndex) -> None:
        hit = index.data(HIT_ROLE)
        if hit is not None:
            self.hit_activated.emit(hit)

"""The tags of the blog: how often each is used, renamed and merged."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
)

from editor.text.folding import folded
from editor.translation import ntr, tr
from editor.ui.labels import label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from editor.blog.tags import TagCount

_SIZE: Final = (520, 560)
_TAG: Final = Qt.ItemDataRole.UserRole


class TagsDialog(QDialog):
    """Lists tags; the caller answers the requests, and shows the tags anew."""

    rename_requested = Signal(tuple, str)
    """The tags that are to be one, and its name; "" where they are to be taken away."""
    articles_requested = Signal(str)
    """The articles of a tag are to be listed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Tags"))
        self.resize(*_SIZE)
        self._counts: dict[str, TagCount] = {}
        self._filter = QLineEdit(self, placeholderText=tr("Filter tags"), clearButtonEnabled=True)
        self._filter.setAccessibleName(tr("Filter tags"))
        self._list = self._made_list()
        self._note = label("quiet", self, wraps=True)
        self._name = QLineEdit(self, placeholderText=tr("New name"))
        self._name.setAccessibleName(tr("New name"))
        self._rename = QPushButton(tr("Rename…"), self)
        self._remove = QPushButton(tr("Take away…"), self)
        self._show = QPushButton(tr("Show articles"), self)
        self._lay_out()
        self._filter.textChanged.connect(self._hide_others)
        self._list.itemSelectionChanged.connect(self._follow_selection)
        self._list.itemActivated.connect(lambda: self._name.setFocus())
        self._name.textChanged.connect(self._follow_name)
        self._name.returnPressed.connect(self._rename.click)
        self._rename.clicked.connect(lambda: self.rename_requested.emit(self._chosen(), self._new_name()))
        self._remove.clicked.connect(lambda: self.rename_requested.emit(self._chosen(), ""))
        self._show.clicked.connect(lambda: self.articles_requested.emit(self._chosen()[0]))
        self.show_tags(())

    def show_tags(self, counts: Sequence[TagCount]) -> None:
        """Show tags in the order given."""
        self._counts = {count.tag: count for count in counts}
        self._list.clear()
        for count in counts:
            item = QTreeWidgetItem(self._list, [count.tag, str(count.articles)])
            item.setData(0, _TAG, count.tag)
            item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            if count.alike:
                item.setToolTip(0, tr("Looks like {tags}").format(tags=", ".join(count.alike)))
        self._hide_others()
        self._follow_selection()

    def _made_list(self) -> QTreeWidget:
        made = QTreeWidget(self)
        made.setObjectName("tags")
        made.setAccessibleName(tr("Tags"))
        made.setHeaderLabels([tr("Tag"), tr("Articles")])
        made.setRootIsDecorated(False)
        made.setUniformRowHeights(True)
        made.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        made.header().setStretchLastSection(False)
        made.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        made.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        return made

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._name, 1)
        row.addWidget(self._rename)
        row.addWidget(self._remove)
        buttons = QDialogButtonBox(self)
        buttons.addButton(self._show, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        for button in (self._rename, self._remove, self._show):
            button.setAutoDefault(False)  # Return in the filter asks for nothing
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 12)
        layout.setSpacing(10)
        layout.addWidget(self._filter)
        layout.addWidget(self._list, 1)
        layout.addWidget(self._note)
        layout.addLayout(row)
        layout.addWidget(buttons)

    def _chosen(self) -> tuple[str, ...]:
        return tuple(item.data(0, _TAG) for item in self._list.selectedItems())

    def _new_name(self) -> str:
        return self._name.text().strip().replace(",", " ")

    def _hide_others(self) -> None:
        wanted = folded(self._filter.text())
        for row in range(self._list.topLevelItemCount()):
            item = self._list.topLevelItem(row)
            if item is not None:
                item.setHidden(wanted not in folded(item.text(0)))

    def _follow_selection(self) -> None:
        chosen = self._chosen()
        self._name.setText(max(chosen, key=lambda tag: self._counts[tag].articles) if chosen else "")
        self._follow_name()

    def _follow_name(self) -> None:
        chosen, name = self._chosen(), self._new_name()
        is_merge = len(chosen) > 1 or (name in self._counts and name not in chosen)
        self._rename.setText(tr("Merge…") if is_merge else tr("Rename…"))
        self._rename.setEnabled(bool(name) and bool(chosen) and chosen != (name,))
        self._remove.setEnabled(bool(chosen))
        self._show.setEnabled(len(chosen) == 1)
        self._note.setText(self._words_of(chosen))

    def _words_of(self, chosen: tuple[str, ...]) -> str:
        if not self._counts:
            return tr("No article of this blog has tags yet.")
        if not chosen:
            count = len(self._counts)
            return ntr("{count} tag", "{count} tags", count).format(count=count)
        alike = self._counts[chosen[0]].alike if len(chosen) == 1 else ()
        return tr("Looks like {tags}").format(tags=", ".join(alike)) if alike else ", ".join(chosen)

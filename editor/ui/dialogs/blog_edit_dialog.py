"""A change of several files, shown file by file before it is made."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QVBoxLayout,
)

from editor.article.source import decode
from editor.blog.blog_edit import BlogEdit, FileEdit, without
from editor.text.differences import Block, blocks, lines_of
from editor.translation import ntr, tr
from editor.ui.differences.view import DifferencesView
from editor.ui.labels import label, place_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from editor.ui.theme import Theme

_SIZE: Final = (960, 640)
_LIST_WIDTH: Final = 320
_EDIT: Final = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Proposal:
    """What is proposed, in words: the window's title, what will be, the button; note warns, "" of nothing."""

    title: str
    summary: str
    verb: str
    note: str = ""


class BlogEditDialog(QDialog):
    """Shows edits and moves below root; chosen is what the writer left of them once it is accepted."""

    def __init__(self, edit: BlogEdit, root: Path, proposal: Proposal, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(proposal.title)
        self.resize(*_SIZE)
        self._edit = edit
        self._root = root
        self._summary = label("pane_title", self, proposal.summary, wraps=True)
        self._note = label("message", self, proposal.note, wraps=True)
        self._note.setContentsMargins(10, 6, 10, 6)
        self._note.setVisible(bool(proposal.note))
        self._list = QListWidget(self)
        self._list.setObjectName("versions")
        self._list.setAccessibleName(tr("Files that change"))
        self._list.setFrameShape(QListWidget.Shape.NoFrame)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # of a long name its end tells most
        self._list.ensurePolished()  # else its rows are as high as without the style sheet
        self._view = DifferencesView(theme, self)
        self._buttons = QDialogButtonBox(self)
        self._accept = self._buttons.addButton(proposal.verb, QDialogButtonBox.ButtonRole.AcceptRole)
        self._buttons.addButton(tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self._fill()
        self._lay_out()
        self._list.currentItemChanged.connect(self._show)
        self._list.itemChanged.connect(self._follow_mark)
        self._view.block_activated.connect(self._leave_passage)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._list.setCurrentRow(len(edit.moves) if edit.edits else 0)  # the first with differences
        self._accept.setFocus()

    def chosen(self) -> BlogEdit:
        """Answer the change without the files and passages that the writer wants left as they are."""
        edits = tuple(
            edit
            for edit, item in self._edits()
            if item.checkState() is Qt.CheckState.Checked and edit.before != edit.after
        )
        return replace(self._edit, edits=edits)

    def _fill(self) -> None:
        for move in self._edit.moves:
            words = f"{place_words(move.source, self._root)}\n→ {place_words(move.target, self._root)}"
            item = QListWidgetItem(words, self._list)
            item.setToolTip(words)
        for edit in self._edit.edits:
            item = QListWidgetItem(self._list)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
            item.setToolTip(str(edit.path))
            self._put(item, edit)

    def _put(self, item: QListWidgetItem, edit: FileEdit) -> None:
        blocker = QSignalBlocker(self._list)  # only a mark that the writer sets counts as one
        item.setData(_EDIT, edit)
        count = len(_changed_blocks(edit))
        passages = ntr("{count} passage", "{count} passages", count).format(count=count)
        folder = place_words(edit.path.parent, self._root)
        item.setText(f"{edit.path.name}\n{passages} · {folder}")
        blocker.unblock()

    def _lay_out(self) -> None:
        panes = QSplitter(Qt.Orientation.Horizontal, self, childrenCollapsible=False)
        panes.addWidget(self._list)
        panes.addWidget(self._view)
        panes.setStretchFactor(1, 1)
        panes.setSizes((_LIST_WIDTH, self.width() - _LIST_WIDTH))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 12)
        layout.setSpacing(12)
        layout.addWidget(self._summary)
        layout.addWidget(self._note)
        layout.addWidget(panes, 1)
        layout.addWidget(self._buttons)

    def _edits(self) -> Sequence[tuple[FileEdit, QListWidgetItem]]:
        items = (self._list.item(row) for row in range(self._list.count()))
        return [(edit, item) for item in items if (edit := item.data(_EDIT)) is not None]

    def _show(self) -> None:
        item = self._list.currentItem()
        edit: FileEdit | None = item.data(_EDIT) if item is not None else None
        self._view.setVisible(edit is not None)
        if edit is not None:
            texts = decode(edit.before).text, decode(edit.after).text
            link = tr("Leave this passage as it is")
            self._view.show_differences(*texts, (tr("Now"), tr("Then")), link=link)

    def _follow_mark(self, item: QListWidgetItem) -> None:
        """Take every passage of a file that is marked again."""
        edit: FileEdit | None = item.data(_EDIT)
        if edit is not None and item.checkState() is Qt.CheckState.Checked:
            whole = next(one for one in self._edit.edits if one.path == edit.path)
            self._put(item, whole)
            if item is self._list.currentItem():
                self._show()
        self._accept.setEnabled(bool(self.chosen()))

    def _leave_passage(self, number: int) -> None:
        item = self._list.currentItem()
        edit: FileEdit = item.data(_EDIT)
        edit = without(edit, _changed_blocks(edit)[number])
        self._put(item, edit)
        if edit.before == edit.after:
            item.setCheckState(Qt.CheckState.Unchecked)
        self._show()
        self._list.setFocus()


def _changed_blocks(edit: FileEdit) -> list[Block]:
    old, new = (lines_of(decode(data).text) for data in (edit.before, edit.after))
    return [block for block in blocks(old, new) if not block.is_same]

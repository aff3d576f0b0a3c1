"""The links of a blog that lead nowhere, repaired by choosing what was meant."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from editor.translation import ntr, tr
from editor.ui.labels import label, place_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from editor.blog.article_links import Link
    from editor.blog.broken_links import BrokenLink

_SIZE: Final = (900, 560)
_PLACE, _ADDRESS, _CHOICE = range(3)


class LinksDialog(QDialog):
    """Shows broken links, each with the addresses that may be meant; a double click leads to one."""

    link_activated = Signal(object)

    def __init__(self, found: Sequence[BrokenLink], root: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Broken links"))
        self.resize(*_SIZE)
        self._found = found
        self._boxes: list[QComboBox] = []
        self._list = QTreeWidget(self)
        self._list.setObjectName("broken_links")
        self._list.setAccessibleName(tr("Broken links"))
        self._list.setRootIsDecorated(False)
        self._list.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # of a long place its end tells most
        self._list.setHeaderLabels([tr("Article"), tr("Address"), tr("What was meant")])
        self._list.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self._list.itemDoubleClicked.connect(self._activate)
        self._buttons = QDialogButtonBox(self)
        self._repair = self._buttons.addButton(tr("Repair…"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._buttons.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        for broken in found:
            self._add(broken, root)
        count = len(found)
        words = ntr("{count} link leads nowhere", "{count} links lead nowhere", count).format(count=count)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 12)
        layout.setSpacing(12)
        layout.addWidget(label("pane_title", self, words))
        layout.addWidget(self._list, 1)
        layout.addWidget(self._buttons)
        self._follow()

    def chosen(self) -> list[tuple[Link, str]]:
        """Answer the links that are to be repaired, each with its new address."""
        pairs = zip(self._found, self._boxes, strict=True)
        return [(broken.link, address) for broken, box in pairs if (address := box.currentData())]

    def _add(self, broken: BrokenLink, root: Path) -> None:
        place = place_words(broken.link.article, root)
        item = QTreeWidgetItem(self._list, [f"{place}:{broken.link.line + 1}", broken.written])
        for column in (_PLACE, _ADDRESS):
            item.setToolTip(column, item.text(column))
        box = QComboBox(self._list)
        box.setAccessibleName(tr("What was meant by {address}").format(address=broken.written))
        box.addItem(tr("Leave as it is"), "")
        for address in broken.choices:
            box.addItem(address, address)
        box.setCurrentIndex(0)
        box.setEnabled(bool(broken.choices))
        box.currentIndexChanged.connect(self._follow)
        box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the wheel goes through the list
        self._list.setItemWidget(item, _CHOICE, box)
        self._boxes.append(box)

    def _follow(self) -> None:
        self._repair.setEnabled(bool(self.chosen()))

    def _activate(self, item: QTreeWidgetItem) -> None:
        self.link_activated.emit(self._found[self._list.indexOfTopLevelItem(item)].link)

"""A new article: its title first, then where its file goes; what its address will be is shown meanwhile."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from editor.messages import obstacle_words
from editor.translation import tr
from editor.ui.labels import label

if TYPE_CHECKING:
    from pathlib import Path

    from editor.blog.new_article import Planned
    from editor.blog.shelves import Shelf, Shelves
    from editor.blog.templates import Template

_WIDTH: Final = 560
_MOST_CHARACTERS: Final = 500


class NewArticleDialog(QDialog):
    """Asks for the title of an article and tells what will be made of it.

    The caller answers changed with show_planned, and create_requested by making the article and closing the
    dialog, or with show_failure.
    """

    changed = Signal()
    create_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("New article"))
        self.setFixedWidth(_WIDTH)
        self._is_named = False
        self._title = QLineEdit(self, placeholderText=tr("Title"), maxLength=_MOST_CHARACTERS)
        self._title.setObjectName("new_title")
        self._title.setAccessibleName(tr("Title"))
        self._shelf = QComboBox(self)
        self._template = QComboBox(self)
        self._name = QLineEdit(self, maxLength=_MOST_CHARACTERS)
        self._name.setObjectName("new_name")
        self._identity = label("quiet", self)
        self._address = label("quiet", self)
        self._message = label("message", self, wraps=True)
        self._message.setContentsMargins(10, 6, 10, 6)
        self._message.hide()
        self._buttons = QDialogButtonBox(self)
        self._create = self._buttons.addButton(tr("Create"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._create.setEnabled(False)
        self._buttons.addButton(tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self._lay_out()
        self._title.textChanged.connect(self._change)
        self._shelf.currentIndexChanged.connect(self._change)
        self._template.currentIndexChanged.connect(self._change)
        self._name.textEdited.connect(self._take_name)
        self._buttons.accepted.connect(self.create_requested)
        self._buttons.rejected.connect(self.reject)

    @property
    def title(self) -> str:
        """The title as it is typed."""
        return self._title.text().strip()

    @property
    def name(self) -> str:
        """The name that the writer chose for the file, "" where it follows the title."""
        return self._name.text() if self._is_named else ""

    @property
    def shelf(self) -> Shelf | None:
        """The folder chosen, None while none is known."""
        shelf: Shelf | None = self._shelf.currentData()
        return shelf

    @property
    def template(self) -> Template | None:
        """The template chosen."""
        template: Template | None = self._template.currentData()
        return template

    def show_shelves(self, shelves: Shelves, chosen: Shelf) -> None:
        """Offer the folders and templates of a blog."""
        for box in (self._shelf, self._template):
            box.blockSignals(True)  # noqa: FBT003 - Qt's own name says it
        for shelf in shelves.shelves:
            self._shelf.addItem(_folder_name(shelf.folder, shelves.blog.root), shelf)
        self._shelf.setCurrentIndex(shelves.shelves.index(chosen))
        self._template.addItem(tr("As the other articles"), None)
        for template in shelves.templates:
            self._template.addItem(template.name, template)
        usual = shelves.template_for(chosen)
        self._template.setCurrentIndex(shelves.templates.index(usual) + 1 if usual is not None else 0)
        for box in (self._shelf, self._template):
            box.blockSignals(False)  # noqa: FBT003
            self._form.setRowVisible(box, box.count() > 1)
        self._change()

    def show_planned(self, planned: Planned, root: Path) -> None:
        """Show what would be made of what is typed; root is the blog's folder."""
        if not self._is_named:
            self._name.setText(planned.name if self.title else "")
            self._name.setCursorPosition(0)
        is_told = bool(self.title) and planned.address is not None
        self._form.setRowVisible(self._identity, bool(planned.identity) or not self.title)
        self._form.setRowVisible(self._address, is_told or not self.title)
        self._show_words(self._identity, planned.identity if self.title else "")
        self._show_words(self._address, _address_words(planned) if is_told else "")
        obstacle = planned.obstacle
        self._show_message(obstacle_words(obstacle, root) if obstacle is not None and self.title else "")
        self._create.setEnabled(obstacle is None)

    def show_failure(self, words: str) -> None:
        """Say why the article was not made."""
        self._show_message(words)

    def _lay_out(self) -> None:
        self._form = QFormLayout()
        self._form.setHorizontalSpacing(16)
        self._form.setVerticalSpacing(8)
        self._form.addRow(tr("Folder"), self._shelf)
        self._form.addRow(tr("Template"), self._template)
        self._form.addRow(tr("File"), self._name)
        self._form.addRow(tr("Id"), self._identity)
        self._form.addRow(tr("Address"), self._address)
        for box in (self._shelf, self._template):
            self._form.setRowVisible(box, False)  # noqa: FBT003 - Qt's own name says it
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(14)
        layout.addWidget(self._title)
        layout.addLayout(self._form)
        layout.addWidget(self._message)
        layout.addWidget(self._buttons)

    def _take_name(self, name: str) -> None:
        self._is_named = bool(name.strip())
        self._change()

    def _change(self) -> None:
        self._create.setEnabled(bool(self.title))
        self.changed.emit()

    def _show_words(self, part: QLabel, words: str) -> None:
        """Show words in one line, of long ones beginning and end."""
        part.setText(self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideMiddle, self._name.width()))
        part.setToolTip(words)
        part.setAccessibleName(words)

    def _show_message(self, words: str) -> None:
        self._message.setText(words)
        self._message.setVisible(bool(words))


def _folder_name(folder: Path, root: Path) -> str:
    return folder.relative_to(root).as_posix() if folder != root else os.path.join(root.name, "")  # noqa: PTH118


def _address_words(planned: Planned) -> str:
    address = planned.address
    return f"{address.host}/{'/'.join(address.path)}/" if address is not None else ""

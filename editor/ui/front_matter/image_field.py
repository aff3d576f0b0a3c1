"""A field that is the address of an image."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QImage, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from editor.blog.images import PICTURE_SUFFIXES
from editor.blog.schemas.shapes import ImageShape
from editor.translation import tr
from editor.ui.front_matter.field_editor import FieldEditor
from editor.ui.front_matter.icons import icon
from editor.ui.front_matter.thumbnail_button import THUMBNAIL_SIZE, ThumbnailButton

if TYPE_CHECKING:
    from editor.blog.fields import Field
    from editor.ui.theme import Theme

_WIDE: Final = 300
_SMALLER: Final = 0.7
_REMOTE: Final = ("http:", "https:", "data:", "//")


class ImageField(FieldEditor):
    """Shows an image and its address; the address may be typed, the image chosen or dropped."""

    def __init__(self, field: Field, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self.setAcceptDrops(True)
        self._thumbnail = ThumbnailButton(theme, self)
        self._thumbnail.clicked.connect(self._ask)
        self._line = QLineEdit(self)
        self._line.setPlaceholderText(tr("No image"))
        self._line.setAcceptDrops(False)
        self._choose_action = QAction(tr("Choose an image…"), self)
        self._choose_action.triggered.connect(self._ask)
        self._clear_action = QAction(tr("Remove the image"), self)
        self._clear_action.triggered.connect(self._clear)
        for action in (self._choose_action, self._clear_action):
            self._line.addAction(action, QLineEdit.ActionPosition.TrailingPosition)
        self._line.textEdited.connect(self._tell_edit)
        self._line.returnPressed.connect(self.focusNextChild)
        self._line.editingFinished.connect(self._finish_address)
        self._address: str | None = None
        self._is_missing = False
        self._begin(self._laid_out(), (self._line, self._thumbnail))
        self.set_theme(theme)

    @property
    def address(self) -> str:
        """The address in the field now."""
        return self._line.text()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of theme."""
        self._thumbnail.set_theme(theme)
        self._choose_action.setIcon(icon("folder", theme.colour("soft_text")))
        self._clear_action.setIcon(icon("cross", theme.colour("soft_text")))

    def show_thumbnail(self, address: str, image: QImage) -> None:
        """Show the image at address, if that is still the field's; a null image was not found."""
        if address != self._line.text():
            return
        is_missing = image.isNull() and bool(address) and not address.startswith(_REMOTE)
        self._thumbnail.show_image(image, is_missing=is_missing)
        # What image() asks for is checked with everything else.
        self._is_missing = is_missing and not isinstance(self.field.shape, ImageShape)
        self._tell_missing()

    def tell_problems(self, *, are_told: bool) -> None:
        """Leave it to the problems to say that the image is missing."""
        super().tell_problems(are_told=are_told)
        self._tell_missing()

    def _tell_missing(self) -> None:
        words = tr("There is no image at this address.")
        if self._is_missing and not self._are_problems_told:
            self._show_note(words, "warning")
        elif self.note() == words:
            self._show_note("")

    def show_refusal(self, words: str) -> None:
        """Say why the address was not taken; one that was typed stays."""
        if not self._line.hasFocus():
            self._show_value(self.field)
        super().show_refusal(words)

    def tell_images(self) -> None:
        """Tell the address."""
        self.address_shown.emit(self.field.key, self.address)

    def take_address(self, address: str) -> None:
        """Show an image that was chosen, and tell its address."""
        self._line.setText(address)
        self._tell_edit(address)

    def can_keep(self, field: Field) -> bool:
        """Whether field is still an address, even if it does not look like one while it is typed."""
        return isinstance(field.value, str) and "\n" not in field.value

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave room for the address where there is little."""
        super().resizeEvent(event)
        self._thumbnail.setFixedSize(THUMBNAIL_SIZE if self.width() >= _WIDE else THUMBNAIL_SIZE * _SMALLER)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept a file that is an image."""
        if self.field.editable and image_in(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell which image was dropped."""
        path = image_in(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.image_dropped.emit(self.field.key, path)

    def _laid_out(self) -> QHBoxLayout:
        address = QVBoxLayout()
        address.addWidget(self._line)
        address.addWidget(self._note)
        address.addStretch()
        layout = QHBoxLayout()
        layout.setSpacing(8)
        layout.addWidget(self._thumbnail, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(address, 1)
        return layout

    def _show_value(self, field: Field) -> None:
        text = str(field.value)
        if text != self._line.text():
            self._line.setText(text)
        self._follow(text)

    def _show_editable(self, *, editable: bool) -> None:
        super()._show_editable(editable=editable)
        self._choose_action.setEnabled(editable)
        self._clear_action.setEnabled(editable)

    def _follow(self, address: str) -> None:
        self._clear_action.setVisible(bool(address))
        if address != self._address:
            self._address = address
            self.address_shown.emit(self.field.key, address)

    def _tell_edit(self, text: str) -> None:
        self._follow(text)
        self.value_edited.emit(self.field.key, text)

    def _ask(self) -> None:
        self.image_requested.emit(self.field.key)

    def _clear(self) -> None:
        if self.field.present:
            self._remove()

    def _finish_address(self) -> None:
        # An empty address stops an Astro build: no image means no key.
        if not self._line.text():
            self._clear()


def image_in(data: QMimeData) -> Path | None:
    """Answer the first image file among what is dragged, None where there is none."""
    for url in data.urls():
        path = Path(url.toLocalFile())
        if url.isLocalFile() and path.suffix.lower() in PICTURE_SUFFIXES:
            return path
    return None

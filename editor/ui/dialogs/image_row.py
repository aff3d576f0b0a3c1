"""One image that comes into the blog: what it shows in words, its name, its size and format."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QToolButton,
    QWidget,
)

from editor.blog.alt_texts import alt_fault
from editor.picture.picture import SUFFIXES
from editor.picture.treating import Treatment
from editor.translation import tr
from editor.ui.icons import icon
from editor.ui.labels import label, size_words

if TYPE_CHECKING:
    from editor.blog.alt_texts import AltFault
    from editor.picture.picture import Picture
    from editor.picture.treating import Target, Treated
    from editor.ui.theme import Theme

THUMBNAIL: Final = QSize(112, 84)
_EDGES: Final = (2400, 1600, 1200, 800)
_FORMATS: Final[tuple[tuple[Target, str], ...]] = (("webp", "WebP"), ("jpeg", "JPEG"), ("png", "PNG"))
_HEAVY: Final = 1_000_000
"""Bytes from which on a picture is offered in the writer's format, be it small."""


class ImageRow(QFrame):
    """Shows an image with what is asked of it; every change of size or format is told."""

    treatment_changed = Signal()
    words_changed = Signal()
    removed = Signal()

    def __init__(self, name: str, theme: Theme, parent: QWidget, *, asks_words: bool) -> None:
        """Begin with what is known before the image is read: what its file is called."""
        super().__init__(parent)
        self.setObjectName("image_row")
        self.asks_words = asks_words
        self.is_name_given = False
        self._picture: Picture | None = None
        self._name_read = name
        self._thumbnail = QLabel(self)
        self._thumbnail.setFixedSize(THUMBNAIL)
        self._thumbnail.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._words = QLineEdit(self, placeholderText=tr("What is to be seen?"))
        self._words.setAccessibleName(tr("Alternative text"))
        self._decorative = QCheckBox(tr("Decorative"), self)
        self._decorative.setToolTip(tr("It says nothing that the text does not say: readers pass over it."))
        self._name = QLineEdit(self)
        self._name.setAccessibleName(tr("Name"))
        self._ending = label("quiet", self)
        self._size = QComboBox(self)
        self._size.setAccessibleName(tr("Size"))
        self._format = QComboBox(self)
        self._format.setAccessibleName(tr("Format"))
        self._amount = label("quiet", self)
        self._facts = label("quiet", self, tr("Reading the image…"), wraps=True)
        self._note = label("image_note", self, wraps=True)
        self._remove = QToolButton(self, autoRaise=True)
        self._remove.setIcon(icon("close", theme))
        self._remove.setToolTip(tr("Leave this image out"))
        self._remove.setAccessibleName(self._remove.toolTip())
        self._fields = QGridLayout()
        self._lay_out()
        self._words.textChanged.connect(self._follow_words)
        self._decorative.toggled.connect(self._follow_decorative)
        self._name.textEdited.connect(self._keep_name)
        self._size.activated.connect(self.treatment_changed)
        self._format.activated.connect(self.treatment_changed)
        self._remove.clicked.connect(self.removed)

    @property
    def words(self) -> str:
        """The alternative text, "" for an image that only decorates."""
        return "" if self._decorative.isChecked() else self._words.text().strip()

    @property
    def stem(self) -> str:
        """The name of the file without its suffix."""
        return self._name.text().strip()

    def set_words(self, words: str) -> None:
        """Propose an alternative text."""
        self._words.setText(words)

    def propose_name(self, stem: str) -> None:
        """Propose a name, unless the writer has given one."""
        if not self.is_name_given:
            self._name.setText(stem)

    def treatment(self, quality: int) -> Treatment:
        """Answer what is wanted of the image."""
        return Treatment(self._size.currentData() or 0, self._format.currentData() or "", quality)

    def show_picture(self, picture: Picture, thumbnail: QImage, edge: int, target: Target) -> None:
        """Show what was read; a large photograph is offered with edge as its longer side, and as target."""
        self._picture = picture
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap.fromImage(
            thumbnail.scaled(
                THUMBNAIL * ratio,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        )
        pixmap.setDevicePixelRatio(ratio)
        self._thumbnail.setPixmap(pixmap)
        self._offer_sizes(picture, edge)
        self._offer_formats(picture, edge, target)
        self._show_facts()
        self.treatment_changed.emit()

    def show_of_blog(self, thumbnail: QImage) -> None:
        """Show an image that lies in the blog already: it stays as it is."""
        self._thumbnail.setPixmap(
            QPixmap.fromImage(thumbnail).scaled(THUMBNAIL, Qt.AspectRatioMode.KeepAspectRatio)
        )
        self._hide_file()
        self._facts.setText(tr("This image is in the blog already. It stays as it is."))

    def show_work(self) -> None:
        """Show that the image is being made."""
        self._show_facts("…")

    def show_treated(self, treated: Treated) -> None:
        """Show what the image comes to."""
        self._ending.setText(SUFFIXES[treated.picture.format][0])
        self._show_facts(size_words(treated.picture.size))

    def show_failure(self, words: str) -> None:
        """Say why the image is not taken."""
        self._hide_file()
        for part in (self._words, self._decorative):
            part.hide()
        self._facts.setText(
            tr("{name}: {words}").format(name=self._name_read, words=words) if self._name_read else words
        )
        self._facts.setObjectName("image_fault")
        self._facts.style().polish(self._facts)
        self._facts.show()
        self._thumbnail.setFixedHeight(self._remove.sizeHint().height())
        self._fields.addWidget(self._facts, 0, 0, 1, 2)

    def is_said(self) -> bool:
        """Whether the image has its alternative text, or needs none; if not, lead there."""
        if not self.asks_words or self._decorative.isChecked() or self._words.text().strip():
            return True
        self._tell_words()
        self._words.setFocus(Qt.FocusReason.OtherFocusReason)
        return False

    def focus_words(self) -> None:
        """Put the caret where the writer begins."""
        (self._words if self.asks_words else self._name).setFocus(Qt.FocusReason.OtherFocusReason)

    def allow_removal(self, *, is_allowed: bool) -> None:
        """Have the button that leaves the image out."""
        self._remove.setVisible(is_allowed)

    def _lay_out(self) -> None:
        fields = self._fields
        fields.setHorizontalSpacing(8)
        fields.setVerticalSpacing(6)
        fields.setColumnStretch(0, 1)
        fields.addWidget(self._words, 0, 0)
        fields.addWidget(self._decorative, 0, 1)
        fields.addWidget(self._remove, 0, 2, Qt.AlignmentFlag.AlignTop)
        fields.addWidget(self._note, 1, 0, 1, 3)
        name = QHBoxLayout()
        name.setSpacing(4)
        name.addWidget(self._name, 1)
        name.addWidget(self._ending)
        kinds = QHBoxLayout()
        kinds.setSpacing(8)
        for box in (self._size, self._format):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            kinds.addWidget(box)
        kinds.addWidget(self._amount, 1)
        fields.addLayout(name, 2, 0, 1, 3)
        fields.addLayout(kinds, 3, 0, 1, 3)
        fields.addWidget(self._facts, 4, 0, 1, 3)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 10, 0, 10)
        layout.setSpacing(14)
        layout.addWidget(self._thumbnail, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(fields, 1)
        self._note.hide()
        for part in (self._words, self._decorative):
            part.setVisible(self.asks_words)

    def _offer_sizes(self, picture: Picture, edge: int) -> None:
        self._size.clear()
        longer = max(picture.width, picture.height)
        words = tr("{width} × {height}").format(width=picture.width, height=picture.height)
        self._size.addItem(words if longer else tr("As it is"), 0)
        if picture.is_animated or picture.format == "svg":
            return
        for wanted in sorted({edge, *_EDGES}, reverse=True):
            if wanted < longer:
                scaled = (max(1, round(side * wanted / longer)) for side in (picture.width, picture.height))
                width, height = scaled
                self._size.addItem(tr("{width} × {height}").format(width=width, height=height), wanted)
        self._size.setCurrentIndex(max(0, self._size.findData(edge)))

    def _offer_formats(self, picture: Picture, edge: int, target: Target) -> None:
        self._format.clear()
        self._format.addItem(picture.format.upper() if picture.format != "webp" else "WebP", "")
        if picture.is_animated or picture.format == "svg":
            return
        for value, words in _FORMATS:
            if value != picture.format:
                self._format.addItem(words, value)
        is_large = max(picture.width, picture.height) > edge or picture.size > _HEAVY
        self._format.setCurrentIndex(max(0, self._format.findData(target if is_large else "")))

    def _show_facts(self, after: str = "") -> None:
        picture = self._picture
        if picture is None:
            return
        before = size_words(picture.size)
        self._amount.setText(f"{before} → {after}" if after not in ("", before) else before)
        told = ""
        if picture.has_location:
            told = tr("The place where it was taken goes out of it.")
        elif picture.has_camera:
            told = tr("What it tells of the camera goes out of it.")
        self._facts.setText(told)
        self._facts.setVisible(bool(told))

    def _hide_file(self) -> None:
        for part in (self._name, self._ending, self._size, self._format, self._amount):
            part.hide()

    def _follow_words(self) -> None:
        self._tell_words(only_faulty=True)
        self.words_changed.emit()

    def _follow_decorative(self, is_decorative: bool) -> None:  # noqa: FBT001 - the signal's own argument
        self._words.setEnabled(not is_decorative)
        self._tell_words(only_faulty=True)
        self.words_changed.emit()

    def _tell_words(self, *, only_faulty: bool = False) -> None:
        fault = None if self._decorative.isChecked() else alt_fault(self._words.text())
        if fault == "missing" and only_faulty:
            fault = None
        self._note.setText(_fault_words(fault) if fault else "")
        self._note.setVisible(fault is not None)

    def _keep_name(self) -> None:
        self.is_name_given = True


def _fault_words(fault: AltFault) -> str:
    """Answer what is to be said of an alternative text."""
    match fault:
        case "missing":
            return tr("Say what is to be seen, or mark the image as decorative.")
        case "file-name":
            return tr("This is a file's name. Say what is to be seen.")
        case "announces":
            return tr("Readers are told anyway that it is an image. Begin with what is to be seen.")
        case "too-long":
            return tr("This is long for an alternative text. Tell the rest in the article.")

"""The gallery: all images of the blog, what each is used for, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QDateTime, QItemSelectionModel, QLocale, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from editor.blog.image_uses import ImageUse
from editor.picture.faults import BadPicture
from editor.translation import language, ntr, tr
from editor.ui.labels import label, place_words, size_words
from editor.ui.library.gallery_model import IMAGE_ROLE, GalleryModel, Kind, is_telling
from editor.ui.library.gallery_tile import GalleryTile

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtCore import QModelIndex

    from editor.blog.gallery import BlogImage
    from editor.picture.picture import Picture
    from editor.ui.theme import Theme

_SIZE: Final = (960, 640)
_SMALLEST: Final = (720, 520)
_DETAILS_WIDTH: Final = 300
_PREVIEW: Final = QSize(276, 170)
_USE: Final = Qt.ItemDataRole.UserRole


class GalleryDialog(QDialog):
    """Shows the model's images; what is asked for is told, and the caller does it."""

    use_activated = Signal(object)
    insert_requested = Signal(object)
    reveal_requested = Signal(object)
    cleaning_requested = Signal(tuple)
    trash_requested = Signal(tuple)
    taking_back_requested = Signal()

    def __init__(self, model: GalleryModel, root: Path, theme: Theme, parent: QWidget) -> None:
        """Begin while images are looked for; root is the blog's folder."""
        super().__init__(parent)
        self.setWindowTitle(tr("Images of the blog"))
        self.resize(*_SIZE)
        self.setMinimumSize(*_SMALLEST)
        self._model = model
        self._root = root
        self.can_insert = False
        self._search = QLineEdit(self, placeholderText=tr("Find an image"), clearButtonEnabled=True)
        self._search.setAccessibleName(tr("Find an image"))
        self._kinds = self._make_kinds()
        self._view = self._make_view(theme)
        self._count = label("quiet", self, tr("Looking for images…"))
        self._note = label("quiet", self, wraps=True)
        self._take_back = QPushButton(tr("Take back"), self)
        self._preview = QLabel(self)
        self._preview.setFixedSize(_PREVIEW)
        self._preview.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._name = label("pane_title", self, wraps=True)
        self._facts = label("quiet", self, wraps=True)
        self._warning = label("image_note", self, wraps=True)
        self._uses = QListWidget(self)
        self._uses.setObjectName("versions")
        self._uses.setAccessibleName(tr("Used in"))
        self._uses.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for part in (self._uses, self._preview):
            policy = part.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            part.setSizePolicy(policy)
        self._uses_title = label("quiet", self, wraps=True)
        self._insert = QPushButton(tr("Insert into the article…"), self)
        self._reveal = QPushButton(tr("Show in its folder"), self)
        self._clean = QPushButton(tr("Remove location and camera…"), self)
        self._trash = QPushButton(tr("Move to the trash…"), self)
        self._lay_out()
        self._connect()
        self._show_selected()

    def selected(self) -> tuple[BlogImage, ...]:
        """Answer the images that are selected, in their order."""
        indexes = sorted(self._view.selectedIndexes(), key=lambda index: index.row())
        return tuple(index.data(IMAGE_ROLE) for index in indexes)

    def select(self, path: Path) -> None:
        """Select the image at path, if it is shown."""
        row = self._model.row_of(path)
        if row >= 0:
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self._view.selectionModel().setCurrentIndex(self._model.index(row), flag)
            self._view.scrollTo(self._model.index(row))

    def show_note(self, words: str, *, can_take_back: bool = False) -> None:
        """Tell what came of a wish; can_take_back offers to undo it."""
        self._note.setText(words)
        self._take_back.setVisible(can_take_back)

    def _make_kinds(self) -> QComboBox:
        kinds = QComboBox(self)
        kinds.setAccessibleName(tr("Which images"))
        for kind, words in (
            (Kind.ALL, tr("All images")),
            (Kind.UNUSED, tr("Unused")),
            (Kind.TELLING, tr("With location or camera")),
            (Kind.HEAVY, tr("Heavy ones")),
            (Kind.BROKEN, tr("That cannot be shown")),
        ):
            kinds.addItem(words, kind)
        return kinds

    def _make_view(self, theme: Theme) -> QListView:
        view = QListView(self, uniformItemSizes=True)
        view.setObjectName("gallery")
        view.setAccessibleName(tr("Images of the blog"))
        # A list that wraps: of places of one size Qt asks the size once, of icons for each.
        view.setFlow(QListView.Flow.LeftToRight)
        view.setWrapping(True)
        view.setResizeMode(QListView.ResizeMode.Adjust)
        view.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        view.setFrameShape(QListView.Shape.NoFrame)
        view.setItemDelegate(GalleryTile(theme, view))
        view.setModel(self._model)
        return view

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._search, 1)
        top.addWidget(self._kinds)
        foot = QHBoxLayout()
        foot.addWidget(self._count)
        foot.addStretch()
        foot.addWidget(self._note)
        foot.addWidget(self._take_back)
        self._take_back.hide()
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self._view, 1)
        column.addLayout(foot)
        self._details = QWidget(self)
        parts = QVBoxLayout(self._details)
        parts.setContentsMargins(12, 0, 0, 0)
        parts.setSpacing(6)
        for part in (self._preview, self._name, self._facts, self._warning, self._uses_title):
            parts.addWidget(part)
        parts.addWidget(self._uses, 1)
        for button in (self._insert, self._reveal, self._clean, self._trash):
            button.setAutoDefault(False)
            parts.addWidget(button)
        panes = QSplitter(Qt.Orientation.Horizontal, self, childrenCollapsible=False)
        panes.addWidget(left)
        panes.addWidget(self._details)
        panes.setStretchFactor(0, 1)
        panes.setSizes((self.width() - _DETAILS_WIDTH, _DETAILS_WIDTH))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 12)
        layout.addWidget(panes)

    def _connect(self) -> None:
        self._search.textChanged.connect(self._show_kind)
        self._kinds.currentIndexChanged.connect(self._show_kind)
        self._model.shown_changed.connect(self._show_count)
        self._model.dataChanged.connect(self._follow)
        self._view.selectionModel().selectionChanged.connect(self._show_selected)
        self._view.activated.connect(lambda _: self._insert.click())
        self._uses.itemActivated.connect(self._open_use)
        self._uses.itemClicked.connect(self._open_use)
        self._insert.clicked.connect(lambda: self.insert_requested.emit(self.selected()[0].path))
        self._reveal.clicked.connect(lambda: self.reveal_requested.emit(self.selected()[0].path))
        self._clean.clicked.connect(lambda: self.cleaning_requested.emit(self._paths()))
        self._trash.clicked.connect(lambda: self.trash_requested.emit(self._paths()))
        self._take_back.clicked.connect(self.taking_back_requested)

    def _paths(self) -> tuple[Path, ...]:
        return tuple(image.path for image in self.selected())

    def _show_kind(self) -> None:
        self._model.show_kind(self._kinds.currentData(), self._search.text())

    def _show_count(self) -> None:
        shown, known = self._model.rowCount(), len(self._model.images)
        words = ntr("{count} image", "{count} images", known).format(count=known)
        if shown < known:
            words = tr("{shown} of {known} images").format(shown=shown, known=known)
        self._count.setText(words)
        self._show_selected()

    def _follow(self, first: QModelIndex, last: QModelIndex) -> None:
        """Show what was read of an image that is selected."""
        rows = [index.row() for index in self._view.selectedIndexes()]
        if any(first.row() <= row <= last.row() for row in rows):
            self._show_selected()

    def _show_selected(self) -> None:
        chosen = self.selected()
        pictures = [self._model.picture(image.path) for image in chosen]
        self._insert.setEnabled(len(chosen) == 1 and self.can_insert)
        self._reveal.setEnabled(len(chosen) == 1)
        self._clean.setEnabled(any(map(is_telling, pictures)))
        self._trash.setEnabled(bool(chosen) and all(image.is_unused for image in chosen))
        self._uses.clear()
        for part in (self._preview, self._warning, self._uses, self._uses_title):
            part.setVisible(len(chosen) == 1)
        if len(chosen) == 1:
            self._show_one(chosen[0], pictures[0])
            return
        count = len(chosen)
        many = ntr("{count} image", "{count} images", count).format(count=count)
        self._name.setText(many if chosen else tr("No image is selected."))
        self._facts.setText(size_words(sum(image.size for image in chosen)) if chosen else "")

    def _show_one(self, image: BlogImage, picture: Picture | BadPicture | None) -> None:
        index = self._model.index(self._model.row_of(image.path))
        thumbnail = index.data(Qt.ItemDataRole.DecorationRole)
        if isinstance(thumbnail, QImage) and not thumbnail.isNull():
            size = thumbnail.size()
            if size.width() > _PREVIEW.width() or size.height() > _PREVIEW.height():
                size.scale(_PREVIEW, Qt.AspectRatioMode.KeepAspectRatio)
            smooth = Qt.TransformationMode.SmoothTransformation
            scaled = thumbnail.scaled(size, Qt.AspectRatioMode.KeepAspectRatio, smooth)
            self._preview.setPixmap(QPixmap.fromImage(scaled))
        else:
            self._preview.clear()
        self._name.setText(image.path.name)
        self._facts.setText(self._facts_of(image, picture))
        self._warning.setText(_warning_of(picture))
        self._warning.setVisible(bool(self._warning.text()))
        self._show_uses(image)

    def _facts_of(self, image: BlogImage, picture: Picture | BadPicture | None) -> str:
        lines = [place_words(image.path.parent, self._root)]
        sizes = size_words(image.size)
        if picture is not None and not isinstance(picture, BadPicture) and picture.width:
            sizes = f"{picture.width} × {picture.height} · {sizes}"
        moment = QDateTime.fromMSecsSinceEpoch(image.modified // 1_000_000)
        changed = QLocale(language()).toString(moment.date(), QLocale.FormatType.LongFormat)
        return "\n".join([*lines, sizes, tr("Changed: {date}").format(date=changed)])

    def _show_uses(self, image: BlogImage) -> None:
        shown = [(_use_words(use), use) for use in image.uses]
        if image.uses:
            self._uses_title.setText(tr("Used in:"))
        elif image.named_in:
            self._uses_title.setText(tr("No article shows it, but these files name it:"))
            shown = [
                (place_words(path, self._root), ImageUse(path, image.path, "")) for path in image.named_in
            ]
        elif image.is_meant:
            self._uses_title.setText(tr("Nothing names it, but a script of the blog may use it."))
        else:
            self._uses_title.setText(tr("Nothing uses it."))
        self._uses.setVisible(bool(shown))
        for words, use in shown:
            item = QListWidgetItem(words, self._uses)
            item.setData(_USE, use)
            item.setToolTip(f"{use.article}\n{words}")

    def _open_use(self, item: QListWidgetItem) -> None:
        self.use_activated.emit(item.data(_USE))


def _warning_of(picture: Picture | BadPicture | None) -> str:
    if picture is None or isinstance(picture, BadPicture):
        return ""
    if picture.has_location:
        return tr("It tells where it was taken.")
    return tr("It tells which camera took it.") if picture.has_camera else ""


def _use_words(use: ImageUse) -> str:
    """Answer a place in words: the article, and below it the field or what the image is said to show."""
    path = use.article
    name = path.parent.name if path.stem == "index" else path.stem
    told = use.field or (tr("“{name}”").format(name=use.words) if use.words else tr("No alternative text"))
    return f"{name}\n{told}"


def files_words(paths: Sequence[Path]) -> str:
    """Answer the names of files for a question, no more than fit there."""
    most = 8
    names = [f"• {path.name}" for path in paths[:most]]
    return "\n".join([*names, "…"] if len(paths) > most else names)

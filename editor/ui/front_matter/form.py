"""The form: a label and an editor for every field, in a scrolling area as high as they need."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QWidget

from editor.blog.fields import Field, date_notation
from editor.ui.front_matter.date_field import DateField
from editor.ui.front_matter.field_editors import field_editor
from editor.ui.front_matter.field_label import FieldLabel
from editor.ui.front_matter.image_field import ImageField
from editor.ui.front_matter.new_field import NewField
from editor.ui.front_matter.text_field import TextField
from editor.ui.front_matter.words import field_labels

if TYPE_CHECKING:
    from PySide6.QtGui import QImage, QResizeEvent

    from editor.ui.front_matter.field_editor import FieldEditor
    from editor.ui.theme import Theme

_MARGIN: Final = 16
_ROW_GAP: Final = 8
_COLUMN_GAP: Final = 12
_WIDEST_LABEL_SHARE: Final = 0.28
_WIDEST_LABEL: Final = 128


class Form(QScrollArea):
    """Shows fields; rows keep their places and their carets while the writer is in the form."""

    value_edited = Signal(str, object)
    raw_edited = Signal(str, str)
    key_removed = Signal(str)
    image_requested = Signal(str)
    image_dropped = Signal(str, object)
    thumbnail_wanted = Signal(str, str)

    def __init__(self, language: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("form")
        self._language = language
        self._theme = theme
        self._fields: tuple[Field, ...] = ()
        self._editors: dict[str, FieldEditor] = {}
        self._labels: dict[str, FieldLabel] = {}
        self._rows = QWidget(self)
        self._rows.setObjectName("form_rows")
        self._grid = QGridLayout(self._rows)
        self._grid.setContentsMargins(_MARGIN, _MARGIN - 4, _MARGIN, _MARGIN - 6)
        self._grid.setVerticalSpacing(_ROW_GAP)
        self._grid.setHorizontalSpacing(_COLUMN_GAP)
        self._grid.setColumnStretch(1, 1)
        self.new_field = NewField(theme, self._rows)
        self.new_field.field_written.connect(self.raw_edited)
        self.setWidget(self._rows)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._rows.installEventFilter(self)

    @property
    def editors(self) -> dict[str, FieldEditor]:
        """The editors by key."""
        return self._editors

    def show_fields(self, fields: tuple[Field, ...]) -> None:
        """Show fields; the same keys in another order keep their rows until arrange."""
        is_rearranged = {field.key for field in fields} != set(self._editors)
        self._fields = fields
        added = self.new_field.written_key()
        for key in set(self._editors) - {field.key for field in fields}:
            self._drop(key)
        for field in fields:
            is_rearranged |= self._show_field(field)
        if is_rearranged:
            self._lay_out()
        self.new_field.set_keys({field.key for field in fields if field.present})
        if any(field.key == added and field.present for field in fields):
            self.new_field.close_row()
            self._editors[added].setFocus()

    def arrange(self) -> None:
        """Bring the rows into the order of the fields, each with the editor of its kind."""
        self.show_fields(self._fields)
        self._lay_out()

    def clear(self) -> None:
        """Forget every field, with what was being typed and its undo history."""
        for key in tuple(self._editors):
            self._drop(key)
        self._fields = ()
        self.new_field.close_row()

    def show_refusal(self, key: str, words: str) -> None:
        """Say at the field of key why the front matter did not take its value."""
        if key in self._editors:
            self._editors[key].show_refusal(words)
        if key == self.new_field.written_key():
            self.new_field.show_refusal(words)

    def show_thumbnail(self, key: str, address: str, image: QImage) -> None:
        """Show the image at address in the field of key, if that is its address still."""
        editor = self._editors.get(key)
        if isinstance(editor, ImageField):
            editor.show_thumbnail(address, image)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of theme."""
        self._theme = theme
        self.new_field.set_theme(theme)
        for editor in self._editors.values():
            editor.set_theme(theme)

    def sizeHint(self) -> QSize:
        """Answer the height of all rows."""
        return QSize(super().sizeHint().width(), self._rows.sizeHint().height() + 1)

    def minimumSizeHint(self) -> QSize:
        """Answer the height of a row or two."""
        return QSize(0, min(80, self.sizeHint().height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the labels their share of the width."""
        super().resizeEvent(event)
        self._share_width()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask for another height when the rows need one."""
        if watched is self._rows and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def _show_field(self, field: Field) -> bool:
        editor = self._editors.get(field.key)
        is_new = editor is None or not self._is_right(editor, field)
        if editor is None or is_new:
            self._drop(field.key)
            editor = self._add(field)
        if isinstance(editor, DateField):
            editor.set_notation(date_notation(self._fields, field.key))
        editor.show_field(field)
        return is_new

    def _is_right(self, editor: FieldEditor, field: Field) -> bool:
        return editor.can_show(field) or (editor.has_focus_within() and editor.can_keep(field))

    def _add(self, field: Field) -> FieldEditor:
        editor = field_editor(field, self._language, self._theme, self._rows)
        editor.value_edited.connect(self.value_edited)
        editor.raw_edited.connect(self.raw_edited)
        editor.key_removed.connect(self.key_removed)
        counter = editor.counter if isinstance(editor, TextField) else None
        label = FieldLabel(field.key, editor, counter, self._rows)
        if isinstance(editor, ImageField):
            editor.image_requested.connect(self.image_requested)
            editor.image_dropped.connect(self.image_dropped)
            editor.address_shown.connect(self.thumbnail_wanted)
        self._editors[field.key] = editor
        self._labels[field.key] = label
        if isinstance(editor, ImageField):
            self.thumbnail_wanted.emit(field.key, editor.address)
        return editor

    def _drop(self, key: str) -> None:
        for widget in (self._editors.pop(key, None), self._labels.pop(key, None)):
            if widget is not None:
                self._grid.removeWidget(widget)
                widget.hide()
                widget.deleteLater()

    def _lay_out(self) -> None:
        words = field_labels(field.key for field in self._fields)
        stops: list[QWidget] = []
        for row, field in enumerate(self._fields):
            label, editor = self._labels[field.key], self._editors[field.key]
            label.set_words(words[field.key])
            self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(editor, row, 1, Qt.AlignmentFlag.AlignTop)
            label.show()
            editor.show()
            stops += editor.stops()
        self._grid.addWidget(self.new_field, len(self._fields), 1)
        stops += (self.new_field.button, self.new_field.name, self.new_field.value)
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)
        self._share_width()

    def _share_width(self) -> None:
        widest = min(int(self.viewport().width() * _WIDEST_LABEL_SHARE), _WIDEST_LABEL)
        wanted = max((label.wanted_width() for label in self._labels.values()), default=0)
        for label in self._labels.values():
            label.set_width(min(wanted, widest))

"""A field that holds fields: a mapping, its rows folded below one line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final, TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from editor.blog.fields import Field, template_key
from editor.blog.nested_fields import name_of, nested_fields, with_nested, without_nested
from editor.blog.schemas.shapes import GroupShape
from editor.blog.value_source import UnreadableSource, value_of_source
from editor.translation import tr
from editor.ui.front_matter.field_editor import PLACE_MARK, FieldEditor, mark
from editor.ui.front_matter.field_label import FieldLabel
from editor.ui.front_matter.icons import icon
from editor.ui.front_matter.nested_images import pass_images_on
from editor.ui.front_matter.new_field import NewField
from editor.ui.front_matter.text_field import TextField
from editor.ui.front_matter.words import field_label
from editor.ui.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from editor.article.values import Value

EditorMaker: TypeAlias = Callable[[Field, Theme, QWidget], FieldEditor]
"""Makes the editor of a field within a field."""

_GAP: Final = 6
_COLUMN_GAP: Final = 10
_INDENTATION: Final = 10
# Narrower groups have their labels above the inputs.
_NARROW: Final = 320
_WIDEST_LABEL: Final = 120
_WIDEST_LABEL_SHARE: Final = 0.32


class FoldLine(QToolButton):
    """The line of a group: an arrow, and what tells it from others."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("fold_line")
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._words = ""

    def show_words(self, words: str) -> None:
        """Show words, cut where the line ends."""
        self._words = words
        self._elide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the words where the new line ends."""
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        room = max(0, self.width() - self.iconSize().width() - 20)
        words = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        self.setText(words.replace("&", "&&"))
        self.setToolTip(self._words if words != self._words else "")


class GroupRow(QWidget):
    """A field of the group: its label before the editor, or above it where there is little room."""

    def __init__(self, editor: FieldEditor, parent: QWidget) -> None:
        super().__init__(parent)
        self.editor = editor
        counter = editor.counter if isinstance(editor, TextField) else None
        self.label = FieldLabel(editor, counter, self)
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(_COLUMN_GAP)
        self._layout.addWidget(self.label, 0, Qt.AlignmentFlag.AlignTop)
        self._layout.addWidget(editor, 1)

    def share_width(self, width: int, label_width: int) -> None:
        """Lay out in width, with label_width for the label beside the editor."""
        is_narrow = width < _NARROW
        directions = QBoxLayout.Direction
        self._layout.setDirection(directions.TopToBottom if is_narrow else directions.LeftToRight)
        self._layout.setSpacing(1 if is_narrow else _COLUMN_GAP)
        self.label.set_width(min(self.label.wanted_width(), _NARROW // 2) if is_narrow else label_width)


class GroupField(FieldEditor):
    """Edits a mapping: every edit tells the whole of it. The rows are made when they are first unfolded."""

    def __init__(
        self,
        field: Field,
        make: EditorMaker,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        is_open: bool | None = None,
    ) -> None:
        """Make the rows at once where is_open; by default that of a group that is there or has to be."""
        super().__init__(field, parent)
        self._make = make
        self._theme = theme
        self._rows: dict[str, GroupRow] = {}
        if is_open is None:
            is_open = field.present or (field.rule is not None and field.rule.is_required)
        self._is_open = is_open
        frame = QFrame(self)
        frame.setObjectName("group")
        self.line = FoldLine(frame)
        self.line.clicked.connect(self._toggle)
        self._body = QWidget(frame)
        self._column = QVBoxLayout(self._body)
        self._column.setContentsMargins(_INDENTATION, 2, 8, 8)
        self._column.setSpacing(_GAP)
        self._new_field = NewField(theme, self._body)
        self._new_field.field_written.connect(self._take_source)
        self._column.addWidget(self._new_field)
        self.head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.head.setContentsMargins(0, 0, 0, 0)
        self.head.setSpacing(0)
        self.head.addWidget(self.line, 1)
        layout = QVBoxLayout(frame)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self.head)
        layout.addWidget(self._body)
        self._begin(frame, (self.line,))
        self._show_fold()

    def stops(self) -> tuple[QWidget, ...]:
        """Answer the line, and the inputs below it where they are unfolded."""
        if not self._is_open:
            return self._stops
        nested = [stop for row in self._rows.values() for stop in row.editor.stops()]
        added = self._new_field
        return (*self._stops, *nested, added.button, added.name, added.value)

    def can_show(self, field: Field) -> bool:
        """Whether field is a group; which fields it has may change."""
        return field.kind == "group"

    def show_refusal(self, words: str) -> None:
        """Say why the value was not taken; what is typed stays."""
        super().show_refusal(words)
        self._new_field.show_refusal("")

    def set_open(self, *, is_open: bool) -> None:
        """Fold the rows away, or show them."""
        if is_open != self._is_open:
            self._is_open = is_open
            self._show_fold()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of theme."""
        self._theme = theme
        self._new_field.set_theme(theme)
        for row in self._rows.values():
            row.editor.set_theme(theme)
        self._draw_line()

    def editor_at(self, place: str) -> FieldEditor | None:
        """Answer the editor at place: that of a key, or of what is below it."""
        if not place:
            return self
        key, _, rest = place.partition(PLACE_MARK)
        row = self._rows.get(key)
        return None if row is None else row.editor.editor_at(rest)

    def tell_images(self) -> None:
        """Tell the addresses of the images in the rows."""
        for row in self._rows.values():
            row.editor.tell_images()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the labels their share of the width."""
        super().resizeEvent(event)
        self._share_width()

    def _show_value(self, field: Field) -> None:
        if field.present:
            self.line.show_words(name_of(field.value) or (tr("Set") if field.value else tr("empty")))
        else:
            self.line.show_words(tr("Not set"))
        mark(self.line, "absent", not field.present)
        if self._is_open:
            self._show_rows()

    def _show_editable(self, *, editable: bool) -> None:
        super()._show_editable(editable=editable)
        self.line.setEnabled(True)
        shape = self.field.shape
        takes_keys = isinstance(shape, GroupShape) and shape.other is not None
        self._new_field.setVisible(editable and takes_keys)

    def _toggle(self) -> None:
        self.set_open(is_open=not self._is_open)

    def _show_fold(self) -> None:
        if self._is_open:
            self._show_rows()
        self._body.setVisible(self._is_open)
        self._draw_line()

    def _draw_line(self) -> None:
        name = "fold_open" if self._is_open else "fold_closed"
        self.line.setIcon(icon(name, self._theme.colour("soft_text")))
        state = tr("unfolded") if self._is_open else tr("folded")
        self.line.setAccessibleDescription(state)

    def _show_rows(self) -> None:
        fields = nested_fields(self.field)
        added = self._new_field.written_key()
        for key in set(self._rows) - {field.key for field in fields}:
            self._drop(key)
        is_rearranged = list(self._rows) != [field.key for field in fields]
        for field in fields:
            is_rearranged |= self._show_row(field)
        self._new_field.set_keys(set(self._rows), self.field.format)
        if is_rearranged:
            self._lay_out(fields)
        if added in self._rows:
            self._new_field.close_row()
            self._rows[added].editor.setFocus()

    def _show_row(self, field: Field) -> bool:
        row = self._rows.get(field.key)
        if row is not None:
            editor = row.editor
            if editor.can_show(field) or (editor.has_focus_within() and editor.can_keep(field)):
                editor.show_field(field)
                return False
            self._drop(field.key)
        editor = self._make(field, self._theme, self._body)
        editor.value_edited.connect(self._take_value)
        editor.raw_edited.connect(self._take_source)
        editor.key_removed.connect(self._take_away)
        pass_images_on(editor, self, str)
        self._rows[field.key] = GroupRow(editor, self._body)
        editor.tell_images()
        return True

    def _drop(self, key: str) -> None:
        row = self._rows.pop(key)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _lay_out(self, fields: tuple[Field, ...]) -> None:
        self._rows = {field.key: self._rows[field.key] for field in fields}
        for place, field in enumerate(fields):
            row = self._rows[field.key]
            row.label.show_field(field, _label(field.key))
            self._column.insertWidget(place, row)
            row.show()
        for before, after in pairwise(self.stops()):
            QWidget.setTabOrder(before, after)
        self._share_width()

    def _share_width(self) -> None:
        width = self._body.width()
        widest = min(int(width * _WIDEST_LABEL_SHARE), _WIDEST_LABEL)
        wanted = max((row.label.wanted_width() for row in self._rows.values()), default=0)
        for row in self._rows.values():
            row.share_width(width, min(wanted, widest))

    def _take_value(self, key: str, value: Value) -> None:
        self._tell(with_nested(self.field, key, value))

    def _take_source(self, key: str, source: str) -> None:
        try:
            value = value_of_source(source, self.field.format)
        except UnreadableSource:
            self._new_field.show_refusal(tr("This is not a value."))
        else:
            self._tell(with_nested(self.field, key, value))

    def _take_away(self, key: str) -> None:
        rest = without_nested(self.field, key)
        is_required = self.field.rule is None or self.field.rule.is_required
        if rest or is_required:
            self._tell(rest)
        else:
            self._remove()

    def _tell(self, value: Value) -> None:
        # The next edit may come before the form is told what became of this one.
        self.field = replace(self.field, value=value, present=True)
        self.value_edited.emit(self.field.key, value)


def _label(key: str) -> str:
    # The template's other names are no news within a group: keywords of a group are no tags.
    return field_label(key) if template_key(key) in (None, key) else key

"""The form: a row for every field, in a scrolling area as high as they need."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from editor.blog.fields import Field, date_notation
from editor.ui.front_matter.date_field import DateField
from editor.ui.front_matter.field_editor import PLACE_MARK
from editor.ui.front_matter.field_editors import field_editor
from editor.ui.front_matter.field_row import COLUMN_GAP, FieldRow
from editor.ui.front_matter.image_field import ImageField
from editor.ui.front_matter.moves import moves_of
from editor.ui.front_matter.new_field import NewField
from editor.ui.front_matter.other_fields import OtherFields
from editor.ui.front_matter.problem_notes import ProblemNotes, WordedProblem
from editor.ui.front_matter.words import field_labels

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QImage, QResizeEvent
    from PySide6.QtWidgets import QMenu

    from editor.ui.front_matter.field_editor import FieldEditor
    from editor.ui.theme import Theme

_MARGIN: Final = 16
_ROW_GAP: Final = 8
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
    key_moved = Signal(str, object)
    repair_requested = Signal(object)

    def __init__(self, language: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("form")
        self._language = language
        self._theme = theme
        self._fields: tuple[Field, ...] = ()
        self._order: tuple[str, ...] = ()
        self._rows: dict[str, FieldRow] = {}
        self._problems: tuple[WordedProblem, ...] = ()
        self._sheet = QWidget(self)
        self._sheet.setObjectName("form_rows")
        self._column = QVBoxLayout(self._sheet)
        self._column.setContentsMargins(_MARGIN, _MARGIN - 4, _MARGIN, _MARGIN - 6)
        self._column.setSpacing(_ROW_GAP)
        self.notes = ProblemNotes(theme, self._sheet)
        self.notes.repair_requested.connect(self.repair_requested)
        self.other_fields = OtherFields(theme, self._sheet)
        self.other_fields.folded_changed.connect(self._show_rows)
        self.new_field = NewField(theme, self._sheet)
        self.new_field.field_written.connect(self.raw_edited)
        self.setWidget(self._sheet)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._sheet.installEventFilter(self)
        self._lay_out()

    @property
    def editors(self) -> dict[str, FieldEditor]:
        """The editors by key."""
        return {key: row.editor for key, row in self._rows.items()}

    def notes_of(self, key: str) -> ProblemNotes:
        """Answer the problems shown at the field of key, those of no field for ""."""
        return self._rows[key].notes if key else self.notes

    def show_fields(self, fields: tuple[Field, ...], order: Sequence[str] = ()) -> None:
        """Show fields; the same keys in another order keep their rows until arrange.

        order holds the keys as they stand in the file.
        """
        self._order = tuple(order)
        is_rearranged = {field.key for field in fields} != set(self._rows)
        self._fields = fields
        added = self.new_field.written_key()
        for key in set(self._rows) - {field.key for field in fields}:
            self._drop(key)
        for field in fields:
            is_rearranged |= self._show_field(field)
        if is_rearranged:
            self._lay_out()
        notation = fields[0].format if fields else "yaml"
        self.new_field.set_keys({field.key for field in fields if field.present}, notation)
        self.new_field.setHidden(notation == "json")
        if any(field.key == added and field.present for field in fields):
            self.new_field.close_row()
            self._rows[added].editor.setFocus()

    def show_problems(self, problems: tuple[WordedProblem, ...]) -> None:
        """Show problems at their fields, those of no field above all rows."""
        self._problems = problems
        self.notes.show_problems(tuple(each for each in problems if each.problem.key not in self._rows))
        for key, row in self._rows.items():
            row.show_problems(tuple(each for each in problems if each.problem.key == key))
        self._show_rows()

    def lead_to(self, key: str) -> None:
        """Put the focus into the field of key, or show what stands above all rows."""
        if key in self._rows:
            row = self._rows[key]
            row.show()
            row.editor.setFocus(Qt.FocusReason.OtherFocusReason)
            self.ensureWidgetVisible(row, 0, _ROW_GAP)
        else:
            self.ensureWidgetVisible(self.notes, 0, _MARGIN)

    def arrange(self) -> None:
        """Bring the rows into the order of the fields, each with the editor of its kind."""
        self.show_fields(self._fields, self._order)
        self._lay_out()

    def clear(self) -> None:
        """Forget every field, with what was being typed and its undo history."""
        for key in tuple(self._rows):
            self._drop(key)
        self._fields = ()
        self.show_problems(())
        self.new_field.close_row()

    def show_refusal(self, key: str, words: str) -> None:
        """Say at the field of key why the front matter did not take its value."""
        if key in self._rows:
            self._rows[key].editor.show_refusal(words)
        if key == self.new_field.written_key():
            self.new_field.show_refusal(words)

    def editor_at(self, place: str) -> FieldEditor | None:
        """Answer the editor at a place, one of a field within a field too; None where there is none."""
        key, _, rest = place.partition(PLACE_MARK)
        return self._rows[key].editor.editor_at(rest) if key in self._rows else None

    def show_thumbnail(self, place: str, address: str, image: QImage) -> None:
        """Show the image at address in the field at place, if that is its address still."""
        editor = self.editor_at(place)
        if isinstance(editor, ImageField):
            editor.show_thumbnail(address, image)

    def take_address(self, place: str, address: str) -> None:
        """Write the address of an image that was asked for into the field at place."""
        editor = self.editor_at(place)
        if isinstance(editor, ImageField):
            editor.take_address(address)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of theme."""
        self._theme = theme
        for part in (self.new_field, self.other_fields, self.notes):
            part.set_theme(theme)
        for row in self._rows.values():
            row.set_theme(theme)

    def sizeHint(self) -> QSize:
        """Answer the height of all rows in the width there is."""
        height = self._column.totalHeightForWidth(self.viewport().width())
        return QSize(super().sizeHint().width(), max(height, self._sheet.minimumSizeHint().height()) + 1)

    def minimumSizeHint(self) -> QSize:
        """Answer the height of a row or two."""
        return QSize(0, min(80, self.sizeHint().height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the labels their share of the width."""
        super().resizeEvent(event)
        self._share_width()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask for another height when the rows need one."""
        if watched is self._sheet and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def _show_field(self, field: Field) -> bool:
        row = self._rows.get(field.key)
        is_new = row is None or not self._is_right(row.editor, field)
        is_moved = row is not None and row.editor.field.is_known != field.is_known
        if row is None or is_new:
            self._drop(field.key)
            row = self._add(field)
        if isinstance(row.editor, DateField):
            row.editor.set_notation(date_notation(self._fields, field.key))
        row.editor.show_field(field)
        return is_new or is_moved

    def _is_right(self, editor: FieldEditor, field: Field) -> bool:
        return editor.can_show(field) or (editor.has_focus_within() and editor.can_keep(field))

    def _add(self, field: Field) -> FieldRow:
        make_editor = partial(field_editor, field, self._language, self._theme)
        row = FieldRow(make_editor, self._theme, self._sheet)
        editor = row.editor
        editor.value_edited.connect(self.value_edited)
        editor.raw_edited.connect(self.raw_edited)
        editor.key_removed.connect(self.key_removed)
        editor.menu_made.connect(partial(self._offer_moves, field.key))
        row.notes.repair_requested.connect(self.repair_requested)
        row.show_problems(tuple(each for each in self._problems if each.problem.key == field.key))
        editor.image_requested.connect(self.image_requested)
        editor.image_dropped.connect(self.image_dropped)
        editor.address_shown.connect(self.thumbnail_wanted)
        self._rows[field.key] = row
        editor.tell_images()
        return row

    def _drop(self, key: str) -> None:
        row = self._rows.pop(key, None)
        if row is not None:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()

    def _offer_moves(self, key: str, menu: QMenu) -> None:
        if self._rows[key].editor.field.editable:
            removal = menu.actions()[-1:]
            for words, before in moves_of(key, self._order):
                action = QAction(words, menu)
                action.triggered.connect(partial(self.key_moved.emit, key, before))
                menu.insertActions(removal[0], [action]) if removal else menu.addAction(action)

    def _lay_out(self) -> None:
        words = field_labels(field.key for field in self._fields)
        others = [self._rows[field.key] for field in self._fields if not field.is_known]
        known = [self._rows[field.key] for field in self._fields if field.is_known]
        for place, part in enumerate((self.notes, *known, self.other_fields, *others, self.new_field)):
            self._column.insertWidget(place, part)
        for field in self._fields:
            self._rows[field.key].label.show_field(field, words[field.key])
        self._show_rows()
        self._share_width()
        stops = [stop for row in known for stop in row.stops()]
        stops.append(self.other_fields)
        stops += [stop for row in others for stop in row.stops()]
        stops += (self.new_field.button, self.new_field.name, self.new_field.value)
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _show_rows(self) -> None:
        """Show every row, but of the folded group those only that have a problem."""
        others = [self._rows[field.key] for field in self._fields if not field.is_known]
        self.other_fields.show_count(len(others))
        for field in self._fields:
            row = self._rows[field.key]
            is_folded = not field.is_known and self.other_fields.is_folded()
            row.setVisible(not is_folded or bool(row.notes.problems))

    def _share_width(self) -> None:
        widest = min(int(self.viewport().width() * _WIDEST_LABEL_SHARE), _WIDEST_LABEL)
        wanted = max((row.label.wanted_width() for row in self._rows.values()), default=0)
        width = min(wanted, widest)
        for row in self._rows.values():
            row.label.set_width(width)
        self.new_field.set_indentation(width + COLUMN_GAP)

"""A field that is a list: a row or a card for each entry, which may be added, removed and moved."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from editor.blog.nested_fields import item_field
from editor.blog.value_source import UnreadableSource, value_of_source
from editor.translation import tr
from editor.ui.front_matter.field_editor import PLACE_MARK, FieldEditor, item_step
from editor.ui.front_matter.group_field import EditorMaker, GroupField
from editor.ui.front_matter.icons import icon
from editor.ui.front_matter.nested_images import pass_images_on
from editor.ui.front_matter.words import field_label

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from editor.article.values import Value
    from editor.blog.fields import Field
    from editor.ui.theme import Theme

_GAP: Final = 4
_BUTTON: Final = QSize(22, 26)
_KEYS: Final = {-1: "Alt+Shift+Up", 1: "Alt+Shift+Down", 0: "Alt+Shift+Del"}
_DRAWINGS: Final = {-1: "up", 1: "down", 0: "cross"}


class AddButton(QPushButton):
    """A button that Return presses too."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the button on Return."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class ItemRow(QWidget):
    """An entry of a list: its editor, and the buttons that move and remove it.

    value is what the entry is in the article, None where it is not there yet.
    """

    step_asked = Signal(int)

    def __init__(self, editor: FieldEditor, value: Value, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.editor = editor
        self.value = value
        words = {-1: tr("Move up"), 1: tr("Move down"), 0: tr("Remove this entry")}
        self._actions = {step: self._action(step, words[step]) for step in (-1, 1, 0)}
        self._buttons = [self._button(action) for action in self._actions.values()]
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(editor, 1)
        if isinstance(editor, GroupField):
            for button in self._buttons:
                editor.head.addWidget(button)
            editor.head.addSpacing(3)
        else:
            layout.addSpacing(3)
            for button in self._buttons:
                layout.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        editor.set_item_actions(self._actions.values())
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of theme."""
        self.editor.set_theme(theme)
        for step, action in self._actions.items():
            action.setIcon(icon(_DRAWINGS[step], theme.colour("soft_text")))

    def show_place(self, place: int, count: int, *, editable: bool) -> None:
        """Know which of count entries this is: the first has no way up, the last none down."""
        self._actions[-1].setEnabled(editable and place > 0)
        self._actions[1].setEnabled(editable and place < count - 1)
        self._actions[0].setEnabled(editable)
        name = f"{field_label(self.editor.field.key)} {place + 1}"
        self.editor.stops()[0].setAccessibleName(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move or remove the entry that has the keyboard."""
        step = item_step(event)
        if step is not None:
            self._actions[step].trigger()
        else:
            super().keyPressEvent(event)

    def _action(self, step: int, words: str) -> QAction:
        action = QAction(words, self)
        # Shown only: the keys are taken where they are pressed, for lists stand in lists.
        action.setShortcut(QKeySequence(_KEYS[step]))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(partial(self.step_asked.emit, step))
        keys = QKeySequence(_KEYS[step]).toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{words} ({keys})")
        return action

    def _button(self, action: QAction) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("step")
        button.setDefaultAction(action)
        button.setFixedSize(_BUTTON)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return button


class ItemsField(FieldEditor):
    """Edits a list: every edit tells the whole of it.

    An entry that was added is told when something stands in it.
    """

    def __init__(self, field: Field, make: EditorMaker, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self._make = make
        self._theme = theme
        self._rows: list[ItemRow] = []
        self._sheet = QWidget(self)
        self._column = QVBoxLayout(self._sheet)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(_GAP)
        self._add_button = AddButton(tr("Add an entry"), self._sheet)
        self._add_button.setObjectName("add")
        self._add_button.clicked.connect(self._add)
        self._column.addWidget(self._add_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._begin(self._sheet, (self._add_button,))
        self.set_theme(theme)

    def stops(self) -> tuple[QWidget, ...]:
        """Answer the inputs of the entries, then the button that adds one."""
        return (*(stop for row in self._rows for stop in row.editor.stops()), self._add_button)

    def can_show(self, field: Field) -> bool:
        """Whether field is a list shown in the same way; what its entries are may change."""
        return field.kind == self._kind

    def show_refusal(self, words: str) -> None:
        """Go back to the entries of the file, and say why; what is typed stays."""
        super().show_refusal(words)
        values = self.field.value if isinstance(self.field.value, list) else []
        if len(values) != len([row for row in self._rows if row.value is not None]):
            self._show_value(self.field)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of theme."""
        self._theme = theme
        self._add_button.setIcon(icon("plus", theme.colour("soft_text")))
        for row in self._rows:
            row.set_theme(theme)

    def editor_at(self, place: str) -> FieldEditor | None:
        """Answer the editor at place: that of the entry of a number, or of what is below it."""
        if not place:
            return self
        number, _, rest = place.partition(PLACE_MARK)
        _, _, rest = rest.partition(PLACE_MARK)  # an entry has its list's key
        is_there = number.isdecimal() and int(number) < len(self._rows)
        return self._rows[int(number)].editor.editor_at(rest) if is_there else None

    def tell_images(self) -> None:
        """Tell the addresses of the images in the entries."""
        for row in self._rows:
            row.editor.tell_images()

    def _show_value(self, field: Field) -> None:
        values = field.value if isinstance(field.value, list) else []
        written = [row for row in self._rows if row.value is not None]
        if len(values) != len(written):
            for row in self._rows[len(values) :]:
                self._drop(row)
            written = self._rows[:]
        for row, value in zip(written, values, strict=False):
            self._show_item(row, value)
        for value in values[len(written) :]:
            self._insert(self._made(value), len(self._rows))
        self._arrange()

    def _show_editable(self, *, editable: bool) -> None:
        super()._show_editable(editable=editable)
        self._arrange()

    def _show_item(self, row: ItemRow, value: Value) -> None:
        field, editor = item_field(self.field, value), row.editor
        row.value = value
        if editor.can_show(field) or (editor.has_focus_within() and editor.can_keep(field)):
            editor.show_field(field)
            return
        place = self._rows.index(row)
        self._drop(row)
        self._insert(self._made(value), place)

    def _made(self, value: Value) -> ItemRow:
        field = item_field(self.field, value)
        editor: FieldEditor
        if field.kind == "group":
            editor = GroupField(field, self._make, self._theme, self._sheet, is_open=value is None)
        else:
            editor = self._make(field, self._theme, self._sheet)
        row = ItemRow(editor, value, self._theme, self._sheet)
        row.step_asked.connect(partial(self._take_step, row))
        editor.value_edited.connect(partial(self._take_value, row))
        editor.raw_edited.connect(partial(self._take_source, row))
        editor.key_removed.connect(partial(self._remove_row, row))
        pass_images_on(editor, self, partial(self._way_to, row))
        return row

    def _insert(self, row: ItemRow, place: int) -> None:
        self._rows.insert(place, row)
        self._column.insertWidget(place, row)
        row.show()
        row.editor.tell_images()

    def _drop(self, row: ItemRow) -> None:
        self._rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _arrange(self) -> None:
        """Bring rows, buttons and the way of the tab key into order."""
        for place, row in enumerate(self._rows):
            if self._column.indexOf(row) != place:
                self._column.insertWidget(place, row)
            row.show_place(place, len(self._rows), editable=self.field.editable)
        stops = self.stops()
        anchor = self._stop_before()
        for before, after in pairwise((anchor, *stops) if anchor else stops):
            QWidget.setTabOrder(before, after)

    def _stop_before(self) -> QWidget | None:
        """Answer the input that the tab key leads here from."""
        widget = self._add_button.previousInFocusChain()
        while widget is not None and widget is not self._add_button:
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not self.isAncestorOf(widget):
                return widget
            widget = widget.previousInFocusChain()
        return None

    def _add(self) -> None:
        row = self._made(None)
        self._insert(row, len(self._rows))
        self._arrange()
        stops = row.editor.stops()
        is_group = isinstance(row.editor, GroupField) and len(stops) > 1
        stops[1 if is_group else 0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_step(self, row: ItemRow, step: int) -> None:
        if step == 0:
            self._remove_row(row)
            return
        place = self._rows.index(row)
        self._rows.insert(place + step, self._rows.pop(place))
        self._arrange()
        if row.value is not None:
            self._tell()

    def _remove_row(self, row: ItemRow, _key: str = "") -> None:
        place = self._rows.index(row)
        had_focus = row.editor.has_focus_within()
        self._drop(row)
        self._arrange()
        if had_focus:
            after = self._rows[place] if place < len(self._rows) else None
            (after.editor.stops()[0] if after else self._add_button).setFocus()
        if row.value is not None:
            self._tell()

    def _take_value(self, row: ItemRow, _key: str, value: Value) -> None:
        row.value = value
        self._tell()

    def _take_source(self, row: ItemRow, _key: str, source: str) -> None:
        try:
            row.value = value_of_source(source, self.field.format)
        except UnreadableSource:
            row.editor.show_refusal(tr("This is not a value."))
        else:
            self._tell()

    def _tell(self) -> None:
        values: list[Value] = [row.value for row in self._rows if row.value is not None]
        if not values and self._is_new and self.field.present:
            self._remove()
            return
        # The next edit may come before the form is told what became of this one.
        self.field = replace(self.field, value=values, present=True)
        self.value_edited.emit(self.field.key, list(values))

    def _way_to(self, row: ItemRow) -> str:
        return str(self._rows.index(row)) if row in self._rows else ""

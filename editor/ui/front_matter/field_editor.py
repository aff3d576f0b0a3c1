"""What the widgets of all fields have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLabel, QLayout, QLineEdit, QMenu, QPlainTextEdit, QVBoxLayout, QWidget

from editor.blog.checks.bounds import broken_bounds
from editor.schema_words import default_words, hint_of, tip_of
from editor.translation import tr
from editor.ui.front_matter.history import asks_in_vain
from editor.ui.front_matter.words import field_label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QFocusEvent

    from editor.blog.fields import Field
    from editor.ui.theme import Theme


PLACE_MARK: Final = "\x1f"
"""Stands between the parts of a place; no key holds it."""


class FieldEditor(QWidget):
    """The editor of one field: its input, what the schema says of it, and a note of what is wrong.

    A subclass builds its inputs and hands them to _begin, shows a value in _show_value, and emits
    value_edited or raw_edited. An input that shows a field's value already is left alone, caret and undo
    history included. An image is asked for by its place: the field's key, and for one within a field the
    keys and numbers that lead to it, joined by PLACE_MARK.
    """

    value_edited = Signal(str, object)
    raw_edited = Signal(str, str)
    key_removed = Signal(str)
    image_requested = Signal(str)
    image_dropped = Signal(str, object)
    address_shown = Signal(str, str)
    menu_made = Signal(QMenu)

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self._kind = field.kind
        self._shape = field.shape
        # Whether the key came to the file by this editor: left empty, it goes away again.
        self._is_new = not field.present
        self._note = QLabel(self)
        self._note.setObjectName("note")
        self._note.setWordWrap(True)
        self._note.hide()
        self._are_problems_told = False
        self._hint: QLabel | None = None
        self._placeholders: dict[QWidget, str] = {}
        self._stops: tuple[QWidget, ...] = ()
        self._item_actions: tuple[QAction, ...] | None = None

    def stops(self) -> tuple[QWidget, ...]:
        """Answer the inputs in the order of the tab key."""
        return self._stops

    def can_show(self, field: Field) -> bool:
        """Whether this editor is the right one for field."""
        return field.kind == self._kind and field.shape == self._shape

    def can_keep(self, field: Field) -> bool:
        """Whether this editor, while it is being typed in, can go on for a field whose kind has changed."""
        return self.can_show(field)

    def show_field(self, field: Field) -> None:
        """Show field; one that has not changed leaves alone what is being written here."""
        if field != self.field:
            self._show_whole(field)

    def show_refusal(self, words: str) -> None:
        """Say why the front matter did not take what was written here."""
        self._show_note(words)

    def tell_problems(self, *, are_told: bool) -> None:
        """Say nothing of what is wrong with the value while problems below tell it."""
        if are_told != self._are_problems_told:
            self._are_problems_told = are_told
            self._show_rule(self.field)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of theme; the style sheet has seen to most of it."""

    def has_focus_within(self) -> bool:
        """Whether one of the inputs has the keyboard."""
        return any(stop.hasFocus() for stop in self.stops())

    def editor_at(self, place: str) -> FieldEditor | None:
        """Answer the editor at a place below this one, itself where that is empty, None for none."""
        return None if place else self

    def tell_images(self) -> None:
        """Tell the addresses of the images shown."""

    def set_item_actions(self, actions: Iterable[QAction]) -> None:
        """Offer actions in the menus instead of the removal of the field: it is an item of a list."""
        self._item_actions = tuple(actions)
        self._show_rule(self.field)

    def note(self) -> str:
        """Answer the words below the input, "" where there are none."""
        return self._note.text()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard to the first input.

        A focus proxy would do so too, but then the tab key goes by where this widget stands, not its input.
        """
        super().focusInEvent(event)
        self.stops()[0].setFocus(event.reason())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave undo and redo to the window where an input has nothing of its own to take back."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and item_step(event) is not None
        ):
            event.ignore()  # the list around this field takes it
            return True
        is_override = event.type() == QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and asks_in_vain(watched, event):
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _begin(self, content: QWidget | QLayout, stops: Iterable[QWidget]) -> None:
        self._stops = tuple(stops)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        if isinstance(content, QWidget):
            layout.addWidget(content)
            layout.addWidget(self._note)
        else:  # a layout has found a place for the note itself
            layout.addLayout(content)
        for stop in self._stops:
            if isinstance(stop, QLineEdit | QPlainTextEdit):
                self._placeholders[stop] = stop.placeholderText()
        self._stops[0].setAccessibleName(field_label(self.field.key))
        for stop in self._stops:
            stop.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            stop.customContextMenuRequested.connect(self._show_menu)
            stop.installEventFilter(self)
        self._show_whole(self.field)

    def _show_whole(self, field: Field) -> None:
        self.field = field
        self._is_new = not field.present or (self._is_new and self.has_focus_within())
        self._show_note("")
        self._show_value(field)
        self._show_editable(editable=field.editable)
        self._show_rule(field)

    def _show_rule(self, field: Field) -> None:
        """Show what the schema says: the default where there is no value, description and bounds."""
        default = "" if field.present else default_words(field)
        for stop, words in self._placeholders.items():
            if isinstance(stop, QLineEdit | QPlainTextEdit):
                stop.setPlaceholderText(default or words)
        is_broken = field.present and any(broken_bounds(field.shape, field.value))
        words = hint_of(field, is_broken=is_broken)
        if self._item_actions is not None and not is_broken:
            words = ""  # the list says it once for all
        if words and self._hint is None:
            self._hint = QLabel(self)
            self._hint.setObjectName("hint")
            self._hint.setTextFormat(Qt.TextFormat.PlainText)
            self._hint.setWordWrap(True)
            layout = self.layout()
            if isinstance(layout, QVBoxLayout):
                layout.insertWidget(1, self._hint)
        if self._hint is not None:
            self._hint.setText(words)
            self._hint.setVisible(bool(words))
            mark(self._hint, "tone", "error" if is_broken and not self._are_problems_told else "")
        if is_broken and not self._note.text():
            for stop in self._stops:
                mark(stop, "wrong", "error")

    def _show_value(self, field: Field) -> None:
        raise NotImplementedError

    def _show_editable(self, *, editable: bool) -> None:
        for stop in self._stops:
            if isinstance(stop, QLineEdit | QPlainTextEdit):
                stop.setReadOnly(not editable)
            else:
                stop.setEnabled(editable)
        unable = tr("This value can be edited in the text of the front matter only.")
        self.setToolTip(tip_of(self.field) if editable else unable)

    def _show_note(self, words: str, tone: Literal["error", "warning"] = "error") -> None:
        self._note.setText(words)
        self._note.setVisible(bool(words))
        mark(self._note, "tone", tone)
        for stop in self._stops:
            mark(stop, "wrong", tone if words else "")
        self._stops[0].setAccessibleDescription(words)

    def _finish(self, *, is_empty: bool) -> None:
        if is_empty and self._is_new and self.field.present:
            self._remove()
        self._is_new = not self.field.present

    def _show_menu(self, place: QPoint) -> None:
        source = self.sender()
        if isinstance(source, QWidget):
            menu = self.menu(source)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(source.mapToGlobal(place))

    def menu(self, source: QWidget) -> QMenu:
        """Answer the context menu of source, one of the inputs or the field's label."""
        if isinstance(source, QLineEdit | QPlainTextEdit):
            menu = source.createStandardContextMenu()
        else:
            menu = QMenu(self)
        if self._item_actions is not None:
            menu.addSeparator()
            menu.addActions(self._item_actions)
        elif self.field.present:
            menu.addSeparator()
            action = menu.addAction(tr("Remove this field"))
            action.setEnabled(self.field.editable)
            action.triggered.connect(self._remove)
        self.menu_made.emit(menu)
        return menu

    def _remove(self) -> None:
        self.key_removed.emit(self.field.key)


def item_step(event: QKeyEvent) -> int | None:
    """Answer where a key moves an item of a list: -1 up, 1 down, 0 away; None where it does not."""
    wanted = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
    if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier != wanted:
        return None
    steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Delete: 0, Qt.Key.Key_Backspace: 0}
    return steps.get(Qt.Key(event.key()))


def mark(widget: QWidget, name: str, value: str | bool) -> None:  # noqa: FBT001 - a value, no switch
    """Set a property that the style sheet asks for, and draw widget anew where it changed."""
    before = widget.property(name)
    if before == value:
        return
    widget.setProperty(name, value)
    # Before its first showing a widget is styled anyway; a property never set says what "" does.
    if (before or "") != (value or "") and widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().unpolish(widget)
        widget.style().polish(widget)

"""The Markdown pane: the bodies of the open articles, shown in turn and edited as plain text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFont, QFontDatabase, QImage, QTextDocument

from editor.text.change import Change, Selection
from editor.text.code_lines import continue_code, indent_code, outdent_code
from editor.text.lists import continue_list, indent_list, outdent_list
from editor.text.positions import index_of
from editor.translation import tr
from editor.ui.documents import raw_text
from editor.ui.writing.changes import make_change, selecting
from editor.ui.writing.clipboard import copied, files_of, image_of, is_welcome
from editor.ui.writing.highlighter import MarkdownHighlighter
from editor.ui.writing.look import LARGEST_DRESSED, dress
from editor.ui.writing.surroundings import may_continue, stands_in_code, surroundings_of
from editor.ui.writing.text_column import TextColumn

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from editor.ui.theme import Theme

TextCommand = Callable[[str, Selection], Change | None]
_IN_LISTS: Final = {
    Qt.Key.Key_Return: continue_list,
    Qt.Key.Key_Enter: continue_list,
    Qt.Key.Key_Tab: indent_list,
    Qt.Key.Key_Backtab: outdent_list,
}
_IN_CODE: Final = {
    Qt.Key.Key_Return: continue_code,
    Qt.Key.Key_Enter: continue_code,
    Qt.Key.Key_Tab: indent_code,
    Qt.Key.Key_Backtab: outdent_code,
}
_RETURNS: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SHIFT: Final = Qt.KeyboardModifier.ShiftModifier
_KEYPAD: Final = Qt.KeyboardModifier.KeypadModifier
_ABOVE: Final = 4
"""One so great part of the pane stays above a place that a command leads to."""


@dataclass(frozen=True, slots=True)
class ViewState:
    """Where a text was left: the ends of its selection (positions), the top line, its pixels out of sight."""

    anchor: int
    position: int
    line: int
    hidden: int


class MarkdownView(TextColumn):
    """Edits a document of Markdown as plain text; every text command is one step to undo."""

    caret_moved = Signal(int, int)
    menu_requested = Signal(QPoint)
    files_dropped = Signal(tuple)
    image_pasted = Signal(QImage)
    led = Signal()
    """A command has led to a place in the text."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("writing")
        self.setAcceptRichText(False)
        self.setAccessibleName(tr("Text of the article"))
        self.setPlaceholderText(tr("Write here, in Markdown."))
        self._theme = theme
        self._nothing = QTextDocument(self)
        self._line_height = 150
        self.cursorPositionChanged.connect(self._announce_caret)
        self.set_theme(theme)
        self.set_document(None)

    @property
    def theme(self) -> Theme:
        """The theme it is drawn in, which is the window's."""
        return self._theme

    def set_document(self, document: QTextDocument | None) -> None:
        """Show document, whose owner keeps it alive, with colours and line height; None shows nothing."""
        shown = self._nothing if document is None else document
        self._dress(shown)
        self.setDocument(shown)
        self._lay_out()
        self.setReadOnly(document is None)
        self._announce_caret()

    def view_state(self) -> ViewState:
        """Answer where the text is left now."""
        cursor = self.textCursor()
        block = self.cursorForPosition(QPoint(0, 0)).block()
        top = self.document().documentLayout().blockBoundingRect(block).top()
        hidden = self.verticalScrollBar().value() - round(top)
        return ViewState(cursor.anchor(), cursor.position(), block.blockNumber(), hidden)

    def restore_view_state(self, state: ViewState) -> None:
        """Go back to where the text was left, or as near as it still reaches."""
        cursor = self.textCursor()
        last = self.document().characterCount() - 1
        cursor.setPosition(min(state.anchor, last))
        cursor.setPosition(min(state.position, last), cursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        block = self.document().findBlockByNumber(state.line)
        top = self.document().documentLayout().blockBoundingRect(block).top()
        self.verticalScrollBar().setValue(round(top) + state.hidden)

    def set_appearance(self, family: str, size: int, line_height: int, column_characters: int) -> None:
        """Show the text in a font (empty: a reading font of the system) of size points.

        line_height is in percent (a text that was edited since it was opened keeps the one it has);
        column_characters is the widest line.
        """
        font = QFont(family) if family else QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
        font.setPointSize(size)
        self._line_height = line_height
        state = self.view_state()
        self.set_column(font, column_characters)
        self._dress(self.document())
        self._lay_out()
        self.restore_view_state(state)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of theme."""
        self._theme = theme
        self.set_band_colour(theme.colour("alternate_base"))
        state = self.view_state()
        self._dress(self.document())
        self._lay_out()
        self.restore_view_state(state)

    def selection(self) -> Selection:
        """Answer what is selected, in Python indices of the document's raw text."""
        text, cursor = raw_text(self.document()), self.textCursor()
        return Selection(index_of(text, cursor.anchor()), index_of(text, cursor.position()))

    def set_selection(self, selection: Selection) -> None:
        """Select a stretch of the document's raw text."""
        self.setTextCursor(selecting(self.document(), selection, raw_text(self.document()), 0))

    def lead_to(self, selection: Selection) -> None:
        """Select a stretch of the document's raw text, with what follows it in sight, and take the focus."""
        bar = self.verticalScrollBar()
        before = bar.value()
        self.set_selection(selection)
        if bar.value() != before:  # it was out of sight, and stands at the edge now
            bar.setValue(bar.value() + self.cursorRect().top() - self.viewport().height() // _ABOVE)
        self.setFocus()
        self.led.emit()

    def apply(self, change: Change) -> None:
        """Make a change of the document's raw text as one step to undo."""
        self.setTextCursor(make_change(self.document(), change, raw_text(self.document()), 0))

    def run_command(self, command: TextCommand) -> bool:
        """Run a text command on the whole text as one step to undo; answer whether it applied."""
        change = None if self.isReadOnly() else command(raw_text(self.document()), self.selection())
        if change is not None:
            self.apply(change)
        return change is not None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return goes on with a list or code, Tab and Shift+Tab indent and outdent it; all else is Qt's."""
        key, held = Qt.Key(event.key()), event.modifiers() & ~_KEYPAD
        if self.isReadOnly() or key not in _IN_LISTS or held & ~_SHIFT:
            super().keyPressEvent(event)
        elif (held and key in _RETURNS) or not self._run_near(key):
            self._press_plain(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu at the pointer, or at the caret for the keyboard's menu key."""
        place = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            place = self.viewport().mapToGlobal(self.cursorRect().bottomLeft())
        self.menu_requested.emit(place)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy plain text with its no-break spaces."""
        return copied(self.textCursor())

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take text, files of this machine, images."""
        return is_welcome(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Insert text as it is, never styles; files and images are announced, not inserted."""
        if files := files_of(source):
            self.files_dropped.emit(files)
        elif (image := image_of(source)) is not None:
            self.image_pasted.emit(image)
        elif source.hasText():
            self.textCursor().insertText(source.text())
            self.ensureCursorVisible()

    def _dress(self, document: QTextDocument) -> None:
        self.set_font_of(document)
        dress(document, self._line_height)
        highlighter = document.findChild(MarkdownHighlighter)
        if highlighter is not None:
            highlighter.adapt(self._theme)
        elif document.characterCount() <= LARGEST_DRESSED:
            MarkdownHighlighter(document, self._theme)

    def _lay_out(self) -> None:
        # Qt does it little by little, and never ends it when a key comes meanwhile: a long text could then
        # not be scrolled to its end. It takes 0.14 s for 1 MB.
        document = self.document()
        if document.characterCount() <= LARGEST_DRESSED:
            document.documentLayout().blockBoundingRect(document.lastBlock())

    def _run_near(self, key: Qt.Key) -> bool:
        """Run the key's command on the lines around the selection; answer whether it applied."""
        cursor = self.textCursor()
        block = self.document().findBlock(cursor.selectionStart())
        command: TextCommand = _IN_CODE[key] if stands_in_code(block) else _IN_LISTS[key]
        if key in _RETURNS and command is continue_list and not may_continue(block.text()):
            return False  # most lines are prose: they cost nothing more
        near = surroundings_of(cursor)
        change = command(near.text, near.selection)
        if change is not None:
            self.setTextCursor(make_change(self.document(), change, near.text, near.position))
        return change is not None

    def _press_plain(self, event: QKeyEvent) -> None:
        if event.key() in _RETURNS:
            # Qt would take the line height from an empty line in place of ending it, and with Shift insert
            # U+2028, which is no line end in Markdown.
            self.textCursor().insertText("\n")
            self.ensureCursorVisible()
        # Qt would put a tab in the place of the selection: that is no indentation.
        elif event.key() != Qt.Key.Key_Tab or not self.textCursor().hasSelection():
            super().keyPressEvent(event)

    def _announce_caret(self) -> None:
        cursor = self.textCursor()
        column = index_of(cursor.block().text(), cursor.positionInBlock())
        self.caret_moved.emit(cursor.blockNumber(), column)

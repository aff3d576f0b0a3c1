"""The Markdown pane: one column of text, as wide as reads well."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFont, QFontDatabase, QFontMetricsF, QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from editor.text.change import Change, Selection, apply_edits
from editor.text.line_state import FENCES, LineState
from editor.text.lists import continue_list, indent_list, outdent_list
from editor.text.positions import index_of, position_of
from editor.translation import tr
from editor.ui.documents import raw_text
from editor.ui.writing.highlighter import MarkdownHighlighter
from editor.ui.writing.look import LARGEST_DRESSED, dress

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent, QWheelEvent

    from editor.ui.theme import Theme

TextCommand = Callable[[str, Selection], Change | None]
_LEAST_MARGIN: Final = 28
_TOP_MARGIN: Final = 14
# Lines before and after the caret that a key may look at: a key press must not cost the whole document.
_NEAR: Final = 200
_KEYS: Final = {
    Qt.Key.Key_Return: continue_list,
    Qt.Key.Key_Enter: continue_list,
    Qt.Key.Key_Tab: indent_list,
    Qt.Key.Key_Backtab: outdent_list,
}


@dataclass(frozen=True, slots=True)
class ViewState:
    """Where a text was left: the ends of its selection (positions) and how far it was scrolled (pixels)."""

    anchor: int
    position: int
    scrolled: int


class MarkdownView(QTextEdit):
    """Edits a document of Markdown as plain text; every text command is one step to undo."""

    caret_moved = Signal(int, int)
    menu_requested = Signal(QPoint)
    files_dropped = Signal(tuple)
    zoom_requested = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("writing")
        self.setAcceptRichText(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(tr("Text of the article"))
        self.setPlaceholderText(tr("Write here, in Markdown."))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._theme = theme
        self._nothing = QTextDocument(self)
        self._highlighters: dict[QTextDocument, MarkdownHighlighter] = {}
        self._line_height = 150
        self._column_characters = 72
        self._text_font = QFont(self.font())
        self.cursorPositionChanged.connect(self._announce_caret)
        self.set_document(None)

    def set_document(self, document: QTextDocument | None) -> None:
        """Show document, with colours and line height; None shows nothing."""
        shown = document or self._nothing
        if document is not None and document not in self._highlighters:
            self._adopt(document)
        shown.setDefaultFont(self._text_font)
        self.setDocument(shown)
        self.setReadOnly(document is None)
        self._announce_caret()

    def view_state(self) -> ViewState:
        """Answer where the text is left now."""
        cursor = self.textCursor()
        return ViewState(cursor.anchor(), cursor.position(), self.verticalScrollBar().value())

    def restore_view_state(self, state: ViewState) -> None:
        """Go back to where the text was left."""
        self._select(state.anchor, state.position)
        self.verticalScrollBar().setValue(state.scrolled)

    def set_appearance(self, family: str, size: int, line_height: int, column_characters: int) -> None:
        """Show the text in a font (empty: a reading font of the system) of size points.

        line_height is in percent, for articles opened from now on; column_characters is the widest line.
        """
        font = QFont(family) if family else QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
        font.setPointSize(size)
        self._text_font = font
        self._line_height = line_height
        self._column_characters = column_characters
        self.document().setDefaultFont(font)
        self.setTabStopDistance(4 * QFontMetricsF(font).horizontalAdvance(" "))
        self._centre()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of theme."""
        self._theme = theme
        for highlighter in self._highlighters.values():
            highlighter.set_theme(theme)

    def selection(self) -> Selection:
        """Answer what is selected, in Python indices of the document's raw text."""
        text, cursor = raw_text(self.document()), self.textCursor()
        return Selection(index_of(text, cursor.anchor()), index_of(text, cursor.position()))

    def set_selection(self, selection: Selection) -> None:
        """Select a stretch of the document's raw text."""
        text = raw_text(self.document())
        self._select(position_of(text, selection.anchor), position_of(text, selection.caret))

    def run_command(self, command: TextCommand) -> bool:
        """Run a text command on the whole text as one step to undo; answer whether it applied."""
        change = command(raw_text(self.document()), self.selection())
        if change is None or self.isReadOnly():
            return False
        self._apply(change, raw_text(self.document()), 0)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return continues a list, Tab and Shift+Tab move its items; all else is Qt's."""
        command = _KEYS.get(Qt.Key(event.key()))
        held = event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        shifted_return = command is continue_list and event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if command is None or held or shifted_return or self.isReadOnly() or not self._run_near(command):
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl the wheel asks for larger or smaller text."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            steps = (event.angleDelta().y() > 0) - (event.angleDelta().y() < 0)
            if steps:
                self.zoom_requested.emit(steps)
            event.accept()
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column in the middle."""
        super().resizeEvent(event)
        self._centre()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu at the pointer, or at the caret for the keyboard's menu key."""
        place = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            place = self.viewport().mapToGlobal(self.cursorRect().bottomLeft())
        self.menu_requested.emit(place)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy plain text with its no-break spaces, which Qt's own copy turns into spaces."""
        answer = QMimeData()
        answer.setText(self.textCursor().selectedText().replace("\u2029", "\n"))
        return answer

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take text, and files of this machine."""
        return source.hasText() or any(url.isLocalFile() for url in source.urls())

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Insert text as it is, never styles; files are announced, not inserted."""
        files = tuple(Path(url.toLocalFile()) for url in source.urls() if url.isLocalFile())
        if files:
            self.files_dropped.emit(files)
        elif source.hasText():
            text = source.text().replace("\r\n", "\n").replace("\r", "\n")
            self.textCursor().insertText(text)
            self.ensureCursorVisible()

    def _adopt(self, document: QTextDocument) -> None:
        document.setDefaultFont(self._text_font)
        dress(document, self._line_height)
        if document.characterCount() <= LARGEST_DRESSED:
            self._highlighters[document] = MarkdownHighlighter(document, self._theme)
            document.destroyed.connect(lambda: self._highlighters.pop(document, None))

    def _centre(self) -> None:
        column = QFontMetricsF(self._text_font).averageCharWidth() * self._column_characters
        room = self.width() - self.verticalScrollBar().sizeHint().width() - column
        side = max(_LEAST_MARGIN, int(room / 2))
        self.setViewportMargins(side, _TOP_MARGIN, side, 0)

    def _select(self, anchor: int, position: int) -> None:
        last = self.document().characterCount() - 1
        cursor = self.textCursor()
        cursor.setPosition(min(anchor, last))
        cursor.setPosition(min(position, last), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def _run_near(self, command: TextCommand) -> bool:
        """Run command on the lines around the selection; code blocks keep their keys."""
        cursor = self.textCursor()
        first = self.document().findBlock(cursor.selectionStart())
        if LineState.unpacked(first.previous().userState()).kind in FENCES:
            return False
        last = self.document().findBlock(cursor.selectionEnd())
        for _ in range(_NEAR):
            first = first.previous() if first.previous().isValid() else first
            last = last.next() if last.next().isValid() else last
        lines, block = [first.text()], first
        while block != last:
            block = block.next()
            lines.append(block.text())
        text, offset = "\n".join(lines), first.position()
        anchor, caret = (index_of(text, place - offset) for place in (cursor.anchor(), cursor.position()))
        change = command(text, Selection(anchor, caret))
        if change is not None:
            self._apply(change, text, offset)
        return change is not None

    def _apply(self, change: Change, text: str, offset: int) -> None:
        """Make a change of text, which begins at the position offset of the document, one step to undo."""
        cursor = self.textCursor()
        cursor.beginEditBlock()
        # From the last to the first, so that the positions of those before stay right.
        for edit in reversed(change.edits):
            cursor.setPosition(offset + position_of(text, edit.start))
            cursor.setPosition(offset + position_of(text, edit.end), QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(edit.replacement)
        cursor.endEditBlock()
        new = apply_edits(text, change.edits)
        self._select(
            offset + position_of(new, change.selection.anchor),
            offset + position_of(new, change.selection.caret),
        )
        self.ensureCursorVisible()

    def _announce_caret(self) -> None:
        cursor = self.textCursor()
        self.caret_moved.emit(cursor.blockNumber(), cursor.positionInBlock())

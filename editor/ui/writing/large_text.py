"""The pane for a text that is too large for the Markdown pane: plain, and so as quick as a short one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QTextDocument
from PySide6.QtWidgets import QFrame, QLabel, QPlainTextDocumentLayout, QPlainTextEdit, QVBoxLayout, QWidget

from editor.text.positions import index_of
from editor.translation import tr
from editor.ui.labels import label
from editor.ui.writing.clipboard import copied
from editor.ui.writing.markdown_view import ViewState

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData


class PlainBox(QPlainTextEdit):
    """Edits plain text with its no-break spaces, every line end a line feed."""

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy plain text with its no-break spaces."""
        return copied(self.textCursor())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Shift+Return breaks the line; Qt would insert U+2028, which is no line end in Markdown."""
        is_return = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_return and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.insertPlainText("\n")
        else:
            super().keyPressEvent(event)


class LargeText(QWidget):
    """Shows a document in Qt's plain layout, below words that say why it looks so."""

    caret_moved = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = tr("This text is very large. It is shown without form, colours and preview.")
        self.box = PlainBox(self)
        self.box.setObjectName("large_text")
        self.box.setAccessibleName(tr("Text of the article"))
        self.box.setFrameShape(QFrame.Shape.NoFrame)
        self._font = QFont(self.font())
        self._nothing = QTextDocument(self)
        self._nothing.setDocumentLayout(QPlainTextDocumentLayout(self._nothing))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(_message(words, self))
        layout.addWidget(self.box)
        self.setFocusProxy(self.box)
        self.box.cursorPositionChanged.connect(self._announce_caret)
        self.set_document(None)

    def set_document(self, document: QTextDocument | None) -> None:
        """Show document, whose owner keeps it alive; None shows nothing."""
        shown = self._nothing if document is None else document
        shown.setDefaultFont(self._font)
        self.box.setDocument(shown)
        self.box.setReadOnly(document is None)
        if document is not None:
            self._announce_caret()

    def set_font(self, family: str, size: int) -> None:
        """Show the text in a font (empty: the system's) of size points."""
        self._font = QFont(family) if family else QFont(self.font())
        self._font.setPointSize(size)
        self.box.document().setDefaultFont(self._font)

    def view_state(self) -> ViewState:
        """Answer where the text is left now."""
        cursor = self.box.textCursor()
        return ViewState(cursor.anchor(), cursor.position(), self.box.firstVisibleBlock().blockNumber(), 0)

    def restore_view_state(self, state: ViewState) -> None:
        """Go back to where the text was left."""
        cursor = self.box.textCursor()
        cursor.setPosition(state.anchor)
        cursor.setPosition(state.position, cursor.MoveMode.KeepAnchor)
        self.box.setTextCursor(cursor)
        top = self.box.document().findBlockByNumber(state.line)
        self.box.verticalScrollBar().setValue(top.firstLineNumber())

    def _announce_caret(self) -> None:
        cursor = self.box.textCursor()
        column = index_of(cursor.block().text(), cursor.positionInBlock())
        self.caret_moved.emit(cursor.blockNumber(), column)


def _message(words: str, parent: QWidget) -> QLabel:
    answer = label("message", parent, words, wraps=True)
    answer.setContentsMargins(12, 6, 12, 6)
    return answer

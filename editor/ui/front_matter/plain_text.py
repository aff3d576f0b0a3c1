"""Text boxes that keep every character: no-break spaces survive reading, copying and saving."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from editor.ui.documents import raw_text

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QResizeEvent, QTextDocument

# Qt scrolls a text that fits to the pixel.
_SLACK = 2
_PARAGRAPH_SEPARATOR = "\u2029"


class PlainText(QPlainTextEdit):
    """A text box whose text() is exactly what it shows; toPlainText makes spaces of no-break spaces."""

    def text(self) -> str:
        """Answer the text, its lines ended by line feeds."""
        return raw_text(self.document())

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy what is selected, no-break spaces included."""
        data = QMimeData()
        data.setText(self.textCursor().selectedText().replace(_PARAGRAPH_SEPARATOR, "\n"))
        return data


class GrowingText(PlainText):
    """A text box as high as its text, from its smallest to its greatest number of lines."""

    left = Signal()

    def __init__(self, smallest: int, greatest: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._smallest = smallest
        self._greatest = greatest
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._grow()

    def changeEvent(self, event: QEvent) -> None:
        """Grow where another font or style needs more room."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._grow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Grow where a narrower box needs more lines."""
        super().resizeEvent(event)
        self._grow()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the writer has gone elsewhere, the box's own menu excepted."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def sizeHint(self) -> QSize:
        """Answer the height of the text, within the limits."""
        return QSize(super().sizeHint().width(), self._height())

    def minimumSizeHint(self) -> QSize:
        """Answer the height of the text, and no width to speak of."""
        return QSize(0, self._height())

    def _grow(self) -> None:
        has_more = shown_lines(self.document(), self._greatest) > self._greatest
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if has_more else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(policy)
        height = self._height()
        if self.height() != height or self.minimumHeight() != height:
            self.setFixedHeight(height)

    def _height(self) -> int:
        lines = max(self._smallest, min(shown_lines(self.document(), self._greatest), self._greatest))
        # The style sheet's border and padding lie between the box and its viewport, once it is laid out.
        frame = max(0, self.height() - self.viewport().height())
        margins = 2 * round(self.document().documentMargin()) + _SLACK
        return lines * self.fontMetrics().lineSpacing() + margins + frame


def shown_lines(document: QTextDocument, most: int) -> int:
    """Answer how many lines document takes in its box, or some number above most."""
    layout = document.documentLayout()
    count = 0
    block = document.begin()
    while block.isValid() and count <= most:
        layout.blockBoundingRect(block)  # lays the block out, which Qt does for visible blocks only
        count += block.layout().lineCount()
        block = block.next()
    return count

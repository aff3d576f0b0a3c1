"""A text in one column in the middle of its pane, as wide as reads well."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QMouseEvent, QPainter, QPalette
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QTextDocument, QWheelEvent

_LEAST_MARGIN: Final = 28
_TOP_MARGIN: Final = 14
_BAND_RADIUS: Final = 4
_BAND_MARGIN: Final = 3
# A character's width in running text; QFontMetricsF.averageCharWidth is that of all letters alike.
_PROSE: Final = "le soleil se couche lentement sur la mer et les bateaux rentrent au port"
_NOTCH: Final = 120  # eighths of a degree that Qt counts for one step of a mouse wheel
_TAB_CHARACTERS: Final = 4
_MOUSE: Final = (
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.MouseMove,
)
_PLACES: Final = (Qt.InputMethodQuery.ImCursorRectangle, Qt.InputMethodQuery.ImAnchorRectangle)


class TextColumn(QTextEdit):
    """A QTextEdit whose column keeps a width in characters, and whose current line is softly marked."""

    zoom_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setCursorWidth(2)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self._text_font = QFont(self.font())
        self._characters = 72
        self._band_colour = QColor(Qt.GlobalColor.transparent)
        self._band = QRect()  # of the current line, from the top of the document
        self._turned = 0
        self.cursorPositionChanged.connect(self._move_band)
        self.selectionChanged.connect(self._move_band)

    def set_column(self, font: QFont, characters: int) -> None:
        """Show the text in font, in lines of at most so many characters."""
        self._text_font = font
        self._characters = characters
        self.set_font_of(self.document())
        self._centre()

    def set_font_of(self, document: QTextDocument) -> None:
        """Give a document that is or will be shown the column's font and tab stops."""
        if document.defaultFont() != self._text_font:
            document.setDefaultFont(self._text_font)
        option = document.defaultTextOption()
        distance = _TAB_CHARACTERS * QFontMetricsF(self._text_font).horizontalAdvance(" ")
        if option.tabStopDistance() != distance:
            option.setTabStopDistance(distance)
            document.setDefaultTextOption(option)

    def set_band_colour(self, colour: QColor) -> None:
        """Mark the current line in colour."""
        self._band_colour = colour
        self.viewport().update()

    def event(self, event: QEvent) -> bool:
        """Keep the column in the middle; let the mouse work beside it as it does in it."""
        if isinstance(event, QMouseEvent) and event.type() in _MOUSE:
            return self.viewportEvent(self._moved_to_column(event))
        if event.type() == QEvent.Type.Wheel:
            return self.viewportEvent(event)
        if event.type() == QEvent.Type.Resize:
            self._centre()  # before Qt lays the column out: one that is not shown yet hears of no second size
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl the wheel asks for larger or smaller text."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        self._turned += event.angleDelta().y()
        steps = int(self._turned / _NOTCH)  # towards zero, both ways
        self._turned -= steps * _NOTCH
        if steps:
            self.zoom_requested.emit(steps)
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the mark of the current line below the text."""
        if self.hasFocus() and not self.textCursor().hasSelection():
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._band_colour)
            painter.drawRoundedRect(QRectF(self._shown_band()), _BAND_RADIUS, _BAND_RADIUS)
            painter.end()
        super().paintEvent(event)

    def inputMethodQuery(self, query: Qt.InputMethodQuery, argument: Any = None, /) -> Any:
        """Answer Qt's question; places within the column are moved by its margin, which Qt forgets."""
        answer = super().inputMethodQuery(*((query,) if argument is None else (query, argument)))
        if query in _PLACES and isinstance(answer, (QRect, QRectF)):
            return answer.translated(self.viewport().pos())
        return answer

    def _moved_to_column(self, event: QMouseEvent) -> QMouseEvent:
        place = event.position() - QPointF(self.viewport().pos())
        return QMouseEvent(
            event.type(), place, event.globalPosition(), event.button(), event.buttons(), event.modifiers()
        )

    def _centre(self) -> None:
        width = QFontMetricsF(self._text_font).horizontalAdvance(_PROSE) / len(_PROSE)
        column = width * self._characters + 2 * self.document().documentMargin()
        room = self.width() - self.verticalScrollBar().sizeHint().width() - column
        side = max(_LEAST_MARGIN, int(room / 2))
        self.setViewportMargins(side, _TOP_MARGIN, side, 0)

    def _shown_band(self) -> QRect:
        caret = self.cursorRect()
        band = QRect(0, caret.top(), self.viewport().width(), caret.height())
        return band.adjusted(0, -_BAND_MARGIN, 0, _BAND_MARGIN)

    def _move_band(self) -> None:
        scrolled = self.verticalScrollBar().value()
        self.viewport().update(self._band.translated(0, -scrolled))
        self._band = self._shown_band().translated(0, scrolled)
        self.viewport().update(self._shown_band())

"""The front matter as text, and what is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QTextCursor, QTextDocument, QTextFormat
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextDocumentLayout,
    QTextEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from editor.text.positions import position_of
from editor.translation import tr
from editor.ui.documents import raw_text
from editor.ui.front_matter.highlighter import FrontMatterHighlighter
from editor.ui.front_matter.plain_text import PlainText, shown_lines

if TYPE_CHECKING:
    from editor.text.change import Selection
    from editor.ui.front_matter.problem_notes import WordedProblem
    from editor.ui.theme import Theme

_INDENTATION: Final = "  "
_FEWEST_LINES: Final = 5
_MOST_LINES: Final = 60
_WIDEST_BUTTONS_SHARE: Final = 0.5


class SourceText(PlainText):
    """A text box for YAML or TOML: the tab key indents by spaces, since YAML refuses tabs."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Indent on Tab."""
        if event.key() == Qt.Key.Key_Tab and not event.modifiers() and not self.textCursor().hasSelection():
            self.insertPlainText(_INDENTATION)
        else:
            super().keyPressEvent(event)


class HeadText(QFrame):
    """Edits the document of the front matter; a bar above it says what is wrong and leads there."""

    fault_activated = Signal(int)
    repair_requested = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("head_text")
        self._theme = theme
        self._fault_line = -1
        self._empty = QTextDocument(self)
        self._empty.setDocumentLayout(QPlainTextDocumentLayout(self._empty))
        self.box = SourceText(self)
        self.box.setAccessibleName(tr("Front matter as text"))
        self.box.setDocument(self._empty)
        self._highlighter = FrontMatterHighlighter(self._empty, theme)
        self.fault = QFrame(self)
        self.fault.setObjectName("fault")
        self._fault_words = QLabel(self.fault)
        self._fault_words.setTextFormat(Qt.TextFormat.PlainText)
        self._fault_words.setWordWrap(True)
        self.go_to_fault = QToolButton(self.fault)
        self.go_to_fault.setText(tr("Go to the line"))
        self.go_to_fault.clicked.connect(self._activate_fault)
        self.repair = QToolButton(self.fault)
        self.repair.clicked.connect(self._ask_for_repair)
        self.repair.hide()
        self._repair: WordedProblem | None = None
        self._bar = QBoxLayout(QBoxLayout.Direction.LeftToRight, self.fault)
        self._bar.setContentsMargins(12, 5, 8, 5)
        self._bar.addWidget(self._fault_words, 1)
        buttons = QHBoxLayout()
        for button in (self.repair, self.go_to_fault):
            buttons.addWidget(button)
        self._bar.addLayout(buttons)
        self._bar.setAlignment(buttons, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.fault)
        layout.addWidget(self.box)
        self.fault.hide()

    def set_document(self, document: QTextDocument | None) -> None:
        """Edit document, whose owner keeps it alive; None empties the box."""
        shown = self._empty if document is None else document
        if not isinstance(shown.documentLayout(), QPlainTextDocumentLayout):
            shown.setDocumentLayout(QPlainTextDocumentLayout(shown))
        self.box.setDocument(shown)
        self.box.setReadOnly(document is None)
        self._highlighter.setDocument(shown)
        shown.documentLayout().documentSizeChanged.connect(self.updateGeometry)
        self.show_fault(-1, "")

    def show_fault(self, line: int, words: str) -> None:
        """Mark a line (0 is the first) and say in words what is wrong there; no words: nothing is."""
        self._fault_line = line if words else -1
        self._fault_words.setText(words)
        self.fault.setVisible(bool(words))
        self._mark_line()
        self.updateGeometry()

    def show_problems(self, problems: tuple[WordedProblem, ...]) -> None:
        """Offer the first repair there is, beside what is wrong with the text."""
        self._repair = next((each for each in problems if each.repair), None)
        self.repair.setText(self._repair.repair if self._repair else "")
        self.repair.setVisible(self._repair is not None)
        self._arrange_bar()

    def fault_words(self) -> str:
        """Answer what is wrong, "" where nothing is."""
        return self._fault_words.text()

    def lead_to(self, line: int, column: int) -> None:
        """Put the caret into a line, at a column, both counted from 0."""
        block = self.box.document().findBlockByNumber(line)
        if block.isValid():
            cursor = QTextCursor(block)
            cursor.setPosition(block.position() + position_of(block.text(), min(column, len(block.text()))))
            self.box.setTextCursor(cursor)
        self.box.setFocus()

    def select(self, selection: Selection) -> None:
        """Select a stretch of the text."""
        text = raw_text(self.box.document())
        cursor = QTextCursor(self.box.document())
        cursor.setPosition(position_of(text, selection.anchor))
        cursor.setPosition(position_of(text, selection.caret), QTextCursor.MoveMode.KeepAnchor)
        self.box.setTextCursor(cursor)
        self.box.setFocus()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of theme."""
        self._theme = theme
        self._highlighter.set_theme(theme)
        self._mark_line()

    def sizeHint(self) -> QSize:
        """Answer the height of all lines."""
        lines = max(_FEWEST_LINES, shown_lines(self.box.document(), _MOST_LINES))
        return QSize(super().sizeHint().width(), self._height(lines))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for another height where a narrower box needs more lines."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._arrange_bar()
            self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """Answer the height of a few lines."""
        return QSize(0, self._height(_FEWEST_LINES))

    def _arrange_bar(self) -> None:
        """Put the buttons beside the words, or below where they would leave them little room."""
        shown = [button for button in (self.repair, self.go_to_fault) if not button.isHidden()]
        width = sum(button.sizeHint().width() for button in shown)
        is_wide = width <= _WIDEST_BUTTONS_SHARE * self.width()
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._bar.setDirection(beside if is_wide else below)

    def _height(self, lines: int) -> int:
        bar = 0 if self.fault.isHidden() else self.fault.heightForWidth(self.width())
        return (
            bar
            + (lines + 1) * self.box.fontMetrics().lineSpacing()
            + 2 * round(self.box.document().documentMargin())
        )

    def _fault_cursor(self) -> QTextCursor | None:
        block = self.box.document().findBlockByNumber(self._fault_line)
        return QTextCursor(block) if block.isValid() else None

    def _mark_line(self) -> None:
        marked: list[QTextEdit.ExtraSelection] = []
        cursor = self._fault_cursor()
        if cursor is not None:
            selection = QTextEdit.ExtraSelection()
            selection.cursor = cursor
            selection.format.setBackground(self._theme.colour("error_wash"))
            selection.format.setProperty(QTextFormat.Property.FullWidthSelection, True)  # noqa: FBT003 - Qt's order
            marked.append(selection)
        self.box.setExtraSelections(marked)

    def _ask_for_repair(self) -> None:
        if self._repair is not None:
            self.repair_requested.emit(self._repair.problem)

    def _activate_fault(self) -> None:
        cursor = self._fault_cursor()
        if cursor is not None:
            self.box.setTextCursor(cursor)
            self.box.setFocus()
        self.fault_activated.emit(self._fault_line)

"""A box of chips that flow over as many lines as they need, and the line for the next one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QToolButton, QWidget

from editor.translation import tr
from editor.ui.front_matter.completion import WordCompleter
from editor.ui.front_matter.field_editor import mark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QIcon, QKeyEvent, QMouseEvent, QResizeEvent

_GAP: Final = 4
_MARGIN: Final = 5
_SMALLEST_LINE: Final = 90
_WIDEST_CHIP: Final = 200
_CROSS_SIZE: Final = QSize(12, 12)


class Chip(QFrame):
    """One tag and its cross."""

    removed = Signal(int)

    def __init__(self, tag: str, place: int, cross: QIcon, parent: QWidget) -> None:
        super().__init__(parent)
        self._place = place
        self.setObjectName("chip")
        label = QLabel(self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setText(label.fontMetrics().elidedText(tag, Qt.TextElideMode.ElideRight, _WIDEST_CHIP))
        self.cross = QToolButton(self)
        self.cross.setObjectName("cross")
        self.cross.setIcon(cross)
        self.cross.setIconSize(_CROSS_SIZE)
        self.cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.cross.setCursor(Qt.CursorShape.ArrowCursor)
        self.cross.setToolTip(tr("Remove {tag}").format(tag=tag))
        self.cross.setAccessibleName(self.cross.toolTip())
        self.cross.clicked.connect(self._tell_removal)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 2, 3, 2)
        layout.setSpacing(2)
        layout.addWidget(label)
        layout.addWidget(self.cross)

    def mark_foreign(self, *, is_foreign: bool) -> None:
        """Mark the tag as one that is not allowed here."""
        mark(self, "wrong", "error" if is_foreign else "")

    def _tell_removal(self) -> None:
        self.removed.emit(self._place)


class TagLine(QLineEdit):
    """The line in which the next tag is written."""

    tag_entered = Signal()
    went_back = Signal()
    focus_changed = Signal(bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.offers = WordCompleter(self)
        self.setCompleter(self.offers)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Finish a tag on Return; Backspace in an empty line goes for the tag before it; Down offers all."""
        is_return = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_return and self.offers.is_choosing():
            event.ignore()  # the list takes it
        elif event.key() == Qt.Key.Key_Down and not self.offers.is_choosing():
            self.offers.offer_all()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.text().strip():
                self.offers.put_away()
                self.tag_entered.emit()
            else:
                self.focusNextChild()
        elif event.key() == Qt.Key.Key_Backspace and not self.text():
            self.went_back.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the keyboard is here."""
        super().focusInEvent(event)
        self.focus_changed.emit(True)  # noqa: FBT003 - a signal takes its arguments by place

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the keyboard is elsewhere."""
        super().focusOutEvent(event)
        self.focus_changed.emit(False)  # noqa: FBT003 - a signal takes its arguments by place


class TagsBox(QFrame):
    """Lays out chips and the line for the next tag like the words of a paragraph."""

    chip_removed = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("tags")
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.chips: tuple[Chip, ...] = ()
        self.line = TagLine(self)
        self.line.setFrame(False)
        self.line.setPlaceholderText(tr("Add a tag"))
        self.line.focus_changed.connect(self._mark_focus)

    def show_tags(self, tags: Sequence[str], cross: QIcon) -> None:
        """Show a chip for each of tags."""
        for chip in self.chips:
            chip.hide()
            chip.deleteLater()
        self.chips = tuple(Chip(tag, place, cross, self) for place, tag in enumerate(tags))
        for chip in self.chips:
            chip.removed.connect(self.chip_removed)
            chip.show()
        self._flow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the chips flow into the new width."""
        super().resizeEvent(event)
        self._flow()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the line, as in any text box."""
        super().mousePressEvent(event)
        self.line.setFocus(Qt.FocusReason.MouseFocusReason)

    def _flow(self) -> None:
        right = self.width() - _MARGIN
        place = QPoint(_MARGIN, _MARGIN)
        row = max([self.line.sizeHint().height(), *(chip.sizeHint().height() for chip in self.chips)])
        for chip in self.chips:
            size = chip.sizeHint()
            width = min(size.width(), right - _MARGIN)
            if place.x() > _MARGIN and place.x() + width > right:
                place = QPoint(_MARGIN, place.y() + row + _GAP)
            chip.setGeometry(place.x(), place.y() + (row - size.height()) // 2, width, size.height())
            place.setX(place.x() + width + _GAP)
        if place.x() > _MARGIN and right - place.x() < _SMALLEST_LINE:
            place = QPoint(_MARGIN, place.y() + row + _GAP)
        self.line.setGeometry(place.x(), place.y(), max(0, right - place.x()), row)
        self.setFixedHeight(place.y() + row + _MARGIN)

    def _mark_focus(self, has_focus: bool) -> None:  # noqa: FBT001 - a slot takes its arguments by place
        mark(self, "focused", has_focus)

"""Two texts compared: what differs, with a few lines around it, word by word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QTextBrowser

from editor.text.differences import Gap, Row, folded, rows
from editor.translation import ntr, tr
from editor.ui.differences.drawing import Note, Titles, draw

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from editor.ui.theme import Theme

_CONTEXT: Final = 2
_MOST_ROWS: Final = 1500
"""More are not drawn: a table costs in proportion, and nobody reads them."""
_NARROW: Final = 560
"""Pixels of width below which old and new lines stand one below the other."""


class DifferencesView(QTextBrowser):
    """Shows how an old text became a new one; F7 and Shift+F7 go from difference to difference.

    With words for a link, each difference has one below it, and block_activated tells its number from 0: that
    of the block among those of text.differences.blocks that are not the same.
    """

    block_activated = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("differences")
        self.setAccessibleName(tr("Differences"))
        self.setAccessibleDescription(tr("F7 goes to the next difference, Shift+F7 to the one before."))
        self.setOpenLinks(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._theme = theme
        self._link = ""
        self._parts: tuple[Row | Gap, ...] = ()
        self._titles: tuple[str, str] = ("", "")
        self._places: tuple[int, ...] = ()
        self._columns = 2
        self.anchorClicked.connect(self._announce_block)
        for key, step in (("F7", 1), ("Shift+F7", -1)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda step=step: self.go_to_difference(step))

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of theme."""
        self._theme = theme
        self._draw()

    def show_differences(self, old: str, new: str, titles: tuple[str, str], *, link: str = "") -> None:
        """Compare two texts, each below its title; link words what can be done with each difference."""
        self._parts = folded(rows(old, new), _CONTEXT)
        self._titles = titles
        self._link = link
        self._draw()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def go_to_difference(self, step: int) -> None:
        """Select the first line of the next difference (step 1), or of the one before (-1)."""
        here = self.textCursor().selectionStart()
        later = [place for place in self._places if place > here]
        earlier = [place for place in self._places if place < here]
        chosen = later[:1] if step > 0 else earlier[-1:]
        if chosen:
            cursor = self.textCursor()
            cursor.setPosition(chosen[0])
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)
            self.ensureCursorVisible()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put old and new lines one below the other where there is no room beside each other."""
        super().resizeEvent(event)
        columns = 1 if self.width() < _NARROW else 2
        if columns != self._columns:
            self._columns = columns
            self._draw()

    def _draw(self) -> None:
        parts: list[Row | Note] = []
        number = 0
        shown = self._parts[:_MOST_ROWS]
        for place, part in enumerate(shown):
            if isinstance(part, Gap):
                words = ntr("{count} line the same", "{count} lines the same", part.count)
                parts.append(Note(f"⋯ {words.format(count=part.count)}"))
                continue
            parts.append(part)
            following = shown[place + 1] if place + 1 < len(shown) else None
            if not part.is_same and not (isinstance(following, Row) and not following.is_same):
                if self._link:
                    parts.append(Note(self._link, link=str(number)))
                number += 1
        if len(self._parts) > _MOST_ROWS:
            parts.append(Note(tr("The texts differ further; not all of it is shown.")))
        if not number:
            parts = [Note(tr("The texts are the same."))]
        titles = [Titles(*self._titles)] if any(self._titles) else []
        self._places = draw(self.document(), [*titles, *parts], self._theme, columns=self._columns)

    def _announce_block(self, address: QUrl) -> None:
        self.block_activated.emit(int(address.toString()))

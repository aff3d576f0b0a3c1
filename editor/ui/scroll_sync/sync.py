"""Sees which pane the writer uses, and has the other one follow."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final, Literal

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QMouseEvent, QTextCursor

from editor.text.positions import position_of
from editor.text.shown_words import index_of_shown_word
from editor.ui.scroll_sync.following import PageFollower, TextFollower
from editor.ui.scroll_sync.panes import Panes

if TYPE_CHECKING:
    from editor.ui.open_article import OpenArticle
    from editor.ui.preview.updates import PreviewPage
    from editor.ui.preview.view import PreviewView
    from editor.ui.workspace import Workspace
    from editor.ui.writing.markdown_view import MarkdownView

_USES: Final = frozenset(
    (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel, QEvent.Type.InputMethod)
)
"""What a person does to a pane, which from then on leads."""
_STILL: Final = 4
"""Pixels that the pointer may move in a click."""
Leader = Literal["nobody", "caret", "text", "page"]
"""What leads: the caret, whose line stays as high, the text as it is scrolled, or the page as it is."""


class ScrollSync(QObject):
    """Nothing that the pane does that follows comes back as an echo: only the one that is used leads.

    While the writer types or moves the caret, its line stands as high on the page as in the text. When the
    text is scrolled the page goes with it, and the text with the page; both come to their ends together.
    """

    def __init__(self, workspace: Workspace, writing: MarkdownView, preview: PreviewView) -> None:
        super().__init__(preview)
        self._panes = Panes(writing, preview)
        self._page = PageFollower(self._panes)
        self._text = TextFollower(self._panes)
        self._article: OpenArticle | None = None
        self._leader: Leader = "nobody"
        self._has_lines = False
        """Whether the page has the same lines as the text."""
        self._is_awaited = False
        """Whether a page comes that has what was written just now, and will then be brought to the caret."""
        self._brought_to = -1
        """Where the caret was when the page was last brought to it."""
        self._pressed: QPoint | None = None
        self._face: QObject | None = None
        # Once for all that one event brings about: caret, scrolling, marks.
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._follow)
        workspace.current_changed.connect(self._open)
        bar = writing.verticalScrollBar()
        for part in (writing, writing.viewport(), bar):
            part.installEventFilter(self)
        bar.valueChanged.connect(self._follow_text)
        writing.cursorPositionChanged.connect(self._follow_text)
        writing.led.connect(self._follow_command)
        preview.accompany(self._companion)
        preview.page_shown.connect(self._take_page)
        preview.scrolled.connect(self._follow_page)
        preview.resized.connect(self._follow_text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See which pane is used, and where on the page is clicked (Qt)."""
        if event.type() in _USES:
            is_scrolled = event.type() == QEvent.Type.Wheel or watched is self._bar()
            self._lead("page" if watched is self._face else "text" if is_scrolled else "caret")
        if watched is self._face and isinstance(event, QMouseEvent):
            self._see_click(event)
        elif event.type() == QEvent.Type.Resize and watched is not self._face:
            self._follow_text()  # the form was folded, or the window made wider
        return False

    def _bar(self) -> QObject:
        return self._panes.writing.verticalScrollBar()

    def _open(self, article: OpenArticle | None) -> None:
        if self._article is not None:
            self._article.body_lines_changed.disconnect(self._see_edit)
        self._article = article
        if article is not None:
            article.body_lines_changed.connect(self._see_edit)
        self._panes.open(article)
        # The page is seen from its top, or where it was left, until the writer does something.
        self._leader = "nobody"

    def _lead(self, leader: Leader) -> None:
        if leader != self._leader:
            self._leader = leader
            (self._text if leader == "page" else self._page).begin()

    def _see_edit(self, _first: int, before: int, now: int) -> None:
        # Until the page has them too, the lines of the page are not those of the text.
        self._has_lines &= before == now
        self._is_awaited = True

    def _follow_text(self) -> None:
        if self._leader != "page" and not self._panes.is_moving_text:
            self._soon.start()

    def _follow_command(self) -> None:
        self._lead("caret")
        self._follow_text()

    def _follow(self) -> None:
        is_settled = self._has_lines and not self._is_awaited
        if self._leader == "page" or not is_settled or not self._panes.are_shown():
            return
        self._brought_to = self._panes.writing.textCursor().position()
        self._panes.preview.run(self._page.calls_for_caret(keeps_height=self._leader == "caret"))
        if self._leader == "text":
            self._page.follow()

    def _follow_page(self) -> None:
        if self._leader == "page" and self._has_lines and self._panes.are_shown():
            self._text.follow()

    def _companion(self, page: PreviewPage) -> str | None:
        """Answer what is done at the moment that the page changes, so that nothing jumps."""
        self._has_lines = self._panes.take(page)
        if not self._has_lines:
            return None
        self._brought_to = self._panes.writing.textCursor().position()
        return self._page.calls_for_caret(keeps_height=self._leader == "caret")

    def _take_page(self, page: PreviewPage) -> None:
        if self._face is not self._panes.preview.face():
            self._face = self._panes.preview.face()
            if self._face is not None:
                self._face.installEventFilter(self)
        self._has_lines = self._panes.take(page)
        self._is_awaited = False
        if self._leader != "caret" or self._brought_to != self._panes.writing.textCursor().position():
            self._follow_text()

    def _see_click(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or event.modifiers():
            return
        place = event.position().toPoint()
        if event.type() == QEvent.Type.MouseButtonPress:
            self._pressed = place
        elif event.type() == QEvent.Type.MouseButtonRelease and self._pressed is not None:
            if (place - self._pressed).manhattanLength() <= _STILL and self._panes.are_shown():
                zoom = self._panes.preview.zoom()
                self._panes.preview.ask(
                    "clicked", place.x() / zoom, place.y() / zoom, done=lambda told: self._go_to(told, place)
                )
            self._pressed = None

    def _go_to(self, told: object, place: QPoint) -> None:
        """Put the caret where on the page was clicked, and its line as high as the click."""
        found: dict[str, Any] | None = json.loads(told) if isinstance(told, str) and told else None
        if found is None or not self._has_lines:
            return
        if found["label"]:
            block, count = self._panes.lines_of_note(found["label"])
        else:
            block, count = self._panes.lines_of(int(found["index"]), int(found["first"]), int(found["end"]))
        lines, following = [], block
        for _ in range(count):
            lines.append(following.text())
            following = following.next()
        source = "\n".join(lines)
        index = index_of_shown_word(source, found["word"], int(found["number"]))
        cursor = QTextCursor(block)
        if index is not None:
            cursor.setPosition(block.position() + position_of(source, index + int(found["within"])))
        panes = self._panes
        self._lead("caret")
        panes.is_moving_text = True
        panes.writing.setTextCursor(cursor)
        panes.writing.setFocus()
        clicked = place.y() / panes.preview.zoom()
        panes.move_text(panes.caret() - panes.in_text(clicked))
        # The page stays under the pointer, unless the text does not reach so high.
        is_out_of_reach = abs(panes.on_page(panes.in_text(clicked)) - clicked) > _STILL
        panes.preview.run(self._page.calls_for_caret(keeps_height=is_out_of_reach))

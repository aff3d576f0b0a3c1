"""Text and page of one article side by side: which line of the one is which of the other, and how high."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from PySide6.QtCore import QPoint

from editor.article.front_matter import split
from editor.ui.preview.page_lines import PageLines, Place
from editor.ui.writing.places import height_of_caret, height_of_line, line_at_height, line_of_caret, scroll_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QTextBlock

    from editor.ui.alignment import Scroll
    from editor.ui.open_article import OpenArticle
    from editor.ui.preview.updates import PreviewPage
    from editor.ui.preview.view import PreviewView
    from editor.ui.writing.markdown_view import MarkdownView

_EDGE: Final = 12
"""Pixels from the edges of the page, nearer to which no line is brought."""
_FENCES: Final = ("---", "+++", "\ufeff")


class Panes:
    """Both panes, as far as they show the same article.

    Heights in a view are counted from its upper edge; those of the page are CSS pixels.
    """

    def __init__(self, writing: MarkdownView, preview: PreviewView) -> None:
        self.writing = writing
        self.preview = preview
        self.is_moving_text = False
        """Whether the text is moved because the page was."""
        self._article: OpenArticle | None = None
        self._lines = PageLines()
        self._offset = 0

    def open(self, article: OpenArticle | None) -> None:
        """Show article, of which there is no page yet."""
        self._article = article
        self._lines = PageLines()

    def take(self, page: PreviewPage) -> bool:
        """Take the lines of a page; answer whether they are those that the article has now."""
        article = self._article
        if article is None or page.key != str(article.number):
            return False
        # A new article's front matter may stand in the text.
        is_in_text = article.head.isEmpty() and article.body.begin().text().startswith(_FENCES)
        self._offset = split(article.body_text()).head.count("\n") if is_in_text else 0
        self._lines = self._lines.of(page.passages)
        return self._lines.end == article.body.blockCount() - self._offset

    def are_shown(self) -> bool:
        """Whether both are to be seen."""
        article = self._article
        return article is not None and self.preview.shows(str(article.number)) and self.writing.isVisible()

    def scroll_of_text(self) -> Scroll:
        """Answer where the text is scrolled to."""
        return scroll_of(self.writing)

    def caret(self) -> float:
        """Answer how far below the top of the text the caret stands."""
        return height_of_caret(self.writing)

    def place_of_caret(self) -> Place | None:
        """Answer the place of the caret on the page, in a line by the letters that are shown before it."""
        return self._lines.place(max(0.0, line_of_caret(self.writing) - self._offset), self._is_blank)

    def place_at(self, height: float) -> Place | None:
        """Answer the place on the page of what stands so far below the top of the text."""
        line = line_at_height(self.writing, height) - self._offset
        return self._lines.place(max(0.0, line), self._is_blank)

    def height_of(self, found: Mapping[str, float]) -> float:
        """Answer how far below the top of the text the line stands that the page found."""
        return height_of_line(self.writing, self._lines.line(found, self._is_blank) + self._offset)

    def on_page(self, height: float) -> float:
        """Answer the height in the page's view of what stands so high in the text's, in sight in any case."""
        beside = (height + self._distance()) / self.preview.zoom()
        return min(max(beside, _EDGE), self.preview.height() / self.preview.zoom() - _EDGE)

    def in_text(self, height: float) -> float:
        """Answer the height in the text's view of what stands so high in the page's, in sight in any case."""
        beside = height * self.preview.zoom() - self._distance()
        return min(max(beside, _EDGE), self.writing.viewport().height() - _EDGE)

    def move_text(self, place: float) -> None:
        """Scroll the text to a place."""
        self.is_moving_text = True
        self.writing.verticalScrollBar().setValue(round(place))
        self.is_moving_text = False

    def lines_of(self, index: int, first: int, end: int) -> tuple[QTextBlock, int]:
        """Answer where in the text lines of a block of the page begin, and how many; all of them from -1."""
        start, stop = self._lines.span(index)
        if first >= 0:
            start, stop = start + first, min(start + max(end, first + 1), max(stop, start + 1))
        return self.writing.document().findBlockByNumber(start + self._offset), max(1, stop - start)

    def lines_of_note(self, label: str) -> tuple[QTextBlock, int]:
        """Answer where in the text the footnote of a label is written, and how many lines until a blank one.

        label may be percent-encoded, and in lower case.
        """
        start = self.writing.document().find(f"[^{unquote(label)}]:").block()
        start = start if start.isValid() else self.writing.document().lastBlock()
        count, following = 1, start.next()
        while following.isValid() and following.text().strip():
            count, following = count + 1, following.next()
        return start, count

    def _distance(self) -> int:
        """Answer how much lower on the screen the text's view begins than the page's."""
        upper = self.writing.viewport().mapToGlobal(QPoint(0, 0)).y()
        return upper - self.preview.mapToGlobal(QPoint(0, 0)).y()

    def _is_blank(self, line: int) -> bool:
        return not self.writing.document().findBlockByNumber(line + self._offset).text().strip()

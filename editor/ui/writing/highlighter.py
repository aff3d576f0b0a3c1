"""The colours of Markdown in the text pane."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QFontDatabase, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from editor.text.positions import position_of
from editor.text.syntax import scan_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from editor.text.spans import Span
    from editor.ui.theme import SyntaxStyle, Theme


class MarkdownHighlighter(QSyntaxHighlighter):
    """Colours Markdown line by line in a theme's styles; inner marks add to those around them."""

    def __init__(self, document: QTextDocument, theme: Theme) -> None:
        super().__init__(document)
        self._styles = theme.syntax
        self._formats: dict[tuple[str, ...], QTextCharFormat] = {}

    def set_theme(self, theme: Theme) -> None:
        """Colour everything anew in the styles of theme."""
        self._styles = theme.syntax
        self._formats.clear()
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        """Colour one line."""
        spans, state = scan_line(text, self.previousBlockState())
        self.setCurrentBlockState(state)
        if not spans:
            return
        # Positions are Python's unless the line holds characters of two UTF-16 units.
        is_plain = self.currentBlock().length() == len(text) + 1
        for start, end, roles in _stretches(spans):
            if not is_plain:
                start, end = position_of(text, start), position_of(text, end)
            self.setFormat(start, end - start, self._format(roles))

    def _format(self, roles: tuple[str, ...]) -> QTextCharFormat:
        form = self._formats.get(roles)
        if form is None:
            form = QTextCharFormat()
            for role in roles:
                if role in self._styles:
                    _add_style(form, self._styles[role])
            self._formats[roles] = form
        return form


def _stretches(spans: Sequence[Span]) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Answer the stretches between the ends of spans, each with the roles of all spans around it."""
    ends = sorted({index for span in spans for index in (span.start, span.end)})
    for start, end in pairwise(ends):
        roles = tuple(span.role for span in spans if span.start <= start and end <= span.end)
        if roles:
            yield start, end, roles


def _add_style(form: QTextCharFormat, style: SyntaxStyle) -> None:
    if style.colour is not None:
        form.setForeground(style.colour)
    if style.background is not None:
        form.setBackground(style.background)
    if style.bold:
        form.setFontWeight(QFont.Weight.Bold)
    if style.italic:
        form.setFontItalic(True)
    if style.underline:
        form.setFontUnderline(True)
    if style.strike:
        form.setFontStrikeOut(True)
    if style.mono:
        form.setFontFamilies(
            [QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family(), "monospace"]
        )

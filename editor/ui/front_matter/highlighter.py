"""The colours of the front matter's text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from editor.text.front_matter_syntax import IN_TOML, scan_front_matter_line
from editor.text.positions import position_of

if TYPE_CHECKING:
    from editor.article.fences import Format
    from editor.ui.theme import SyntaxStyle, Theme


class FrontMatterHighlighter(QSyntaxHighlighter):
    """Colours a front matter, or a part of one, line by line in a theme's styles."""

    def __init__(self, document: QTextDocument, theme: Theme, notation: Format = "none") -> None:
        """Take the language from the first line, but for a part in TOML."""
        super().__init__(document)
        self._formats = _formats(theme)
        self._first_state = IN_TOML if notation == "toml" else 0

    def set_theme(self, theme: Theme) -> None:
        """Colour everything anew in the styles of theme."""
        self._formats = _formats(theme)
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        """Colour one line."""
        state = self.previousBlockState()
        scanned = scan_front_matter_line(text, self._first_state if state < 0 else state)
        self.setCurrentBlockState(scanned.state)
        for span in scanned.spans:
            form = self._formats.get(span.role)
            if form is not None:
                start = position_of(text, span.start)
                self.setFormat(start, position_of(text, span.end) - start, form)


def _formats(theme: Theme) -> dict[str, QTextCharFormat]:
    return {role: _format(style) for role, style in theme.syntax.items()}


def _format(style: SyntaxStyle) -> QTextCharFormat:
    answer = QTextCharFormat()
    if style.colour is not None:
        answer.setForeground(style.colour)
    if style.background is not None:
        answer.setBackground(style.background)
    answer.setFontWeight(QFont.Weight.Bold if style.bold else QFont.Weight.Normal)
    answer.setFontItalic(style.italic)
    return answer

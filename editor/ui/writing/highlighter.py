"""The colours of Markdown in the text pane."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtGui import (
    QFont,
    QFontDatabase,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from editor.text.positions import position_of
from editor.text.syntax import scan_line

if TYPE_CHECKING:
    from editor.text.spans import Span
    from editor.ui.theme import SyntaxStyle, Theme


_CODE_SCALE: Final = 0.9  # fonts of fixed width look larger, and would push their lines apart


class MarkdownHighlighter(QSyntaxHighlighter):
    """Colours Markdown line by line in a theme's styles; inner marks add to those around them."""

    def __init__(self, document: QTextDocument, theme: Theme) -> None:
        super().__init__(document)
        self._theme = theme
        self._font = document.defaultFont()
        self._formats: dict[tuple[str, ...], QTextCharFormat] = {}
        self._colour_all()

    def adapt(self, theme: Theme) -> None:
        """Colour everything anew if theme, or the document's font, is not the one in use."""
        font = self.document().defaultFont()
        if theme is not self._theme or font != self._font:
            self._theme, self._font = theme, font
            self._formats.clear()
            self._colour_all()

    def _colour_all(self) -> None:
        # A text that is laid out already would be laid out anew after every line, in 5 s for 1 MB instead of
        # 0.1 s: it gets another layout when all lines are coloured. Nobody is to hear of the text meanwhile.
        document = self.document()
        was_blocked = document.blockSignals(True)  # noqa: FBT003 - Qt's own argument
        document.setDocumentLayout(None)  # type: ignore[arg-type] # Qt takes none for an answer, its stub does not
        self.rehighlight()
        document.documentLayout()
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        cursor.endEditBlock()  # ends what Qt else takes for a part of the writer's next edit
        document.blockSignals(was_blocked)
        document.documentLayoutChanged.emit()

    def highlightBlock(self, text: str) -> None:
        """Colour one line."""
        spans, state = scan_line(text, self.previousBlockState())
        self.setCurrentBlockState(state)
        if not spans:
            return
        # Positions are Python's unless the line holds characters of two UTF-16 units.
        is_plain = self.currentBlock().length() == len(text) + 1
        around: list[Span] = []
        for span in spans:  # outer ones come first, so that inner ones paint over them
            while around and around[-1].end <= span.start:
                around.pop()
            around.append(span)
            start, end = span.start, span.end
            if not is_plain:
                start, end = position_of(text, start), position_of(text, end)
            self.setFormat(start, end - start, self._format(tuple(it.role for it in around)))

    def _format(self, roles: tuple[str, ...]) -> QTextCharFormat:
        form = self._formats.get(roles)
        if form is None:
            form = QTextCharFormat()
            for role in roles:
                _add_style(form, self._theme.syntax[role], self._code_font())
            self._formats[roles] = form
        return form

    def _code_font(self) -> QFont:
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(self._font.pointSizeF() * _CODE_SCALE)
        return font


def _add_style(form: QTextCharFormat, style: SyntaxStyle, code_font: QFont) -> None:
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
        form.setFontFamilies([*code_font.families(), "monospace"])
        form.setFontPointSize(code_font.pointSizeF())

"""The colours of Markdown in a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QTextCharFormat, QTextDocument
from PySide6.QtTest import QTest

from editor.text.change import Selection
from editor.ui.theme import load_theme
from editor.ui.writing.highlighter import MarkdownHighlighter

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest

    from editor.ui.writing.markdown_view import MarkdownView

    Write = Callable[[str], QTextDocument]

THEME = load_theme("light")


def formats(document: QTextDocument, line: int) -> list[tuple[str, QTextCharFormat]]:
    """Answer the coloured stretches of a line."""
    block = document.findBlockByNumber(line)
    units = block.text().encode("utf-16-le")
    return [
        (units[it.start * 2 : (it.start + it.length) * 2].decode("utf-16-le"), QTextCharFormat(it.format))
        for it in block.layout().formats()
    ]


def format_of(document: QTextDocument, line: int, text: str) -> QTextCharFormat:
    return next(form for stretch, form in formats(document, line) if stretch == text)


def test_a_position_behind_an_emoji_is_right(view: MarkdownView, write: Write) -> None:
    document = write("😀😀 **gras 😀** `été`\u00a0! 😀")
    assert [text for text, _form in formats(document, 0)] == [
        "**",
        "gras 😀",
        "**",
        "`",
        "été",
        "`",
        "\u00a0",
    ]
    assert format_of(document, 0, "gras 😀").fontWeight() == QFont.Weight.Bold
    assert format_of(document, 0, "\u00a0").background().color() == THEME.syntax["no_break_space"].background


def test_inner_marks_add_to_those_around_them(view: MarkdownView, write: Write) -> None:
    document = write("# 😀 *é* ~~s~~\n\n> **`x`**\n\n```\ny\n```")
    emphasis = format_of(document, 0, "é")
    assert emphasis.fontItalic()
    assert emphasis.fontWeight() == QFont.Weight.Bold
    assert format_of(document, 0, "s").fontStrikeOut()
    code = format_of(document, 2, "x")
    assert code.fontWeight() == QFont.Weight.Bold
    assert code.fontItalic()
    assert code.background().color() == THEME.syntax["code"].background
    assert code.fontFamilies()
    assert format_of(document, 5, "y").fontPointSize() < document.defaultFont().pointSizeF()


def test_a_fence_typed_colours_what_follows(view: MarkdownView, write: Write) -> None:
    document = write("\n*a* 😀\n```\nb")
    assert format_of(document, 1, "a").fontItalic()
    view.set_selection(Selection.at(0))
    QTest.keyClicks(view, "```")
    assert [text for text, _form in formats(document, 1)] == ["*a* 😀"]
    assert formats(document, 3) == []


def test_only_the_line_typed_in_is_read(
    view: MarkdownView, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    highlight = MarkdownHighlighter.highlightBlock

    def counted(self: MarkdownHighlighter, text: str) -> None:
        read.append(text)
        highlight(self, text)

    monkeypatch.setattr(MarkdownHighlighter, "highlightBlock", counted)
    write("un 😀\n" * 50)
    assert len(read) <= 3 * 51, "opening reads a text a few times at most"
    read.clear()
    QTest.keyClicks(view, "ab")
    assert read == ["a", "ab"]


def test_another_theme_or_font_colours_anew(view: MarkdownView, write: Write) -> None:
    document = write("`a` 😀")
    highlighter = document.findChild(MarkdownHighlighter)
    assert highlighter is not None
    size = format_of(document, 0, "a").fontPointSize()
    view.set_appearance("", 24, 150, 72)
    assert format_of(document, 0, "a").fontPointSize() == 2 * size
    dark = load_theme("dark")
    view.set_theme(dark)
    assert format_of(document, 0, "a").foreground().color() == dark.syntax["code"].colour
    assert not document.isModified()
    assert not document.isUndoAvailable()


def test_underlined_roles_are_underlined(view: MarkdownView) -> None:
    from dataclasses import replace

    styles = dict(THEME.syntax)
    styles["link_text"] = replace(styles["link_text"], underline=True)
    document = QTextDocument(view)
    document.setPlainText("[a](b) 😀")
    MarkdownHighlighter(document, replace(THEME, syntax=styles))
    assert format_of(document, 0, "a").fontUnderline()

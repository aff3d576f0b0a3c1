"""Commands that look for words in the article."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor

from editor.translation import tr
from editor.ui.commands.command import Command, Desk


def go_to_line_of_body(desk: Desk, line: int) -> None:
    """Put the caret into a line of the text (0 is the first), if the front matter stands in the text."""
    article = desk.workspace.current
    if article is not None and article.head.isEmpty():
        desk.writing.setTextCursor(QTextCursor(article.body.findBlockByNumber(line)))
        desk.writing.setFocus()


def find_commands(desk: Desk) -> tuple[Command, ...]:
    """Answer the commands of the find bar."""
    with_page = desk.has_page
    return (
        Command("edit.find", tr("Find…"), desk.find_bar.open, "Ctrl+F", with_page),
        Command("edit.find_next", tr("Find next"), desk.find_bar.find_next, "F3", with_page),
        Command(
            "edit.find_previous", tr("Find previous"), desk.find_bar.find_previous, "Shift+F3", with_page
        ),
    )

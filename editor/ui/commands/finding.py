"""Commands that look for words in the article."""

from __future__ import annotations

from editor.translation import tr
from editor.ui.commands.command import Command, Desk


def find_commands(desk: Desk) -> tuple[Command, ...]:
    """Answer the commands of the find bar."""
    with_article = desk.has_article
    return (
        Command("edit.find", tr("Find…"), desk.find_bar.open, "Ctrl+F", with_article),
        Command("edit.find_next", tr("Find next"), desk.find_bar.find_next, "F3", with_article),
        Command(
            "edit.find_previous", tr("Find previous"), desk.find_bar.find_previous, "Shift+F3", with_article
        ),
    )

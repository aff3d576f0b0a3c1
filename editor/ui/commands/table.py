"""All commands, in one table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.ui.commands.blog_edits import blog_edit_commands
from editor.ui.commands.broken_links import broken_link_commands
from editor.ui.commands.dialects import dialect_commands
from editor.ui.commands.exports import export_commands
from editor.ui.commands.files import file_commands
from editor.ui.commands.finding import find_commands
from editor.ui.commands.gallery import gallery_commands
from editor.ui.commands.history import history_commands
from editor.ui.commands.linking import linking_commands
from editor.ui.commands.new_articles import new_article_commands
from editor.ui.commands.outside import outside_commands
from editor.ui.commands.preview import preview_commands
from editor.ui.commands.problems import problem_commands
from editor.ui.commands.renaming import rename_commands
from editor.ui.commands.replacing import replace_commands
from editor.ui.commands.searching import search_commands
from editor.ui.commands.tags import tag_commands
from editor.ui.commands.text import edit_commands, text_commands
from editor.ui.commands.trash import trash_commands
from editor.ui.commands.view import program_commands, view_commands

if TYPE_CHECKING:
    from editor.ui.commands.command import Command, Desk


def command_table(desk: Desk) -> dict[str, Command]:
    """Answer every command by its id."""
    commands = (
        *new_article_commands(desk),
        *file_commands(desk),
        *export_commands(desk),
        *outside_commands(desk),
        *history_commands(desk),
        *rename_commands(desk),
        *trash_commands(desk),
        *gallery_commands(desk),
        *edit_commands(desk),
        *blog_edit_commands(desk),
        *find_commands(desk),
        *replace_commands(desk),
        *tag_commands(desk),
        *search_commands(desk),
        *text_commands(desk),
        *linking_commands(desk),
        *broken_link_commands(desk),
        *view_commands(desk),
        *dialect_commands(desk),
        *preview_commands(desk),
        *problem_commands(desk),
        *program_commands(desk),
    )
    return {command.id: command for command in commands}

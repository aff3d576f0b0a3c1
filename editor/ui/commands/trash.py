"""Commands that move an article's file to the trash, and back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from editor.article.files import FileError
from editor.messages import words
from editor.translation import tr
from editor.ui.commands.command import Command, Desk
from editor.ui.dialogs import questions
from editor.ui.trash import Trashed, move_to_trash, take_back

if TYPE_CHECKING:
    from pathlib import Path

    from editor.ui.open_article import OpenArticle


def trash_commands(desk: Desk) -> tuple[Command, ...]:
    """Answer the commands on the trash; the second takes back what the first moved last."""
    last: list[Trashed] = []
    return (
        Command(
            "file.trash",
            tr("Move to the trash…"),
            partial(_move, desk, last),
            "",
            lambda: _path(desk) is not None,
        ),
        Command(
            "file.take_back",
            tr("Take back from the trash"),
            partial(_take_back, desk, last),
            "",
            lambda: bool(last),
        ),
    )


def _path(desk: Desk) -> Path | None:
    """Answer the article that is meant: in the list of articles that of the row, else the current one."""
    if desk.library.has_list_focus():
        return desk.library.pointed_path()
    article = desk.workspace.current
    return article.path if article is not None else None


def _move(desk: Desk, last: list[Trashed]) -> None:
    path = _path(desk)
    if path is None:
        return
    article = desk.workspace.article_at(path)
    is_modified = article is not None and article.is_modified()
    if not questions.ask_to_trash(desk.window, path, is_modified=is_modified):
        return
    try:
        last[:] = [move_to_trash(path)]
    except FileError as error:
        questions.say(desk.window, tr("Nothing was deleted."), _reason(error))
        return
    if article is not None:
        _leave(desk, article)
    desk.workspace.refresh()


def _leave(desk: Desk, article: OpenArticle) -> None:
    """Close an article whose file is in the trash; one with changes stays, and the bar tells of its file."""
    if article.is_modified():
        desk.outside.check(article)
    else:
        desk.workspace.close(article)


def _take_back(desk: Desk, last: list[Trashed]) -> None:
    trashed = last.pop()
    try:
        take_back(trashed)
    except FileError as error:
        questions.say(desk.window, words(error))
        return
    desk.workspace.refresh()
    desk.workspace.open_file(trashed.path)


def _reason(error: FileError) -> str:
    if type(error) is FileError and error.cause is None:
        return tr("“{name}” could not be moved to the trash: the system has none for its place.").format(
            name=error.path.name
        )
    return words(error)

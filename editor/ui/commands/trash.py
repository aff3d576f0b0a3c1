"""Commands that move an article's file to the trash, and back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from editor.article.files import FileError
from editor.blog.article_links import all_links
from editor.blog.renaming import name_of
from editor.blog.site_map import normal
from editor.messages import words
from editor.translation import tr
from editor.ui.commands.command import Command, Desk
from editor.ui.commands.looking_through import LookingThrough
from editor.ui.commands.renaming import meant_path
from editor.ui.dialogs import questions
from editor.ui.trash import Trashed, move_to_trash, take_back

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from editor.article.source import Source
    from editor.blog.blog import Blog
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
            lambda: meant_path(desk) is not None,
        ),
        Command(
            "file.take_back",
            tr("Take back from the trash"),
            partial(_take_back, desk, last),
            "",
            lambda: bool(last),
        ),
    )


def _move(desk: Desk, last: list[Trashed]) -> None:
    """Look in the background for links that would break, then ask."""
    path, blog = meant_path(desk), desk.workspace.blog
    if path is None:
        return
    if blog is None:
        _ask(desk, last, path, [])
        return
    looking = LookingThrough(desk, desk.window, partial(_links_to, blog, normal(path)))
    looking.done.connect(partial(_ask, desk, last, path))
    looking.start()


def _links_to(
    blog: Blog, path: Path, read: Callable[[Path], Source], goes_on: Callable[[], bool]
) -> list[str]:
    links = all_links(blog, read, goes_on)
    return [f"{name_of(link.article)}, {link.line + 1}" for link in links.to(path)]


def _ask(desk: Desk, last: list[Trashed], path: Path, links: list[str] | None) -> None:
    article = desk.workspace.article_at(path)
    is_modified = article is not None and article.is_modified()
    if links is None or not questions.ask_to_trash(desk.window, path, links, is_modified=is_modified):
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

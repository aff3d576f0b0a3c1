"""The command that replaces words in many articles, each change shown before it is made."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from editor.blog.article_files import articles_of
from editor.blog.collection import content_of, paths_of
from editor.blog.replacing import Replacing, Wish, plan_replacing
from editor.messages import words
from editor.translation import ntr, tr
from editor.ui.commands.blog_edits import offer
from editor.ui.commands.command import Command
from editor.ui.commands.looking_through import LookingThrough
from editor.ui.dialogs.blog_edit_dialog import Proposal
from editor.ui.dialogs.replace_dialog import ReplaceDialog

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from editor.article.source import Source
    from editor.blog.blog import Blog
    from editor.ui.commands.command import Desk


def replace_commands(desk: Desk) -> tuple[Command, ...]:
    """Answer the command that replaces in the blog."""
    return (
        Command(
            "blog.replace",
            tr("Replace in the blog…"),
            partial(_ask, desk),
            "Ctrl+Shift+H",
            lambda: desk.workspace.blog is not None,
        ),
    )


def _ask(desk: Desk) -> None:
    blog = desk.workspace.blog
    if blog is None:
        return
    desk.front_matter.finish_editing()
    selected = desk.writing.textCursor().selectedText()
    folders = blog.content if len(blog.content) > 1 else ()
    places = [tr("The whole blog"), *(folder.name for folder in folders)]
    dialog = ReplaceDialog("" if "\u2029" in selected else selected, places, desk.window)
    dialog.wanted.connect(
        lambda wish, place: _look(desk, dialog, wish, _paths(blog, folders[place - 1] if place else None))
    )
    dialog.exec()
    dialog.deleteLater()


def _paths(blog: Blog, folder: Path | None) -> Iterator[Path]:
    """Yield the articles of a folder of content or of the blog, looked for when they are asked for."""
    if folder is not None:
        yield from articles_of(folder)
    else:
        yield from paths_of(content_of(blog))


def _look(desk: Desk, dialog: ReplaceDialog, wish: Wish, paths: Iterable[Path]) -> None:
    """Look through the articles for what fulfils a wish."""
    blog = desk.workspace.blog
    takes_json = blog is not None and blog.takes_json

    def plan(read: Callable[[Path], Source], goes_on: Callable[[], bool]) -> Replacing | None:
        return plan_replacing(paths, read, wish, goes_on, takes_json=takes_json)

    looking = LookingThrough(desk, dialog, plan, lambda error: dialog.show_note(words(error)))
    looking.done.connect(partial(_show, desk, dialog, wish))
    looking.start()


def _show(desk: Desk, dialog: ReplaceDialog, wish: Wish, found: Replacing | None) -> None:
    """Let the writer look at the change."""
    if found is None:
        return
    if not found.edit:
        dialog.show_note(_note(found) or tr("Not found"))
        return
    count, files = found.count, len(found.edit.edits)
    summary = ntr("{count} replacement", "{count} replacements", count).format(count=count)
    where = ntr("in {count} file", "in {count} files", files).format(count=files)
    proposal = Proposal(tr("Replace in the blog"), f"{summary} {where}", tr("Replace"), _note(found))
    done = tr("Replaced “{old}” with “{new}”").format(old=wish.search.words, new=wish.replacement)
    if offer(desk, found.edit, proposal, done):
        dialog.accept()


def _note(found: Replacing) -> str:
    """Answer in words which articles stay as they are."""
    told = []
    if found.harmed:
        words = ntr(
            "{names} stays as it is: its front matter could not be read any more.",
            "{names} stay as they are: their front matter could not be read any more.",
            len(found.harmed),
        )
        told.append(words.format(names=_names(found.harmed)))
    if found.unread:
        words = ntr("{names} cannot be read.", "{names} cannot be read.", len(found.unread))
        told.append(words.format(names=_names(found.unread)))
    return "\n".join(told)


def _names(paths: tuple[Path, ...]) -> str:
    return ", ".join(path.name for path in paths)

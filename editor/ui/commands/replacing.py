"""The command that replaces words in many articles, each change shown before it is made."""

from __future__ import annotations

from functools import partial
from threading import Event
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from editor.blog.article_files import articles_of
from editor.blog.collection import content_of, paths_of
from editor.blog.replacing import Replacing, Wish, plan_replacing
from editor.messages import words
from editor.translation import ntr, tr
from editor.ui.commands.blog_edits import offer
from editor.ui.commands.command import Command
from editor.ui.dialogs.blog_edit_dialog import Proposal
from editor.ui.dialogs.progress_box import ProgressBox
from editor.ui.dialogs.replace_dialog import ReplaceDialog

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from editor.blog.blog import Blog
    from editor.ui.commands.command import Desk

_KEY: Final = "replacing"


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
        lambda wish, place: _Planning(
            desk, dialog, wish, _paths(blog, folders[place - 1] if place else None)
        ).start()
    )
    dialog.exec()
    dialog.deleteLater()


def _paths(blog: Blog, folder: Path | None) -> Iterator[Path]:
    """Yield the articles of a folder of content or of the blog, looked for when they are asked for."""
    if folder is not None:
        yield from articles_of(folder)
    else:
        yield from paths_of(content_of(blog))


class _Planning(QObject):
    """One wish on its way to a change that the writer looks at."""

    _progressed = Signal(int)

    def __init__(self, desk: Desk, dialog: ReplaceDialog, wish: Wish, paths: Iterable[Path]) -> None:
        super().__init__(dialog)
        self._desk = desk
        self._dialog = dialog
        self._wish = wish
        self._paths = paths
        self._stop = Event()
        self._progress = ProgressBox(dialog, tr("Looking through the articles…"), self._stop.set)
        self._progressed.connect(self._progress.show_count)

    def start(self) -> None:
        """Look through the articles in the background."""
        blog = self._desk.workspace.blog
        takes_json = blog is not None and blog.takes_json
        read = self._desk.blog_edits.reader()
        plan = partial(plan_replacing, takes_json=takes_json)
        work = partial(plan, self._paths, read, self._wish, self._goes_on)
        self._desk.background.run(_KEY, work, self._show, self._fail)

    def _goes_on(self, done: int) -> bool:
        self._progressed.emit(done)
        return not self._stop.is_set()

    def _fail(self, error: Exception) -> None:
        self._progress.finish()
        self._dialog.show_note(words(error))

    def _show(self, found: Replacing | None) -> None:
        self._progress.finish()
        if found is None:
            return
        if not found.edit:
            self._dialog.show_note(_note(found) or tr("Not found"))
            return
        count, files = found.count, len(found.edit.edits)
        summary = ntr("{count} replacement", "{count} replacements", count).format(count=count)
        where = ntr("in {count} file", "in {count} files", files).format(count=files)
        proposal = Proposal(tr("Replace in the blog"), f"{summary} {where}", tr("Replace"), _note(found))
        done = tr("Replaced “{old}” with “{new}”").format(
            old=self._wish.search.words, new=self._wish.replacement
        )
        if offer(self._desk, found.edit, proposal, done):
            self._dialog.accept()


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

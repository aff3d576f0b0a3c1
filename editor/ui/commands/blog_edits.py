"""Changes of several files: offered, made with a box that shows how far they are, taken back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from editor.article.files import FileError
from editor.article.source import NotText
from editor.blog.blog_edit import ChangedSince, inverse
from editor.blog.edit_record import discard, made_part, read_record
from editor.messages import words
from editor.translation import tr
from editor.ui.commands.command import Command
from editor.ui.dialogs.blog_edit_dialog import BlogEditDialog, Proposal
from editor.ui.dialogs.progress_box import ProgressBox
from editor.ui.dialogs.questions import ask_to_put_back, say

if TYPE_CHECKING:
    from editor.blog.blog_edit import BlogEdit
    from editor.blog.edit_record import Record
    from editor.ui.commands.command import Desk

_SHOWN_MS: Final = 8000


def blog_edit_commands(desk: Desk) -> tuple[Command, ...]:
    """Answer the commands that take the last change of several files back, and make it again."""
    edits = desk.blog_edits
    _Telling(desk)
    return (
        Command(
            "blog.undo",
            tr("Take back the last change of the blog"),
            edits.undo,
            "",
            lambda: bool(edits.last()),
        ),
        Command(
            "blog.redo",
            tr("Make the change of the blog again"),
            edits.redo,
            "",
            lambda: bool(edits.last(undone=True)),
        ),
    )


def offer(desk: Desk, edit: BlogEdit, proposal: Proposal, done: str) -> bool:
    """Show a change that is not empty, and make what the writer leaves of it; answer whether they want it.

    done tells in words what was made.
    """
    blog = desk.workspace.blog
    root = blog.root if blog is not None else edit.edits[0].path.parent
    dialog = BlogEditDialog(edit, root, proposal, desk.writing.theme, desk.window)
    is_wanted = bool(dialog.exec())
    chosen = dialog.chosen()
    dialog.deleteLater()
    if is_wanted and chosen:
        desk.blog_edits.make(chosen, done)
    return is_wanted


def offer_cut_off(desk: Desk, place: Path) -> None:
    """Tell of a change that was cut off, as noted at place, and put back what was made of it on wish.

    The note stays till the writer has decided, and where they want it put back, till that is done.
    """
    record = read_record(place)
    back = _wanted_back(desk, record) if record is not None else None
    if record is None or back is None:
        discard(place)
    else:
        desk.blog_edits.put_back(back, record, tr("Put back: {words}").format(words=record.words))


def _wanted_back(desk: Desk, record: Record) -> BlogEdit | None:
    """Answer what puts back a change that was cut off, None where it stays as it is."""
    read = desk.blog_edits.reader()
    try:
        made = made_part(record.edit, Path.exists, read)
        back = inverse(made, read)
    except (FileError, NotText, ChangedSince) as error:
        told = tr("A change of the blog was cut off: {words}").format(words=record.words)
        say(desk.window, told, words(error))
        return None
    is_wanted = made and ask_to_put_back(desk.window, record.words, _paths(made))
    return back if is_wanted else None


def _paths(edit: BlogEdit) -> tuple[Path, ...]:
    return (*(one.path for one in edit.edits), *(move.source for move in edit.moves))


class _Telling(QObject):
    """Tells in the window how a change goes on, and what came of it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._progress: ProgressBox | None = None
        edits = desk.blog_edits
        edits.begun.connect(self._begin)
        edits.progressed.connect(self._show)
        edits.made.connect(lambda done: self._tell(done.words))
        edits.taken_back.connect(lambda done: self._tell(tr("Taken back: {words}").format(words=done.words)))
        edits.failed.connect(self._fail)
        edits.ended.connect(self._end)

    def _begin(self, count: int) -> None:
        words = tr("Changing files…")
        self._progress = ProgressBox(self._desk.window, words, self._desk.blog_edits.stop, count)

    def _show(self, count: int) -> None:
        if self._progress is not None:
            self._progress.show_count(count)

    def _tell(self, told: str) -> None:
        self._desk.window.statusBar().showMessage(told, _SHOWN_MS)

    def _fail(self, error: Exception) -> None:
        self._end()
        say(self._desk.window, tr("The files were not changed."), words(error))

    def _end(self) -> None:
        if self._progress is not None:
            self._progress.finish()
            self._progress = None

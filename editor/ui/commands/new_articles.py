"""The command that begins an article: its title is asked for, then its file is made and opened."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QTextCursor

from editor.article.files import FileError
from editor.blog.new_article import Planned, Wanted, make, planned
from editor.blog.schemas.known import Known
from editor.blog.shelves import Shelves, shelves_of
from editor.messages import words
from editor.translation import tr
from editor.ui.commands.command import Command, Desk
from editor.ui.dialogs.new_article_dialog import NewArticleDialog

if TYPE_CHECKING:
    from editor.blog.blog import Blog

_SHELVES: Final = "new_article.shelves"
_PLAN: Final = "new_article.plan"


def new_article_commands(desk: Desk) -> tuple[Command, ...]:
    """Answer the command that begins an article."""
    known = Known()
    return (Command("file.new", tr("New article…"), partial(_begin, desk, known), "Ctrl+N", icon="new"),)


def _begin(desk: Desk, known: Known) -> None:
    """Ask for the title of a new article of the blog that is shown.

    Without a blog there is no folder that it belongs to: it is written first, and Save asks for its place.
    """
    blog = desk.workspace.blog
    if blog is None:
        desk.workspace.new_article()
    else:
        NewArticle(desk, blog, known).start()


class NewArticle(QObject):
    """One article on its way to its file: the dialog, and what is planned for it in the background."""

    def __init__(self, desk: Desk, blog: Blog, known: Known) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._blog = blog
        self._known = known
        self._shelves: Shelves | None = None
        self._planned: Planned | None = None
        self._is_asked = False
        self._dialog = NewArticleDialog(desk.window)
        self._dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._dialog.changed.connect(self._plan)
        self._dialog.create_requested.connect(self._ask)
        self._dialog.finished.connect(self._end)

    def start(self) -> None:
        """Open the dialog, and read meanwhile what its answers depend on."""
        self._dialog.open()
        work = partial(shelves_of, self._blog, self._known)
        self._desk.background.run(_SHELVES, work, self._take_shelves, self._fail)

    def _take_shelves(self, shelves: Shelves) -> None:
        self._shelves = shelves
        current = self._desk.workspace.current
        self._dialog.show_shelves(shelves, shelves.shelf_at(current.path if current is not None else None))

    def _plan(self) -> None:
        self._planned, shelf = None, self._dialog.shelf
        if self._shelves is None or shelf is None:
            return
        dialog = self._dialog
        wanted = Wanted(dialog.title, shelf, date.today(), dialog.name, dialog.template)
        work = partial(planned, wanted, self._shelves)
        self._desk.background.run(_PLAN, work, self._take_plan, self._fail)

    def _take_plan(self, new: Planned) -> None:
        self._planned = new
        self._dialog.show_planned(new, self._blog.root)
        if self._is_asked:
            self._ask()

    def _ask(self) -> None:
        """Make the article, as soon as it is known what it will be."""
        self._is_asked = self._planned is None
        if self._planned is None or self._planned.obstacle is not None:
            return
        try:
            make(self._planned)
        except FileError as error:
            self._dialog.show_failure(words(error))
            return
        path = self._planned.path
        self._dialog.accept()
        self._desk.workspace.refresh()
        if self._desk.workspace.open_file(path) is not None:
            self._desk.writing.moveCursor(QTextCursor.MoveOperation.End)
            self._desk.window.activateWindow()
            self._desk.writing.setFocus()

    def _fail(self, error: Exception) -> None:
        self._end()
        raise error

    def _end(self) -> None:
        self._desk.background.cancel(_SHELVES)
        self._desk.background.cancel(_PLAN)
        self.deleteLater()

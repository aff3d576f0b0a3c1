"""The commands that rename or move an article, and that make a copy of one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt

from editor.article.files import FileError
from editor.article.source import NotText
from editor.blog.article_links import BlogLinks, all_links
from editor.blog.copying import make_copy
from editor.blog.renaming import Renaming, folder_of, name_of, outlook, place_for, plan_renaming
from editor.blog.site_map import normal
from editor.messages import words
from editor.translation import ntr, tr
from editor.ui.commands.blog_edits import offer
from editor.ui.commands.command import Command
from editor.ui.commands.looking_through import LookingThrough
from editor.ui.dialogs.blog_edit_dialog import Proposal
from editor.ui.dialogs.questions import say
from editor.ui.dialogs.rename_dialog import RenameDialog

if TYPE_CHECKING:
    from pathlib import Path

    from editor.blog.blog import Blog
    from editor.ui.commands.command import Desk

_PLAN: Final = "renaming.plan"
_MOST_LEFT: Final = 8


def rename_commands(desk: Desk) -> tuple[Command, ...]:
    """Answer the commands on the file of an article."""
    return (
        Command(
            "file.rename",
            tr("Rename or move…"),
            partial(_rename, desk),
            "F2",
            lambda: meant_path(desk) is not None and desk.workspace.blog is not None,
        ),
        Command(
            "file.duplicate",
            tr("Duplicate"),
            partial(_duplicate, desk),
            "",
            lambda: meant_path(desk) is not None,
        ),
    )


def meant_path(desk: Desk) -> Path | None:
    """Answer the article that is meant: in the list of articles that of the row, else the current one."""
    if desk.library.has_list_focus():
        return desk.library.pointed_path()
    article = desk.workspace.current
    return article.path if article is not None else None


def _rename(desk: Desk) -> None:
    path, blog = meant_path(desk), desk.workspace.blog
    if path is not None and blog is not None:
        desk.front_matter.finish_editing()
        _Rename(desk, blog, normal(path)).start()


class _Rename(QObject):
    """One article on its way to another name: the dialog, and what is planned for it in the background."""

    def __init__(self, desk: Desk, blog: Blog, article: Path) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._blog = blog
        self._article = article
        self._links: BlogLinks | None = None
        self._dialog = RenameDialog(name_of(article), desk.window)
        self._dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._dialog.changed.connect(self._look)
        self._dialog.wanted.connect(self._plan)
        self._dialog.rejected.connect(self._end)
        self._reading = LookingThrough(desk, self._dialog, partial(all_links, blog))
        self._reading.done.connect(self._take_links)

    def start(self) -> None:
        """Open the dialog, and read meanwhile what its answers depend on."""
        self._dialog.open()
        self._reading.start()

    def _take_links(self, links: BlogLinks | None) -> None:
        if links is None or self._article not in links.articles:
            self._dialog.reject()
            return
        self._links = links
        own = folder_of(self._article)
        folders = sorted({own, *self._blog.content, *map(folder_of, links.articles)})
        root = self._blog.root
        self._dialog.show_folders([it for it in folders if it.is_relative_to(root)], own, root)

    def _place(self) -> Path | None:
        folder = self._dialog.folder
        return place_for(self._article, self._dialog.name, folder) if folder is not None else None

    def _look(self) -> None:
        place = self._place()
        if place is not None and self._links is not None:
            work = partial(outlook, self._article, place, self._links)
            self._desk.background.run(_PLAN, work, partial(self._show, place), self._fail)

    def _show(self, place: Path, found: Renaming) -> None:
        self._dialog.show_outlook(found, self._blog.root, is_same=place == self._article)

    def _plan(self) -> None:
        place = self._place()
        if place is not None and self._links is not None:
            work = partial(plan_renaming, self._article, place, self._links)
            self._desk.background.run(_PLAN, work, partial(self._propose, place), self._fail)

    def _propose(self, place: Path, found: Renaming) -> None:
        if found.obstacle is not None:
            self._show(place, found)
            return
        name = name_of(self._article)
        done = tr("“{old}” is now “{new}”").format(old=name, new=name_of(place))
        if not found.edit.edits and not found.left and len(found.edit.moves) == 1:
            self._dialog.accept()
            self._desk.blog_edits.make(found.edit, done)
            self._end()
            return
        proposal = Proposal(
            tr("Rename “{name}”").format(name=name), _summary(found), tr("Rename"), _note(found)
        )
        if offer(self._desk, found.edit, proposal, done):
            self._dialog.accept()
            self._end()

    def _fail(self, error: Exception) -> None:
        self._end()
        raise error

    def _end(self) -> None:
        if self._links is None:
            self._reading.give_up()
        self._desk.background.cancel(_PLAN)
        self.deleteLater()


def _summary(found: Renaming) -> str:
    count, files = found.links, len(found.edit.edits)
    links = ntr("{count} link is written anew", "{count} links are written anew", count).format(count=count)
    where = ntr("in {count} article", "in {count} articles", files).format(count=files)
    moved = len(found.edit.moves) - 1
    if not moved:
        return f"{links} {where}"
    images = ntr("{count} file goes along", "{count} files go along", moved).format(count=moved)
    return f"{links} {where}, {images}"


def _note(found: Renaming) -> str:
    parts = []
    old, new = found.addresses
    if old and new and old != new:
        parts.append(tr("Its address changes from /{old}/ to /{new}/.").format(old=old, new=new))
    if found.left:
        parts.append(tr("These links cannot be written anew:"))
        parts += [f"• {it.path.name}, {it.line + 1}: {it.address}" for it in found.left[:_MOST_LEFT]]
    return "\n".join(parts)


def _duplicate(desk: Desk) -> None:
    path = meant_path(desk)
    if path is None:
        return
    desk.front_matter.finish_editing()
    try:
        place = make_copy(path, desk.blog_edits.reader()(path), tr("{title} (copy)"))
    except (FileError, NotText) as error:
        say(desk.window, tr("The article was not copied."), words(error))
        return
    desk.workspace.refresh()
    desk.workspace.open_file(place)

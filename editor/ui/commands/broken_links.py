"""The command that lists the links of the blog that lead nowhere, and repairs them by choosing."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from editor.blog.article_links import all_links
from editor.blog.broken_links import BrokenLink, broken_links, repaired
from editor.export.anchors import anchors_of
from editor.text.change import Selection
from editor.translation import ntr, tr
from editor.ui.commands.blog_edits import offer
from editor.ui.commands.command import Command
from editor.ui.commands.looking_through import LookingThrough
from editor.ui.dialogs.blog_edit_dialog import Proposal
from editor.ui.dialogs.links_dialog import LinksDialog

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from editor.article.source import Source
    from editor.blog.article_links import BlogLinks, Link
    from editor.blog.blog import Blog
    from editor.ui.commands.command import Desk

_SHOWN_MS: Final = 8000


class _Found(NamedTuple):
    links: BlogLinks
    broken: tuple[BrokenLink, ...]


def broken_link_commands(desk: Desk) -> tuple[Command, ...]:
    """Answer the command that looks for broken links."""
    return (
        Command(
            "blog.links",
            tr("Broken links…"),
            partial(_look, desk),
            "",
            lambda: desk.workspace.blog is not None,
        ),
    )


def _look(desk: Desk) -> None:
    blog = desk.workspace.blog
    if blog is None:
        return
    desk.front_matter.finish_editing()
    looking = LookingThrough(desk, desk.window, partial(_find, blog))
    looking.done.connect(partial(_show, desk, blog))
    looking.start()


def _find(blog: Blog, read: Callable[[Path], Source], goes_on: Callable[[], bool]) -> _Found:
    def anchors(text: str, path: Path) -> frozenset[str]:
        return anchors_of(text, path, blog)

    links = all_links(blog, read, goes_on)
    return _Found(links, broken_links(links, anchors, goes_on))


def _show(desk: Desk, blog: Blog, found: _Found | None) -> None:
    if found is None:
        return
    if not found.broken:
        desk.window.statusBar().showMessage(tr("Every link leads somewhere"), _SHOWN_MS)
        return
    dialog = LinksDialog(found.broken, blog.root, desk.window)
    dialog.link_activated.connect(dialog.reject)
    dialog.link_activated.connect(partial(_lead_to, desk))
    is_wanted = bool(dialog.exec())
    chosen = dialog.chosen()
    dialog.deleteLater()
    if not is_wanted or not chosen:
        return
    count = len(chosen)
    summary = ntr("{count} link is repaired", "{count} links are repaired", count).format(count=count)
    proposal = Proposal(tr("Repair links"), summary, tr("Repair"))
    offer(desk, repaired(chosen, found.links), proposal, tr("Links repaired"))


def _lead_to(desk: Desk, link: Link) -> None:
    """Open the article of a link, its address selected."""
    article = desk.workspace.open_file(link.article)
    if article is None or article.is_large:
        return
    head = len(article.text()) - len(article.body_text())
    desk.writing.lead_to(Selection(link.start - head, link.end - head))

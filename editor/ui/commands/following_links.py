"""Following a link of the page: the article that it leads to is opened, at the part that it names."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from editor.article.files import FileError
from editor.article.source import NotText
from editor.blog.article_links import target_of_link
from editor.blog.site_map import normal
from editor.export.anchors import place_of_part
from editor.text.change import Selection
from editor.translation import tr
from editor.ui.commands.looking_through import LookingThrough
from editor.ui.dialogs.questions import say
from editor.ui.guides import article_place

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from editor.article.source import Source
    from editor.blog.blog import Blog
    from editor.blog.links import Target
    from editor.ui.commands.command import Desk

_SHOWN_MS: Final = 8000


class _Found(NamedTuple):
    """What a link leads to, and where in the text of that article the part begins, None: not told."""

    target: Target
    place: int | None


def open_link(desk: Desk, address: str) -> None:
    """Open the article that a link of the current one leads to."""
    article = desk.current()
    place = normal(article_place(article.blog, article.path))
    looking = LookingThrough(desk, desk.window, partial(_find, address, place, article.blog))
    looking.done.connect(partial(_lead, desk, address))
    looking.start()


def _find(
    address: str, article: Path, blog: Blog, read: Callable[[Path], Source], goes_on: Callable[[], bool]
) -> _Found:
    target = target_of_link(address, article, blog, read, goes_on)
    if target.kind != "article" or target.path is None or not target.anchor:
        return _Found(target, None)
    try:
        return _Found(target, place_of_part(read(target.path).text, target.path, blog, target.anchor))
    except (FileError, NotText):  # opening it tells of that
        return _Found(target, None)


def _lead(desk: Desk, address: str, found: _Found | None) -> None:
    if found is None:
        return
    target, place = found
    if target.kind != "article" or target.path is None:
        say(desk.window, _refusal(target).format(address=address))
        return
    article = desk.workspace.open_file(target.path)
    if article is None or article.is_large or not target.anchor:
        return
    if place is None:
        words = tr("The article has no part “{part}”.").format(part=target.anchor)
        desk.window.statusBar().showMessage(words, _SHOWN_MS)
    else:
        head = len(article.text()) - len(article.body_text())
        desk.writing.lead_to(Selection.at(max(0, place - head)))


def _refusal(target: Target) -> str:
    match target.kind:
        case "file":
            return tr("“{address}” leads to a file that is not an article.")
        case "page":
            return tr("“{address}” leads to a page of the site that is not an article.")
        case _:
            return tr("There is no article at “{address}”.")

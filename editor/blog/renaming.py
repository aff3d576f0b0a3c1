"""Renaming and moving an article: its file, its own images, and every address that leads to it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from editor.blog.address_writing import file_address, path_end, relative_address, site_address
from editor.blog.article_files import is_article
from editor.blog.article_links import Link, may_name, relative
from editor.blog.blog_edit import BlogEdit, FileEdit, FileMove, edited
from editor.blog.field_paths import field_edits, file_values
from editor.blog.links import link_target
from editor.blog.new_article import Obstacle
from editor.blog.schemas.collections import collection_of
from editor.blog.site_map import normal
from editor.text.addresses import unescaped
from editor.text.change import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editor.blog.article_links import BlogLinks, ReadArticle
    from editor.blog.site_map import SiteMap


@dataclass(frozen=True, slots=True)
class Left:
    """An address that leads to what is moved and stays as it is, for it cannot be written anew."""

    path: Path
    line: int
    address: str


@dataclass(frozen=True, slots=True)
class Renaming:
    """What renames an article: the change, what stands in its way, and what it means for its readers.

    addresses are the old and the new one on the site, its parts joined; the same where it stays, "" where it
    is not told. links is the number of addresses that are written anew, left those that are not.
    """

    edit: BlogEdit
    obstacle: Obstacle | None = None
    addresses: tuple[str, str] = ("", "")
    links: int = 0
    left: tuple[Left, ...] = ()


def name_of(article: Path) -> str:
    """Answer the name that an article goes by: that of its file without suffix, or of its own folder."""
    return article.parent.name if article.stem == "index" else article.stem


def folder_of(article: Path) -> Path:
    """Answer the folder that an article is one of several in."""
    return article.parent.parent if article.stem == "index" else article.parent


def place_for(article: Path, name: str, folder: Path) -> Path:
    """Answer where an article lies once it goes by name in a folder; name may have folders before it.

    An article with a folder of its own keeps one.
    """
    wanted = name.strip().strip("/").removesuffix(article.suffix)
    if article.stem == "index":
        return normal(folder / wanted / article.name) if wanted else folder / article.suffix
    return normal(folder / f"{wanted}{article.suffix}")


def outlook(article: Path, target: Path, links: BlogLinks) -> Renaming:
    """Answer what a renaming means, without the edits that it asks for."""
    obstacle = _obstacle(article, target, links)
    if obstacle is not None:
        return Renaming(BlogEdit(), obstacle)
    after = links.site.moved({article: target}, {article: links.articles[article].text})
    return Renaming(BlogEdit(), None, _addresses(article, target, links.site, after))


def plan_renaming(article: Path, target: Path, links: BlogLinks) -> Renaming:
    """Answer what makes the article at a path one at target, a path in the same blog."""
    obstacle = _obstacle(article, target, links)
    if obstacle is not None:
        return Renaming(BlogEdit(), obstacle)
    return _Planner(article, target, links).plan()


def _addresses(article: Path, target: Path, before: SiteMap, after: SiteMap) -> tuple[str, str]:
    return before.address_of(article) or "", after.address_of(target) or ""


def _obstacle(article: Path, target: Path, links: BlogLinks) -> Obstacle | None:
    site = links.site
    if not is_article(target.name) or "\0" in str(target):
        return Obstacle("not-a-name")
    if not target.is_relative_to(links.blog.root):
        return Obstacle("outside")
    if collection_of(article, site.collections) and not collection_of(target, site.collections):
        return Obstacle("not-taken")
    if os.path.lexists(target) and not _is_same(article, target):
        return Obstacle("file", target)
    after = site.moved({article: target}, {article: links.articles[article].text})
    moved = after.entries[target]
    for path, entry in after.entries.items():
        if path != target and moved.identity and entry == moved:
            return Obstacle("id", path)
    return None


def _is_same(one: Path, other: Path) -> bool:
    """Whether two paths are one file: names that differ in case only are, on some disks."""
    try:
        return one != other and one.samefile(other)
    except OSError:
        return False


class _Planner:
    def __init__(self, article: Path, target: Path, links: BlogLinks) -> None:
        self._article = article
        self._target = target
        self._links = links
        self._moves: tuple[FileMove, ...] = (FileMove(article, target),)
        self._places = {article: target}
        self._left: list[Left] = []
        self._count = 0
        self._take_along()
        self._after: SiteMap = links.site.moved({article: target}, {article: links.articles[article].text})

    def plan(self) -> Renaming:
        """Answer the whole change."""
        edits = tuple(self._file_edits())
        folder = self._article.parent
        is_left = folder not in (self._target.parent, self._moves[0].source, *self._links.blog.content)
        addresses = _addresses(self._article, self._target, self._links.site, self._after)
        edit = BlogEdit(edits, self._moves, (folder,) if is_left else ())
        return Renaming(edit, None, addresses, self._count, tuple(self._left))

    def _take_along(self) -> None:
        """Find what moves with the article: its whole folder, or the images beside it that are its alone."""
        folder, new = self._article.parent, self._target.parent
        if folder == new:
            return
        others = any(path != self._article and folder in path.parents for path in self._links.articles)
        is_folder = self._article.stem == "index" and self._article.name == self._target.name
        if is_folder and not others and not os.path.lexists(new) and folder not in new.parents:
            self._moves = (FileMove(folder, new),)
            self._places |= {
                Path(root, name): new / Path(root, name).relative_to(folder)
                for root, _, names in os.walk(folder)
                for name in names
            }
            return
        for file in self._own_files():
            place = new / file.relative_to(folder)
            if not os.path.lexists(place):
                self._moves += (FileMove(file, place),)
                self._places[file] = place

    def _own_files(self) -> list[Path]:
        """Answer the files beside the article that it shows, and no other article does."""
        folder, new = self._article.parent, self._target.parent
        own = {
            file: None
            for file in self._files_of(self._links.articles[self._article])
            if folder in file.parents and new not in file.parents and file not in self._links.articles
        }
        for path, other in self._links.articles.items():
            if path != self._article and any(may_name(other.text, file, self._links.site) for file in own):
                for file in self._files_of(other):
                    own.pop(file, None)
        return list(own)

    def _files_of(self, article: ReadArticle) -> Iterator[Path]:
        for link in self._links.of(article.path):
            if link.target.kind == "file" and link.target.way == "file" and link.target.path is not None:
                yield link.target.path
        yield from file_values(article)

    def _file_edits(self) -> Iterator[FileEdit]:
        for path, article in self._links.articles.items():
            is_moved = path in self._places
            named = (may_name(article.text, file, self._links.site) for file in self._places)
            if is_moved or any(named):
                edits = [*self._of_fields(article), *self._of_body(path)]
                if edits:
                    yield edited(path, article.source, edits)

    def _of_fields(self, article: ReadArticle) -> Iterator[Edit]:
        found = field_edits(article, self._places, self._links.site, self._after)
        self._count += found.count
        self._left += [Left(article.path, line, value) for line, value in found.refused]
        yield from found.edits

    def _of_body(self, path: Path) -> Iterator[Edit]:
        """Yield the edits of the addresses in an article's body, in the order of the text."""
        text = self._links.articles[path].text
        for link in sorted(self._links.of(path), key=lambda link: link.start):
            written = text[link.start : link.end]
            anew = self._anew(link, written)
            if anew is None or anew == written:
                continue
            if self._leads_there(link, anew):
                self._count += 1
                yield Edit(link.start, link.end, anew)
            else:
                self._left.append(Left(path, link.line, written))

    def _place(self, path: Path) -> Path:
        return self._places.get(path, path)

    def _anew(self, link: Link, written: str) -> str | None:
        """Answer how an address is to be written, None where it stays."""
        target, article = link.target, link.article
        if target.path is None or not target.way:
            return None
        moved, place = self._place(target.path), self._place(article)
        address = link.reference.address
        path = address if link.reference.kind == "image" else address.partition("#")[0].partition("?")[0]
        end = path_end(written, path)
        if target.way in ("file", "name"):
            if relative(moved, place.parent) == relative(target.path, article.parent):
                return None
            is_named = target.way == "name"
            return file_address(written[:end], moved, place, is_named=is_named) + written[end:]
        if target.kind != "article":
            return None
        return self._site_address_anew(target.path, link, written[:end], written[end:])

    def _site_address_anew(self, path: Path, link: Link, written: str, rest: str) -> str | None:
        site = self._links.site
        before, after = site.address_of(path), self._after.address_of(self._place(path)) or ""
        if link.target.way == "site":
            return None if before == after else site_address(written, after, site.routes.base) + rest
        own_before = site.address_of(link.article)
        own_after = self._after.address_of(self._place(link.article)) or ""
        if (before, own_before) == (after, own_after):
            return None
        return relative_address(written, after, own_after) + rest

    def _leads_there(self, link: Link, anew: str) -> bool:
        """Whether the new address leads, once all is moved, where the old one did."""
        if link.reference.kind == "image":
            return True
        target = link.target
        place = self._place(link.article)
        found = link_target(unescaped(anew), place, self._after, self._will_be)
        return found.path == self._place(target.path or place) and found.anchor == target.anchor

    def _will_be(self, path: Path) -> bool:
        """Whether there will be a file."""
        if path in self._places.values():
            return True
        return path not in self._places and path.is_file()

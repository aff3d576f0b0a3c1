"""The articles of a blog as they are read for their links: where each leads."""

from __future__ import annotations

import html
import os
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from editor.article.files import FileError
from editor.article.front_matter import split
from editor.article.source import NotText, Source
from editor.blog.collection import content_of, paths_of
from editor.blog.image_uses import files_of
from editor.blog.images import PICTURE_SUFFIXES
from editor.blog.links import Target, article_of_link, image_target, link_target
from editor.blog.schemas.known import Known
from editor.blog.site_map import SiteMap, site_map, told_site_map
from editor.text.structure import Reference, Structure, structure_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from editor.blog.blog import Blog


class ReadArticle:
    """An article's text, and where its body begins; its structure is read when it is asked for."""

    def __init__(self, path: Path, source: Source, *, takes_json: bool = False) -> None:
        self.path = path
        self.source = source
        self.body_start = len(split(source.text, takes_json=takes_json).head)

    @property
    def text(self) -> str:
        """The whole text."""
        return self.source.text

    @cached_property
    def structure(self) -> Structure:
        """The structure of the body; its places are counted from body_start."""
        return structure_of(self.text[self.body_start :], is_mdx=self.path.suffix.lower() == ".mdx")


class Link(NamedTuple):
    """An address that stands in an article's text: its span there, its line from 0, and what it leads to."""

    article: Path
    reference: Reference
    start: int
    end: int
    line: int
    target: Target


@dataclass(frozen=True)
class BlogLinks:
    """All articles of a blog that can be read, with the map of its site; unread are the others."""

    blog: Blog
    articles: Mapping[Path, ReadArticle]
    site: SiteMap
    unread: tuple[Path, ...] = ()

    @cached_property
    def images(self) -> tuple[Path, ...]:
        """The images of the blog; they are looked for when they are asked for."""
        return tuple(files_of(self.blog, PICTURE_SUFFIXES))

    def of(self, path: Path, is_file: Callable[[Path], bool] = Path.is_file) -> Iterator[Link]:
        """Yield the addresses that stand in an article, in the order of the text."""
        article = self.articles[path]
        first_line = article.text.count("\n", 0, article.body_start)
        for it in article.structure.references:
            if it.has_own_address:
                span = (it.address_start + article.body_start, it.address_end + article.body_start)
                if it.kind == "image":
                    target = image_target(it.address, path, self.blog)
                else:
                    target = link_target(it.address, path, self.site, is_file)
                yield Link(path, it, *span, it.line + first_line, target)

    def to(self, path: Path) -> Iterator[Link]:
        """Yield the links in other articles that lead to the file at path."""
        for other, article in self.articles.items():
            if other != path and may_name(article.text, path, self.site):
                yield from (link for link in self.of(other) if link.target.path == path)


def all_links(
    blog: Blog, read: Callable[[Path], Source], goes_on: Callable[[], bool] = lambda: True
) -> BlogLinks:
    """Answer all articles of blog, read for their links; read and goes_on as in read_links."""
    return read_links(blog, paths_of(content_of(blog)), read, goes_on)


def read_links(
    blog: Blog,
    paths: Iterable[Path],
    read: Callable[[Path], Source],
    goes_on: Callable[[], bool] = lambda: True,
) -> BlogLinks:
    """Answer the articles of blog at paths, read for their links.

    goes_on is asked before each; the others are left out once it answers False.
    """
    articles: dict[Path, ReadArticle] = {}
    unread: list[Path] = []
    for path in paths:
        if not goes_on():
            break
        try:
            articles[path] = ReadArticle(path, read(path), takes_json=blog.takes_json)
        except (FileError, NotText):
            unread.append(path)
    site = site_map(blog, {path: it.text for path, it in articles.items()})
    return BlogLinks(blog, articles, site, tuple(unread))


def target_of_link(
    address: str,
    article: Path,
    blog: Blog,
    read: Callable[[Path], Source],
    goes_on: Callable[[], bool] = lambda: True,
) -> Target:
    """Answer what a link in one article of blog leads to; read and goes_on as in read_links.

    The articles are read only where neither a file nor the pages of the site tell it.
    """
    file = article_of_link(address, article, blog)
    if file is not None:
        return Target("article", file, "file", unquote(address.partition("#")[2]))
    told = link_target(address, article, told_site_map(blog, Known(), paths_of(content_of(blog))))
    if told.kind not in ("broken", "unknown"):
        return told
    return link_target(address, article, all_links(blog, read, goes_on).site)


def may_name(text: str, path: Path, site: SiteMap) -> bool:
    """Whether a text may hold an address of the file at path: its name stands in it, escaped or not."""
    names = {path.stem, path.parent.name} if path.stem == "index" else {path.stem}
    entry = site.entries.get(path)
    if entry is not None and entry.identity:
        names.add(entry.identity.rpartition("/")[2])
    if any(name in text for name in names):
        return True
    if "%" not in text and "&" not in text and "\\" not in text:
        return False
    plain = html.unescape(unquote(text.replace("\\", "")))
    return any(name in plain for name in names)


def relative(path: Path, start: Path) -> str:
    """Answer the way from a folder to a path, with slashes."""
    return Path(os.path.relpath(path, start)).as_posix()

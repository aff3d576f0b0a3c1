"""The address on the web that an article will have, as far as its site's files tell it without being run."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from editor.blog.astro_site import read_site
from editor.blog.schemas.entries import entry_id
from editor.blog.slugs import file_name

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from editor.article.values import Value
    from editor.blog.blog import Blog

_MOST_PAGES: Final = 400
"""Pages of a site among which the articles' is looked for."""


@dataclass(frozen=True, slots=True)
class WebAddress:
    """The host of the site, empty where its configuration names none, and the parts of the path below it."""

    host: str
    path: tuple[str, ...]


def web_address(article: Path | None, fields: dict[str, Value], blog: Blog) -> WebAddress:
    """Answer the address of an article of blog with these front-matter values.

    For one without a file it is that of the file it would be saved in.
    """
    if article is None:
        title = fields.get("title")
        name = file_name(title if isinstance(title, str) else "").removesuffix(".md")
        article = (*blog.content, blog.root)[0] / f"{name}.md"
    if blog.generator != "astro" or blog.source is None:
        around = article.parent.parent if article.stem == "index" else article.parent
        return WebAddress("", tuple(entry_id(article, around, fields).split("/")))
    collection = _collection(article, blog)
    identity = tuple(entry_id(article, collection, fields).split("/"))
    route = _route(blog.source / "pages", collection.name)
    return WebAddress(_host(blog.root), (*route, *identity))


def _host(root: Path) -> str:
    """Answer the host that the site's configuration names."""
    try:
        return urlsplit(read_site(root).address).hostname or ""
    except ValueError:
        return ""


def _collection(article: Path, blog: Blog) -> Path:
    """Answer the folder of the collection that holds the article."""
    content = blog.source / "content" if blog.source is not None else blog.root
    if article.is_relative_to(content) and len(parts := article.relative_to(content).parts) > 1:
        return content / parts[0]
    return next((folder for folder in blog.content if article.is_relative_to(folder)), article.parent)


def _route(pages: Path, collection: str) -> tuple[str, ...]:
    """Answer the folders of the page that shows each entry of a collection, such as blog/[...slug].astro.

    It is the one in a folder of the collection's name, else the only such page; none where neither is.
    """
    routes = sorted({_folders(pages, page) for page in _pages_of_many(pages)})
    named = [route for route in routes if route[-1:] == (collection,)]
    if named or len(routes) == 1:
        return (named or routes)[0]
    return ()


def _pages_of_many(pages: Path) -> Iterable[Path]:
    return islice(pages.rglob("[[]*].astro"), _MOST_PAGES) if pages.is_dir() else ()


def _folders(pages: Path, page: Path) -> tuple[str, ...]:
    return tuple(part for part in page.relative_to(pages).parts[:-1] if not part.startswith("["))

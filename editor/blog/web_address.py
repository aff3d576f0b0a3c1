"""The address on the web that an article will have, as far as its site's files tell it without being run."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor.blog.routes import routes_of
from editor.blog.schemas.entries import entry_id
from editor.blog.slugs import file_name

if TYPE_CHECKING:
    from pathlib import Path

    from editor.article.values import Value
    from editor.blog.blog import Blog


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
    routes = routes_of(blog)
    return WebAddress(routes.host, (*routes.base, *(routes.of(collection.name) or ()), *identity))


def _collection(article: Path, blog: Blog) -> Path:
    """Answer the folder of the collection that holds the article."""
    content = blog.source / "content" if blog.source is not None else blog.root
    if article.is_relative_to(content) and len(parts := article.relative_to(content).parts) > 1:
        return content / parts[0]
    return next((folder for folder in blog.content if article.is_relative_to(folder)), article.parent)

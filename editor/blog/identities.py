"""The articles of a blog by the folders that their ids count from, and by their ids."""

from __future__ import annotations

import os
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from editor.article.front_matter import values
from editor.blog.article_files import articles_of, is_article, own_articles_of
from editor.blog.schemas.collections import new_collection
from editor.blog.schemas.entries import entry_id, files_of, head_of
from editor.blog.schemas.globs import fixed_folder
from editor.blog.templates import TEMPLATE_FOLDERS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from editor.article.values import Value
    from editor.blog.blog import Blog
    from editor.blog.schemas.guide import Collection
    from editor.blog.schemas.known import Known

_HEAD: Final = 1 << 14
"""Bytes of an article in which a slug of its own is looked for."""


@dataclass(frozen=True, slots=True)
class Group:
    """Articles whose ids count from one folder, base; start is the folder in it where they lie."""

    base: Path
    start: Path
    collection: Collection | None
    articles: tuple[Path, ...]


def comparable(name: str) -> str:
    """Answer what names have in common that some file system, or some host, takes for one."""
    return unicodedata.normalize("NFC", name).casefold()


def groups_of(blog: Blog, collections: tuple[Collection, ...]) -> tuple[Group, ...]:
    """Answer the collections that hold articles, or would; without collections the folders of content."""
    taking = [it for it in collections if it.loader in ("glob", "folder")]
    groups = [group for group in map(_group, taking) if group.start.is_relative_to(blog.root)]
    told = tuple(group for group in groups if group.articles)
    if groups:
        new = new_collection(blog, taking)
        return told or tuple(group for group in groups if group.collection is new) or tuple(groups)
    listed = articles_of if blog.content else own_articles_of
    folders = blog.content or (blog.root,)
    return tuple(
        Group(it, it, None, tuple(path for path in listed(it) if not _is_template(path, blog)))
        for it in folders
    )


def ids_of(group: Group, known: Known) -> Mapping[str, tuple[Path, ...]]:
    """Answer the articles of a group by their ids, as comparable writes them."""
    found: defaultdict[str, tuple[Path, ...]] = defaultdict(tuple)
    for path in group.articles:
        found[comparable(entry_id(path, group.base, {"slug": known.of(path, own_slug)}))] += (path,)
    return dict(found)


def _group(collection: Collection) -> Group:
    start = Path(os.path.normpath(collection.base / fixed_folder(collection.patterns)))
    articles = tuple(path for path in files_of(collection) if is_article(path.name))
    return Group(collection.base, start, collection, articles)


def _is_template(path: Path, blog: Blog) -> bool:
    return path.relative_to(blog.root).parts[0] in TEMPLATE_FOLDERS


def own_slug(path: Path) -> Value:
    """Answer the slug in an article's front matter; few articles are read whole for it."""
    try:
        with path.open("rb") as file:
            if b"slug" not in file.read(_HEAD):
                return None
    except OSError:
        return None
    return values(head_of(path)).get("slug")

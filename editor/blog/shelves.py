"""The folders of a blog where a new article may lie, and all that must be known to begin one there."""

from __future__ import annotations

import os
import unicodedata
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Final

from editor.article.front_matter import values
from editor.blog.article_files import ARTICLE_SUFFIXES, articles_of, is_article, own_articles_of
from editor.blog.fields import template_key
from editor.blog.naming import ArticleName, Naming, article_name, naming_of
from editor.blog.schemas.collections import new_collection
from editor.blog.schemas.entries import entry_id, files_of, head_of
from editor.blog.schemas.globs import fixed_folder, is_taken
from editor.blog.schemas.guides import BlogGuides, with_used_fields
from editor.blog.templates import TEMPLATE_FOLDERS, template_for, templates_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from editor.article.fences import Format
    from editor.article.front_matter import FrontMatter
    from editor.article.values import Value
    from editor.blog.blog import Blog
    from editor.blog.schemas.guide import Collection, Guide
    from editor.blog.schemas.known import Known
    from editor.blog.templates import Template

_MOST_READ: Final = 200
"""Articles of a folder, or of a collection, that are asked how they are written: the first by name."""
_HEAD: Final = 1 << 14
"""Bytes of an article in which a slug of its own is looked for."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """A folder for new articles: how those in it are named, and what the blog tells of their fields.

    base is the folder that ids count from; articles counts those that lie in folder, without its folders.
    format is that of their front matter, "none" where most have none.
    """

    folder: Path
    base: Path
    collection: Collection | None
    naming: Naming
    guide: Guide
    format: Format = "yaml"
    articles: int = 0


@dataclass(frozen=True, slots=True)
class Shelves:
    """The folders of a blog for new articles, the fullest first.

    ids holds the articles of each base by id, files all articles; both as Taken names them.
    """

    blog: Blog
    shelves: tuple[Shelf, ...]
    templates: tuple[Template, ...] = ()
    ids: Mapping[Path, Mapping[str, Path]] = field(default_factory=dict)
    files: Mapping[str, Path] = field(default_factory=dict)

    def template_for(self, shelf: Shelf) -> Template | None:
        """Answer the template for a shelf: that of its collection's or its folder's name, or default."""
        names = (shelf.collection.name,) if shelf.collection is not None else ()
        return template_for(self.templates, (*names, shelf.folder.name))

    def shelf_at(self, place: Path | None) -> Shelf:
        """Answer the folder that holds place, an article or a folder; without one, the first."""
        around = [it for it in self.shelves if place is not None and place.is_relative_to(it.folder)]
        return max(around, key=lambda shelf: len(shelf.folder.parts), default=self.shelves[0])


def comparable(name: str) -> str:
    """Answer what names have in common that some file system, or some host, takes for one."""
    return unicodedata.normalize("NFC", name).casefold()


def shelves_of(blog: Blog, known: Known) -> Shelves:
    """Answer the folders for new articles of blog; it reads files, and may take a while for many."""
    guides = BlogGuides(blog, known, _MOST_READ)
    found: list[Shelf] = []
    ids: dict[Path, dict[str, Path]] = {}
    files: dict[str, Path] = {}
    for base, start, collection, paths in _groups(blog, guides):
        files.update((comparable(os.fspath(path)), path) for path in paths)
        ids[base] = {comparable(_id(path, base, known)): path for path in paths}
        guide = guides.of_collection(collection)
        found += _of_group(base, start, with_used_fields(guide, base), paths, known)
    found.sort(key=lambda shelf: -shelf.articles)
    return Shelves(blog, tuple(found), templates_of(blog.root), ids, files)


def _groups(
    blog: Blog, guides: BlogGuides
) -> Iterable[tuple[Path, Path, Collection | None, tuple[Path, ...]]]:
    """Answer the collections, or folders of content, as base, folder of articles, collection, articles."""
    collections = [it for it in guides.collections if it.loader in ("glob", "folder")]
    with_articles = []
    for collection in collections:
        paths = tuple(path for path in files_of(collection) if is_article(path.name))
        start = Path(os.path.normpath(collection.base / fixed_folder(collection.patterns)))
        if start.is_relative_to(blog.root):
            with_articles.append((collection.base, start, collection, paths))
    told = [group for group in with_articles if group[3]]
    new = new_collection(blog, collections)
    if told or with_articles:
        return told or [group for group in with_articles if group[2] is new] or with_articles
    folders = blog.content or (blog.root,)
    listed = articles_of if blog.content else own_articles_of
    return [
        (it, it, None, tuple(path for path in listed(it) if not _is_template(path, blog))) for it in folders
    ]


def _is_template(path: Path, blog: Blog) -> bool:
    return path.relative_to(blog.root).parts[0] in TEMPLATE_FOLDERS


def _of_group(
    base: Path, start: Path, guide: Guide, paths: tuple[Path, ...], known: Known
) -> Iterable[Shelf]:
    """Answer the folders of one collection that hold articles; start where none does."""
    apart: defaultdict[str, list[tuple[ArticleName, Path]]] = defaultdict(list)
    for path in paths:
        name = article_name(path.relative_to(start).as_posix())
        apart[name.folder].append((name, path))
    patterns = guide.collection.patterns if guide.collection is not None else ()
    for folder, articles in (apart or {"": []}).items():
        heads = [known.of(path, head_of) for _, path in islice(articles, _MOST_READ)]
        titles = (_title(head) for head in heads)
        named = [(name, title) for (name, _), title in zip(articles, titles, strict=False)]
        place = start / folder if folder else start
        yield Shelf(
            place,
            base,
            guide.collection if guide.collection and guide.collection.name else None,
            naming_of(named, place.name, _suffix(patterns, place.relative_to(base))),
            guide,
            _format(heads),
            len(articles),
        )


def _suffix(patterns: tuple[str, ...], folder: Path) -> str:
    """Answer the suffix that patterns take in a folder, given from their base, where no article lies yet."""
    name = (folder / "a").as_posix()
    taken = (it for it in ARTICLE_SUFFIXES if is_taken(f"{name}{it}", patterns))
    return next(taken, ARTICLE_SUFFIXES[0])


def _format(heads: list[FrontMatter]) -> Format:
    """Answer the language of most front matters; JSON, which is not written here, counts as YAML."""
    counts = Counter(head.format for head in heads)
    most: Format = counts.most_common(1)[0][0] if counts else "yaml"
    return "yaml" if most == "json" else most


def _title(head: FrontMatter) -> str:
    titles = (entry.value for entry in head.entries if template_key(entry.key) == "title")
    return str(next(titles, ""))


def _id(path: Path, base: Path, known: Known) -> str:
    return entry_id(path, base, {"slug": known.of(path, _own_slug)})


def _own_slug(path: Path) -> Value:
    """Answer the slug in an article's front matter; few articles are read whole for it."""
    try:
        with path.open("rb") as file:
            if b"slug" not in file.read(_HEAD):
                return None
    except OSError:
        return None
    return values(head_of(path)).get("slug")

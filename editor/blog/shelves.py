"""The folders of a blog where a new article may lie, and all that must be known to begin one there."""

from __future__ import annotations

import os
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from editor.blog.article_files import ARTICLE_SUFFIXES
from editor.blog.fields import template_key
from editor.blog.identities import Group, comparable, groups_of, ids_of
from editor.blog.naming import ArticleName, Naming, article_name, naming_of
from editor.blog.schemas.entries import head_of
from editor.blog.schemas.globs import is_taken
from editor.blog.schemas.guides import BlogGuides, with_used_fields
from editor.blog.templates import template_for, templates_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from editor.article.fences import Format
    from editor.article.front_matter import FrontMatter
    from editor.blog.blog import Blog
    from editor.blog.schemas.guide import Collection, Guide
    from editor.blog.schemas.known import Known
    from editor.blog.templates import Template

_MOST_READ: Final = 200
"""Articles of a folder, or of a collection, that are asked how they are written."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """A folder for new articles: how those in it are named, and what the blog tells of their fields.

    base is the folder that ids count from; articles counts those that lie in folder, without its folders.
    format is that of their front matter, "none" where most have none; is_astro: an Astro site builds them.
    """

    folder: Path
    base: Path
    collection: Collection | None
    naming: Naming
    guide: Guide
    format: Format = "yaml"
    articles: int = 0
    is_astro: bool = True


@dataclass(frozen=True, slots=True)
class Shelves:
    """The folders of a blog for new articles, the fullest first.

    ids holds the articles of each base by id, files all articles; both as identities.comparable writes them.
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


def shelves_of(blog: Blog, known: Known) -> Shelves:
    """Answer the folders for new articles of blog; it reads files, and may take a while for many."""
    guides = BlogGuides(blog, known, _MOST_READ)
    found: list[Shelf] = []
    ids: dict[Path, dict[str, Path]] = {}
    files: dict[str, Path] = {}
    for group in groups_of(blog, guides.collections):
        files.update((comparable(os.fspath(path)), path) for path in group.articles)
        ids[group.base] = {identity: paths[0] for identity, paths in ids_of(group, known).items()}
        guide = with_used_fields(guides.of_collection(group.collection), group.base)
        found += _of_group(group, guide, known, is_astro=blog.generator == "astro")
    found.sort(key=lambda shelf: -shelf.articles)
    return Shelves(blog, tuple(found), templates_of(blog.root), ids, files)


def _of_group(group: Group, guide: Guide, known: Known, *, is_astro: bool) -> Iterable[Shelf]:
    """Answer the folders of one collection that hold articles; start where none does."""
    apart: defaultdict[str, list[tuple[ArticleName, Path]]] = defaultdict(list)
    for path in group.articles:
        name = article_name(path.relative_to(group.start).as_posix())
        apart[name.folder].append((name, path))
    patterns = guide.collection.patterns if guide.collection is not None else ()
    for folder, articles in (apart or {"": []}).items():
        step = max(1, -(-len(articles) // _MOST_READ))
        heads = {path: known.of(path, head_of) for _, path in articles[::step]}
        named = [(name, _title(heads[path]) if path in heads else "") for name, path in articles]
        place = group.start / folder if folder else group.start
        yield Shelf(
            place,
            group.base,
            group.collection,
            naming_of(named, place.name, _suffix(patterns, place.relative_to(group.base))),
            guide,
            _format(heads.values()),
            len(articles),
            is_astro,
        )


def _suffix(patterns: tuple[str, ...], folder: Path) -> str:
    """Answer the suffix that patterns take in a folder, given from their base, where no article lies yet."""
    name = (folder / "a").as_posix()
    taken = (it for it in ARTICLE_SUFFIXES if is_taken(f"{name}{it}", patterns))
    return next(taken, ARTICLE_SUFFIXES[0])


def _format(heads: Iterable[FrontMatter]) -> Format:
    """Answer the language of most front matters; JSON, which is not written here, counts as YAML."""
    counts = Counter(head.format for head in heads)
    most: Format = counts.most_common(1)[0][0] if counts else "yaml"
    return "yaml" if most == "json" else most


def _title(head: FrontMatter) -> str:
    titles = (entry.value for entry in head.entries if template_key(entry.key) == "title")
    return str(next(titles, ""))

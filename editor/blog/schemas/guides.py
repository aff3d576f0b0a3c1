"""What a blog tells of an article's fields, everything together."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Final

from editor.blog.article_files import articles_of, is_article, own_articles_of
from editor.blog.schemas.collections import (
    collection_of,
    collections_of,
    configuration_files,
    new_collection,
)
from editor.blog.schemas.entries import entry_ids, files_of, head_of
from editor.blog.schemas.guide import Collection, Guide
from editor.blog.schemas.shapes import GroupShape, ListShape, ReferenceShape, UnionShape
from editor.blog.schemas.usage import fields_of, usage_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from editor.blog.blog import Blog
    from editor.blog.schemas.known import Known
    from editor.blog.schemas.shapes import SchemaField, Shape

MOST_ARTICLES: Final = 2_000
"""Articles whose use of keys counts: the first by name."""


def guide_of(blog: Blog, path: Path | None, known: Known) -> Guide:
    """Answer what blog tells of the fields of the article at path; one that has no place yet is a new one.

    It reads files, and may take a while for a large collection that known does not hold yet.
    """
    guides = BlogGuides(blog, known)
    around = collection_of(path, guides.collections) if path else new_collection(blog, guides.collections)
    return guides.of_collection(around)


class BlogGuides:
    """The guides of a blog as it is now, for many articles: those of one collection share theirs."""

    def __init__(self, blog: Blog, known: Known, most_articles: int = MOST_ARTICLES) -> None:
        """Take the use of keys from so many articles of a collection at most."""
        self.blog = blog
        self._most_articles = most_articles
        self._known = known
        self._guides: dict[str | None, Guide] = {}
        self.collections = collections_of(blog, known)

    def of_collection(self, collection: Collection | None) -> Guide:
        """Answer what the blog tells of a collection's fields; None: of articles that are in none."""
        name = collection.name if collection else None
        if name not in self._guides:
            articles = islice(_siblings(self.blog, collection), self._most_articles)
            usage = usage_of(self._known.of(article, head_of) for article in articles)
            wanted = set(_references(collection.fields)) if collection else set()
            told = [it for it in self.collections if it.name in wanted and not it.has_own_ids]
            entries = {it.name: entry_ids(it, self._known) for it in told}
            self._guides[name] = Guide(collection, usage, entries)
        return self._guides[name]


def with_used_fields(guide: Guide, folder: Path) -> Guide:
    """Answer a guide that has the fields of the articles, which lie in folder, where no schema has any."""
    if guide.collection is not None and guide.collection.fields:
        return guide
    collection = guide.collection or Collection("", folder)
    return replace(guide, collection=replace(collection, fields=fields_of(guide.usage)))


def guide_files(blog: Blog, known: Known) -> tuple[Path, ...]:
    """Answer the files and folders whose change asks for a new guide: of schemas, and of articles."""
    folders = {
        *(blog.content or (blog.root,)),
        *(path.parent for path in islice(_articles(blog), MOST_ARTICLES)),
    }
    return (*configuration_files(blog, known), *sorted(folders))


def _siblings(blog: Blog, collection: Collection | None) -> Iterator[Path]:
    if collection is not None:
        yield from (path for path in files_of(collection) if is_article(path.name))
        return
    yield from _articles(blog)


def _articles(blog: Blog) -> Iterator[Path]:
    for folder in blog.content:
        yield from articles_of(folder)
    if not blog.content:
        yield from own_articles_of(blog.root)


def _references(fields: Iterable[SchemaField]) -> Iterator[str]:
    for field in fields:
        yield from _referred(field.shape)


def _referred(shape: Shape) -> Iterator[str]:
    match shape:
        case ReferenceShape(collection):
            yield collection
        case ListShape(item):
            yield from _referred(item)
        case GroupShape(fields):
            yield from _references(fields)
        case UnionShape(options):
            for option in options:
                yield from _referred(option)
        case _:
            pass

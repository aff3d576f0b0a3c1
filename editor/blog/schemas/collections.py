"""The collections of a blog, as its configuration, its generated schemas and its folders tell of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from editor.blog.astro_site import read_site
from editor.blog.schemas.configuration import ANY_ARTICLE, configured
from editor.blog.schemas.globs import is_taken
from editor.blog.schemas.guide import Collection
from editor.blog.schemas.json_schema import read_collection_schema
from editor.blog.schemas.json_shapes import SOURCE, UnreadableSchema
from editor.blog.schemas.merging import merged

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from editor.blog.blog import Blog
    from editor.blog.schemas.known import Known
    from editor.blog.schemas.shapes import GroupShape

GENERATED: Final = ".astro/collections"
"""Where Astro writes the schemas of collections."""
SUFFIX: Final = ".schema.json"


def generated_folder(blog: Blog) -> Path:
    """Answer the folder of the schemas that Astro generates."""
    return blog.root / GENERATED


def generated_files(blog: Blog) -> tuple[Path, ...]:
    """Answer the schemas that Astro has generated, by name."""
    try:
        paths = tuple(generated_folder(blog).iterdir())
    except OSError:
        return ()
    return tuple(sorted(path for path in paths if path.name.endswith(SUFFIX)))


def collections_of(blog: Blog, known: Known) -> tuple[Collection, ...]:
    """Answer the collections of an Astro site, in the order of its configuration; none of another blog.

    Those of which only a generated schema tells come last, unless the configuration is known to have no more.
    """
    if blog.generator != "astro" or blog.source is None:
        return ()
    schemas = _generated_schemas(blog, known)
    told = configured(blog.root, read_site(blog.root), known)
    content = blog.source / "content"
    others = (
        set() if told.is_complete else schemas.keys() - {collection.name for collection in told.collections}
    )
    collections = (
        *told.collections,
        *(Collection(name, content / name, ANY_ARTICLE, "folder") for name in sorted(others)),
    )
    return tuple(_with_schema(collection, schemas.get(collection.name)) for collection in collections)


def configuration_files(blog: Blog, known: Known) -> tuple[Path, ...]:
    """Answer the files that tell of an Astro site's collections, and those that would."""
    if blog.generator != "astro":
        return ()
    generated = (generated_folder(blog), *generated_files(blog))
    return (*generated, *configured(blog.root, read_site(blog.root), known).files)


def collection_of(path: Path, collections: Iterable[Collection]) -> Collection | None:
    """Answer the collection that takes the article at path, the one with the deepest base of several."""
    taking = (
        collection
        for collection in collections
        if collection.loader in ("glob", "folder")
        and path.is_relative_to(collection.base)
        and is_taken(path.relative_to(collection.base).as_posix(), collection.patterns)
    )
    return max(taking, key=lambda collection: len(collection.base.parts), default=None)


def new_collection(blog: Blog, collections: Iterable[Collection]) -> Collection | None:
    """Answer the collection of an article that has no place yet: where new articles of the blog lie."""
    articles = [collection for collection in collections if collection.loader in ("glob", "folder")]
    place = (*blog.content, blog.root)[0] / "untitled.md"
    return collection_of(place, articles) or next(iter(articles), None)


def _with_schema(collection: Collection, schema: GroupShape | None) -> Collection:
    if schema is None:
        return collection
    return replace(
        collection,
        fields=merged(schema.fields, collection.fields),
        has_schema=True,
        are_others_refused=collection.are_others_refused or schema.are_others_refused,
        sources=(SOURCE, *(collection.sources if collection.fields else ())),
        unread=(),
    )


def _generated_schemas(blog: Blog, known: Known) -> dict[str, GroupShape | None]:
    """Answer the generated schemas by their collections' names, None where one cannot be read."""
    paths = generated_files(blog)
    return {path.name.removesuffix(SUFFIX): known.of(path, _read_schema) for path in paths}


def _read_schema(path: Path) -> GroupShape | None:
    try:
        return read_collection_schema(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, UnreadableSchema):
        return None

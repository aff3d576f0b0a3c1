"""The values of front matters that lead to files, or to entries of collections, and their edits."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from editor.article.front_matter import RefusedEdit, set_value, values
from editor.article.front_matter import read as read_front_matter
from editor.blog.article_files import ARTICLE_SUFFIXES
from editor.blog.article_links import relative
from editor.blog.images import IMAGE_SUFFIXES
from editor.blog.schemas.collections import collection_of
from editor.blog.schemas.shapes import GroupShape, ListShape, ReferenceShape, UnionShape
from editor.blog.site_map import normal
from editor.text.change import Edit, merged_edits

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from editor.article.values import Value
    from editor.blog.article_links import ReadArticle
    from editor.blog.schemas.shapes import Shape
    from editor.blog.site_map import SiteMap

_REMOTE: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|[/~@#$]")
_SUFFIXES: Final = IMAGE_SUFFIXES | set(ARTICLE_SUFFIXES)


@dataclass(frozen=True, slots=True)
class FieldEdits:
    """Edits of a front matter, the number of values that they write anew, and those that they cannot."""

    edits: tuple[Edit, ...] = ()
    count: int = 0
    refused: tuple[tuple[int, str], ...] = ()
    """Line and value."""


def file_values(article: ReadArticle) -> Iterator[Path]:
    """Yield the files that values of an article's front matter lead to from where it lies."""
    for value in _texts(_values(article)):
        file = _file(value, article.path)
        if file is not None:
            yield file


def field_edits(
    article: ReadArticle, places: Mapping[Path, Path], before: SiteMap, after: SiteMap
) -> FieldEdits:
    """Answer the edits of an article's front matter that a move of files asks for; places has new by old."""
    anew = _Anew(article.path, places, before, after)
    edits: list[Edit] = []
    refused: list[tuple[int, str]] = []
    shapes = anew.shapes()
    for key, value in _values(article).items():
        changed = anew.value(value, shapes.get(key))
        if changed == value:
            continue
        try:
            edits += set_value(article.text, key, changed)
        except RefusedEdit:
            refused.append((0, f"{key}: {value}"))
    return FieldEdits(merged_edits(article.text, edits), anew.count, tuple(refused))


def _values(article: ReadArticle) -> dict[str, Value]:
    return values(read_front_matter(article.text[: article.body_start], takes_json=True))


def _texts(value: Value) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from _texts(item)


def _file(value: str, article: Path) -> Path | None:
    """Answer the file that a value leads to from an article, None for what is no path."""
    if "\n" in value or _REMOTE.match(value) or Path(value).suffix.lower() not in _SUFFIXES:
        return None
    file = normal(article.parent / value)
    try:
        return file if file.is_file() else None
    except (OSError, ValueError):  # a name too long, a NUL
        return None


class _Anew:
    """Values as they are to be after files have moved."""

    def __init__(self, article: Path, places: Mapping[Path, Path], before: SiteMap, after: SiteMap) -> None:
        self._article = article
        self._place = places.get(article, article)
        self._places = places
        self._before = before
        moved = ((old, new) for old, new in places.items() if old in before.entries)
        self._ids = {
            (before.entries[old].collection, before.entries[old].identity): after.entries[new].identity
            for old, new in moved
        }
        self.count = 0

    def shapes(self) -> dict[str, Shape]:
        """Answer the shapes of the fields of the article's collection."""
        collection = collection_of(self._article, self._before.collections)
        return {field.key: field.shape for field in collection.fields} if collection is not None else {}

    def value(self, value: Value, shape: Shape | None) -> Value:
        """Answer a value, its paths and ids written anew."""
        match value, shape:
            case str(), ReferenceShape(collection):
                return self._id(value, collection)
            case _, UnionShape(options):
                anew = (self.value(value, option) for option in options)
                return next((it for it in anew if it != value), value)
            case list(), ListShape(item):
                return [self.value(one, item) for one in value]
            case list(), _:
                return [self.value(one, None) for one in value]
            case dict(), _:
                fields = shape.fields if isinstance(shape, GroupShape) else ()
                known = {field.key: field.shape for field in fields}
                return {key: self.value(one, known.get(key)) for key, one in value.items()}
            case str(), _:
                return self._path(value)
        return value

    def _id(self, value: str, collection: str) -> str:
        for (name, old), new in self._ids.items():
            if value == old and collection in ("", name) and old != new:
                self.count += 1
                return new
        return value

    def _path(self, value: str) -> str:
        file = _file(value, self._article)
        if file is None:
            return value
        place = self._places.get(file, file)
        if relative(place, self._place.parent) == relative(file, self._article.parent):
            return value
        anew = relative(place, self._place.parent)
        if value.startswith("./") and not anew.startswith("../"):
            anew = f"./{anew}"
        self.count += 1
        return anew

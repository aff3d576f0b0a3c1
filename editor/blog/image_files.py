"""Bringing a picture from elsewhere into the blog."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from editor.article.files import read_file, write_file
from editor.text.slug import slug

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from editor.blog.blog import Blog


def brought_into(blog: Blog, image: Path, article: Path | None) -> Path:
    """Answer image itself where it lies in blog, else a copy of it in the blog.

    The copy goes where Astro's template keeps its pictures, src/assets, else beside the article; a file that
    is there already is never replaced, unless it is the same picture.
    Raises article.files.FileError.
    """
    if image.resolve().is_relative_to(blog.root.resolve()):
        return image
    data = read_file(image)
    folder = _picture_folder(blog, article)
    stem = slug(image.stem) or "image"
    names = (f"{stem}{ending}{image.suffix.lower()}" for ending in _endings())
    target = next(
        path for path in map(folder.joinpath, names) if not path.exists() or read_file(path) == data
    )
    if not target.exists():
        write_file(target, data, None)
    return target


def _endings() -> Iterator[str]:
    yield ""
    yield from (f"-{number}" for number in count(2))


def _picture_folder(blog: Blog, article: Path | None) -> Path:
    assets = blog.source / "assets" if blog.source is not None else None
    if assets is not None and assets.is_dir():
        return assets
    return article.parent if article is not None else blog.root

"""All images of a blog: what each is used for, and which nothing uses."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from editor.blog.article_files import is_article
from editor.blog.image_uses import files_of, mentions_in, read_source, sources_of, uses_in
from editor.blog.images import PICTURE_SUFFIXES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from editor.blog.blog import Blog
    from editor.blog.image_uses import ImageUse, Mentions


@dataclass(frozen=True, slots=True)
class BlogImage:
    """An image of a blog: its size in bytes, when it was changed (in nanoseconds), where articles show it.

    named_in are the files that name it; is_meant tells that those, or a script that puts names together, may
    mean it.
    """

    path: Path
    size: int
    modified: int
    uses: tuple[ImageUse, ...] = ()
    named_in: tuple[Path, ...] = ()
    is_meant: bool = False

    @property
    def is_unused(self) -> bool:
        """Whether nothing is known that uses it."""
        return not self.uses and not self.is_meant


def gallery(blog: Blog, texts: Mapping[Path, str]) -> tuple[BlogImage, ...]:
    """Answer the images of blog, by their paths.

    texts are those of open articles by their files, which count beside what the disk holds.
    """
    images = {Path(os.path.realpath(path)): path for path in files_of(blog, PICTURE_SUFFIXES)}
    uses: dict[Path, list[ImageUse]] = {}

    def sources() -> Iterator[tuple[Path, str | None]]:
        for path in sources_of(blog):
            text = read_source(path)
            if is_article(path.name):
                for use in uses_in(texts.get(path, text or ""), path, blog):
                    uses.setdefault(use.image, []).append(use)
            yield path, text
        yield from texts.items()

    mentions = mentions_in(sources(), [path.name for path in images.values()])
    found = (_image(path, tuple(uses.get(real, ())), mentions) for real, path in images.items())
    return tuple(image for image in found if image is not None)


def still_unused(blog: Blog, paths: Iterable[Path], texts: Mapping[Path, str]) -> tuple[Path, ...]:
    """Answer which of these images nothing uses by now."""
    wanted = frozenset(paths)
    return tuple(image.path for image in gallery(blog, texts) if image.path in wanted and image.is_unused)


def _image(path: Path, uses: tuple[ImageUse, ...], mentions: Mentions) -> BlogImage | None:
    try:
        state = path.stat()
    except OSError:  # a link to nowhere
        return None
    named_in = mentions.files_naming(path)
    return BlogImage(path, state.st_size, state.st_mtime_ns, uses, named_in, mentions.may_mean(path))

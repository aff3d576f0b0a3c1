"""Images that come into a blog become files of it, over no other file."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor.article.files import FileError, read_file, write_file
from editor.blog.image_names import free_names

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Incoming:
    """An image that is to lie in folder, called by stem and suffix or, where others are, with a number."""

    folder: Path
    stem: str
    suffix: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Placed:
    """An image's file in the blog; is_new where it was not there before."""

    path: Path
    is_new: bool


def put_images(images: Iterable[Incoming]) -> tuple[Placed, ...]:
    """Write images into the blog, all of them or none; one that is there already is not written twice.

    Raises article.files.FileError.
    """
    placed: list[Placed] = []
    try:
        placed.extend(map(_put, images))
    except FileError:
        for each in placed:
            if each.is_new:
                with suppress(OSError):
                    each.path.unlink()
        raise
    return tuple(placed)


def _put(image: Incoming) -> Placed:
    there = _same_in(image)
    if there is not None:
        return Placed(there, is_new=False)
    taken = names_in(image.folder)
    # Names that differ in case only are one name to other systems.
    name = next(name for name in free_names(image.stem, image.suffix) if name.lower() not in taken)
    path = image.folder / name
    try:
        image.folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileError(image.folder, error) from error
    write_file(path, image.data, None)
    return Placed(path, is_new=True)


def _same_in(image: Incoming) -> Path | None:
    """Answer the file that is the same image already."""
    for path in sorted(_files_in(image.folder)):
        with suppress(OSError, FileError):
            is_alike = path.suffix == image.suffix and path.stat().st_size == len(image.data)
            if is_alike and read_file(path) == image.data:
                return path
    return None


def names_in(folder: Path) -> frozenset[str]:
    """Answer the names in a folder in lower case, none where it cannot be read."""
    return frozenset(path.name.lower() for path in _files_in(folder))


def _files_in(folder: Path) -> tuple[Path, ...]:
    try:
        return tuple(folder.iterdir())
    except OSError:
        return ()

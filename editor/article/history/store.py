"""Versions of articles on the disk: a folder for each article, in it each version once, and their list."""

from __future__ import annotations

import hashlib
import os
import re
import zlib
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Final

from editor.article.files import FileError, FileVanished, make_private_folder, read_file, write_file
from editor.article.history.index import Index, NotAHistory, index_bytes, index_in
from editor.article.history.versions import Version, thinned, within

if TYPE_CHECKING:
    from collections.abc import Iterator

_INDEX: Final = "versions.json"
_SUFFIX: Final = ".version"
_DIGEST: Final = re.compile(r"[0-9a-f]{64}")
_LARGEST: Final = 64_000_000
"""Bytes that a version may unpack to: what is larger is no article."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How many bytes on the disk the versions of one article may take, and those of all."""

    article: int = 20_000_000
    whole: int = 200_000_000


@dataclass(frozen=True, slots=True)
class Past:
    """The versions of an article, the oldest first; where their list was damaged, those that were found."""

    versions: tuple[Version, ...]
    is_damaged: bool = False


class History:
    """The versions of all articles, in folders below root; may be used from several threads."""

    def __init__(self, root: Path, limits: Limits | None = None) -> None:
        self._root = root
        self._limits = limits or Limits()
        self._lock = Lock()

    def record(self, path: Path, data: bytes, now: int) -> None:
        """Keep data as a version of the article at path; nothing happens where the newest one is the same.

        Raises FileError, and NotAHistory where a newer program keeps its versions.
        """
        digest = hashlib.sha256(data).hexdigest()
        with self._lock:
            versions = self._past(path).versions
            if versions and versions[-1].digest == digest:
                return
            folder = self._folder(path)
            make_private_folder(self._root)
            make_private_folder(folder)
            packed = zlib.compress(data, 6)
            place = folder / f"{digest}{_SUFFIX}"
            if not place.exists():
                write_file(place, packed, None, is_private=True)
            versions = (*versions, Version(now, digest, len(data), len(packed)))
            kept = within(thinned(versions, now), self._limits.article)
            _write(folder, Index(str(path), kept))

    def past(self, path: Path) -> Past:
        """Answer the versions of the article at path.

        Raises FileError, and NotAHistory("newer") where a newer program keeps them.
        """
        with self._lock:
            return self._past(path)

    def read(self, path: Path, version: Version) -> bytes:
        """Answer what a version of the article at path held.

        Raises FileError, and NotAHistory where it is damaged.
        """
        packed = read_file(self._folder(path) / f"{version.digest}{_SUFFIX}")
        try:
            data = zlib.decompressobj().decompress(packed, _LARGEST)
        except zlib.error:
            raise NotAHistory("damaged") from None
        if hashlib.sha256(data).hexdigest() != version.digest:
            raise NotAHistory("damaged")
        return data

    def name(self, path: Path, version: Version, name: str) -> None:
        """Give a version of the article at path a name, which keeps it for good; an empty one takes it away.

        Raises what record raises.
        """
        with self._lock:
            versions = self._past(path).versions
            named = tuple(replace(it, name=name) if it == version else it for it in versions)
            _write(self._folder(path), Index(str(path), named))

    def move(self, path: Path, target: Path) -> None:
        """Have the versions of the article at path be those of the one at target, beside any that it has.

        Of a folder, which is at target by now, those of all articles that were in it.
        Raises what record raises.
        """
        with self._lock:
            known = self._indexes() if target.is_dir() else ()
            inside = [found for _, index in known if path in (found := Path(index.path)).parents]
            for article in (path, *inside):
                self._move(article, target / article.relative_to(path))

    def shrink(self) -> None:
        """Take the oldest versions of all articles away until the rest is within the limit of the whole.

        The newest of each article and those with names stay; what cannot be read is left alone.
        """
        with self._lock:
            known = dict(self._indexes())
            indexes = dict(known)
            found = [(it, folder) for folder, index in indexes.items() for it in index.versions]
            size = sum(version.stored for version, _ in found)
            for version, folder in sorted(found, key=lambda item: item[0].moment):
                index = indexes[folder]
                if size > self._limits.whole and not version.name and version != index.versions[-1]:
                    size -= version.stored
                    rest = tuple(it for it in index.versions if it != version)
                    indexes[folder] = replace(index, versions=rest)
            for folder, index in indexes.items():
                if index is not known[folder]:
                    with suppress(FileError):
                        _write(folder, index)

    def _move(self, path: Path, target: Path) -> None:
        moved, there = self._past(path).versions, self._past(target).versions
        if not moved:
            return
        source, folder = self._folder(path), self._folder(target)
        make_private_folder(folder)
        names = sorted({f"{version.digest}{_SUFFIX}" for version in moved})
        # Copied, listed, and only then taken away: a program that is cut off in between loses none.
        for name in names:
            if not (folder / name).exists():
                write_file(folder / name, read_file(source / name), None, is_private=True)
        versions = tuple(sorted({*moved, *there}, key=lambda version: version.moment))
        _write(folder, Index(str(target), versions))
        with suppress(OSError):
            for name in (_INDEX, *names):
                (source / name).unlink()
            source.rmdir()

    def _folder(self, path: Path) -> Path:
        return self._root / hashlib.sha256(os.fsencode(path)).hexdigest()[:32]

    def _past(self, path: Path) -> Past:
        folder = self._folder(path)
        try:
            return Past(index_in(read_file(folder / _INDEX)).versions)
        except FileVanished:
            return Past(_found_in(folder))
        except NotAHistory as error:
            if error.reason == "newer":
                raise
            return Past(_found_in(folder), is_damaged=True)

    def _indexes(self) -> Iterator[tuple[Path, Index]]:
        folders: list[Path] = []
        with suppress(OSError):
            folders = sorted(self._root.iterdir())
        for folder in folders:
            with suppress(FileError, NotAHistory):
                yield folder, index_in(read_file(folder / _INDEX))


def _found_in(folder: Path) -> tuple[Version, ...]:
    """Answer the versions whose files lie in a folder; when they were written tells their moments."""
    found = []
    with suppress(OSError):
        for place in folder.iterdir():
            if place.suffix == _SUFFIX and _DIGEST.fullmatch(place.stem):
                state = place.stat()
                found.append(Version(state.st_mtime_ns // 1_000_000, place.stem, 0, state.st_size))
    return tuple(sorted(found, key=lambda version: version.moment))


def _write(folder: Path, index: Index) -> None:
    """Write the list of versions where it is another, and take away the files that are not in it."""
    place = folder / _INDEX
    before = read_file(place) if place.exists() else None
    write_file(place, index_bytes(index), before, is_private=True)
    kept = {f"{version.digest}{_SUFFIX}" for version in index.versions}
    with suppress(OSError):
        for found in folder.iterdir():
            if found.suffix == _SUFFIX and found.name not in kept:
                found.unlink()

"""Makes a change of several files on the disk: all of it, or nothing."""

from __future__ import annotations

import os
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from editor.article.files import FileChanged, FileError, FileExists, FileVanished, read_file, write_file

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from editor.blog.blog_edit import BlogEdit, FileMove


class HalfMade(Exception):  # noqa: N818 - named for what the writer has before them
    """A change failed for cause, and of what was made till then the files at paths could not be put back."""

    def __init__(self, cause: FileError, paths: tuple[Path, ...]) -> None:
        super().__init__(cause, paths)
        self.cause = cause
        self.paths = paths


def _always(_done: int) -> bool:
    return True


def make(edit: BlogEdit, goes_on: Callable[[int], bool] = _always) -> tuple[Path, ...] | None:
    """Make edit; answer the folders that were made for its moves, the outermost first.

    goes_on is asked before each step with the number of those done; once it answers False, everything is put
    back and None answered. The same happens where a step fails.
    Raises article.files.FileError, HalfMade where something could not be put back.
    """
    making = _Making()
    try:
        _check(edit)
        steps = [partial(making.write, one.path, one.after, one.before) for one in edit.edits]
        steps += [partial(making.move, one) for one in edit.moves]
        for done, step in enumerate(steps):
            if not goes_on(done):
                making.put_back(None)
                return None
            step()
    except FileError as error:
        making.put_back(error)
        raise
    for folder in edit.emptied:
        with suppress(OSError):  # it holds something, or is gone with what it held
            folder.rmdir()
    return tuple(making.folders)


class _Making:
    """What was done so far, and how it is put back."""

    def __init__(self) -> None:
        self.folders: list[Path] = []
        self._done: list[tuple[Path, Callable[[], None]]] = []

    def write(self, path: Path, after: bytes, before: bytes) -> None:
        write_file(path, after, before)
        self._done.append((path, partial(write_file, path, before, after)))

    def move(self, move: FileMove) -> None:
        self._make_folders(move.target.parent)
        _move(move.source, move.target)
        self._done.append((move.target, partial(_move, move.target, move.source)))

    def put_back(self, error: FileError | None) -> None:
        """Put everything back. Raises HalfMade."""
        left: list[Path] = []
        cause = error
        for path, step in reversed(self._done):
            try:
                step()
            except FileError as refused:
                cause = cause or refused
                left.append(path)
        for folder in reversed(self.folders):
            with suppress(OSError):
                folder.rmdir()
        if cause is not None and left:
            raise HalfMade(cause, tuple(left)) from cause

    def _make_folders(self, folder: Path) -> None:
        missing = [folder]
        while not os.path.lexists(missing[-1]):
            missing.append(missing[-1].parent)
        for one in reversed(missing[:-1]):
            try:
                one.mkdir()
            except OSError as error:
                raise FileError(one, error) from error
            self.folders.append(one)


def _check(edit: BlogEdit) -> None:
    """Find before anything is done what would stop it half-way."""
    for one in edit.edits:
        if read_file(one.path) != one.before:
            raise FileChanged(one.path)
    for move in edit.moves:
        _check_move(move.source, move.target)


def _check_move(source: Path, target: Path) -> None:
    if not os.path.lexists(source):
        raise FileVanished(source)
    # Where case does not count, a name in another case leads to the file itself.
    if os.path.lexists(target) and not _is_same(source, target):
        raise FileExists(target)


def _is_same(source: Path, target: Path) -> bool:
    if source.name.casefold() != target.name.casefold():
        return False
    try:
        return source.samefile(target) and source.parent.samefile(target.parent)
    except OSError:  # a link that leads nowhere
        return False


def _move(source: Path, target: Path) -> None:
    _check_move(source, target)
    try:
        source.rename(target)
    except OSError as error:
        raise FileError(source, error) from error

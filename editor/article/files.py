"""The one reader and the one writer of files: atomic, durable, and never over what it has not read."""

from __future__ import annotations

import errno
import os
import secrets
import shutil
import stat
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


class FileError(Exception):
    """Work on the file at path failed; cause is what the system answered."""

    def __init__(self, path: Path, cause: OSError | None = None) -> None:
        super().__init__(path, cause)
        self.path = path
        self.cause = cause


class FileChanged(FileError):  # noqa: N818 - named for what happened, as its family is caught
    """The file on disk is not what was read."""


class FileVanished(FileError):  # noqa: N818 - named for what happened, as its family is caught
    """The file that was read is no longer there."""


class FileExists(FileError):  # noqa: N818 - named for what happened, as its family is caught
    """There is a file already where a new one was to be."""


def read_file(path: Path) -> bytes:
    """Answer the bytes of a regular file; symbolic links are followed.

    Raises FileVanished where there is none, FileError where it cannot be read.
    """
    with _errors_of(path, FileVanished):
        return _read(path)


def write_file(path: Path, data: bytes, expected: bytes | None) -> None:
    """Put data in the place of the file at path, whole or not at all.

    expected is what was read from it, None where it must not exist yet. Symbolic links are followed; mode,
    extended attributes and, where the system allows it, the owner are kept.
    Raises FileChanged, FileVanished or FileExists where the disk holds something else than expected,
    FileError where the system refuses; the file is then as it was and no temporary file is left.
    """
    with _errors_of(path, FileError if expected is None else FileVanished):
        target = Path(os.path.realpath(path))
        _compare(path, target, expected)
        temporary = target.with_name(f".{secrets.token_hex(8)}.tmp")
        try:
            _write_new(temporary, data)
            if expected is not None:
                _copy_attributes(target, temporary)
            _compare(path, target, expected)
            temporary.replace(target)
        finally:
            with suppress(OSError):
                temporary.unlink()
        _sync_folder(target.parent)


@contextmanager
def _errors_of(path: Path, missing: type[FileError]) -> Iterator[None]:
    """Turn the system's errors into ours; missing is what a file that is not there is to be."""
    try:
        yield
    except FileNotFoundError as error:
        raise missing(path, error) from error
    except OSError as error:
        raise FileError(path, error) from error


def _read(path: Path) -> bytes:
    kind = path.stat().st_mode
    if stat.S_ISDIR(kind):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if not stat.S_ISREG(kind):  # reading a pipe would wait for ever
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), str(path))
    return path.read_bytes()


def _compare(path: Path, target: Path, expected: bytes | None) -> None:
    """Raise where the disk does not hold expected, or may not be written."""
    if expected is None:
        if os.path.lexists(target):
            raise FileExists(path)
        return
    if _read(target) != expected:
        raise FileChanged(path)
    if not os.access(target, os.W_OK):  # the folder's right would be enough to replace it
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(target))


def _write_new(path: Path, data: bytes) -> None:
    """Write a new file, force it to the disk and read it back."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags, 0o666), "wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
    if path.read_bytes() != data:
        raise OSError(errno.EIO, os.strerror(errno.EIO), str(path))


def _copy_attributes(source: Path, target: Path) -> None:
    """Give target the mode, extended attributes and owner of source; its times stay its own."""
    owner = source.stat()
    if hasattr(os, "chown") and (owner.st_uid, owner.st_gid) != (target.stat().st_uid, target.stat().st_gid):
        with suppress(PermissionError):  # only the administrator may give a file away
            os.chown(target, owner.st_uid, owner.st_gid)
    shutil.copystat(source, target)
    os.utime(target)


def _sync_folder(folder: Path) -> None:
    """Force the folder's entry to the disk, where folders can be opened (not on Windows)."""
    directory = getattr(os, "O_DIRECTORY", None)
    if directory is None:
        return
    with suppress(OSError):  # some file systems refuse it, and the file is already in its place
        descriptor = os.open(folder, os.O_RDONLY | directory)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

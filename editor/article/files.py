"""The one reader and the one writer of files: atomic, durable, and never over what it has not read."""

from __future__ import annotations

import errno
import os
import secrets
import stat
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_UNKNOWN: Final = (errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS)
"""What a system answers that does not know what it is asked for."""
_WRITING: Final = os.O_WRONLY | getattr(os, "O_BINARY", 0)
_NOT_ALLOWED: Final = (errno.EPERM, errno.EACCES, errno.ENODATA)


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


class FileOpenElsewhere(FileError):  # noqa: N818 - named for what happened, as its family is caught
    """Another running program of this kind has the file open."""


class FileExists(FileError):  # noqa: N818 - named for what happened, as its family is caught
    """There is a file already where a new one was to be."""


def read_file(path: Path) -> bytes:
    """Answer the bytes of a regular file; symbolic links are followed.

    Raises FileVanished where there is none, FileError where it cannot be read.
    """
    with _errors_of(path, FileVanished):
        return _read(path)


def _stays(_target: Path) -> None:
    """Leave a file where it is till another takes its place."""


def write_file(
    path: Path,
    data: bytes,
    expected: bytes | None,
    *,
    is_private: bool = False,
    put_away: Callable[[Path], object] = _stays,
) -> None:
    """Put data in the place of the file at path, whole or not at all.

    expected is what was read from it, None where it must not exist yet. Symbolic links are followed; mode,
    extended attributes and owner are kept, as far as the system allows it. A new file that is_private is for
    this user alone. A file that holds data already stays as it is. put_away may take the old file elsewhere,
    which is asked for once data lies beside it on the disk and has but to be given its name.
    Raises FileChanged, FileVanished or FileExists where the disk holds something else than expected,
    FileError where the system refuses, and what put_away raises; the file then holds what it held, or data
    where only its place could not be forced to the disk, and no temporary file is left.
    """
    with _errors_of(path, FileError if expected is None else FileVanished):
        target = Path(os.path.realpath(path))
        if not _is_there(path, target, data, expected):
            temporary = target.with_name(f".{secrets.token_hex(8)}.tmp")
            try:
                _write_new(temporary, data, 0o666 if expected is None and not is_private else 0o600)
                if expected is not None:
                    _copy_attributes(target, temporary)
                if not _is_there(path, target, data, expected):
                    put_away(target)
                    temporary.replace(target)
            finally:
                with suppress(OSError):
                    temporary.unlink()
        _force_folder(target.parent)


def add_to_file(path: Path, data: bytes) -> None:
    """Add data at the end of a file, and force it to the disk.

    Raises FileVanished where there is none, FileError where the system refuses; the file is then cut to what
    it was, if the system lets it be.
    """
    with _errors_of(path, FileVanished):
        descriptor = os.open(path, _WRITING | os.O_APPEND)
        try:
            _add(descriptor, data)
        finally:
            os.close(descriptor)


def make_private_folder(path: Path) -> None:
    """Have a folder at path that only this user may enter.

    Raises FileError.
    """
    with _errors_of(path, FileError):
        if not path.is_dir():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.mkdir(mode=0o700, exist_ok=True)
            for folder in (path.parent, path.parent.parent):
                _force_folder(folder)
        if stat.S_IMODE(path.stat().st_mode) & 0o077:
            path.chmod(0o700)


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


def _is_there(path: Path, target: Path, data: bytes, expected: bytes | None) -> bool:
    """Whether the disk holds data already.

    Raises where it holds neither that nor what is expected, or may not be written.
    """
    if expected is None and not os.path.lexists(target):
        return False
    try:
        found = _read(target)
    except OSError as error:
        if expected is None:  # whatever it is, it stands there
            raise FileExists(path, error) from error
        raise
    if found == data:
        return True
    if expected is None:
        raise FileExists(path)
    if found != expected:
        raise FileChanged(path)
    if not os.access(target, os.W_OK):  # the folder's right would be enough to replace it
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(target))
    return False


def _write_new(path: Path, data: bytes, mode: int) -> None:
    """Write a new file, force it to the disk and read it back."""
    with os.fdopen(os.open(path, _WRITING | os.O_CREAT | os.O_EXCL, mode), "wb") as stream:
        stream.write(data)
        stream.flush()
        _force(stream.fileno(), os.fsync)
    if path.read_bytes() != data:
        raise OSError(errno.EIO, os.strerror(errno.EIO), str(path))


def _add(descriptor: int, data: bytes) -> None:
    size = os.fstat(descriptor).st_size
    left = memoryview(data)
    try:
        while left:
            left = left[os.write(descriptor, left) :]
        _force(descriptor, getattr(os, "fdatasync", os.fsync))
    except OSError:
        with suppress(OSError):  # on a full disk the rest would take the last place there is
            os.ftruncate(descriptor, size)
        raise


def _copy_attributes(source: Path, target: Path) -> None:
    """Give target the owner, extended attributes and mode of source; its times stay its own."""
    old = source.stat()
    mode = stat.S_IMODE(old.st_mode)
    if not _give(target, old):
        # The rights of the old group are not for another one: it gets those of everybody.
        mode = mode & ~0o070 | (mode & 0o007) << 3
    for name in _attributes(source):
        with _allowed():
            os.setxattr(target, name, os.getxattr(source, name))
    with _allowed():  # where it cannot be done, it stays this user's alone
        target.chmod(mode)


def _give(path: Path, old: os.stat_result) -> bool:
    """Give a file the owner and group of another; answer whether it has at least the group."""
    new = path.stat()
    for user in (old.st_uid, -1):  # only the administrator may give a file away
        if new.st_gid == old.st_gid and user in (new.st_uid, -1):
            return True
        with suppress(PermissionError):
            os.chown(path, user, old.st_gid)
            return True
    return False


def _attributes(path: Path) -> list[str]:
    if hasattr(os, "listxattr"):
        with _allowed():
            return os.listxattr(path)
    return []


@contextmanager
def _allowed() -> Iterator[None]:
    """Let pass that the system does not know something, or does not allow it."""
    try:
        yield
    except OSError as error:
        if error.errno not in (*_UNKNOWN, *_NOT_ALLOWED):
            raise


def _force(descriptor: int, sync: Callable[[int], None]) -> None:
    """Force a file to the disk, where its file system knows how."""
    try:
        sync(descriptor)
    except OSError as error:
        if error.errno not in _UNKNOWN:
            raise


def _force_folder(folder: Path) -> None:
    """Force the folder's entries to the disk, where folders can be opened (not on Windows)."""
    directory = getattr(os, "O_DIRECTORY", None)
    if directory is None:
        return
    with _allowed():  # a folder that may not be read is written all the same
        descriptor = os.open(folder, os.O_RDONLY | directory)
        try:
            _force(descriptor, os.fsync)
        finally:
            os.close(descriptor)

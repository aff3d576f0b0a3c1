"""Which journals are whose: each running program has a folder of its own, held by a lock until it ends."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from importlib.util import find_spec
from typing import TYPE_CHECKING, Final

from editor.article.files import FileError, make_private_folder

if TYPE_CHECKING:
    from pathlib import Path

SUFFIX: Final = ".journal"
_LOCK: Final = "lock"
_HAS_LOCKS: Final = find_spec("fcntl") is not None
"""Not on Windows, where a file that a program has open cannot be taken away: that tells as much."""


class Claim:
    """A folder of journals, held by this program until it lets go of it or ends, however it ends."""

    def __init__(self, folder: Path, descriptor: int) -> None:
        self.folder = folder
        self._descriptor = descriptor

    def journals(self) -> tuple[Path, ...]:
        """Answer what lies in the folder and is called a journal, the oldest change first."""
        found = []
        with suppress(OSError):
            for path in self.folder.iterdir():
                if path.suffix == SUFFIX:
                    with suppress(OSError):
                        found.append((path.stat().st_mtime, path))
        return tuple(path for _, path in sorted(found))

    def release(self) -> None:
        """Let go of the folder, and take it away where no journal is left in it."""
        os.close(self._descriptor)
        if not self.journals():
            with suppress(OSError):
                for leftover in self.folder.iterdir():
                    leftover.unlink()
                self.folder.rmdir()


def claim_new(root: Path) -> Claim:
    """Answer a new folder in root, held by this program.

    Raises files.FileError.
    """
    make_private_folder(root)
    while True:
        folder = root / secrets.token_hex(8)
        make_private_folder(folder)
        claim = _claimed(folder)
        if claim is not None:  # else a program that starts now took it for abandoned
            return claim


def claim_abandoned(root: Path) -> tuple[Claim, ...]:
    """Answer the folders of programs that have ended and left journals; they are held by this program now.

    Those that hold none are taken away. Raises files.FileError where root cannot be read.
    """
    try:
        folders = sorted(path for path in root.iterdir() if path.is_dir())
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise FileError(root, error) from error
    found = []
    for folder in folders:
        with suppress(FileError):
            claim = _claimed(folder)
            if claim is not None and claim.journals():
                found.append(claim)
            elif claim is not None:
                claim.release()
    return tuple(found)


def _claimed(folder: Path) -> Claim | None:
    """Answer a claim of a folder; None where a running program has it.

    Raises files.FileError where that cannot be found out.
    """
    lock = folder / _LOCK
    try:
        if not _HAS_LOCKS:
            lock.unlink(missing_ok=True)
        descriptor = os.open(lock, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        if not _HAS_LOCKS and isinstance(error, PermissionError):
            return None
        raise FileError(lock, error) from error
    if _HAS_LOCKS and not _locks(descriptor):
        os.close(descriptor)
        return None
    return Claim(folder, descriptor)


def _locks(descriptor: int) -> bool:
    """Lock a file for this process; answer False where another one has it."""
    import fcntl

    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:  # a file system that knows no locks: nobody else can have it
        return True
    return True

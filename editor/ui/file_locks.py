"""The locks that keep a file from being opened by two running programs at once."""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile

if TYPE_CHECKING:
    from pathlib import Path


class FileLocks:
    """Locks of this program, each a small file in a folder of the user; a crashed program holds none."""

    def __init__(self, folder: Path | None) -> None:
        """Keep the locks in folder; without one, nothing is held against anybody."""
        self._folder = folder
        self._locks: dict[str, QLockFile] = {}

    def hold(self, path: Path) -> bool:
        """Hold the file at path, by whatever links; answer False where another program holds it."""
        name = _name(path)
        if self._folder is None or name in self._locks:
            return True
        with suppress(OSError):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock = QLockFile(str(self._folder / f"{name}.lock"))
        lock.setStaleLockTime(0)  # by the process alone, however long the file is open
        if not lock.tryLock(0) and lock.error() == QLockFile.LockError.LockFailedError:
            return False
        # Where no lock can be made, the comparison before each write is left.
        self._locks[name] = lock
        return True

    def release(self, path: Path) -> None:
        """Let another program have the file at path."""
        lock = self._locks.pop(_name(path), None)
        if lock is not None:
            lock.unlock()


def _name(path: Path) -> str:
    real = os.path.normcase(os.path.realpath(path))
    return hashlib.sha256(os.fsencode(real)).hexdigest()[:32]

"""Watching files and folders: told once, however they were written."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

Stamp: TypeAlias = tuple[int, int, int] | None
"""What tells one state of a file or folder from another; None where there is none."""
# Milliseconds; a program that saves makes several changes: a new file, its name, its rights.
_PAUSE: Final = 120


def stamps_of(paths: Iterable[Path]) -> dict[Path, Stamp]:
    """Answer the states of files and folders as they are now."""
    return {path: _stamp(path) for path in paths}


class FileWatch(QObject):
    """Tells when a file of a set is written, replaced, made or taken away, or a folder's names change.

    Programs replace files rather than write into them: beside a file its folders are watched.
    """

    changed = Signal()
    paths_changed = Signal(tuple)
    """Which of them it is, told with changed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stamps: dict[Path, Stamp] = {}
        self._watcher = QFileSystemWatcher(self)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._compare)
        self._watcher.fileChanged.connect(self._wait)
        self._watcher.directoryChanged.connect(self._wait)

    def watch(self, stamps: Mapping[Path, Stamp]) -> None:
        """Watch these files and folders and no others; what has changed since their stamps is told too."""
        self._stamps = dict(stamps)
        self._listen()
        if stamps_of(self._stamps) != self._stamps:
            self._wait()

    def follow(self, paths: Collection[Path]) -> None:
        """Watch these files and no others; of one that is watched already, no change goes untold."""
        self.watch(
            {**stamps_of(paths), **{path: self._stamps[path] for path in paths if path in self._stamps}}
        )

    def look(self) -> None:
        """Look now; for disks, such as those of the network, of which the system tells nothing."""
        self._wait()

    def _wait(self) -> None:
        # Not begun anew by each change: a build that writes on and on is told of as well.
        if not self._pause.isActive():
            self._pause.start()

    def _compare(self) -> None:
        # Listened first: what changes from here on comes as another change.
        self._listen()
        stamps = stamps_of(self._stamps)
        differing = tuple(path for path, stamp in stamps.items() if stamp != self._stamps[path])
        if differing:
            self._stamps = stamps
            self.changed.emit()
            self.paths_changed.emit(differing)

    def _listen(self) -> None:
        """Have the system tell of every path and its folder; a file that was replaced it has forgotten."""
        places = {place for path in self._stamps for place in _places(path)}
        wanted = {str(place) for place in places if place.exists()}
        known = {*self._watcher.files(), *self._watcher.directories()}
        if known - wanted:
            self._watcher.removePaths(sorted(known - wanted))
        if wanted - known:
            self._watcher.addPaths(sorted(wanted - known))


def _stamp(path: Path) -> Stamp:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


def _places(path: Path) -> tuple[Path, ...]:
    """Answer what is watched for path: itself and all its folders, and for a link those of what it leads to.

    Those that are there: that a folder is moved, only the folder above it tells.
    """
    target = Path(os.path.realpath(path))
    return path, *path.parents, *target.parents

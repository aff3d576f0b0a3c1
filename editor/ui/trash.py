"""The system's trash: an article's file goes there, and can come back."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QFile

from editor.article.files import FileError, FileExists, FileVanished


@dataclass(frozen=True, slots=True)
class Trashed:
    """A file that was moved to the trash: where it was, and where it lies now."""

    path: Path
    place: Path


def move_to_trash(path: Path) -> Trashed:
    """Move the file at path to the trash of the system; of a link the link itself.

    Raises FileVanished where there is none, FileError where the system has no trash for it, which changes
    nothing.
    """
    if not os.path.lexists(path):
        raise FileVanished(path)
    file = QFile(str(path))
    if not file.moveToTrash():
        raise FileError(path)
    return Trashed(path, Path(file.fileName()))


def take_back(trashed: Trashed) -> None:
    """Move a file from the trash to where it was.

    Raises FileExists where another is by now, FileVanished where the trash was emptied, FileError where the
    system refuses.
    """
    path, place = trashed.path, trashed.place
    if os.path.lexists(path):
        raise FileExists(path)
    if not os.path.lexists(place):
        raise FileVanished(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        place.rename(path)
    except OSError as error:
        raise FileError(path, error) from error
    with suppress(OSError):
        # The trash's note of where it came from (freedesktop.org's trash specification).
        (place.parent.parent / "info" / f"{place.name}.trashinfo").unlink()

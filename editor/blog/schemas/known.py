"""What was made of files, kept for as long as they stay as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

T = TypeVar("T")


class _Made(NamedTuple):
    """What was made of a file, with the file's time of change and its size then."""

    time: int
    size: int
    made: Any


class Known:
    """A memory of what was made of files: by what, time of change (in nanoseconds) and size.

    It may be handed from one thread to another. What was made of a file that is gone is forgotten when it
    is asked for.
    """

    def __init__(self) -> None:
        self._made: dict[tuple[Path, object], _Made] = {}

    def of(self, path: Path, make: Callable[[Path], T]) -> T:
        """Answer what make makes of the file at path; it is asked only where the file is another than it was.

        A file that cannot be looked at is given to make each time. make must be a function of a module: it
        is remembered by.
        """
        key = (path, make)
        try:
            status = path.stat()
        except OSError:
            self._made.pop(key, None)
            return make(path)
        known = self._made.get(key)
        if known is not None and known[:2] == (status.st_mtime_ns, status.st_size):
            made: T = known.made
            return made
        made = make(path)
        self._made[key] = _Made(status.st_mtime_ns, status.st_size, made)
        return made

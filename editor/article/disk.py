"""What another program made of an article's file, once it has done writing."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from editor.article.files import FileError, read_file
from editor.article.source import NotText, Source, decode

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_PAUSE: Final = 0.06
"""Seconds between two looks at a file."""
_STEADY: Final = 2
"""So many looks must find the same."""
_STEADY_IN_DOUBT: Final = 6
"""The same for what a program leaves for a moment while it saves: no file, an empty one, half a letter."""
_MOST_LOOKS: Final = 20


def read_settled(path: Path, wait: Callable[[float], None] = time.sleep) -> Source:
    """Answer what the file at path holds when it holds still; after a second, what it holds then.

    Raises what article.files.read_file and article.source.decode raise.
    """
    found: Source | Exception = FileError(path)
    seen: object = None
    looks = 0
    for _ in range(_MOST_LOOKS):
        found = _look(path)
        now = _sign(found)
        looks = looks + 1 if now == seen else 1
        seen = now
        is_doubtful = isinstance(found, Exception) or not found.data
        if looks >= (_STEADY_IN_DOUBT if is_doubtful else _STEADY):
            break
        wait(_PAUSE)
    if isinstance(found, Exception):
        raise found
    return found


def _look(path: Path) -> Source | Exception:
    try:
        return decode(read_file(path))
    except (FileError, NotText) as error:
        return error


def _sign(found: Source | Exception) -> object:
    """Answer what tells one look from another."""
    return found.data if isinstance(found, Source) else (type(found), str(found))

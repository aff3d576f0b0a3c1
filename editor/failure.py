"""What went wrong in the program, told to its makers without a word of what was being written."""

from __future__ import annotations

import errno
import re
import traceback
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_DEEPEST: Final = 40
"""Places told of one error: those nearest to it."""
_LONGEST_CHAIN: Final = 5
_OUR_PATH: Final = re.compile(r".*[/\\](?=(?:editor|tests|packaging)[/\\])")
_LIBRARY_PATH: Final = re.compile(r".*[/\\](?:site-packages|dist-packages|[Pp]ython[\d.]*|lib)[/\\]")


def failure_report(error: BaseException, program: str) -> str:
    """Answer the kind of error and the places it came through; program says which one it is.

    The message of an error, the values it met and lines of code are left out: they may hold an article's
    text. Paths begin where the program or a library does.
    """
    return "\n".join([program, *_told(error)]) + "\n"


def failure_place(error: BaseException) -> str:
    """Answer what tells one error from another: its kind and where it was raised."""
    return "\n".join([_kind(error), *_places(error)[-1:]])


def _told(error: BaseException) -> Iterator[str]:
    link: BaseException | None = error
    for number in range(_LONGEST_CHAIN):
        if link is None:
            return
        yield f"{'' if number == 0 else 'after '}{_kind(link)}"
        yield from (f"  {place}" for place in _places(link))
        link = link.__cause__ or (None if link.__suppress_context__ else link.__context__)


def _kind(error: BaseException) -> str:
    kind = type(error)
    name = kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"
    code = errno.errorcode.get(error.errno or 0, "") if isinstance(error, OSError) else ""
    return f"{name} {code}".rstrip()


def _places(error: BaseException) -> list[str]:
    frames = list(traceback.walk_tb(error.__traceback__))[-_DEEPEST:]
    return [f"{_short(frame.f_code.co_filename)}:{line} {frame.f_code.co_qualname}" for frame, line in frames]


def _short(path: str) -> str:
    for start in (_LIBRARY_PATH, _OUR_PATH):
        found = start.match(path)
        if found:
            return path[found.end() :].replace("\\", "/")
    return re.split(r"[/\\]", path)[-1]

"""What is noted of a change of several files while it is made: one that was cut off can be put back."""

from __future__ import annotations

import json
import zlib
from base64 import b64decode, b64encode
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from editor.article.files import FileError, make_private_folder, read_file, write_file
from editor.blog.blog_edit import BlogEdit, FileEdit, FileMove
from editor.blog.edit_making import make

if TYPE_CHECKING:
    from collections.abc import Callable

    from editor.article.source import Source

_FORMAT: Final = 1


@dataclass(frozen=True, slots=True)
class Record:
    """A change and what it is called in words."""

    edit: BlogEdit
    words: str


def make_recorded(
    record: Record, place: Path, goes_on: Callable[[int], bool], back: BlogEdit | None = None
) -> tuple[Path, ...] | None:
    """Make a change as edit_making.make does; till it is made or put back, a file at place tells of it.

    back is what puts a change back that was cut off: it is made in the place of that, and till it is made as
    a whole the file tells of the change that is left to put back.
    Raises what make raises; where something could not be put back, the file stays.
    """
    with suppress(FileError):  # a disk that takes no note may still take the change
        make_private_folder(place.parent)
        old = read_file(place) if place.exists() else None
        write_file(place, record_bytes(record), old, is_private=True)
    try:
        folders = make(record.edit if back is None else back, goes_on)
    except FileError:
        if back is None:  # of a change that was cut off there is still what was made of it
            discard(place)
        raise
    if folders is not None or back is None:
        discard(place)
    return folders


def read_record(place: Path) -> Record | None:
    """Answer the change that was cut off, None where none was or what tells of it cannot be read."""
    try:
        return record_in(read_file(place))
    except (FileError, ValueError):
        return None


def discard(place: Path) -> None:
    """Forget what was noted at place."""
    with suppress(OSError):
        place.unlink()


def made_part(edit: BlogEdit, is_there: Callable[[Path], bool], read: Callable[[Path], Source]) -> BlogEdit:
    """Answer what of edit was made: is_there answers whether there is a file, read what it holds.

    Raises what read raises.
    """
    moves = tuple(move for move in edit.moves if is_there(move.target) and not is_there(move.source))
    made = replace(edit, moves=moves)
    edits = tuple(one for one in edit.edits if read(made.place_of(one.path)).data != one.before)
    return replace(made, edits=edits)


def record_bytes(record: Record) -> bytes:
    """Answer a change as it is noted."""
    body = {
        "format": _FORMAT,
        "words": record.words,
        "edits": [[str(it.path), _text(it.before), _text(it.after)] for it in record.edit.edits],
        "moves": [[str(it.source), str(it.target)] for it in record.edit.moves],
    }
    return zlib.compress(json.dumps(body).encode("ascii"))


def record_in(data: bytes) -> Record:
    """Answer the change that data tells of. Raises ValueError where it tells of none."""
    try:
        found: Any = json.loads(zlib.decompress(data))
        if found["format"] != _FORMAT:
            raise ValueError(found["format"])
        edits = tuple(FileEdit(Path(path), _data(old), _data(new)) for path, old, new in found["edits"])
        moves = tuple(FileMove(Path(source), Path(target)) for source, target in found["moves"])
        return Record(BlogEdit(edits, moves), str(found["words"]))
    except (zlib.error, KeyError, TypeError, RecursionError) as error:
        raise ValueError(data[:20]) from error


def _text(data: bytes) -> str:
    return b64encode(data).decode("ascii")


def _data(text: str) -> bytes:
    return b64decode(text, validate=True)

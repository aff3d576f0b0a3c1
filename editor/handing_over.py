"""What a start of the program says to the one that runs already: the files and folders it was to open."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST: Final = 65_536
"""Bytes of a message with its end; a longer one is none."""
END: Final = b"\n"
_VERSION: Final = 1


def message_of(targets: Sequence[Path]) -> bytes:
    """Answer the message that hands targets over, with its end; as many of them as it has room for."""
    names = [str(target) for target in targets]
    while len(message := _message(names)) > LONGEST:
        names.pop()
    return message


def targets_in(message: bytes) -> tuple[Path, ...] | None:
    """Answer what a message hands over, absolute paths only; None where it is no such message."""
    if len(message) > LONGEST:
        return None
    try:
        data = json.loads(message)
    except (ValueError, RecursionError):
        return None
    if not isinstance(data, dict) or data.get("version") != _VERSION:
        return None
    names = data.get("targets")
    if not isinstance(names, list) or not all(isinstance(name, str) and "\0" not in name for name in names):
        return None
    return tuple(path for path in map(Path, names) if path.is_absolute())


def _message(names: Sequence[str]) -> bytes:
    # In ASCII: a name that is not UTF-8 comes through as well.
    return json.dumps({"version": _VERSION, "targets": names}).encode("ascii") + END

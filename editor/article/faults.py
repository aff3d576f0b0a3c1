"""Why a front matter cannot be read or edited: codes that window and command line put in words."""

from __future__ import annotations

from dataclasses import dataclass


class Unreadable(Exception):  # noqa: N818 - a fault of the writer's text, not a programming error
    """The front matter cannot be read; index is where in the file's text, detail the sign in question."""

    def __init__(self, reason: str, index: int, detail: str = "") -> None:
        super().__init__(reason, index, detail)
        self.reason = reason
        self.index = index
        self.detail = detail


@dataclass(frozen=True, slots=True)
class Fault:
    """What keeps a front matter from being read; line and column count from 0 in the file's text."""

    reason: str
    line: int
    column: int
    detail: str = ""


class RefusedEdit(Exception):  # noqa: N818 - the answer to the writer's wish, not a programming error
    """An edit of key would touch more than that key's own text; the reason is a code."""

    def __init__(self, reason: str, key: str) -> None:
        super().__init__(reason, key)
        self.reason = reason
        self.key = key


class RefusedValue(RefusedEdit):
    """The text given for key is not one YAML value."""

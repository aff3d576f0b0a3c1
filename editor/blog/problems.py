"""Problems of an article, as checks find them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from editor.text.change import Edit

Severity = Literal["error", "warning", "note"]
"""An error stops the blog's build or shows something wrong; a warning is likely not what was meant; a note
is something to know before publishing."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem; line and column count from 0 in the file's text.

    rule is a stable code; key the top-level key, "" for the front matter as a whole; place the way to a
    nested value below key; data the values that its sentence names; repair the edits of a safe repair, of
    the file's text; remedy the code of what they do.
    """

    rule: str
    severity: Severity
    key: str
    line: int
    column: int
    place: tuple[str | int, ...] = ()
    data: Mapping[str, str] = field(default_factory=dict)
    repair: tuple[Edit, ...] = ()
    remedy: str = ""

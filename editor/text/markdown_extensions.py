"""Extensions of Python-Markdown, as the configuration of a site names them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Untold:
    """A value that only running a configuration would tell; source is what is written for it."""

    source: str


Setting: TypeAlias = bool | int | float | str | Untold | list["Setting"] | dict[str, "Setting"] | None
"""A value in a configuration that is read, never run."""


@dataclass(frozen=True, slots=True)
class MarkdownExtension:
    """An extension by the name that the configuration has for it, with its options."""

    name: str
    options: Mapping[str, Setting] = field(default_factory=dict, hash=False)

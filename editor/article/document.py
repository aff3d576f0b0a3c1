"""A front matter as it was read, and the ways to edit it, whatever its language."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from editor.article.fences import Fences
    from editor.article.values import Value
    from editor.text.change import Edit


Spans: TypeAlias = "tuple[tuple[int, int] | None, tuple[int, int] | None]"
"""Where a key stands and where its value, each from one index to another."""


class NoPlace(Exception):  # noqa: N818 - the answer to the writer's wish, not a programming error
    """The tree has no place for the value that could be written alone; args hold the code of the reason."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One key: its value, the source text of that, its line in the file (from 0), whether it is editable."""

    key: str
    value: Value
    raw: str
    line: int
    editable: bool


class Ways(Protocol):
    """The ways to edit one key, the one with the least change first; each may turn out not to do.

    Every method raises RefusedEdit where there is none.
    """

    def to_set(self, key: str, value: Value, order: Sequence[str]) -> Iterable[list[Edit]]:
        """Answer the ways to give key a value; an absent one comes where order has it."""

    def to_set_source(self, key: str, source: str, order: Sequence[str]) -> Iterable[list[Edit]]:
        """Answer the ways to give key a value by its source."""

    def to_remove(self, key: str) -> Iterable[list[Edit]]:
        """Answer the ways to take a key away that is there."""

    def to_move(self, key: str, before: str | None) -> Iterable[list[Edit]]:
        """Answer the ways to put a key before another one, or last; both are there."""

    def reason(self, key: str) -> str:
        """Answer the code of what keeps key from being changed alone."""


@dataclass(frozen=True, slots=True)
class Document(ABC):
    """A front matter that could be read."""

    text: str
    fences: Fences
    values: dict[str, Value]

    @property
    @abstractmethod
    def keys(self) -> tuple[str, ...]:
        """The keys that stand in the source itself, in order."""

    @abstractmethod
    def entries(self) -> tuple[Entry, ...]:
        """Answer the keys for those who show them."""

    def spans(self, place: Sequence[str | int]) -> Spans:
        """Answer where what a place leads to stands: a key, then keys of mappings and numbers of items below.

        None for what stands nowhere of its own, and in a language that tells lines only.
        """
        del place
        return None, None

    @abstractmethod
    def ways(self, quote: str = "") -> Ways:
        """Answer the ways to edit; quote is that of strings where the source itself shows no habit.

        Raises RefusedEdit where there are none.
        """

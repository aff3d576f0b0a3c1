"""All that a blog tells of an article's fields: its collection's schema, and how other articles use keys."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from editor.blog.schemas.shapes import AnyShape, SchemaField, Shape

Loader = Literal["glob", "file", "custom", "folder"]
"""Who brings a collection's entries: Astro's glob() or file(), something else, the folder itself (legacy)."""


@dataclass(frozen=True, slots=True)
class Collection:
    """A collection of the blog.

    base is the folder that patterns count from (for file(): the file itself); has_schema is False where no
    source tells of fields. sources are the names of what was read, best first. unread are the parts of the
    schema that may name more fields and cannot be read. has_own_ids: the site makes its entries' ids itself.
    """

    name: str
    base: Path
    patterns: tuple[str, ...] = ("**/*.md",)
    loader: Loader = "glob"
    fields: tuple[SchemaField, ...] = ()
    has_schema: bool = False
    are_others_refused: bool = False
    sources: tuple[str, ...] = ()
    unread: tuple[AnyShape, ...] = ()
    has_own_ids: bool = False


@dataclass(frozen=True, slots=True)
class KeyUsage:
    """How a collection's articles use one key.

    articles counts those that have it; notation is the YAML source of the most usual way to write a date,
    quote the usual quote of its text (' or " or "" for none), words its values in lists or short texts with
    their counts, most frequent first.
    """

    key: str
    articles: int
    shape: Shape
    notation: str = ""
    quote: str = ""
    words: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Usage:
    """How the articles of a collection use their keys; keys are in the order that articles put them in."""

    articles: int = 0
    keys: tuple[KeyUsage, ...] = ()


@dataclass(frozen=True, slots=True)
class Guide:
    """What a blog tells of an article's fields; entries holds the ids of each collection referred to."""

    collection: Collection | None = None
    usage: Usage = Usage()
    entries: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def key_order(self) -> tuple[str, ...]:
        """The order in which an article's keys stand: as other articles put them, then as the schema does."""
        used = tuple(key.key for key in self.usage.keys)
        named = self.collection.fields if self.collection else ()
        return (*used, *(field.key for field in named if field.key not in used))


NO_GUIDE = Guide()

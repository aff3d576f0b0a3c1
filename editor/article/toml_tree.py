"""The tree of TOML, each part with its place in the text: tomlkit's parser, which keeps the places.

Where Astro's reader, smol-toml, differs: a day that its month does not have counts on into the next, and
whole numbers that JavaScript cannot keep are faults.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

from tomlkit import items
from tomlkit.exceptions import ParseError, TOMLKitError
from tomlkit.parser import Parser

from editor.article.faults import Unreadable
from editor.article.toml_faults import Stop, fault_of, reason_of
from editor.article.toml_scalars import DATE, NotInJavaScript, date_value, plain_value

if TYPE_CHECKING:
    import re

    from tomlkit.items import AoT, Item, Key, Table

    from editor.article.values import Value

LARGEST = 1 << 15
"""Characters of a front matter that is read: the slowest of this length takes tomlkit half a second."""


@dataclass(frozen=True, slots=True, eq=False)
class Scalar:
    """A string, number, boolean or date."""

    start: int
    end: int
    value: Value


@dataclass(frozen=True, slots=True, eq=False)
class Array:
    """A list in brackets."""

    start: int
    end: int
    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True, eq=False)
class InlineTable:
    """Keys and values in braces."""

    start: int
    end: int
    pairs: tuple[Pair, ...]


Node: TypeAlias = Scalar | Array | InlineTable


@dataclass(frozen=True, slots=True, eq=False)
class Pair:
    """A key and its value; a key with dots has several parts."""

    start: int
    keys: tuple[str, ...]
    value: Node

    @property
    def end(self) -> int:
        """Where the value ends."""
        return self.value.end


@dataclass(frozen=True, slots=True, eq=False)
class Section:
    """A header and the pairs below it; the first section has no header, and no keys."""

    start: int
    head_end: int
    keys: tuple[str, ...] = ()
    is_item: bool = False
    """Whether the header begins an item of a list, as [[key]] does."""
    pairs: list[Pair] = field(default_factory=list)

    @property
    def end(self) -> int:
        """Where the last value ends, or the header."""
        return self.pairs[-1].end if self.pairs else self.head_end


def sections_of(text: str, start: int, stop: int) -> tuple[list[Section], Unreadable | None]:
    """Answer the sections of the TOML between two indices of text, and the fault that ended them early.

    Raises Unreadable where the TOML is too long to be read.
    """
    if stop - start > LARGEST:
        raise Unreadable("too-long-to-read", start)
    parser = _PlacingParser(text, start, stop)
    try:
        parser.parse()
    except (TOMLKitError, NotInJavaScript) as error:
        return parser.sections, parser.fault(error)
    return parser.sections, None


class _PlacingParser(Parser):
    """Gathers the sections while tomlkit parses; their places are those in the whole text."""

    def __init__(self, text: str, start: int, stop: int) -> None:
        super().__init__(text[start:stop])
        self.sections = [Section(start, start)]
        self._text = text
        self._offset = start
        self._stop = stop
        self._stopped = start
        self._key: int | None = None
        self._header: int | None = None
        self._begun: list[int] = []
        self._nodes: list[list[Node]] = [[]]
        self._pairs: list[list[Pair]] = [self.sections[0].pairs]

    def fault(self, error: Exception) -> Unreadable:
        """Answer what is wrong, and where."""
        reason = reason_of(error)
        if reason == "duplicate-key":
            part = (self._pairs[-1] or self.sections)[-1]
            return Unreadable(reason, part.start, ".".join(part.keys))
        return fault_of(reason, Stop(self._text, self._stopped, self._stop, self._key, self._begun))

    def parse_error(self, exception: type[ParseError] = ParseError, *args: Any, **words: Any) -> ParseError:
        """Answer tomlkit's error, and keep the place."""
        self._stopped = self._place
        return super().parse_error(exception, *args, **words)

    @property
    def _place(self) -> int:
        return self._offset + self._idx

    def _parse_table(
        self, parent_name: Key | None = None, parent: Table | None = None
    ) -> tuple[Key, Table | AoT]:
        self._key = self._header = self._place
        return super()._parse_table(parent_name, parent)

    def _parse_key(self) -> Key:
        key = super()._parse_key()
        if self._header is not None:  # else it is one that is looked ahead at, or one with a value
            is_item = self._text.startswith("[[", self._header)
            section = Section(self._header, self._place + 1 + is_item, _parts(key), is_item)
            self.sections.append(section)
            self._pairs[0] = section.pairs
            self._key = self._header = None
        return key

    def _parse_key_value(self, parse_comment: bool = False) -> tuple[Key, Item]:  # noqa: FBT001, FBT002 - tomlkit's
        start = self._place
        while self._text.startswith((" ", "\t"), start):
            start += 1
        self._key = start
        key, item = super()._parse_key_value(parse_comment)
        self._pairs[-1].append(Pair(start, _parts(key), self._nodes[-1].pop()))
        return key, item

    def _parse_value(self) -> Item:
        start = self._place
        self._key = None
        self._begun.append(start)
        self._nodes.append([])
        self._pairs.append([])
        date = DATE.match(self._text, start, self._stop)
        item = self._take_date(date) if date else super()._parse_value()
        nodes, pairs = self._nodes.pop(), self._pairs.pop()
        node: Node
        if isinstance(item, items.Array):
            node = Array(start, self._place, tuple(nodes))
        elif isinstance(item, items.InlineTable):
            node = InlineTable(start, self._place, tuple(pairs))
        else:
            source = self._text[start : self._place]
            node = Scalar(
                start, self._place, date_value(date) if date else plain_value(item.unwrap(), source)
            )
        self._begun.pop()
        self._nodes[-1].append(node)
        return item

    def _take_date(self, date: re.Match[str]) -> Item:
        """Answer a stand-in for a date: tomlkit would refuse 30 February."""
        self.inc_n(len(date[0]))
        return items.String(items.StringType.SLL, date[0], date[0], items.Trivia())


def _parts(key: Key) -> tuple[str, ...]:
    return tuple(part.key for part in key)

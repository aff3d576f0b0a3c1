"""How the articles of a collection use their keys: what the form goes by where no schema says more."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from editor.article.dates import read_date
from editor.blog.schemas.guide import KeyUsage, Usage
from editor.blog.schemas.shapes import (
    ANYTHING,
    DateShape,
    FlagShape,
    GroupShape,
    ListShape,
    NumberShape,
    SchemaField,
    TextShape,
    UnionShape,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from editor.article.front_matter import Entry, FrontMatter
    from editor.article.values import Value
    from editor.blog.schemas.shapes import Shape

SOURCE: Final = "articles"
MOST_KEYS: Final = 200
"""Keys of a collection; rarer ones are left out."""
_MOST_WORDS: Final = 500
_LONGEST_WORD: Final = 60
_LONGEST_DATE: Final = 80
_DEEPEST: Final = 8
"""Lists and mappings in each other; what lies deeper may be anything."""


@dataclass(slots=True)
class _Found:
    """What was found of one key so far."""

    values: list[Value] = field(default_factory=list)
    notations: Counter[str] = field(default_factory=Counter)
    examples: dict[str, str] = field(default_factory=dict)
    quotes: Counter[str] = field(default_factory=Counter)
    words: Counter[str] = field(default_factory=Counter)

    def add(self, entry: Entry) -> None:
        """Take the key's entry of one more article."""
        value = entry.value
        self.values.append(value)
        if isinstance(value, str):
            self.quotes[entry.raw[:1] if entry.raw[:1] in ("'", '"') else ""] += 1
        if _is_date(value):
            notation = _notation(entry.raw)
            self.notations[notation] += 1
            self.examples.setdefault(notation, entry.raw)
        items = value if isinstance(value, list) else [value]
        self.words.update({item for item in items if isinstance(item, str) and _is_word(item)})


def usage_of(front_matters: Iterable[FrontMatter]) -> Usage:
    """Answer how articles use keys; those without a front matter that can be read count, and use none."""
    found: dict[str, _Found] = {}
    rows: list[tuple[str, ...]] = []
    for front_matter in front_matters:
        rows.append(tuple(entry.key for entry in front_matter.entries))
        for entry in front_matter.entries:
            found.setdefault(entry.key, _Found()).add(entry)
    frequent = sorted(found, key=lambda key: -len(found[key].values))[:MOST_KEYS]
    return Usage(len(rows), tuple(_key_usage(key, found[key]) for key in consensus(frequent, rows)))


def fields_of(usage: Usage) -> tuple[SchemaField, ...]:
    """Answer the fields of a collection without a schema: none is required, for nothing says so."""
    return tuple(SchemaField(key.key, key.shape, is_required=False, source=SOURCE) for key in usage.keys)


def consensus(keys: Sequence[str], rows: Iterable[Sequence[str]]) -> tuple[str, ...]:
    """Answer keys in the order that most rows have them in; of two that never meet, the first stays first.

    Each key in turn takes the place against which the fewest rows speak, the last such place.
    """
    before: Counter[tuple[str, str]] = Counter()
    wanted = frozenset(keys)
    for row in rows:
        known = [key for key in row if key in wanted]
        before.update((first, second) for place, first in enumerate(known) for second in known[place + 1 :])
    order: list[str] = []
    for key in keys:
        cost = sum(before[other, key] for other in order)
        best, place = cost, 0
        for index, other in enumerate(order, 1):
            cost += before[key, other] - before[other, key]
            if cost <= best:
                best, place = cost, index
        order.insert(place, key)
    return tuple(order)


def _key_usage(key: str, found: _Found) -> KeyUsage:
    notation = found.notations.most_common(1)
    quote = found.quotes.most_common(1)
    words = sorted(found.words.items(), key=lambda pair: (-pair[1], pair[0]))[:_MOST_WORDS]
    return KeyUsage(
        key,
        len(found.values),
        _shape(found.values, 0),
        found.examples[notation[0][0]] if notation else "",
        quote[0][0] if quote else "",
        tuple(words),
    )


def _shape(values: Iterable[Value], depth: int) -> Shape:
    """Answer the shape that all values have; empty ones do not count."""
    told = [value for value in values if value is not None and value not in ("", [])]
    if not told or depth > _DEEPEST:
        return ANYTHING
    shapes = {_kind(value) for value in told}
    if shapes == {"date", "text"}:
        return TextShape()
    if len(shapes) > 1:
        scalars = tuple(_SCALARS[kind] for kind in _SCALARS if kind in shapes)
        return UnionShape(scalars) if len(scalars) == len(shapes) else ANYTHING
    (kind,) = shapes
    if kind == "list":
        return ListShape(
            _shape((item for value in told if isinstance(value, list) for item in value), depth + 1)
        )
    if kind == "group":
        return _group([value for value in told if isinstance(value, dict)], depth)
    if kind == "number":
        return NumberShape(is_whole=all(isinstance(value, int) for value in told))
    return _SCALARS[kind]


_SCALARS: Final[dict[str, Shape]] = {
    "date": DateShape(),
    "flag": FlagShape(),
    "number": NumberShape(),
    "text": TextShape(),
}


def _kind(value: Value) -> str:
    match value:
        case bool():
            return "flag"
        case int() | float():
            return "number"
        case list():
            return "list"
        case dict():
            return "group"
        case _:
            return "date" if _is_date(value) else "text"


def _is_date(value: Value) -> bool:
    if isinstance(value, str):
        return len(value) <= _LONGEST_DATE and _is_date_text(value)
    return isinstance(value, datetime)


@lru_cache(maxsize=20_000)
def _is_date_text(text: str) -> bool:
    # Remembered: most of the time for a large collection goes here, and most of its texts stay.
    return read_date(text) is not None


def _group(values: Sequence[dict[str, Value]], depth: int) -> GroupShape:
    keys = consensus(
        list(dict.fromkeys(key for value in values for key in value))[:MOST_KEYS], values_keys(values)
    )
    return GroupShape(
        tuple(
            SchemaField(
                key,
                _shape((value[key] for value in values if key in value), depth + 1),
                is_required=False,
                source=SOURCE,
            )
            for key in keys
        )
    )


def values_keys(values: Iterable[dict[str, Value]]) -> list[tuple[str, ...]]:
    """Answer the keys of mappings, a row for each."""
    return [tuple(value) for value in values]


def _notation(raw: str) -> str:
    """Answer what dates of one notation have in common."""
    return re.sub(r"[^\W\d_]+", "a", re.sub(r"\d", "0", raw))


def _is_word(text: str) -> bool:
    return 0 < len(text) <= _LONGEST_WORD and "\n" not in text

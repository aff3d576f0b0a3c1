"""Values as TOML text, in the style that the file has."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from math import isfinite
from typing import TYPE_CHECKING, Final

from editor.article.timestamps import written_timestamp
from editor.article.toml_scalars import LARGEST_INTEGER
from editor.article.toml_strings import basic_text, string_text
from editor.article.toml_tree import Array, InlineTable, Pair
from editor.article.values import Value, number_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from editor.article.toml_tree import Node, Section

_BARE_KEY: Final = re.compile(r"[A-Za-z0-9_-]+")
_EQUALS: Final = re.compile(r"[ \t]*=[ \t]*\Z")
_PADDING: Final = re.compile(r"[ \t]*")
_FRACTION: Final = re.compile(r"[-+]?(?:[0-9_]+(?:\.[0-9_]+)?[eE][-+]?[0-9_]+|[0-9_]+\.[0-9_]+|inf|nan)")
_GROUPED: Final = re.compile(r"[-+]?[0-9]+(?:_[0-9]+)+")
_BASES: Final = {"0x": "x", "0o": "o", "0b": "b"}
_APART: Final = "\n\n"


@dataclass(frozen=True, slots=True)
class Habits:
    """How a file writes its strings, its pairs, its lists and its tables."""

    quote: str = '"'
    equals: str = " = "
    column: int = 0
    """How far behind the beginning of its key the equals sign of each pair stands, 0 where that differs."""
    list_padding: str = ""
    table_padding: str = " "
    has_sections: bool = False
    are_sections_apart: bool = True
    """Whether a blank line stands above a header."""


def habits_of(text: str, sections: Sequence[Section], quote: str = "") -> Habits:
    """Answer the habits of a front matter; quote is that of its siblings, where it shows none itself."""
    pairs = [pair for section in sections for pair in section.pairs]
    nodes = [node for pair in pairs for node in _nodes(pair.value)]
    starts = [text[node.start] for node in nodes]
    singles, doubles = starts.count("'"), starts.count('"')
    own_quote = "" if singles == doubles else "'" if singles > doubles else '"'
    followed = [(before, section) for before, section in pairwise(sections) if before.keys or before.pairs]
    blanks = [text[before.end : section.start] for before, section in followed]
    return Habits(
        own_quote or quote or '"',
        *_equals([text[pair.start : pair.value.start] for pair in pairs]),
        _padding(text, [node for node in nodes if isinstance(node, Array)], ""),
        _padding(text, [node for node in nodes if isinstance(node, InlineTable)], " "),
        len(sections) > 1,
        2 * len([blank for blank in blanks if _APART in blank]) >= len(blanks),
    )


def _equals(sources: Sequence[str]) -> tuple[str, int]:
    """Answer the most frequent sign between keys and values, and its column where all stand in one."""
    signs = [match[0] for source in sources if (match := _EQUALS.search(source))]
    sign, count = Counter(signs).most_common(1)[0] if signs else ("", 0)
    columns = {source.rindex("=") for source in sources}
    is_column = len(columns) == 1 and len(set(signs)) > 1
    return sign if 2 * count > len(signs) and not is_column else " = ", min(columns) if is_column else 0


def _nodes(node: Node) -> Iterator[Node]:
    """Yield a node and all nodes in it."""
    yield node
    for part in _parts(node):
        yield from _nodes(part.value if isinstance(part, Pair) else part)


def _parts(node: Node) -> Sequence[Node | Pair]:
    if isinstance(node, InlineTable):
        return node.pairs
    return node.items if isinstance(node, Array) else ()


def _padding(text: str, nodes: Iterable[Node], default: str) -> str:
    """Answer what the first brackets on one line that are not empty have before their first part."""
    gaps = (text[node.start + 1 : parts[0].start] for node in nodes if (parts := _parts(node)))
    return next((gap for gap in gaps if _PADDING.fullmatch(gap)), default)


def scalar_text(value: Value, old: str, habits: Habits, *, is_inner: bool = False) -> str:
    """Answer a scalar's source, as far as it can be like old, its source so far."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return _number_text(value, old)
    if isinstance(value, datetime):
        return written_timestamp(value, old)
    return string_text(str(value), old, habits.quote, is_inner=is_inner)


def inline_text(value: Value, habits: Habits, *, is_inner: bool = False) -> str:
    """Answer any value on one line; a string alone may take several."""
    if isinstance(value, list):
        padding = habits.list_padding if value else ""
        items = ", ".join(inline_text(item, habits, is_inner=True) for item in value)
        return f"[{padding}{items}{padding}]"
    if isinstance(value, dict):
        padding = habits.table_padding if value else ""
        pairs = (
            f"{key_text(key)}{habits.equals}{inline_text(item, habits, is_inner=True)}"
            for key, item in value.items()
        )
        return f"{{{padding}{', '.join(pairs)}{padding}}}"
    return scalar_text(value, "", habits, is_inner=is_inner)


def pair_lines(keys: Sequence[str], value: Value, habits: Habits) -> str:
    """Answer the lines of a key, or of keys with dots between them, and a value."""
    return f"{key_start(keys, habits)}{inline_text(value, habits)}"


def key_start(keys: Sequence[str], habits: Habits) -> str:
    """Answer what stands before a value: its key, or several with dots between them, and the equals sign."""
    source = ".".join(map(key_text, keys))
    return f"{source:{habits.column}}= " if len(source) < habits.column else source + habits.equals


def section_lines(header: str, value: Value, habits: Habits) -> str:
    """Answer the lines of a table with its header."""
    pairs = value.items() if isinstance(value, dict) else ()
    return "\n".join([header, *(pair_lines((key,), item, habits) for key, item in pairs)])


def key_text(key: str) -> str:
    """Answer a key's source."""
    return key if _BARE_KEY.fullmatch(key) and not key.startswith("---") else basic_text(key)


def _number_text(value: float, old: str) -> str:
    """Answer a number in the notation of old: hexadecimal, with a fraction, with underscores."""
    if not isfinite(value):
        return str(float(value))
    text = number_text(value)
    if not float(value).is_integer():
        return text
    if abs(value) > LARGEST_INTEGER or _FRACTION.fullmatch(old):
        return text if "e" in text else f"{text}.0"
    whole = int(value)
    if old[:2] in _BASES and whole >= 0:
        width = len(old) - 2 if old[2] == "0" else 1
        digits = f"{whole:0{width}{'_' if '_' in old else ''}{_BASES[old[:2]]}}"
        return old[:2] + (digits.upper() if old[2:].isupper() else digits)
    return f"{whole:_}" if _GROUPED.fullmatch(old) else text

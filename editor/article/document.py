"""A front matter as it was read: its place, its tree with the spans, and its values."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any, NamedTuple, cast

import frontmatter
from frontmatter.default_handlers import BaseHandler

from editor.article.faults import Unreadable
from editor.article.fences import OPENING, Fences, find_fences, unclosed_fence
from editor.article.values import Value, number_of
from editor.article.yaml_tree import Mapping, Node, compose
from editor.article.yaml_values import ValueReader


class Pair(NamedTuple):
    """A key and its nodes."""

    key: str
    key_node: Node
    value_node: Node


@dataclass(frozen=True, slots=True)
class Document:
    """A front matter that could be read; the root of an empty one, or of TOML, is None."""

    text: str
    fences: Fences
    root: Mapping | None
    pairs: tuple[Pair, ...]
    """The keys that stand in the YAML itself, in order."""
    values: dict[str, Value]


class AstroHandler(BaseHandler):
    """python-frontmatter's handler for Astro's fences and readers; it keeps the tree of what it loaded."""

    FM_BOUNDARY = OPENING

    def __init__(self, text: str, fences: Fences) -> None:
        super().__init__()
        self.text = text
        self.fences = fences
        self.root: Mapping | None = None
        self.pairs: tuple[Pair, ...] = ()

    def split(self, text: str) -> tuple[str, str]:
        """Answer the source between the fences; the body is not asked for."""
        del text  # python-frontmatter took blanks off its ends, so that the indices are not those of the file
        return self.text[self.fences.start : self.fences.stop], ""

    def load(self, fm: str) -> dict[str, Any]:
        """Answer the values of the source. Raises Unreadable."""
        if self.fences.format == "toml":
            return _read_toml(fm, self.fences.start)
        root = compose(self.text, self.fences.start, self.fences.stop)
        if root is None:
            return {}
        reader = ValueReader(self.text)
        value = reader.value(root)
        if not isinstance(root, Mapping) or not isinstance(value, dict):
            if value is None:
                return {}
            raise Unreadable("not-a-mapping", root.start)
        self.root = root
        self.pairs = tuple(Pair(reader.key(key), key, value) for key, value in root.pairs)
        return value


def read_document(text: str) -> Document | None:
    """Answer the front matter of text, None where it has none. Raises Unreadable."""
    fences = find_fences(text)
    if fences is None:
        unclosed = unclosed_fence(text)
        if unclosed is not None:
            raise Unreadable("unclosed-fence", unclosed)
        return None
    if fences.is_mixed:
        raise Unreadable("mixed-fences", fences.stop)
    handler = AstroHandler(text, fences)
    metadata, _ = frontmatter.parse(text[: fences.end], handler=handler)
    return Document(text, fences, handler.root, handler.pairs, cast("dict[str, Value]", metadata))


def _read_toml(source: str, offset: int) -> dict[str, Any]:
    """Answer the values of TOML as Astro's reader, smol-toml, gives them. Raises Unreadable."""
    try:
        return {key: _toml_value(value) for key, value in tomllib.loads(source).items()}
    except tomllib.TOMLDecodeError as error:
        raise Unreadable("syntax", offset + _toml_index(source, str(error)), str(error)) from None
    except (RecursionError, OverflowError) as error:
        raise Unreadable("syntax", offset, str(error)) from None


def _toml_value(value: Any) -> Value:
    if isinstance(value, dict):
        return {key: _toml_value(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_toml_value(item) for item in value]
    if isinstance(value, datetime):
        moment = value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC)
        return moment.replace(microsecond=moment.microsecond // 1000 * 1000)
    if isinstance(value, date):
        return datetime(value.year, value.month, value.day, tzinfo=UTC)
    if isinstance(value, time):
        return value.isoformat()
    if isinstance(value, int | float) and not isinstance(value, bool):
        return number_of(float(value))
    return cast("str | bool", value)


def _toml_index(source: str, message: str) -> int:
    """Answer the place that tomllib names in words: (at line 2, column 3)."""
    numbers = [int(word.strip(",)")) for word in message.split() if word.strip(",)").isdecimal()]
    if "(at line" not in message:
        return len(source.rstrip())
    line, column = numbers[-2:]
    return sum(len(row) + 1 for row in source.split("\n")[: line - 1]) + column - 1

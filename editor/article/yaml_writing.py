"""Values as YAML text, in the style that the file has."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from textwrap import TextWrapper
from typing import TYPE_CHECKING

from editor.article.faults import Unreadable
from editor.article.slots import column_of
from editor.article.timestamps import written_timestamp
from editor.article.values import NEVER_BARE, Value, is_same, number_text
from editor.article.yaml_scalars import plain_value
from editor.article.yaml_tree import Mapping, Scalar, Sequence, compose
from editor.article.yaml_values import ValueReader

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editor.article.yaml_tree import Node

SHORT_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r", "\0": "\\0", "\x85": "\\N"}
WRITTEN_ESCAPE = re.compile(r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[^xuU\n])")
NEEDS_QUOTES = re.compile(r"^[-?:]?(?:[ ]|$)|^[\[\],{}#&*!|>'\"%@`]|:(?:[ ]|$)|[ ]#|[ \n]$")
"""Strings that are quoted because they have to be, roughly: they tell nothing of the writer's habit."""
BLOCK_STYLES = ("|", ">")
BLANKS = (" ", "\t")
BLOCK_HEADER = re.compile(r"([|>])([-+0-9]*)([^\n]*)\n?")


@dataclass(frozen=True, slots=True)
class Habits:
    """How a file writes its strings, its lists and its mappings."""

    quote: str = ""
    """The quote of most quoted strings, "" where that is open."""
    quotes_values: bool = False
    """Whether most strings have quotes that need none."""
    quotes_items: bool = False
    """The same of the strings in lists."""
    has_block_lists: bool = False
    list_indentation: int = 2
    mapping_indentation: int = 2


@dataclass(frozen=True, slots=True)
class Old:
    """How a scalar was written, or is to be: its style (None: as the file does), source text and place.

    The column is that of the key or dash.
    """

    style: str | None = None
    source: str = ""
    is_flow: bool = False
    is_item: bool = False
    column: int = 0


def habits_of(text: str, root: Node | None, quote: str = "") -> Habits:
    """Answer the habits of a front matter; quote is that of its siblings, where it shows none itself."""
    values, items = _scalars(root)
    styles = [node.style for node in (*values, *items)]
    doubles, singles = styles.count('"'), styles.count("'")
    own_quote = "" if doubles == singles else '"' if doubles > singles else "'"
    quotes_values = _are_quoted(values, default=bool(quote))
    lists = [(node, column) for node, column in _collections(text, root) if isinstance(node, Sequence)]
    blocks = [column_of(text, node.start) - column for node, column in lists if not node.is_flow]
    depths = [
        column_of(text, node.pairs[0][0].start if node.has_properties else node.start) - column
        for node, column in _collections(text, root)
        if isinstance(node, Mapping) and node.pairs and not node.is_flow
    ]
    return Habits(
        own_quote or quote,
        quotes_values,
        _are_quoted(items, default=quotes_values),
        2 * len(blocks) > len(lists),
        blocks[0] if blocks else 2,
        max(depths[0], 1) if depths else 2,
    )


def _scalars(node: Node | None) -> tuple[list[Scalar], list[Scalar]]:
    """Answer the scalars that are values of keys, and those that are items of lists."""
    values: list[Scalar] = []
    items: list[Scalar] = []
    parts: list[Node] = []
    if isinstance(node, Sequence):
        parts = node.items
        items += (item for item in parts if isinstance(item, Scalar))
    elif isinstance(node, Mapping):
        parts = [value for _, value in node.pairs]
        values += (value for value in parts if isinstance(value, Scalar))
    for part in parts:
        inner_values, inner_items = _scalars(part)
        values += inner_values
        items += inner_items
    return values, items


def _are_quoted(nodes: list[Scalar], *, default: bool) -> bool:
    """Whether more strings stand in quotes without need than without quotes; default where none tells."""
    styles = [node.style for node in nodes if node.style not in BLOCK_STYLES and _can_be_plain(node.text)]
    return 2 * len([style for style in styles if style]) > len(styles) if styles else default


def _can_be_plain(text: str) -> bool:
    return not NEEDS_QUOTES.search(text) and plain_value(text) == text


def _collections(text: str, root: Node | None) -> Iterator[tuple[Sequence | Mapping, int]]:
    """Yield the lists and mappings that are a key's value, with the key's column."""
    if isinstance(root, Sequence):
        for item in root.items:
            yield from _collections(text, item)
    elif isinstance(root, Mapping):
        for key, value in root.pairs:
            if isinstance(value, Sequence | Mapping):
                yield value, column_of(text, key.start)
            yield from _collections(text, value)


def scalar_text(value: Value, old: Old, habits: Habits) -> str:
    """Answer a scalar's source text in the style it had, or the first other one that can hold the value."""
    if not isinstance(value, str):
        return _literal(value, old)
    for candidate in _candidates(value, old, habits):
        if reads_as(candidate, value, old):
            return candidate
    return double_quoted_text(value, old.source)


def reads_as(source: str, value: Value, old: Old) -> bool:
    """Whether source is YAML for value, in the place that the old one had."""
    text = f"k: [{source}]\n" if old.is_flow else f"{' ' * old.column}k: {source}\n"
    try:
        root = compose(text, 0, len(text))
        found = ValueReader(text).value(root) if root else None
    except Unreadable:
        return False
    return is_same(found, {"k": [value] if old.is_flow else value})


def key_text(key: str, quote: str = "") -> str:
    """Answer a key's source text, in double quotes where its neighbours stand in them."""
    if quote != '"' and re.fullmatch(r"[^\W\d][\w-]*", key) and plain_value(key) == key:
        return key
    return double_quoted_text(key, "")


def double_quoted_text(value: str, source: str) -> str:
    """Answer value in double quotes; what source writes as an escape stays one."""
    habit = _written_escapes(source)
    return '"' + "".join(habit.get(letter) or _escaped(letter) for letter in value) + '"'


def flow_text(value: Value, habits: Habits, *, is_flow: bool, is_item: bool = False) -> str:
    """Answer any value on one line."""
    if isinstance(value, list):
        return "[" + ", ".join(flow_text(item, habits, is_flow=True, is_item=True) for item in value) + "]"
    if isinstance(value, dict):
        pairs = (f"{key_text(key)}: {flow_text(item, habits, is_flow=True)}" for key, item in value.items())
        return "{" + ", ".join(pairs) + "}" if value else "{}"
    return scalar_text(value, Old(is_flow=is_flow, is_item=is_item), habits)


def block_lines(value: Value, column: int, habits: Habits) -> list[str]:
    """Answer the lines of a list or mapping in block style below a key at column, none where flow suits."""
    if isinstance(value, dict) and value:
        return mapping_lines(value, column + habits.mapping_indentation, habits)
    if not isinstance(value, list) or not value:
        return []
    if not habits.has_block_lists and not any(isinstance(item, list | dict) for item in value):
        return []
    indentation = " " * (column + habits.list_indentation)
    lines = []
    for item in value:
        inner = mapping_lines(item, len(indentation) + 2, habits) if isinstance(item, dict) else []
        first = inner[0].lstrip(" ") if inner else flow_text(item, habits, is_flow=False, is_item=True)
        lines += [f"{indentation}- {first}", *inner[1:]]
    return lines


def mapping_lines(value: dict[str, Value], column: int, habits: Habits) -> list[str]:
    """Answer the lines of a mapping in block style, its keys at column."""
    lines = []
    for key, item in value.items():
        inner = block_lines(item, column, habits)
        start = f"{' ' * column}{key_text(key)}:"
        lines += [start, *inner] if inner else [f"{start} {flow_text(item, habits, is_flow=False)}"]
    return lines


def _literal(value: Value, old: Old) -> str:
    """Answer the text of what is no string, written as it was where a kind has several ways."""
    if isinstance(value, datetime):
        return written_timestamp(value, old.source)
    if isinstance(value, bool):
        word = "true" if value else "false"
        if len(old.source) > 1 and old.source.lower() in ("true", "false"):
            word = word.upper() if old.source.isupper() else word.title() if old.source.istitle() else word
        return word
    if isinstance(value, int | float):
        text = number_text(value)
        return {"NaN": ".nan", "Infinity": ".inf", "-Infinity": "-.inf"}.get(text, text)
    return flow_text(value, Habits(), is_flow=old.is_flow) if value is not None else "null"


def _candidates(value: str, old: Old, habits: Habits) -> Iterator[str]:
    """Yield the ways to write a string, the dearest first."""
    if old.style in BLOCK_STYLES:
        yield from _block_texts(value, old)
    if NEVER_BARE.search(value):
        return
    is_quoting = habits.quotes_items if old.is_item else habits.quotes_values
    if old.style == "" or (old.style is None and not is_quoting):
        yield value
    quote = old.style if old.style in ("'", '"') else habits.quote or ('"' if "'" in value else "'")
    if quote == "'":
        yield "'" + value.replace("'", "''") + "'"


def _block_texts(value: str, old: Old) -> Iterator[str]:
    """Yield value as the literal or folded block it was; the second way names its indentation."""
    header = BLOCK_HEADER.match(old.source)
    content = value.rstrip("\n")
    if not header or not content or NEVER_BARE.search(content.replace("\n", "")):
        return
    old_lines = old.source[header.end() :].split("\n")
    filled = [line for line in old_lines if line.strip()]
    marks = header[2]
    width_mark = marks.strip("-+")
    depth = len(filled[0]) - len(filled[0].lstrip(" ")) if filled else old.column + 2
    indentation = " " * (old.column + int(width_mark) if width_mark else depth)
    breaks = len(value) - len(content)
    if header[1] == ">":
        width = max(map(len, filled)) if _is_wrapped(old_lines) else 0
        content = _folded(content, width - len(indentation))
    lines = [indentation + line if line else "" for line in content.split("\n")]
    chomping = "+" if breaks and "+" in marks else {0: "-", 1: ""}.get(breaks, "+")
    body = "\n".join(lines) + ("\n" * (breaks - 1) if breaks else "")
    if marks.strip("0123456789") != chomping:
        marks = width_mark + chomping
    yield f"{header[1]}{marks}{header[3]}\n{body}"
    width_mark = width_mark or str(len(indentation) - old.column)
    yield f"{header[1]}{width_mark}{chomping}{header[3]}\n{body}"


def _is_wrapped(lines: list[str]) -> bool:
    """Whether a paragraph of a folded block goes over several lines."""
    return any(one.strip() and other.strip() for one, other in pairwise(lines))


def _folded(content: str, width: int) -> str:
    """Answer the source of a folded block's paragraphs, broken at width where that is positive.

    A line break between two paragraphs takes two; beside a line that begins with a blank it takes one.
    """
    first, *rest = re.split("(\n+)", content)
    folded, before = _wrapped(first, width), first
    for breaks, paragraph in zip(rest[::2], rest[1::2], strict=True):
        is_kept = before[:1] in ("", *BLANKS) or paragraph[:1] in BLANKS
        folded += breaks + ("" if is_kept else "\n") + _wrapped(paragraph, width)
        before = paragraph
    return folded


def _wrapped(paragraph: str, width: int) -> str:
    if width <= 0 or "  " in paragraph or paragraph[:1] in BLANKS:
        return paragraph
    wrapper = TextWrapper(width, break_long_words=False, break_on_hyphens=False, drop_whitespace=True)
    return "\n".join(wrapper.wrap(paragraph))


def _escaped(letter: str) -> str:
    if letter in SHORT_ESCAPES:
        return SHORT_ESCAPES[letter]
    if not NEVER_BARE.match(letter):
        return letter
    code = ord(letter)
    return f"\\x{code:02x}" if code <= 0xFF else f"\\u{code:04x}"


def _written_escapes(source: str) -> dict[str, str]:
    """Answer how a double-quoted source writes the characters that it writes as escapes."""
    if not source.startswith('"'):
        return {}
    found: dict[str, str] = {}
    for escape in WRITTEN_ESCAPE.findall(source[1:-1]):
        text = f'k: "{escape}"\n'
        root = compose(text, 0, len(text))
        value = ValueReader(text).value(root) if root else None
        if isinstance(value, dict) and isinstance(letter := value["k"], str) and letter not in " \ufffd":
            found[letter] = escape
    return found

"""Values as YAML text, in the style that the file has."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from textwrap import TextWrapper
from typing import TYPE_CHECKING

from editor.article.faults import Unreadable
from editor.article.timestamps import written_timestamp
from editor.article.values import Value, is_same, number_text
from editor.article.yaml_scalars import plain_value
from editor.article.yaml_tree import Mapping, Scalar, Sequence, compose
from editor.article.yaml_values import ValueReader

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editor.article.yaml_tree import Node

NEVER_BARE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0\ufdd1\ufeff\ufffe\uffff]")
"""Characters that are written as escapes only: unprintable, or line ends to an editor."""
SHORT_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r", "\0": "\\0", "\x85": "\\N"}
WRITTEN_ESCAPE = re.compile(r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[^xuU\n])")
BLOCK_HEADER = re.compile(r"([|>])([-+0-9]*)([^\n]*)\n?")


@dataclass(frozen=True, slots=True)
class Habits:
    """How a file writes most of its strings ('"', "'" or "" for neither) and its lists."""

    quote: str = ""
    has_block_lists: bool = False
    list_indentation: int = 2


@dataclass(frozen=True, slots=True)
class Old:
    """How a scalar was written: its style, its source text, and whether it stands in a flow collection."""

    style: str = ""
    source: str = ""
    is_flow: bool = False


def habits_of(text: str, root: Node | None) -> Habits:
    """Answer the habits of a front matter."""
    nodes = list(_walk(root)) if root else []
    styles = [node.style for node in nodes if isinstance(node, Scalar)]
    doubles, singles = styles.count('"'), styles.count("'")
    quote = "" if doubles == singles else '"' if doubles > singles else "'"
    lists = [(node, column) for node, column in _lists(text, root)]
    blocks = [
        node.start - text.rfind("\n", 0, node.start) - 1 - column
        for node, column in lists
        if not node.is_flow
    ]
    return Habits(quote, 2 * len(blocks) > len(lists), blocks[0] if blocks else 2)


def _walk(node: Node) -> Iterator[Node]:
    yield node
    if isinstance(node, Sequence):
        for item in node.items:
            yield from _walk(item)
    elif isinstance(node, Mapping):
        for _, value in node.pairs:
            yield from _walk(value)


def _lists(text: str, root: Node | None) -> Iterator[tuple[Sequence, int]]:
    """Yield the lists that are a key's value, with the key's column."""
    for node in _walk(root) if root else ():
        if isinstance(node, Mapping):
            for key, value in node.pairs:
                if isinstance(value, Sequence):
                    yield value, key.start - text.rfind("\n", 0, key.start) - 1


def scalar_text(value: Value, old: Old, habits: Habits) -> str:
    """Answer a scalar's source text in the style it had, or the first other one that can hold the value."""
    if not isinstance(value, str):
        return _literal(value, old)
    for candidate in _candidates(value, old, habits):
        if reads_as(candidate, value, is_flow=old.is_flow):
            return candidate
    return double_quoted_text(value, old.source)


def reads_as(source: str, value: Value, *, is_flow: bool = False) -> bool:
    """Whether source is YAML for value, as the value of a key."""
    text = f"k: [{source}]\n" if is_flow else f"k: {source}\n"
    try:
        root = compose(text, 0, len(text))
        found = ValueReader(text).value(root) if root else None
    except Unreadable:
        return False
    return is_same(found, {"k": [value] if is_flow else value})


def key_text(key: str) -> str:
    """Answer a key's source text."""
    if re.fullmatch(r"[^\W\d][\w-]*", key) and plain_value(key) == key:
        return key
    return double_quoted_text(key, "")


def double_quoted_text(value: str, source: str) -> str:
    """Answer value in double quotes; what source writes as an escape stays one."""
    habit = _written_escapes(source)
    return '"' + "".join(habit.get(letter) or _escaped(letter) for letter in value) + '"'


def flow_text(value: Value, habits: Habits, *, is_flow: bool) -> str:
    """Answer any value on one line."""
    if isinstance(value, list):
        return "[" + ", ".join(flow_text(item, habits, is_flow=True) for item in value) + "]"
    if isinstance(value, dict):
        pairs = (f"{key_text(key)}: {flow_text(item, habits, is_flow=True)}" for key, item in value.items())
        return "{" + ", ".join(pairs) + "}" if value else "{}"
    return scalar_text(value, Old(is_flow=is_flow), habits)


def block_lines(value: Value, column: int, habits: Habits) -> list[str]:
    """Answer the lines of a list or mapping in block style below a key at column, none where flow suits."""
    if isinstance(value, dict) and value:
        return _mapping_lines(value, column + 2, habits)
    if not isinstance(value, list) or not value:
        return []
    if not habits.has_block_lists and not any(isinstance(item, list | dict) for item in value):
        return []
    indentation = " " * (column + habits.list_indentation)
    lines = []
    for item in value:
        inner = block_lines(item, len(indentation), habits) if isinstance(item, dict) else []
        first = inner[0].lstrip(" ") if inner else flow_text(item, habits, is_flow=False)
        lines += [f"{indentation}- {first}", *inner[1:]]
    return lines


def _mapping_lines(value: dict[str, Value], column: int, habits: Habits) -> list[str]:
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
    if old.style in ("|", ">"):
        yield from _block_texts(value, old)
    if NEVER_BARE.search(value):
        return
    if old.style == "":
        yield value
    quote = old.style if old.style in ("'", '"') else habits.quote or ('"' if "'" in value else "'")
    if quote == "'":
        yield "'" + value.replace("'", "''") + "'"


def _block_texts(value: str, old: Old) -> Iterator[str]:
    """Yield value as the literal or folded block it was."""
    header = BLOCK_HEADER.match(old.source)
    content = value.rstrip("\n")
    if not header or not content or NEVER_BARE.search(content.replace("\n", "")):
        return
    old_lines = old.source[header.end() :].split("\n")
    filled = [line for line in old_lines if line.strip()]
    marks = header[2]
    width_mark = marks.strip("-+")
    depth = len(filled[0]) - len(filled[0].lstrip(" ")) if filled else 2
    indentation = " " * int(width_mark or depth)
    breaks = len(value) - len(content)
    if header[1] == ">":
        width = max(map(len, filled)) if _is_wrapped(old_lines) else 0
        content = _folded(content, width - len(indentation))
    lines = [indentation + line if line else "" for line in content.split("\n")]
    chomping = "+" if breaks and "+" in marks else {0: "-", 1: ""}.get(breaks, "+")
    if marks.strip("0123456789") != chomping:
        marks = width_mark + chomping
    body = "\n".join(lines) + ("\n" * (breaks - 1) if breaks else "")
    yield f"{header[1]}{marks}{header[3]}\n{body}"


def _is_wrapped(lines: list[str]) -> bool:
    """Whether a paragraph of a folded block goes over several lines."""
    return any(one.strip() and other.strip() for one, other in pairwise(lines))


def _folded(content: str, width: int) -> str:
    """Answer the source of a folded block's paragraphs, broken at width where that is positive."""
    paragraphs = re.sub("\n+", lambda breaks: breaks[0] + "\n", content).split("\n")
    if width > 0:
        wrapper = TextWrapper(width, break_long_words=False, break_on_hyphens=False, drop_whitespace=True)
        paragraphs = ["\n".join(wrapper.wrap(line)) if "  " not in line else line for line in paragraphs]
    return "\n".join(paragraphs)


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

"""Strings as TOML text: in the quotes that they had, or the nearest that can hold them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from editor.article.toml_scalars import TIME
from editor.article.toml_tree import Scalar, sections_of
from editor.article.values import NEVER_BARE, Value, is_same
from editor.text.change import Edit, difference

if TYPE_CHECKING:
    from collections.abc import Iterator

_ESCAPES: Final = {
    "\\": "\\\\",
    '"': '\\"',
    "\b": "\\b",
    "\t": "\\t",
    "\n": "\\n",
    "\f": "\\f",
    "\r": "\\r",
}
_ESCAPED: Final = {written: letter for letter, written in _ESCAPES.items()} | {"\\e": "\x1b"}
_TOKEN: Final = re.compile(r"\\(?:x..|u.{4}|U.{8}|\s+|.)|[^\\]", re.DOTALL)
_FENCE: Final = re.compile(r"\n(?:---|\+\+\+)")
_MULTI_LINE: Final = ("'''", '"""')


def string_text(value: str, old: str, quote: str, *, is_inner: bool = False) -> str:
    """Answer a string in the style of old, its source so far, or in quote where that was no string.

    Within a list or braces a new string stands on one line.
    """
    ways = _candidates(value, old, quote, is_inner=is_inner)
    return next((source for source in ways if reads_as(source, value)), basic_text(value))


def reads_as(source: str, value: Value) -> bool:
    """Whether source is TOML for a scalar value, and no line of it closes the front matter."""
    text = f"k = {source}\n"
    sections, fault = sections_of(text, 0, len(text))
    nodes = [pair.value for section in sections for pair in section.pairs]
    node = nodes[0] if len(nodes) == 1 and len(sections) == 1 and not fault else None
    return isinstance(node, Scalar) and is_same(node.value, value) and not _FENCE.search(source)


def basic_text(value: str) -> str:
    """Answer a string in double quotes."""
    return f'"{_escaped(value)}"'


def _candidates(value: str, old: str, quote: str, *, is_inner: bool) -> Iterator[str]:
    """Yield the ways to write a string, the dearest first."""
    if TIME.fullmatch(old) and TIME.fullmatch(value):
        yield value
    if old.startswith('"'):
        yield _patched(old, value)
    quote = old[0] if old.startswith(("'", '"')) else quote
    is_printable = not NEVER_BARE.search(value.replace("\n", "").replace("\t", ""))
    was_multi_line = old.startswith(_MULTI_LINE)
    if was_multi_line or ("\n" in value and not is_inner):
        line_break = "" if was_multi_line and old[3:4] != "\n" and value[:1] != "\n" else "\n"
        if quote == "'" and is_printable:
            yield f"'''{line_break}{value}'''"
        yield f'"""{line_break}{_escaped(value, keeps_lines=True)}"""'
    if quote == "'" and is_printable:
        yield f"'{value}'"


def _patched(source: str, value: str) -> str:
    """Answer a source in double quotes with what differs changed; the rest keeps its escapes."""
    quote = '"""' if source.startswith('"""') else '"'
    start = len(quote) + source.startswith("\n", 3) if quote == '"""' else 1
    stop = len(source) - len(quote)
    letters, spans = [], []
    for token in _TOKEN.finditer(source, start, stop):
        letter = _meaning(token[0])
        if letter:
            letters.append(letter)
            spans.append(token.span())
    edit = difference("".join(letters), value) or Edit(0, 0, "")
    end = spans[edit.end - 1][1] if edit.end else start
    begin = spans[edit.start][0] if edit.start < edit.end else end
    return source[:begin] + _escaped(edit.replacement, keeps_lines=len(quote) > 1) + source[end:]


def _meaning(token: str) -> str:
    """Answer the character that a piece of a string stands for, "" for a line break that is escaped."""
    if token[0] != "\\":
        return token
    if token[1] in "xuU":
        return chr(int(f"0x{token[2:]}", 0))
    return _ESCAPED.get(token, "")


def _escaped(text: str, *, keeps_lines: bool = False) -> str:
    kept = "\n\t" if keeps_lines else ""
    return "".join(
        letter if letter in kept else _ESCAPES.get(letter) or _unprintable(letter) for letter in text
    )


def _unprintable(letter: str) -> str:
    return f"\\u{ord(letter):04x}" if NEVER_BARE.match(letter) else letter

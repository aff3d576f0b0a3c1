"""The plainest YAML, as most front matters are, read at once: many articles are read at many times the speed.

What it takes it reads exactly as the tree does (a property test holds both equal): keys in the first column
with plain or quoted values on their line, and lists of such values. It refuses everything else.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from editor.article.document import Entry
from editor.article.yaml_scalars import plain_value
from editor.article.yaml_scanner import PLAIN_IN_BLOCK

if TYPE_CHECKING:
    from editor.article.fences import Fences
    from editor.article.values import Value

_ODD: Final = re.compile(r"[\0-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_SCALAR: Final = (
    rf"""(?P<plain>(?![-?:,\[\]{{}}#&*!|>'"%@` \n])(?>{PLAIN_IN_BLOCK.pattern}))"""
    r"""|'(?P<single>(?:[^'\n]|'')*)'"""
    r"""|"(?P<double>[^"\\\n]*)\""""
)
_PAIR: Final = re.compile(
    rf"(?P<key>[A-Za-z_][A-Za-z0-9_-]*):(?: +(?P<value>{_SCALAR}|\[(?P<items>[^\[\]{{}}#:\n]*)\]))? *\n"
)
_ITEM: Final = re.compile(rf"(?P<indentation> *)- +(?P<value>{_SCALAR}) *\n")
_FLOW_ITEM: Final = re.compile(
    r"""(?P<plain>(?![-?&*!|>'"%@`])[^\\'"]+)|'(?P<single>[^']*)'|"(?P<double>[^"\\]*)\""""
)
_BLANK_LINES: Final = re.compile(r"(?: *\n)*")
_NO_TEXT: Final = frozenset({"true", "false", "null"})
"""Keys that JavaScript would write otherwise than the file, in some of their spellings."""


def plain_entries(text: str, fences: Fences) -> tuple[Entry, ...] | None:
    """Answer the entries of the YAML between fences, None where it is not of the plainest form."""
    source = text[fences.start : fences.stop]
    if fences.format != "yaml" or fences.is_mixed or not source.startswith("\n") or _ODD.search(source):
        return None
    entries: dict[str, Entry] = {}
    place = _end_of_blank(source, 0)
    while place < len(source):
        pair = _PAIR.match(source, place)
        if pair is None or pair["key"] in entries or pair["key"].lower() in _NO_TEXT:
            return None
        read = _block(source, pair.end()) if pair["value"] is None else _value(pair)
        if read is None:
            return None
        value, raw, place = read
        line = text.count("\n", 0, fences.start) + source.count("\n", 0, pair.start())
        entries[pair["key"]] = Entry(pair["key"], value, raw, line, editable=True)
        place = _end_of_blank(source, place)
    return tuple(entries.values())


_Read = tuple["Value", str, int]
"""A value, its source, and where the next line begins."""


def _value(pair: re.Match[str]) -> _Read | None:
    """Answer the value on the line of its key."""
    if pair["items"] is None:
        return _scalar(pair), pair["value"].rstrip(" "), pair.end()
    values: list[Value] = []
    for part in pair["items"].split(",") if pair["items"].strip(" ") else ():
        item = _FLOW_ITEM.fullmatch(part.strip(" "))
        if item is None:
            return None
        values.append(_scalar(item))
    return values, pair["value"], pair.end()


def _block(source: str, start: int) -> _Read | None:
    """Answer the list that begins on the line after its key, no value where none does."""
    place = start
    values: list[Value] = []
    first = end = 0
    indentation = ""
    while (item := _ITEM.match(source, place)) is not None:
        if values and item["indentation"] != indentation:
            return None
        if not values:
            indentation, first = item["indentation"], item.end("indentation")
        values.append(_scalar(item))
        end = item.start("value") + len(item["value"].rstrip(" "))
        place = item.end()
    return (values, source[first:end], place) if values else (None, "", start)


def _scalar(match: re.Match[str]) -> Value:
    if match["plain"] is not None:
        return plain_value(match["plain"].rstrip(" "))
    return match["single"].replace("''", "'") if match["single"] is not None else match["double"]


def _end_of_blank(source: str, place: int) -> int:
    blank = _BLANK_LINES.match(source, place)
    return blank.end() if blank else place

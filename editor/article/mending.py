"""The edits that make a front matter readable, where there is little doubt of what is meant."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from editor.article.faults import Unreadable
from editor.article.fences import find_fences
from editor.article.loading import read_document
from editor.article.slots import line_end
from editor.article.yaml_edits import TreeEditor
from editor.article.yaml_text import UNPRINTABLE
from editor.article.yaml_tree import Mapping, compose
from editor.article.yaml_values import ValueReader
from editor.article.yaml_writing import Habits, double_quoted_text
from editor.text.change import Edit, apply_edits

if TYPE_CHECKING:
    from collections.abc import Iterator

Means = Literal["quote", "close", "complete", "fence", "space", "indent", "remove-twin", "escape", "delete"]
"""What the edits do: put in quotes, add the closing fence, add a closing bracket or quote, make both fences
alike, put a plain space after a colon, indent with spaces, remove the second of two equal fields, double
backslashes, delete a character that nobody sees."""

LARGEST: Final = 20_000
"""Characters of a front matter that is mended; each try reads all of it."""
MOST_LINES: Final = 500
TAB_WIDTH: Final = 2

ODD_SPACE: Final = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
VALUE_LINE: Final = re.compile(
    r"(?P<lead>[ \t]*(?:- +)*(?:(?:\w[\w .-]*|\"[^\"\n]*\"|'[^'\n]*')[ \t]*:[ \t]+)?)"
    r"(?P<value>\S[^\n]*?)(?:[ \t]+#[ \t][^\n]*)?[ \t]*"
)
COLON_WITHOUT_SPACE: Final = re.compile(
    rf"(?P<key>[ \t]*(?:- )?[^\W\d][\w-]*[ \t]*):(?P<gap>[{ODD_SPACE}]*)(?=[^\s/:])"
)
ITEM: Final = re.compile(r"(?P<before>[\[,]\s*)(?P<item>[^\s\[\],{}\"'][^\[\],{}\n]*?)(?=\s*[,\]])")
AFTER_BRACKET: Final = re.compile(r"(?:\[[^\[\]]*\]|\{[^{}]*\})[ \t]+\w")
AFTER_QUOTE: Final = re.compile(r"(['\"])(?:(?!\1).)*\1[ \t]")
FIELD_LINE: Final = re.compile(r"[ \t]+\S|- |[\w\"'][\w \"'.-]*:(?:[ \t]|$)")
INDENTATION: Final = re.compile(r"[ \t]*\t[ \t]*(?=\S)")
ESCAPE: Final = re.compile(r"\\(?P<known>x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|[0abtnvfreNLP_ /])?")
BACKSLASH: Final = re.compile(r"\\[\"\\]")

IN_QUOTES: Final = frozenset(
    {"block-header", "colon-in-value", "misplaced-question-mark", "missing-comma", "nameless-anchor"}
    | {"reserved-character", "text-after-value", "unclosed-bracket", "unexpected-mark", "unknown-alias"}
    | {"unknown-tag", "wrong-tag"}
)
"""Faults of text that has to be in quotes."""


@dataclass(frozen=True, slots=True)
class Mending:
    """Edits of the file's text, and what they do."""

    means: Means
    edits: tuple[Edit, ...]


def mending_of(text: str, fault: Unreadable) -> Mending | None:
    """Answer what mends a fault of the front matter of text, None where nobody can be sure.

    After it the front matter can be read, or at least on to a fault further below.
    """
    fences = find_fences(text)
    if fences is not None and fences.stop - fences.start > LARGEST:
        return None
    for mending in _candidates(text, fault):
        if _is_better(apply_edits(text, mending.edits), fault.index):
            return mending
    return None


def _candidates(text: str, fault: Unreadable) -> Iterator[Mending]:
    match fault.reason:
        case "unclosed-fence":
            yield from _closed(text)
        case "mixed-fences":
            other = {"---": "+++", "+++": "---"}[text[fault.index : fault.index + 3]]
            yield Mending("fence", (Edit(fault.index, fault.index + 3, other),))
        case "duplicate-key":
            yield from _without_twin(text, fault)
        case "tab-indentation":
            yield Mending("indent", tuple(_spaces_for_tabs(text, fault.index)))
        case "unknown-escape":
            yield from _escaped(text, fault.index)
        case "unclosed-quote" if fault.detail == '"':
            end = _trimmed_end(text, fault.index)
            yield Mending("complete", (Edit(end, end, '"'),))
        case "control-character":
            found = UNPRINTABLE.finditer(text, fault.index, line_end(text, fault.index))
            yield Mending("delete", tuple(Edit(each.start(), each.end(), "") for each in found))
        case "missing-colon" | "not-a-mapping":
            yield from _spaced(text, fault.index)
        case reason if reason in IN_QUOTES:
            yield from _spaced(text, fault.index)
            yield from _quoted(text, fault)


def _is_better(text: str, index: int) -> bool:
    """Whether text can be read, or has its fault below the line of index, on one that is not part of it."""
    try:
        document = read_document(text)
    except Unreadable as fault:
        line, other = (text.rfind("\n", 0, place) + 1 for place in (index, fault.index))
        return other > line and _depth(text, other) <= _depth(text, line)
    return document is not None and bool(document.keys)


def _depth(text: str, start: int) -> int:
    """Answer how far the line that begins at start is indented."""
    line = text[start : line_end(text, start)]
    return len(line) - len(line.lstrip(" "))


def _closed(text: str) -> Iterator[Mending]:
    """Close the front matter below its fields, where a blank line or the end follows them."""
    start = line_end(text, len(text) - len(text.lstrip("\ufeff \t\n"))) + 1
    for _ in range(MOST_LINES):
        end = line_end(text, start)
        if not FIELD_LINE.match(text[start:end]):
            break
        start = end + 1
    rest = text[start:]
    is_below = not rest or (rest.startswith("\n") and not FIELD_LINE.match(rest.lstrip("\n")))
    if is_below and start > len(text):
        yield Mending("close", (Edit(len(text), len(text), "\n---\n"),))
    elif is_below:
        yield Mending("close", (Edit(start, start, "---\n"),))


def _without_twin(text: str, fault: Unreadable) -> Iterator[Mending]:
    """Remove the second of two fields that say the same."""
    fences = find_fences(text)
    root = compose(text, fences.start, fences.stop) if fences else None
    if fences is None or not isinstance(root, Mapping) or root.is_flow:
        return
    sources = [text[key.start : value.end] for key, value in root.pairs]
    twin = next((i for i, (key, _) in enumerate(root.pairs) if key.start == fault.index), 0)
    if sources[twin] in sources[:twin]:
        rows = TreeEditor(text, Habits(), ValueReader(text)).rows(root.pairs, fences.start)
        yield Mending("remove-twin", (rows.without(twin, twin + 1),))


def _escaped(text: str, index: int) -> Iterator[Mending]:
    """Double the backslashes of a quoted text on a line, where none of them is meant as an escape."""
    start, end = text.rfind("\n", 0, index) + 1, line_end(text, index)
    line = BACKSLASH.sub("  ", text[start:end])
    found = list(ESCAPE.finditer(line))
    if not any(escape["known"] for escape in found):
        places = (start + escape.start() for escape in found)
        yield Mending("escape", tuple(Edit(place, place, "\\") for place in places))


def _spaces_for_tabs(text: str, index: int) -> Iterator[Edit]:
    """Yield spaces in the place of the tabs before the line of an index and those that follow it."""
    start = text.rfind("\n", 0, index) + 1
    while tabs := INDENTATION.match(text, start):
        yield Edit(start, tabs.end(), tabs[0].replace("\t", " " * TAB_WIDTH))
        start = line_end(text, start) + 1


def _spaced(text: str, index: int) -> Iterator[Mending]:
    """Put a plain space after the colon of a key, on the line of an index or the one above it."""
    start = text.rfind("\n", 0, index) + 1
    for line in (start, text.rfind("\n", 0, max(start - 1, 0)) + 1):
        found = COLON_WITHOUT_SPACE.match(text, line)
        if found is not None:
            yield Mending("space", (Edit(found.start("gap"), found.end("gap"), " "),))


def _quoted(text: str, fault: Unreadable) -> Iterator[Mending]:
    """Put an item in brackets, or the whole value of a line, in quotes."""
    start = text.rfind("\n", 0, fault.index) + 1
    line = VALUE_LINE.fullmatch(text, start, line_end(text, start))
    if line is None or not line["lead"].strip():
        return
    value, (first, last) = line["value"], line.span("value")
    is_double = text.count(': "', 0, start) > text.count(": '", 0, start)
    if value[0] in "[{" and not AFTER_BRACKET.match(value):
        for item in ITEM.finditer(text, first, last):
            if item.start("item") <= max(fault.index, first + 1) or item["item"][0] == "#":
                edit = Edit(*item.span("item"), _in_quotes(item["item"], is_double=is_double))
                yield Mending("quote", (edit,))
        if fault.reason == "unclosed-bracket":
            end = _trimmed_end(text, first)
            yield Mending("complete", (Edit(end, end, {"[": "]", "{": "}"}[value[0]]),))
    elif meant := _meant(value):
        yield Mending("quote", (Edit(first, last, _in_quotes(meant, is_double=is_double)),))


def _meant(value: str) -> str:
    """Answer the text that is meant by a value that begins in quotes or not, "" where that is unclear.

    'it's' is it's; "a" b is all of it; "a" and "b" may be either.
    """
    quote = value[0]
    if quote not in "'\"":
        return value
    if value.endswith(quote):
        return value[1:-1].replace(f"\\{quote}", quote) if value.count(quote) % 2 else ""
    return value if AFTER_QUOTE.match(value) else ""


def _in_quotes(value: str, *, is_double: bool) -> str:
    needs_single = '"' in value or "\\" in value
    if not needs_single and (is_double or "'" in value):
        return double_quoted_text(value, "")
    return "'" + value.replace("'", "''") + "'"


def _trimmed_end(text: str, index: int) -> int:
    """Answer where the line of an index ends, before blanks."""
    return index + len(text[index : line_end(text, index)].rstrip(" \t"))

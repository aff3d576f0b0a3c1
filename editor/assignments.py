"""Front-matter fields as words on a command line: KEY=VALUE in, JSON and differences out."""

from __future__ import annotations

import difflib
import json
import math
from bisect import bisect_left
from datetime import datetime
from typing import TYPE_CHECKING, Final

from editor.article.dates import read_date, typed_date
from editor.article.front_matter import (
    RefusedEdit,
    RefusedValue,
    read,
    remove_key,
    set_raw,
    set_value,
    values,
)
from editor.article.values import Value, number_text
from editor.blog.fields import date_notation, date_source, form_fields
from editor.blog.value_source import words_source
from editor.text.change import Edit, apply_edits

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from editor.article.fences import Format
    from editor.blog.fields import Field

_CONTEXT_LINES: Final = 3


def assigned(text: str, assignments: Mapping[str, str], removed: Sequence[str]) -> str:
    """Answer an article's text with fields set as the form sets them, then others removed.

    A text field takes the words literally, a date any notation that a writer types; the others take YAML, or
    TOML where the article has that, and tags also words with commas between them.
    Raises RefusedEdit("absent") for a field to remove that is not there, RefusedValue("not-a-date"),
    ("not-a-flag") or ("not-a-number") for words that do not fit, and what article.editing raises.
    """
    for key, written in assignments.items():
        text = apply_edits(text, _edits(text, key, written))
    for key in removed:
        if key not in values(read(text)):
            raise RefusedEdit("absent", key)
        text = apply_edits(text, remove_key(text, key))
    return text


def json_of(value: Value) -> str:
    """Answer value as JavaScript's JSON.stringify(value, null, 2) writes it."""
    return _json(value, "\n")


def unified_diff(old: bytes, new: bytes, name: str) -> str:
    """Answer the unified diff of two versions of the file called name, empty where they are equal.

    Both are UTF-8; other line ends than a line feed stand in the diff as they stand in the file.
    """
    old_lines, new_lines = map(_lines, _without_equal_end(old, new))
    lines = difflib.unified_diff(old_lines, new_lines, f"a/{name}", f"b/{name}", n=_CONTEXT_LINES)
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines
    )


def _edits(text: str, key: str, written: str) -> tuple[Edit, ...]:
    front_matter = read(text)
    fields = form_fields(front_matter)
    field = next((field for field in fields if field.key == key), None)
    if field is None:
        return _new_field(text, key, written, front_matter.format)
    match field.kind:
        case "line" | "text" | "image":
            return _text(text, field, written)
        case "date":
            return _date(text, field, fields, written)
        case "flag" | "number":
            return _flag_or_number(text, field, written)
        case "tags":
            return set_value(text, key, _tags(field, written))
        case _:
            return set_value(text, key, written) if _is_comment(written) else set_raw(text, key, written)


def _text(text: str, field: Field, written: str) -> tuple[Edit, ...]:
    if field.present and written == field.value:
        return ()  # it may be a number in the file: 2024 stays one
    # A block scalar ends in a line end of its own, which nobody types.
    ending = "\n" if str(field.value).endswith("\n") and not written.endswith("\n") else ""
    return set_value(text, field.key, written + ending)


def _date(text: str, field: Field, fields: Sequence[Field], written: str) -> tuple[Edit, ...]:
    day = typed_date(written, "en")
    if day is None:
        # With an hour, or in quotes: a source of what the blog reads as a date.
        source = words_source(written, field.format) if field.format == "toml" else written
        edits = set_raw(text, field.key, source)
        if read_date(values(read(apply_edits(text, edits)))[field.key]) is None:
            raise RefusedValue("not-a-date", field.key)
        return edits
    current = read_date(field.value)
    if current is not None and current.day == day:
        return ()
    return set_raw(text, field.key, date_source(day, date_notation(fields, field.key), field.format))


def _flag_or_number(text: str, field: Field, written: str) -> tuple[Edit, ...]:
    value = _value(field.key, written, field.format)
    if field.kind == "flag" and not isinstance(value, bool):
        raise RefusedValue("not-a-flag", field.key)
    if field.kind == "number" and (isinstance(value, bool) or not isinstance(value, int | float)):
        raise RefusedValue("not-a-number", field.key)
    return set_value(text, field.key, value)


def _tags(field: Field, written: str) -> list[Value]:
    try:
        value = _value(field.key, written, field.format)
    except RefusedValue:
        value = None
    if isinstance(value, list):
        return value
    words = (word.strip() for word in written.split(","))
    return [word for word in words if word]


def _new_field(text: str, key: str, written: str, notation: Format) -> tuple[Edit, ...]:
    if _is_comment(written):
        return set_value(text, key, written)
    # No value at all would be null, which few schemas accept.
    source = written.strip() or '""'
    try:
        _value(key, source, notation)
    except RefusedValue:  # a sentence with a colon in it, or one that begins with a dash; in TOML any words
        return set_value(text, key, written)
    return set_raw(text, key, source)


def _is_comment(written: str) -> bool:
    """Whether YAML reads no value in the words: a colour such as #c0ffee is meant literally."""
    return written.lstrip().startswith("#")


def _value(key: str, written: str, notation: Format) -> Value:
    """Answer the value of a source. Raises RefusedValue where it is not one value of one line."""
    text = "+++\n+++\n" if notation == "toml" else ""
    return values(read(apply_edits(text, set_raw(text, key, written))))[key]


def _without_equal_end(old: bytes, new: bytes) -> tuple[bytes, bytes]:
    """Answer both without the lines that a diff does not show: comparing long files takes long."""
    sizes = range(1, min(len(old), len(new)) + 1)
    equal = bisect_left(sizes, True, key=lambda size: not old.endswith(new[len(new) - size :]))  # noqa: FBT003
    end = len(new) - equal
    for _ in range(_CONTEXT_LINES + 1):
        end = new.find(b"\n", end) + 1
        if not end:
            return old, new
    return old[: len(old) - (len(new) - end)], new[:end]


def _lines(data: bytes) -> list[str]:
    *lines, rest = data.decode().split("\n")
    return [f"{line}\n" for line in lines] + ([rest] if rest else [])


def _json(value: Value, line_break: str) -> str:
    inner = f"{line_break}  "
    match value:
        case None | bool():
            return json.dumps(value)
        case int() | float():
            return number_text(value) if math.isfinite(value) else "null"
        case str():
            return json.dumps(value, ensure_ascii=False)
        case datetime():
            return f'"{_iso_string(value)}"'
        case []:
            return "[]"
        case list():
            return f"[{inner}{f',{inner}'.join(_json(item, inner) for item in value)}{line_break}]"
        case dict() if not value:
            return "{}"
        case _:
            pairs = (
                f"{json.dumps(key, ensure_ascii=False)}: {_json(item, inner)}" for key, item in value.items()
            )
            return f"{{{inner}{f',{inner}'.join(pairs)}{line_break}}}"


def _iso_string(moment: datetime) -> str:
    """Answer an instant in UTC as JavaScript's toISOString writes it."""
    return f"{moment.year:04}-{moment:%m-%dT%H:%M:%S}.{moment.microsecond // 1000:03}Z"

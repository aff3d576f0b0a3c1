"""Values as they are written in a front matter, and what is written there as values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from editor.article.front_matter import Fault, read, set_value, split
from editor.text.change import apply_edits

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editor.article.fences import Format
    from editor.article.front_matter import FrontMatter
    from editor.article.values import Value
    from editor.blog.fields import Field

_KEY: Final = "value"


class UnreadableSource(Exception):  # noqa: N818 - a fault of the writer's text, not a programming error
    """A source that is not one value; fault tells why, its place counted in the source from 0."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.reason)
        self.fault = fault


class _Place(NamedTuple):
    """A front matter with room for one source: its fence, and what stands before each line of the source."""

    fence: str
    start: str
    indentation: str = ""

    def filled(self, source: str) -> str:
        first, *rest = source.split("\n")
        lines = [first, *(self.indentation + line if line.strip() else line for line in rest)]
        return f"{self.fence}\n{self.start}" + "\n".join(lines) + f"\n{self.fence}\n"

    def fault(self, found: FrontMatter, source: str) -> Fault:
        fault = found.fault or Fault("not-one-value", 0, 0, "")
        line = fault.line - 1 - self.start.count("\n")
        before = self.indentation if line > 0 else self.start.rpartition("\n")[2]
        line = max(0, min(line, source.count("\n")))  # what lacks at the end is missed after it
        return Fault(fault.reason, line, max(0, fault.column - len(before)), fault.detail)


_IN_YAML: Final = (_Place("---", f"{_KEY}: "), _Place("---", f"{_KEY}:\n  ", "  "))
_IN_TOML: Final = (_Place("+++", f"{_KEY} = "),)


def source_of(value: Value, notation: Format = "yaml") -> str:
    """Answer the source of a value in YAML or TOML, as it is written with a key in the first column.

    Raises article.faults.RefusedValue for null in TOML, which has none.
    """
    text = "+++\n+++\n" if notation == "toml" else ""
    return read(apply_edits(text, set_value(text, _KEY, value))).entries[0].raw


def value_of_source(source: str, notation: Format = "yaml") -> Value:
    """Answer the value that source writes beside or below a key, in YAML or TOML.

    Raises UnreadableSource where it writes none, or more than one.
    """
    return _value(source, _IN_TOML if notation == "toml" else _IN_YAML, _KEY)


def value_of_field_source(source: str, field: Field) -> Value:
    """Answer the value that source writes in the place of a field's, as value_of_source does.

    In the place of a table in TOML it may be what stands below its header, or have headers of its own.
    """
    if field.format == "toml" and field.present and not _is_value(field.raw, field.format):
        name = source_of(field.key, field.format)
        places = (_Place("+++", f"{name} = "), _Place("+++", ""), _Place("+++", f"[{name}]\n"))
        return _value(source, places, field.key)
    return value_of_source(source, field.format)


def words_source(words: str, notation: Format) -> str:
    """Answer the source that words are, as they stand where that is a value, else as text in quotes."""
    source = words.strip()
    return source if _is_value(source, notation) else source_of(words, notation)


def _is_value(source: str, notation: Format) -> bool:
    try:
        value_of_source(source, notation)
    except UnreadableSource:
        return False
    return True


def _value(source: str, places: Sequence[_Place], key: str) -> Value:
    """Answer what source gives key in the first place where it gives it a value. Raises UnreadableSource."""
    faults = []
    for place in places:
        text = place.filled(source)
        found = read(text)
        keys = [entry.key for entry in found.entries]
        if found.fault is None and keys == [key] and split(text).head == text:
            return found.entries[0].value
        faults.append(place.fault(found, source))
    is_block = "\n" in source or source.startswith("- ")
    raise UnreadableSource(faults[-1 if is_block else 0])

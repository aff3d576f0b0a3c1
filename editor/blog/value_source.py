"""Values as they are written in a front matter, and what is written there as values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from editor.article.front_matter import Fault, read, set_value, split
from editor.text.change import apply_edits

if TYPE_CHECKING:
    from editor.article.fences import Format
    from editor.article.front_matter import FrontMatter
    from editor.article.values import Value

_KEY: Final = "value"
_INDENTATION: Final = "  "


class UnreadableSource(Exception):  # noqa: N818 - a fault of the writer's text, not a programming error
    """A source that is not one value; fault tells why, its place counted in the source from 0."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.reason)
        self.fault = fault


def source_of(value: Value) -> str:
    """Answer the YAML source of a value, as it is written below a key in the first column."""
    return read(apply_edits("", set_value("", _KEY, value))).entries[0].raw


def value_of_source(source: str, notation: Format = "yaml") -> Value:
    """Answer the value that source writes beside or below a key, in YAML or TOML.

    Raises UnreadableSource where it writes none, or more than one.
    """
    faults = []
    for start, indentation in _places(notation):
        text = _text(source, start, indentation, notation)
        found = read(text)
        if _is_one(text, found):
            return found.entries[0].value
        faults.append(_fault(found, source, start, indentation))
    is_block = "\n" in source or source.startswith("- ")
    raise UnreadableSource(faults[-1 if is_block else 0])


def _places(notation: Format) -> tuple[tuple[str, str], ...]:
    if notation == "toml":
        return ((f"{_KEY} = ", ""),)
    return ((f"{_KEY}: ", ""), (f"{_KEY}:\n{_INDENTATION}", _INDENTATION))


def _text(source: str, start: str, indentation: str, notation: Format) -> str:
    fence = "+++" if notation == "toml" else "---"
    lines = source.split("\n")
    placed = "\n".join([lines[0], *(indentation + line if line.strip() else line for line in lines[1:])])
    return f"{fence}\n{start}{placed}\n{fence}\n"


def _is_one(text: str, found: FrontMatter) -> bool:
    keys = [entry.key for entry in found.entries]
    return found.fault is None and keys == [_KEY] and split(text).head == text


def _fault(found: FrontMatter, source: str, start: str, indentation: str) -> Fault:
    fault = found.fault or Fault("not-one-value", 0, 0, "")
    line = fault.line - 1 - start.count("\n")
    before = indentation if line > 0 or indentation else start
    line = max(0, min(line, source.count("\n")))  # what lacks at the end is missed after it
    return Fault(fault.reason, line, max(0, fault.column - len(before)), fault.detail)

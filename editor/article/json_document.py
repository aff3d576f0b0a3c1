"""A front matter in JSON, as Hugo and others have it: an object at the start of the file. It is only read."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NoReturn

from editor.article.document import Document, Entry
from editor.article.faults import RefusedEdit, Unreadable
from editor.article.slots import line_end
from editor.article.values import number_of

if TYPE_CHECKING:
    from editor.article.document import Ways
    from editor.article.fences import Fences
    from editor.article.values import Value

_BLANKS: Final = " \t\r\n"


def _number(digits: str) -> int | float:
    return number_of(float(digits))


def _constant(name: str) -> NoReturn:
    """Refuse NaN and Infinity, which only Python takes for JSON."""
    raise ValueError(name)


_DECODER: Final = json.JSONDecoder(parse_int=_number, parse_float=_number, parse_constant=_constant)


@dataclass(frozen=True, slots=True)
class JsonDocument(Document):
    """The entries are in the order of the source; of a key that stands there twice the last counts."""

    found: tuple[Entry, ...]

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys in order."""
        return tuple(self.values)

    def entries(self) -> tuple[Entry, ...]:
        """Answer the keys; they can be edited in the text only."""
        return self.found

    def ways(self, quote: str = "") -> Ways:
        """Refuse: no edit leaves the rest as it is without a library that keeps it."""
        del quote
        raise RefusedEdit("json", "")


def read_json(text: str, fences: Fences) -> JsonDocument:
    """Answer the object between fences. Raises Unreadable."""
    try:
        entries = {entry.key: entry for entry in _Reader(text, fences.start + 1).entries()}
    except json.JSONDecodeError as error:
        raise Unreadable("syntax", min(error.pos, line_end(text, fences.stop - 1))) from None
    except RecursionError:
        raise Unreadable("too-deep", fences.start) from None
    except ValueError as constant:
        raise Unreadable("not-a-value", text.index(str(constant), fences.start), str(constant)) from None
    return JsonDocument(
        text, fences, {key: entry.value for key, entry in entries.items()}, tuple(entries.values())
    )


@dataclass(slots=True)
class _Reader:
    """Reads the fields of one object; index is the next character."""

    text: str
    index: int

    def entries(self) -> list[Entry]:
        """Answer the fields up to the closing brace. Raises what json raises."""
        answer: list[Entry] = []
        while True:
            key, start = self._key()
            self._take(":")
            source = self._blank_end()
            value: Value
            value, self.index = _DECODER.raw_decode(self.text, source)
            raw = self.text[source : self.index]
            answer.append(Entry(key, value, raw, self.text.count("\n", 0, start), editable=False))
            if self._next() == "}":
                return answer
            self._take(",")

    def _next(self) -> str:
        self.index = self._blank_end()
        return self.text[self.index : self.index + 1]

    def _key(self) -> tuple[str, int]:
        """Answer the next key, and where it stands."""
        if self._next() != '"':
            raise json.JSONDecodeError("no key", self.text, self.index)
        start = self.index
        key: str
        key, self.index = _DECODER.raw_decode(self.text, start)
        return key, start

    def _take(self, mark: str) -> None:
        if self._next() != mark:
            raise json.JSONDecodeError(f"no {mark}", self.text, self.index)
        self.index += 1

    def _blank_end(self) -> int:
        index = self.index
        while self.text[index : index + 1] and self.text[index] in _BLANKS:
            index += 1
        return index

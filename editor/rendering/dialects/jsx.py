"""Tags and expressions in the text of MDX, read as micromark-extension-mdx-jsx and -mdx-expression do.

What may be read of a text is told by its beginning up to the next blank line, but for expressions, which go
on until their brace is closed. (https://github.com/micromark/micromark-extension-mdx-jsx; there a tag may
have blank lines between its attributes.)
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, NoReturn

from editor.rendering.faults import BodyFault
from editor.script.embedded import is_expression, is_nothing, is_spread
from editor.text.brackets import closing_brace

if TYPE_CHECKING:
    from collections.abc import Callable

_BLANK_LINE: Final = re.compile(r"\n[ \t]*(?:\n|\Z)")
_SPACE: Final = re.compile(r"\s*")
_MARKDOWN_SPACE: Final = (" ", "\t", "\n")
_NAME: Final = re.compile(r"[^\W\d][\w$\u200c\u200d-]*|\$[\w$\u200c\u200d-]*")
_ELEMENT: Final = re.compile(r"[a-z][^.]*")
_STRING: Final = re.compile(r"\"[^\"]*\"|'[^']*'")
_REFERENCE: Final = re.compile(r"&(?:#[0-9]+|#[xX][0-9A-Fa-f]+|[A-Za-z0-9]+);")
_MOST_ATTEMPTS: Final = 20
"""Closing braces at which an expression may turn out to end, and not where its brackets say."""
_LONGEST_ATTEMPT: Final = 2_000
"""Characters of an expression that does."""

Kind = Literal["opening", "closing", "alone"]


@dataclass(frozen=True, slots=True)
class Expression:
    """A script in braces; end is the index behind the closing one."""

    source: str
    end: int


@dataclass(frozen=True, slots=True)
class Attribute:
    """An attribute; without a name it spreads an object, without a value it is true."""

    name: str
    value: str | Expression | None = None


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag of JSX; its name is empty where it is that of a fragment. end is the index behind it."""

    kind: Kind
    name: str
    attributes: tuple[Attribute, ...]
    end: int

    @property
    def is_component(self) -> bool:
        """Whether its name is that of a component, no element's."""
        return bool(self.name) and not _ELEMENT.fullmatch(self.name)


class NotJsx(Exception):  # noqa: N818 - named as the other refusals of what others wrote
    """A text that is no tag or expression; fault says why, unless it is text like any other.

    end is the index up to which it was looked at; None if that is the end of the text.
    """

    def __init__(self, fault: BodyFault | None, end: int | None = None) -> None:
        super().__init__(fault)
        self.fault = fault
        self.end = end


def read_expression(
    text: str, start: int, is_valid: Callable[[str], bool] = is_expression, near: int | None = None
) -> Expression:
    """Answer the expression whose opening brace is at start. Raises NotJsx.

    As in MDX it ends at the first brace that makes one of it; only behind a blank line the brackets count.
    near is where that line begins, if it is known.
    """
    first = start + 1
    near = _blank_line(text, first) if near is None else near
    end = closing_brace(text, first)
    candidates = [] if end is None or end > near else [end]
    furthest = min(near, first + _LONGEST_ATTEMPT)
    attempt = text.find("}", first, furthest)
    while attempt >= 0 and len(candidates) < _MOST_ATTEMPTS:
        candidates.append(attempt)
        attempt = text.find("}", attempt + 1, furthest)
    if end is not None and end > near:
        candidates.append(end)
    found = next((place for place in candidates if is_valid(text[first:place])), None)
    if found is not None:
        return Expression(text[first:found], found + 1)
    if end is None:
        raise NotJsx(BodyFault("mdx-unclosed-expression"))
    raise NotJsx(BodyFault("mdx-unreadable-expression"), end + 1)


def read_tag(text: str, start: int, near: int | None = None) -> Tag:
    """Answer the tag that begins at start, where "<" stands. Raises NotJsx.

    near is where the next blank line begins, if it is known.
    """
    if text.startswith(_MARKDOWN_SPACE, start + 1):
        raise NotJsx(None, start + 1)
    return _TagReader(text, start, _blank_line(text, start) if near is None else near).read()


def _blank_line(text: str, start: int) -> int:
    blank = _BLANK_LINE.search(text, start)
    return blank.start() if blank else len(text)


def _is_value(source: str) -> bool:
    return not is_nothing(source) and is_expression(source)


class _TagReader:
    def __init__(self, text: str, start: int, stop: int) -> None:
        self._text = text
        self._position = start + 1
        self._stop = stop
        """Where the blank line is that the tag may not reach."""

    def read(self) -> Tag:
        is_closing = self._take("/")
        name = "" if self._next() == ">" else self._read_name()
        attributes = []
        while (character := self._next()) not in {"/", ">"}:
            attributes.append(self._spread() if character == "{" else self._attribute())
        if is_closing and (attributes or character == "/"):
            self._refuse()
        is_alone = self._take("/")
        if not self._take(">"):
            self._refuse()
        kind: Kind = "closing" if is_closing else "alone" if is_alone else "opening"
        return Tag(kind, name, tuple(attributes), self._position)

    def _next(self) -> str:
        """Answer the next character behind white space, "" where the tag may not go on."""
        space = _SPACE.match(self._text, self._position, self._stop)
        self._position = space.end() if space else self._position
        return self._text[self._position] if self._position < self._stop else ""

    def _take(self, character: str) -> bool:
        is_there = self._next() == character
        self._position += is_there
        return is_there

    def _refuse(self) -> NoReturn:
        """Say which character is none that may stand there."""
        character = self._next()
        if character:
            raise NotJsx(BodyFault("mdx-unexpected-in-tag", character), self._position)
        raise NotJsx(BodyFault("mdx-unclosed-tag"), self._stop)

    def _part(self) -> str:
        self._next()
        part = _NAME.match(self._text, self._position, self._stop)
        if part is None:
            self._refuse()
        self._position = part.end()
        return part[0]

    def _read_name(self) -> str:
        name = self._part()
        if self._take(":"):
            return f"{name}:{self._part()}"
        while self._take("."):
            name = f"{name}.{self._part()}"
        return name

    def _attribute(self) -> Attribute:
        name = self._part()
        if self._take(":"):
            name = f"{name}:{self._part()}"
        if not self._take("="):
            return Attribute(name)
        if self._next() == "{":
            return Attribute(name, self._braces(_is_value))
        string = _STRING.match(self._text, self._position, self._stop)
        if string is None:
            self._refuse()
        self._position = string.end()
        lines = re.sub(r"\n\s*", "\n", string[0][1:-1])
        return Attribute(name, _REFERENCE.sub(lambda found: html.unescape(found[0]), lines))

    def _spread(self) -> Attribute:
        return Attribute("", self._braces(is_spread))

    def _braces(self, is_valid: Callable[[str], bool]) -> Expression:
        """Read an expression, which may go over blank lines."""
        found = read_expression(self._text, self._position, is_valid, self._stop)
        self._position = found.end
        if self._position > self._stop:
            self._stop = _blank_line(self._text, self._position)
        return found

"""Finding words in a text, and what stands there after they are replaced."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal

import regex

from editor.text.change import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

_SPACES: Final = " \u00a0\u202f"
_ANY_SPACE: Final = f"[{_SPACES}]"
_MARKS: Final = "[\u0300-\u036f]*"
_ESCAPE: Final = regex.compile(r"\\(g<\w+>|[0-9]{1,2}|.|$)", regex.DOTALL)
_ESCAPES: Final = {"n": "\n", "t": "\t", "\\": "\\"}
_LONGEST: Final = 2.0
"""Seconds that a regular expression may look at one text."""
_MOST_SIGNS: Final = 1000
"""Of a regular expression: to read a longer one may take seconds."""


class BadSearch(Exception):  # noqa: N818 - the answer to what the writer typed, not a programming error
    """A regular expression, or what is to stand in its place, cannot be used; detail tells what is wrong."""

    def __init__(self, reason: Literal["pattern", "replacement", "too-slow"], detail: str = "") -> None:
        super().__init__(reason, detail)
        self.reason = reason
        self.detail = detail


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for; is_pattern: words are a regular expression.

    Accents that are folded make no difference: "ete" finds "été". A space also finds a no-break space.
    """

    words: str
    match_case: bool = False
    whole_words: bool = False
    fold_accents: bool = False
    is_pattern: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """Where the words stand: Python indices from start to end."""

    start: int
    end: int


def matches(text: str, search: Search) -> tuple[Match, ...]:
    """Answer every place in text where what is looked for stands, in order; nothing is nowhere.

    Raises BadSearch.
    """
    return tuple(Match(*found.span()) for found in _found(text, search))


def replacements(text: str, search: Search, replacement: str) -> tuple[Edit, ...]:
    """Answer the edits that put replacement in the place of every match; those that change nothing left out.

    Of a pattern, \\1 or \\g<name> is what its group found. A no-break space that a space found stays.
    Raises BadSearch.
    """
    edits = []
    for found in _found(text, search):
        start, end = found.span()
        old = text[start:end]
        new = _expanded(text, found, replacement) if search.is_pattern else replacement
        new = _with_spaces_of(old, new)
        if new != old:
            edits.append(Edit(start, end, new))
    return tuple(edits)


def nearest(found: tuple[Match, ...], index: int, *, backwards: bool = False) -> int:
    """Answer which of found comes next from index (backwards: before it), going round; -1 for none."""
    if not found:
        return -1
    if backwards:
        before = [number for number, match in enumerate(found) if match.end <= index]
        return before[-1] if before else len(found) - 1
    return next((number for number, match in enumerate(found) if match.start >= index), 0)


def unaccented(text: str) -> str:
    """Answer text without accents, each character in its place; combining marks stay."""
    return text.translate(_BASES)


class _Bases(dict[int, int]):
    """The letter under each accented one; asked once for each character."""

    def __missing__(self, code: int) -> int:
        apart = unicodedata.normalize("NFD", chr(code))
        has_marks = len(apart) > 1 and all(map(unicodedata.combining, apart[1:]))
        self[code] = ord(apart[0]) if has_marks else code
        return self[code]


_BASES: Final = _Bases()


def _found(text: str, search: Search) -> Iterator[regex.Match[str]]:
    if not search.words:
        return
    pattern = _compiled(search)
    looked_at = unaccented(text) if search.fold_accents else text
    try:
        # concurrent: other threads go on meanwhile, the window among them.
        yield from pattern.finditer(looked_at, concurrent=True, timeout=_LONGEST)
    except TimeoutError:
        raise BadSearch("too-slow") from None


@lru_cache(maxsize=32)
def _compiled(search: Search) -> regex.Pattern[str]:
    words = unaccented(unicodedata.normalize("NFC", search.words)) if search.fold_accents else search.words
    if search.is_pattern and len(words) > _MOST_SIGNS:
        raise BadSearch("too-slow")
    source = _with_any_space(words) if search.is_pattern else _literal(words, search)
    if search.whole_words:
        source = rf"(?<!\w)(?:{source})(?!\w)"
    flags = regex.MULTILINE | (0 if search.match_case else regex.IGNORECASE)
    try:
        return regex.compile(source, flags)
    except (regex.error, RecursionError, OverflowError) as error:
        raise BadSearch("pattern", getattr(error, "msg", "")) from None


def _literal(words: str, search: Search) -> str:
    marks = _MARKS if search.fold_accents else ""
    return "".join(_ANY_SPACE if letter in _SPACES else regex.escape(letter) + marks for letter in words)


def _with_any_space(pattern: str) -> str:
    """Answer a regular expression whose spaces also find no-break spaces, outside of brackets."""
    parts, is_escaped, is_in_brackets = [], False, False
    for sign in pattern:
        is_space = sign == " " and not is_escaped and not is_in_brackets
        parts.append(_ANY_SPACE if is_space else sign)
        if not is_escaped:
            is_in_brackets = sign == "[" or (is_in_brackets and sign != "]")
        is_escaped = sign == "\\" and not is_escaped
    return "".join(parts)


def _expanded(text: str, found: regex.Match[str], replacement: str) -> str:
    """Answer a replacement with what the groups found, in the text: what was searched may be folded."""

    def meant(escape: regex.Match[str]) -> str:
        sign = escape[1]
        if sign in _ESCAPES:
            return _ESCAPES[sign]
        name = sign[2:-1] if sign.startswith("g<") else sign
        try:
            start, end = found.span(int(name) if name.isdigit() else name)
        except IndexError:
            raise BadSearch("replacement", escape[0]) from None
        return text[start:end] if start >= 0 else ""

    return _ESCAPE.sub(meant, replacement)


def _with_spaces_of(old: str, new: str) -> str:
    """Answer new with the no-break spaces of old, if both have as many spaces or the same sign at a space."""
    found = [letter for letter in old if letter in _SPACES]
    if sum(letter in _SPACES for letter in new) == len(found):
        spaces = iter(found)
        kinds = {i: next(spaces) for i, letter in enumerate(new) if letter in _SPACES}
    else:
        beside = {sign: letter for i, letter in enumerate(old) if letter in found for sign in _beside(old, i)}
        kinds = {i: beside[sign] for i in range(len(new)) for sign in _beside(new, i) if sign in beside}
    return "".join(kinds.get(i, letter) if letter == " " else letter for i, letter in enumerate(new))


def _beside(text: str, index: int) -> Iterator[tuple[str, bool]]:
    """Yield the punctuation at a space, and whether it comes after it."""
    for sign, is_after in ((text[index + 1 : index + 2], True), (text[:index][-1:], False)):
        if sign and not sign.isalnum():
            yield sign, is_after

"""How long an article is, as its reader sees it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from typing import TYPE_CHECKING, Final, NamedTuple

from editor.text.fences import fences_of
from editor.text.inline import HTML_TAG

if TYPE_CHECKING:
    from collections.abc import Callable

_WORDS_A_MINUTE: Final = 220  # silent reading of prose, French or English (Brysbaert 2019: 214 and 238)
_COMMENT: Final = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_DEFINITION: Final = re.compile(r"^[ ]{0,3}\[(?!\^)[^\]\n]+\]:[^\n]*$", re.MULTILINE)
_ADDRESS: Final = re.compile(r"\]\((?:[^()\n]|\([^()\n]*\))*\)|\]\[[^\]\n]*\]")
_FOOTNOTE: Final = re.compile(r"\[\^[^\]\s]+\]:?")
_ENTITY: Final = re.compile(r"&(?:[A-Za-z][A-Za-z0-9]*|#[0-9]+|#[xX][0-9A-Fa-f]+);")
_LINE_START: Final = re.compile(
    r"^(?:[ \t]*(?:>|[-+*](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)))*[ \t]*"
    r"(?:\[[ xX]\][ \t])?(?:#{1,6}(?=[ \t]|$))?[ \t]*",
    re.MULTILINE,
)
_TABLE_RULE: Final = re.compile(r"^[ \t|:-]*-[ \t|:-]*$", re.MULTILINE)
_MARKS: Final = re.compile(r"(?<!\\)(?:[*`~|]+|!?\[|\]|(?<!\w)_+|_+(?!\w))|\\(?=[!-/:-@\[-`{-~])")
_RUN: Final = re.compile(r"[^\s—–…]+")
_LETTER: Final = re.compile(r"\w")
# A full stop behind a single letter or a short title ends no sentence: M. Dupont, J. R. R. Tolkien, Dr. Who.
_SENTENCE_END: Final = re.compile(
    r"(?<!\b\w)(?<!\b(?:Dr|Mr|Ms|St|cf))(?<![.!?…]{2})(?:\.(?!\.)|[!?…]|\.{2,}+)++(?=[\s»”\"')\]]|$)"
)


@dataclass(frozen=True, slots=True)
class Statistics:
    """What the status bar counts of a body, Markdown's marks and code blocks left out."""

    words: int
    characters: int  # with spaces, without line ends
    sentences: int
    reading_minutes: int  # rounded up; 0 for an empty text


def statistics_of(body: str) -> Statistics:
    """Answer how long a Markdown body is.

    A word is what stands between white space, as word processors count: `l’éditeur` is one, so is
    `aujourd’hui`; the marks of French punctuation that spaces set apart are none.
    """
    paragraphs = [_counted(paragraph) for paragraph in _without_code(body).split("\n\n")]
    words = sum(paragraph.words for paragraph in paragraphs)
    return Statistics(
        words=words,
        characters=sum(paragraph.characters for paragraph in paragraphs),
        sentences=sum(paragraph.sentences for paragraph in paragraphs),
        reading_minutes=-(-words // _WORDS_A_MINUTE),
    )


class _Counts(NamedTuple):
    words: int
    characters: int
    sentences: int


@lru_cache(maxsize=8192)  # an article is counted again and again, and most of its paragraphs stay
def _counted(paragraph: str) -> _Counts:
    lines = [line for line in map(str.strip, _seen(paragraph).split("\n")) if line]
    return _Counts(
        sum(map(_words, lines)),
        sum(map(len, lines)),
        sum(map(_sentences, lines)),
    )


def _without_code(body: str) -> str:
    """Answer the text without its code blocks and comments."""
    parts: list[str] = []
    last = 0
    for fence in fences_of(body):
        parts.append(body[last : fence.opening.start])
        last = fence.closing.end if fence.closing is not None else len(body)
    parts.append(body[last:])
    return _COMMENT.sub("", "".join(parts))


def _seen(text: str) -> str:
    """Answer the text that a reader sees, more or less: this counts, it does not render."""
    removals: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
        (_DEFINITION, ""),
        (HTML_TAG, ""),
        (_ADDRESS, "]"),
        (_FOOTNOTE, ""),
        (_ENTITY, _character),
        (_TABLE_RULE, ""),
        (_LINE_START, ""),
        (_MARKS, ""),
    )
    for pattern, replacement in removals:
        text = pattern.sub(replacement, text)
    return text


def _character(entity: re.Match[str]) -> str:
    return unescape(entity[0])


def _words(line: str) -> int:
    return sum(_LETTER.search(run) is not None for run in _RUN.findall(line))


def _sentences(line: str) -> int:
    """Answer the sentences of a line; words without a mark at their end, as in a heading, are one too."""
    ends = [match.end() for match in _SENTENCE_END.finditer(line)]
    rest = line[ends[-1] if ends else 0 :]
    return len(ends) + (_LETTER.search(rest) is not None)

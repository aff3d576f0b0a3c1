"""What a writer types into the search field, as an expression of FTS5; nothing that is typed is a fault.

Words stand in any order; what is in quotes stands together; the last word may go on.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

_QUOTES: Final = '"“”«»„'
_TERM: Final = re.compile(
    rf"(?P<quoted>[{_QUOTES}])(?P<phrase>[^{_QUOTES}]*)(?P<closed>[{_QUOTES}]?)|(?P<word>[^\s{_QUOTES}]+)"
)
_NEVER_WRITTEN: Final = re.compile(r"[\0-\x1f\ud800-\udfff]")
SHORTEST_BEGINNING: Final = 3
"""Letters of a word's beginning that is searched; shorter ones begin too many words."""
_MOST_TERMS: Final = 20
_IDEOGRAPH: Final = "\u2e80"
"""From here on a single character tells much."""


@dataclass(frozen=True, slots=True)
class Term:
    """Words that stand together; with is_beginning the last of them may go on."""

    words: str
    is_beginning: bool = False


def terms_of(typed: str) -> tuple[Term, ...]:
    """Answer what is looked for."""
    text = _NEVER_WRITTEN.sub(" ", typed)
    found = list(_TERM.finditer(text))[:_MOST_TERMS]
    return tuple(
        Term(words, is_beginning=match.end() == len(text) and not match["closed"] and _is_telling(words))
        for match in found
        if (words := (match["phrase"] or match["word"] or "").strip())
    )


def expression_of(typed: str, has_words: Callable[[str], bool]) -> str:
    """Answer the expression of what is typed, "" where it has no word.

    has_words tells whether FTS5 finds a word in a text.
    """
    terms = [term for term in terms_of(typed) if has_words(term.words)]
    return " AND ".join(_quoted(term.words) + (" *" if term.is_beginning else "") for term in terms)


def _is_telling(words: str) -> bool:
    last = re.split(r"\W+", words)[-1]
    return len(last) >= SHORTEST_BEGINNING or last[:1] >= _IDEOGRAPH


def _quoted(words: str) -> str:
    return '"' + words.replace('"', '""') + '"'

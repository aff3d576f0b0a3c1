"""Addresses that only show once a text is read: after a letter, between brackets, in the rest of something.

The rules are those of mdast-util-gfm-autolink-literal, in its newest version for remark, and in the version
that Sätteri follows for Astro 7.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Final

from editor.text.characters import JAVASCRIPT_SPACE, is_punctuation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from editor.text.characters import PunctuationTest

_TRIGGER: Final = re.compile(r"@|://|www\.", re.IGNORECASE)
_ADDRESS_END: Final = "!\"&'),.:;<>?]}"


@dataclass(frozen=True, slots=True)
class FoundAddress:
    """An address in a text, where it leads, and where the search goes on after it."""

    start: int
    shown: str
    target: str
    next: int

    @property
    def end(self) -> int:
        """Where the address stops."""
        return self.start + len(self.shown)


_Finder = Callable[[re.Match[str]], FoundAddress | None]
Pattern = tuple[re.Pattern[str], _Finder]


def _is_domain(domain: str) -> bool:
    """Whether the last two labels, where they are not empty, have a letter and no underscore."""
    labels = domain.split(".")
    checked = [label for label in labels[-2:] if label]
    return len(labels) > 1 and all("_" not in label and re.search(r"[0-9A-Za-z]", label) for label in checked)


def _without_end(address: str) -> str:
    """The address without the punctuation behind it, but with the parentheses that it opens."""
    kept = address.rstrip(_ADDRESS_END)
    rest = address[len(kept) :]
    opened, closed = kept.count("("), kept.count(")")
    while opened > closed and (place := rest.find(")")) >= 0:
        kept, rest = kept + rest[: place + 1], rest[place + 1 :]
        closed += 1
    return kept


def _may_follow(text: str, start: int, is_punctuation: PunctuationTest) -> bool:
    return not start or text[start - 1] in JAVASCRIPT_SPACE or is_punctuation(text[start - 1])


def _web(match: re.Match[str], *, is_punctuation: PunctuationTest, is_strict: bool) -> FoundAddress | None:
    is_bare = match[1][0] in "wW"
    domain = match[1] + match[2] if is_bare else match[2]
    if not _may_follow(match.string, match.start(), is_punctuation) or not _is_domain(domain):
        return None
    if is_strict and is_punctuation(domain[0]):
        return None
    kept = _without_end(domain + match[3])
    if not kept:
        return None
    shown = kept if is_bare else match[1] + kept
    return FoundAddress(match.start(), shown, f"http://{shown}" if is_bare else shown, match.end())


def _ends_in_letter(host: str) -> bool:
    return host[-1] not in "0123456789-_"


def _mail_after_mark(match: re.Match[str], *, is_punctuation: PunctuationTest) -> FoundAddress | None:
    """A mail address from the first place on where one may begin."""
    text, start, at_sign = match.string, match.start(), match.end(1)
    while start < at_sign and (
        text[start - 1 : start] == "/" or not _may_follow(text, start, is_punctuation)
    ):
        start += 1
    if start == at_sign or not _ends_in_letter(match[2]):
        return None
    shown = text[start : match.end()]
    return FoundAddress(start, shown, f"mailto:{shown}", match.end())


def _mail(match: re.Match[str]) -> FoundAddress | None:
    if not _ends_in_letter(match[2]):
        return None
    target = match[0] if match[0].startswith("mailto:") else f"mailto:{match[0]}"
    return FoundAddress(match.start(), match[0], target, match.end())


def _chat(match: re.Match[str]) -> FoundAddress | None:
    """An address of XMPP, whose resource ends in a letter."""
    resource = match[3] or ""
    is_cut = match.string[match.end() : match.end() + 1] == "@"
    if not _ends_in_letter(match[2]) or (resource and (is_cut or not resource[-1].isalpha())):
        return None
    return FoundAddress(match.start(), match[0], match[0], match.end())


def satteri_patterns(is_punctuation: PunctuationTest) -> Sequence[Pattern]:
    """What Astro 7 looks for."""
    web = re.compile(r"(https?://|www(?=\.))([-.\w]+)([^ \t\r\n]*)", re.IGNORECASE | re.ASCII)
    mail = re.compile(r"(?<![-.\w+])([-.\w+]+)@([-\w]+(?:\.[-\w]+)+)", re.ASCII)
    return (
        (web, partial(_web, is_punctuation=is_punctuation, is_strict=False)),
        (mail, partial(_mail_after_mark, is_punctuation=is_punctuation)),
    )


def remark_patterns(is_punctuation: PunctuationTest) -> Sequence[Pattern]:
    """What remark looks for."""
    web = re.compile(
        r"(?<![0-9a-z])(https?://|www(?=\.))([\w-]*\.[\w\-.]*)([^\t\n\r ]*)", re.IGNORECASE | re.ASCII
    )
    mail = r"([\w+\-.]+)@([\w-]+(?:\.[\w-]+)+)"
    chat = re.compile(rf"(?<![\w+\-.@])xmpp:{mail}(/(?:[\w\-/]|\.(?=[0-9A-Za-z]))*)?", re.ASCII)
    named = re.compile(rf"(?<![\w+\-.@])mailto:{mail}", re.ASCII)
    schemes = ("mailto:", "xmpp:")
    unnamed = "".join(rf"(?<!\A{scheme})(?<![^0-9@A-Za-z]{scheme})" for scheme in schemes)
    bare = re.compile(rf"(?<![\w+\-.]){unnamed}{mail}", re.ASCII)
    return (
        (web, partial(_web, is_punctuation=is_punctuation, is_strict=True)),
        (chat, _chat),
        (named, _mail),
        (bare, _mail),
    )


def _addresses(text: str, pattern: Pattern) -> Iterator[FoundAddress]:
    expression, address_of = pattern
    position = 0
    while match := expression.search(text, position):
        address = address_of(match)
        if address:
            yield address
        position = address.next if address else match.start() + 1


def _split(text: str, pattern: Pattern) -> Iterator[str | FoundAddress]:
    """Yield the text in pieces, the addresses and what is between them."""
    position = 0
    for address in _addresses(text, pattern):
        yield text[position : address.start]
        yield address
        yield text[address.end : address.next]
        position = address.next
    yield text[position:]


def split_at_addresses(text: str, patterns: Sequence[Pattern]) -> list[str | FoundAddress]:
    """Answer the text in pieces, the addresses and what is between them.

    An address counts its place from the start of the piece in which it was found.
    """
    pieces: list[str | FoundAddress] = [text]
    if _TRIGGER.search(text):
        for pattern in patterns:
            split = [_split(piece, pattern) if isinstance(piece, str) else (piece,) for piece in pieces]
            pieces = list(chain.from_iterable(split))
    return [piece for piece in pieces if piece]


def addresses_in(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of the addresses that Astro 7 finds in a text."""
    position = 0
    for piece in split_at_addresses(text, _NEWEST):
        if isinstance(piece, str):
            position += len(piece)
        else:
            yield position, position + len(piece.shown)
            position += len(piece.shown)


_NEWEST: Final = satteri_patterns(is_punctuation)

"""The typography of French articles: no-break spaces, quotes, apostrophes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from editor.blog.checks.text_findings import TextFinding
from editor.text.change import Edit
from editor.text.french_spaces import FULL, missing_spaces

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editor.blog.blog import Blog
    from editor.blog.checks.body import Body
    from editor.blog.checks.text_findings import TextRemedy
    from editor.text.prose import Prose

_QUOTE: Final = re.compile(r'(?<!\d)"')
_OPENS: Final = re.compile(r"(?:^|[\s\0(\[*_—–-]|[’'])$")
_APOSTROPHE: Final = re.compile(r"(?<=\w)'(?=\w)")
_OPENING, _CLOSING = f"«{FULL}", f"{FULL}»"


def typography_findings(body: Body, language: str) -> Iterator[TextFinding]:
    """Yield what the typography of an article in language (such as "fr" or "fr-CA") lacks, if it is French.

    Each is one finding for the whole article, at its first place; its repair mends all of them. What the
    blog's own smart punctuation does is left to it: it makes ’ of apostrophes, but “ ” of straight quotes.
    """
    if language.lower().partition("-")[0].partition("_")[0] != "fr":
        return
    is_canadian = language.lower()[3:] == "ca"
    # One text, so that one habit counts; the paragraphs stay where they are.
    text = _together(body.prose, len(body.text))
    yield from _finding("no-break-spaces", missing_spaces(text, is_canadian=is_canadian), "spaces", body)
    quotes = [edit for paragraph in body.prose for edit in _quotes(paragraph)]
    yield from _finding("straight-quotes", quotes, "guillemets", body)
    if not curls_punctuation(body.blog):
        edits = [Edit(found.start(), found.end(), "’") for found in _APOSTROPHE.finditer(text)]
        yield from _finding("straight-apostrophes", edits, "apostrophes", body)


def curls_punctuation(blog: Blog) -> bool:
    """Whether the blog makes curly quotes and apostrophes of straight ones by itself."""
    if blog.dialect == "python-markdown":
        return any(extension.name.rpartition(".")[2] == "smarty" for extension in blog.extensions)
    return blog.smart_punctuation


def _finding(rule: str, edits: list[Edit], remedy: TextRemedy, body: Body) -> Iterator[TextFinding]:
    if edits:
        start = body.start
        placed = tuple(Edit(start + edit.start, start + edit.end, edit.replacement) for edit in edits)
        yield TextFinding(
            rule, "note", placed[0].start, {"count": str(len(edits))}, repair=placed, remedy=remedy
        )


def _quotes(paragraph: Prose) -> Iterator[Edit]:
    """Yield the edits that make guillemets of the straight quotes of a paragraph that are plain pairs."""
    text = paragraph.text
    places = [found.start() for found in _QUOTE.finditer(text)]
    for opening, closing in zip(places[::2], places[1::2], strict=False):
        is_pair = _OPENS.search(text[:opening][-1:]) and not text[closing + 1 : closing + 2].isalnum()
        if is_pair and closing > opening + 1:
            for place, mark in ((opening, _OPENING), (closing, _CLOSING)):
                yield Edit(paragraph.start + place, paragraph.start + place + 1, mark)


def _together(prose: tuple[Prose, ...], length: int) -> str:
    """Answer a text as long as the body that holds its prose, and NULs for all else."""
    parts, end = [], 0
    for paragraph in prose:
        parts += ["\0" * (paragraph.start - end), paragraph.text]
        end = paragraph.start + len(paragraph.text)
    return "".join([*parts, "\0" * (length - end)])

"""Where a front matter begins and ends: Astro's rule (@astrojs/internal-helpers, frontmatter.ts).

Other generators take an object of JSON too, which for Astro is part of the body: who asks says whether it
counts (takes_json).
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Literal

JAVASCRIPT_SPACE = r"[\t-\r \xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]"
OPENING = re.compile(rf"(?:\ufeff?|{JAVASCRIPT_SPACE}*\n)(---|\+\+\+)")
REST_OF_LINE = re.compile(r"[ \t]*(?:\n|\Z)")
LIKE_A_KEY = re.compile(r"[ \t]*\n(?:[ \t]*(?:#.*)?\n)*[\w\"'][\w \"'.-]*[:=](?:\s|\Z)")

JSON_OPENING = re.compile(r"\{(?=\s*\")")
JSON_CLOSING = re.compile(r"^\}[ \t]*$", re.MULTILINE)
MOST_JSON = 100_000
"""Characters in which an object of JSON must end to be a front matter."""

Format = Literal["yaml", "toml", "json", "none"]
FORMATS: dict[str, Format] = {"---": "yaml", "+++": "toml"}


@dataclass(frozen=True, slots=True)
class Fences:
    """A front matter's place in the text: its source's start and end, and where the closing line ends."""

    format: Format
    start: int
    stop: int
    end: int
    is_mixed: bool
    """Whether the closing fence is of the other kind: Astro reads such a front matter and shows it too."""


@dataclass(frozen=True, slots=True)
class Parts:
    """A text's front matter with its fences, and the rest; both together are the text."""

    head: str
    body: str


def find_fences(text: str, *, takes_json: bool = False) -> Fences | None:
    """Answer the place of the front matter; the first line that begins with a fence closes it.

    None where text has none, or one that is never closed: it is all body then. With takes_json an object
    that begins the text and ends on a line of its own is one too.
    """
    if takes_json and JSON_OPENING.match(text):
        return _json_fences(text)
    opening = OPENING.match(text)
    if opening is None:
        return None
    start = opening.end()
    dashes = text.find("\n---", start)
    pluses = text.find("\n+++", start, dashes if dashes >= 0 else len(text))
    stop = (pluses if pluses >= 0 else dashes) + 1
    if not stop:
        return None
    fence = stop + 3
    rest = REST_OF_LINE.match(text, fence)
    is_mixed = text[stop:fence] != opening[1]
    return Fences(FORMATS[opening[1]], start, stop, rest.end() if rest else fence, is_mixed)


def _json_fences(text: str) -> Fences | None:
    """Answer the place of an object; one that cannot be read ends at the first brace at a line's start."""
    try:
        _, stop = json.JSONDecoder().raw_decode(text[:MOST_JSON])
    except (ValueError, RecursionError):
        closing = JSON_CLOSING.search(text, 0, MOST_JSON)
        if closing is None:
            return None
        stop = closing.start() + 1
    rest = REST_OF_LINE.match(text, stop)
    return Fences("json", 0, stop, rest.end(), is_mixed=False) if rest else None


def split(text: str, *, takes_json: bool = False) -> Parts:
    """Answer the front matter with its fences and the body that the blog renders; takes_json as above."""
    fences = find_fences(text, takes_json=takes_json)
    end = fences.end if fences and not fences.is_mixed else 0
    return Parts(text[:end], text[end:])


def unclosed_fence(text: str) -> int | None:
    """Answer where the fence stands that opens a front matter and has no closing one.

    None where what follows does not look like a key: then it is a rule drawn above the text.
    """
    opening = OPENING.match(text)
    if opening is None or not LIKE_A_KEY.match(text, opening.end()):
        return None
    return opening.start(1)

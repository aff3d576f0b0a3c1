"""Which files a collection's patterns take: Astro's glob(), that is tinyglobby over picomatch."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final, TypeAlias

from editor.blog.schemas.braces import expanded

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST: Final = 2_000
"""Characters of a pattern; a longer one takes no file."""
_DEEPEST: Final = 64
"""Folders of a pattern; one with more takes no file."""
_MAGIC: Final = re.compile(r"[*?\[\](){}!+@|\\]")
_MOST_GROUPS: Final = 4
_ENDING: Final = re.compile(r"\.[^\\/.]+")
_CLASS: Final = re.compile(r"(?P<not>[!^]?)(?P<inside>(?:\[:\w+:\]|[^\]/])+)\]")
_CLASSES: Final = {
    "alnum": "a-zA-Z0-9",
    "alpha": "a-zA-Z",
    "digit": "0-9",
    "lower": "a-z",
    "upper": "A-Z",
    "word": "A-Za-z0-9_",
    "space": r" \t\r\n\v\f",
}


@dataclass(frozen=True, slots=True)
class _Any:
    """Any number of folders: **."""


_Part: TypeAlias = re.Pattern[str] | _Any


def is_taken(name: str, patterns: tuple[str, ...]) -> bool:
    """Whether patterns take a file, whose name is its path from their base with slashes.

    One must take it, and none that begins with ! may take it or a folder that it lies in. What begins with a
    dot is taken by a pattern that begins with a dot in its place only.
    """
    parts = tuple(name.split("/"))
    folders = [parts[:length] for length in range(1, len(parts) + 1)]
    taking, refusing = _sides(patterns)
    if any(_matches(compiled, folder) for compiled in refusing for folder in folders):
        return False
    return any(_matches(compiled, parts) for compiled in taking)


def fixed_folder(patterns: tuple[str, ...]) -> str:
    """Answer the deepest folder below the base that holds all that patterns take, "" for the base itself."""
    folders = []
    for pattern in patterns:
        if not _is_refusing(pattern):
            folders += [_fixed_parts(piece) for piece in expanded(pattern[:_LONGEST])]
    if not folders or not all(folders):
        return ""
    return "/".join(posixpath.commonprefix(folders))


def _fixed_parts(pattern: str) -> list[str]:
    fixed: list[str] = []
    for part in posixpath.normpath(pattern).split("/")[:-1]:
        if _MAGIC.search(part):
            break
        fixed.append(part)
    return fixed


@lru_cache(maxsize=256)
def _sides(patterns: tuple[str, ...]) -> tuple[tuple[tuple[_Part, ...], ...], tuple[tuple[_Part, ...], ...]]:
    """Answer the compiled patterns that take, and those that refuse."""
    taking: list[tuple[_Part, ...]] = []
    refusing: list[tuple[_Part, ...]] = []
    for pattern in patterns:
        if len(pattern) > _LONGEST or not pattern:
            continue
        if _is_refusing(pattern):
            if not _is_refusing(pattern[1:]):
                refusing += _compiled(pattern[1:])
        else:
            taking += _compiled(pattern)
    return tuple(taking), tuple(refusing)


def _is_refusing(pattern: str) -> bool:
    return pattern.startswith("!") and not pattern.startswith("!(")


def _compiled(pattern: str) -> Iterator[tuple[_Part, ...]]:
    for piece in expanded(pattern):
        if piece.startswith("**") and "/" not in piece:
            piece = f"**/{piece[1:]}"  # picomatch's: two stars at the beginning go through folders too
        parts = _split(posixpath.normpath(piece))
        if len(parts) <= _DEEPEST:
            yield tuple(
                _Any() if part == "**" else re.compile(_expression(part), re.DOTALL) for part in parts
            )


def _split(pattern: str) -> list[str]:
    """Answer the parts of a pattern between slashes; a slash within parentheses stays."""
    parts, depth = [""], 0
    for character in pattern:
        depth += (character == "(") - (character == ")" and depth > 0)
        if character == "/" and not depth:
            parts.append("")
        else:
            parts[-1] += character
    return parts


def _matches(pattern: tuple[_Part, ...], parts: tuple[str, ...]) -> bool:
    """Whether the parts of a path match; a row of answers for each part keeps this quick for any pattern."""
    reached = {0}
    reached |= _past_any(pattern, reached)
    for part in parts:
        following = set()
        for place in reached:
            if place == len(pattern):
                continue
            wanted = pattern[place]
            if isinstance(wanted, _Any):
                if not part.startswith("."):
                    following.add(place)
            elif wanted.fullmatch(part):
                following.add(place + 1)
        reached = following | _past_any(pattern, following)
    return len(pattern) in reached


def _past_any(pattern: tuple[_Part, ...], reached: set[int]) -> set[int]:
    """Answer the places that are reached as well because ** may stand for nothing."""
    more = set()
    for place in reached:
        end = place
        while end < len(pattern) and isinstance(pattern[end], _Any):
            end += 1
            more.add(end)
    return more


def _expression(part: str) -> str:
    """Answer the regular expression of one part of a path; one that nothing matches for a part too odd."""
    inside = part[part.find("(") : part.rfind(")") + 1]
    if inside.count("(") > _MOST_GROUPS or inside.count("*") > _MOST_GROUPS:
        return r"(?!)"
    is_guarded = part.startswith(("*", "?")) and not part.startswith(("*(", "?("))
    return (r"(?!\.)" if is_guarded else "") + _Expression(part).read()


class _Expression:
    """A part of a pattern as a regular expression whose search takes no longer than the part is long."""

    def __init__(self, part: str) -> None:
        self._part = part
        self._place = 0

    def read(self, closing: str = "") -> str:
        """Answer the expression up to closing."""
        runs = [""]
        while self._place < len(self._part) and self._part[self._place] not in closing:
            character = self._part[self._place]
            if character == "*" and self._part[self._place + 1 : self._place + 2] != "(":
                runs.append("")
                self._place += 1
            else:
                runs[-1] += self._next()
        first, *others = runs
        if not others:
            return first
        # As fnmatch does: what stands between two stars is right where it is found first.
        return first + "".join(f"(?>.*?{run})" for run in others[:-1] if run) + f".*{others[-1]}"

    def _next(self) -> str:
        character = self._part[self._place]
        self._place += 1
        if character == "(":
            self._place -= 1
            return self._group("@")
        if self._part[self._place : self._place + 1] == "(" and character in "!?*+@":
            return self._group(character)
        if character == "?":
            return "."
        if character == "[":
            return self._class()
        if character == "\\" and self._place < len(self._part):
            character = self._part[self._place]
            self._place += 1
        return re.escape(character)

    def _group(self, kind: str) -> str:
        start = self._place
        self._place += 1
        options = [self.read("|)")]
        while self._part[self._place : self._place + 1] == "|":
            self._place += 1
            options.append(self.read("|)"))
        if self._part[self._place : self._place + 1] != ")":
            self._place = start + 1
            return {"*": ".*", "?": "."}.get(kind, re.escape(kind)) + re.escape("(")
        self._place += 1
        either = "|".join(options)
        if kind == "!":
            rest = self._part[self._place :]
            end = "" if rest else "$"
            if "*" in self._part[start : self._place] and _ENDING.fullmatch(rest):
                end = re.escape(rest)
            return f"(?!(?:{either}){end}).*"
        return f"(?:{either})" + {"@": "", "?": "?", "*": "*+", "+": "++"}[kind]

    def _class(self) -> str:
        match = _CLASS.match(self._part, self._place)
        if match is None:
            return re.escape("[")
        self._place = match.end()
        inside = re.sub(r"[\\\[&~|^]", r"\\\g<0>", match["inside"])
        inside = re.sub(r"\\\[:(\w+):\]", lambda name: _CLASSES.get(name[1], ""), inside)
        expression = f"[{'^' if match['not'] else ''}{inside}]"
        literal = re.escape(f"[{match[0]}")
        try:
            re.compile(expression)
        except re.error:
            return literal
        return expression if match["not"] else f"(?:{literal}|{expression})"

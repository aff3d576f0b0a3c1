"""All safe repairs of an article, one after the other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor.blog.checks.checking import MOST_PROBLEMS, check
from editor.text.change import apply_edits

if TYPE_CHECKING:
    from pathlib import Path

    from editor.blog.blog import Blog
    from editor.blog.problems import Problem
    from editor.blog.schemas.guide import Guide


@dataclass(frozen=True, slots=True)
class Repaired:
    """An article's text after its repairs, the problems that are mended by them, and those that are left.

    A mended problem stands where it stood when its turn came.
    """

    text: str
    mended: tuple[Problem, ...]
    left: tuple[Problem, ...]


def repaired(text: str, path: Path | None, blog: Blog, guide: Guide) -> Repaired:
    """Answer what becomes of an article by the safe repairs; the arguments are those of check."""
    mended: list[Problem] = []
    seen: set[str] = set()
    while True:
        problems = check(text, path, blog, guide)
        problem = next((it for it in problems if it.repair), None)
        if problem is None or text in seen or len(mended) == MOST_PROBLEMS:
            return Repaired(text, tuple(mended), problems)
        seen.add(text)
        mended.append(problem)
        text = apply_edits(text, problem.repair)

"""A blog on the disk, and the check of an article of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pytest

from editor.blog.blog import Blog
from editor.blog.checks.checking import check
from editor.blog.schemas.guide import Collection, Guide, Usage
from editor.text.change import apply_edits

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from editor.blog.problems import Problem
    from editor.blog.schemas.shapes import SchemaField


@dataclass
class Desk:
    """Checks front matters of an article that lies in the collection of a blog."""

    blog: Blog
    path: Path
    guide: Guide

    def with_schema(
        self, *rules: SchemaField, is_strict: bool = False, source: str = "content.config.ts"
    ) -> Desk:
        collection = Collection(
            "blog",
            self.path.parent,
            fields=rules,
            has_schema=True,
            are_others_refused=is_strict,
            sources=(source,),
        )
        return replace(self, guide=replace(self.guide, collection=collection))

    def with_entries(self, entries: Mapping[str, tuple[str, ...]]) -> Desk:
        return replace(self, guide=replace(self.guide, entries=entries))

    def with_usage(self, usage: Usage) -> Desk:
        return replace(self, guide=replace(self.guide, usage=usage))

    def problems(self, head: str) -> tuple[Problem, ...]:
        return self.problems_of(f"---\n{head}\n---\nBody\n")

    def problems_of(self, text: str) -> tuple[Problem, ...]:
        found = check(text, self.path, self.blog, self.guide)
        for problem in found:
            assert 0 <= problem.line <= text.count("\n")
            assert 0 <= problem.column <= len(text.split("\n")[problem.line])
            assert bool(problem.repair) == bool(problem.remedy)
        return found

    def rules(self, head: str) -> list[str]:
        return [problem.rule for problem in self.problems(head)]

    def only(self, head: str) -> Problem:
        (problem,) = self.problems(head)
        return problem

    def repaired(self, head: str) -> str:
        """Answer the front matter after the repair of its only problem, "" where it has none."""
        text = f"---\n{head}\n---\nBody\n"
        (problem,) = self.problems(head)
        if not problem.repair:
            return ""
        mended = apply_edits(text, problem.repair)
        assert mended.endswith("\n---\nBody\n")
        return mended.removeprefix("---\n").removesuffix("\n---\nBody\n")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Answer a desk in an Astro blog without a schema."""
    content = tmp_path / "src" / "content" / "blog"
    content.mkdir(parents=True)
    (tmp_path / "public").mkdir()
    blog = Blog(tmp_path, "astro", "astro", (content,), tmp_path / "public", (), tmp_path / "src")
    return Desk(blog, content / "été.md", Guide())

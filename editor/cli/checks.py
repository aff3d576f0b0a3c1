"""The command check: what is wrong in articles, and the safe repairs of it."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from editor.article.files import read_file, write_file
from editor.article.source import decode, encode
from editor.assignments import json_of
from editor.blog.blog import find_blog
from editor.blog.checks.blog_review import BlogReview
from editor.blog.checks.repairing import Repaired, repaired
from editor.blog.schemas.known import Known
from editor.cli.commands import DONE, NO_ARTICLE, articles_at
from editor.cli.refusals import REFUSALS, REFUSED, complain
from editor.cli.sarif import sarif_of
from editor.export.anchors import PageAnchors
from editor.problem_words import field_name, reason, repair_words, sentence

if TYPE_CHECKING:
    import argparse
    from collections.abc import Collection

    from editor.article.values import Value
    from editor.blog.problems import Problem


@dataclass(slots=True)
class _Report:
    """What was found in all articles so far."""

    articles: int = 0
    found: list[tuple[Path, Problem, bool]] = field(default_factory=list)
    """File, problem, and whether it is mended."""

    def count(self, severity: str) -> int:
        """Answer how many problems of a severity are left."""
        return sum(problem.severity == severity and not is_mended for _, problem, is_mended in self.found)

    def add(self, file: Path, found: Repaired, without: Collection[str]) -> None:
        """Take what was found in an article, but for the rules without."""
        self.articles += 1
        for problems, is_mended in ((found.mended, True), (found.left, False)):
            self.found += ((file, it, is_mended) for it in problems if it.rule not in without)

    @property
    def mended(self) -> int:
        """How many problems are mended."""
        return sum(is_mended for _, _, is_mended in self.found)


def check_articles(options: argparse.Namespace) -> int:
    """Print the problems of articles, and with --fix make their safe repairs."""
    report = _Report()
    code = DONE
    for path in options.paths:
        files = [file for file, _ in articles_at(path)]
        if not files:
            code = complain(NO_ARTICLE, path)
            continue
        blog = find_blog(path)
        reviews = BlogReview(blog, Known(), date.today(), anchors=PageAnchors(blog))
        for file in files:
            try:
                found = _checked(file, reviews, fixes=options.fix)
            except REFUSALS as error:
                code = complain(error, file)
                continue
            report.add(file, found, options.without)
    sys.stdout.write(_written(report, options))
    return REFUSED if report.count("error") else code


def _checked(file: Path, reviews: BlogReview, *, fixes: bool) -> Repaired:
    """Answer the problems of an article; with fixes, its file holds the repaired text then."""
    data = read_file(file)
    source = decode(data)
    place = Path(os.path.abspath(file))  # noqa: PTH100 - as find_blog does: ".." goes, links stay
    if fixes:
        found = repaired(source.text, place, reviews.blog, reviews.guide_of(place))
        if found.mended:
            write_file(file, encode(source, found.text), data)
            return replace(found, left=reviews.review(found.text, place))
    return Repaired(source.text, (), reviews.review(source.text, place))


def _written(report: _Report, options: argparse.Namespace) -> str:
    if options.sarif:
        left = [(file, problem) for file, problem, is_mended in report.found if not is_mended]
        return json_of(sarif_of(left)) + "\n"
    return json_of(_json(report, fixes=options.fix)) + "\n" if options.json else _text(report)


def _json(report: _Report, *, fixes: bool) -> list[Value]:
    return [
        {
            "rule": problem.rule,
            "severity": problem.severity,
            "file": str(file),
            "line": problem.line + 1,
            "column": problem.column + 1,
            "field": field_name(problem),
            "message": sentence(problem),
            "reason": reason(problem.rule),
            "repair": bool(problem.repair),
            **({"fixed": is_mended} if fixes else {}),
        }
        for file, problem, is_mended in report.found
    ]


def _text(report: _Report) -> str:
    lines = [_line(file, problem, is_mended=is_mended) for file, problem, is_mended in report.found]
    counts = [_counted(report.count("error"), "error"), _counted(report.count("warning"), "warning")]
    if report.count("note"):
        counts.append(_counted(report.count("note"), "note"))
    if report.mended:
        counts.append(f"{report.mended} fixed")
    return "".join(lines) + f"{_counted(report.articles, 'article')} checked: {', '.join(counts)}\n"


def _line(file: Path, problem: Problem, *, is_mended: bool) -> str:
    place = f"{file}:{problem.line + 1}:{problem.column + 1}"
    if is_mended:
        return f"{place}: fixed [{problem.rule}] {sentence(problem)} Done: {repair_words(problem)}.\n"
    return f"{place}: {problem.severity} [{problem.rule}] {sentence(problem)}\n"


def _counted(count: int, name: str) -> str:
    return f"{count} {name}" if count == 1 else f"{count} {name}s"

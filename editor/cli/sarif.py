"""Problems as SARIF 2.1.0, which services of continuous integration show at the lines they are about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from editor import __version__
from editor.problem_words import reason, sentence

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from editor.article.values import Value
    from editor.blog.problems import Problem

_SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def sarif_of(found: Sequence[tuple[Path, Problem]]) -> dict[str, Value]:
    """Answer the log of one run; files are named as they are given, relative ones from where it is run.

    Lines and columns count from 1, columns in code points (OASIS, SARIF 2.1.0, 3.30).
    """
    rules = sorted({problem.rule for _, problem in found})
    told: list[Value] = [{"id": rule, "shortDescription": {"text": reason(rule)}} for rule in rules]
    results: list[Value] = [_result(file, problem, rules.index(problem.rule)) for file, problem in found]
    run: dict[str, Value] = {
        "tool": {"driver": {"name": "Article Editor", "version": __version__, "rules": told}},
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _result(file: Path, problem: Problem, rule: int) -> dict[str, Value]:
    region: dict[str, Value] = {"startLine": problem.line + 1, "startColumn": problem.column + 1}
    place: dict[str, Value] = {"artifactLocation": {"uri": _uri(file)}, "region": region}
    return {
        "ruleId": problem.rule,
        "ruleIndex": rule,
        "level": problem.severity,
        "message": {"text": sentence(problem)},
        "locations": [{"physicalLocation": place}],
    }


def _uri(file: Path) -> str:
    return file.as_uri() if file.is_absolute() else quote(file.as_posix())

"""Problems against Zod's own verdicts, which tests/judges/problems.py keeps in an example file.

What Zod accepts is never called an error, but where Astro makes something else of it; what it refuses is
found, but where its schema does not tell why, or the check would rather say nothing than something wrong.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest

from editor.blog.schemas.json_schema import read_collection_schema

if TYPE_CHECKING:
    from tests.blog.checks.conftest import Desk

EXAMPLES: Final[dict[str, Any]] = json.loads(
    (Path(__file__).parents[2] / "examples" / "checks" / "zod.json").read_text("utf-8")
)
TRAPS: Final = frozenset({"empty-date", "number-date", "rolled-over-date", "ambiguous-date", "cut-value"})
UNTOLD: Final = (
    *(".set(", ".jwt(", ".emoji(", "stringbool", ".pipe(", ".and(z.string()", ".refine(", "z.date()"),
    *(".cuid2(", "toLowerCase", ".trim()", "email", "httpUrl", "coerce.date", ".tuple(", ".record(", ".iso."),
)
"""Schemas whose JSON Schema is weaker than they are, or may be."""
UNCERTAIN: Final = frozenset(
    {"|-\n  one\n  two", ">\n  one two", "🌞", "🌞🌞🌞", "' 5 '", "' abc '", ".nan", ".inf", "1e21"}
    | {"9007199254740993"}
)
"""Values on which flags of patterns, trimming, versions of Zod or kinds of numbers decide."""


@pytest.mark.parametrize("example", EXAMPLES["schemas"], ids=lambda example: example["code"])
def test_problems_are_what_zod_finds(desk: Desk, example: dict[str, Any]) -> None:
    group = read_collection_schema(json.dumps(example["json"]))
    desk = desk.with_schema(*group.fields, is_strict=group.are_others_refused, source="schema.json")
    wrong: list[str] = []
    missed: list[str] = []
    for value, verdict in zip(EXAMPLES["values"], example["verdicts"], strict=True):
        found = desk.problems(f"key: {value}")
        errors = [problem.rule for problem in found if problem.severity == "error"]
        if verdict == "?":
            assert errors
        elif verdict == "+" and not TRAPS.issuperset(errors):
            wrong.append(f"{value!r} {errors}")
        elif verdict == "-" and not found and value not in UNCERTAIN:
            missed.append(value)
    assert wrong == []
    if not any(part in example["code"] for part in UNTOLD):
        assert [value for value in missed if not _is_only_of_case(desk, value)] == []


def _is_only_of_case(desk: Desk, value: str) -> bool:
    """Whether a pattern may take the value for small letters, if it has the flag for that."""
    rules = desk.guide.collection.fields if desk.guide.collection else ()
    return any("pattern='^" in repr(rule.shape) for rule in rules) and value != value.lower()

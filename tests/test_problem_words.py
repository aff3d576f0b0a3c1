"""Every problem that a check finds, and every repair, has plain words in both languages."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import TYPE_CHECKING, Final, get_args

import pytest

from editor.article.mending import Means
from editor.blog.checks.findings import Remedy
from editor.blog.checks.text_findings import TextRemedy
from editor.blog.problems import Problem
from editor.problem_words import field_name, reason, repair_words, sentence
from editor.text.change import Edit
from editor.translation import use_language

if TYPE_CHECKING:
    from collections.abc import Iterator

CHECKS: Final = Path(__file__).parents[1] / "editor" / "blog" / "checks"
DATA: Final = {
    "value": "été 🌞",
    "new": "neu",
    "near": "près",
    "day": "1970-01-01",
    "rest": "#1",
    "limit": "3",
    "count": "2",
    "choices": "fr, en",
    "collection": "authors",
    "pattern": "^a$",
    "suffixes": "jpg, png",
    "expected": "text",
    "found": "number",
    "detail": "@",
    "other": "a.md",
    "wanted": "##",
    "size": "2.5",
    "width": "800",
    "height": "2000",
    "part": "été",
}
REMEDIES: Final = sorted({*get_args(Means), *get_args(Remedy), *get_args(TextRemedy)})


def rules() -> Iterator[str]:
    """Answer the rules that the checks name: first of a Finding, a Problem, a broken bound."""
    for module in sorted(CHECKS.glob("*.py")):
        for node in ast.walk(ast.parse(module.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute):
                name = node.func.id if isinstance(node.func, ast.Name) else node.func.attr
                if (
                    name in ("Finding", "Problem", "TextFinding", "finding", "_finding", "_longer")
                    and node.args
                ):
                    yield from constants(node.args[0])
                if name in ("_less", "_more"):
                    yield from constants(node.args[-1])
            if (
                module.name == "bounds.py"
                and isinstance(node, ast.Yield)
                and isinstance(node.value, ast.Tuple)
            ):
                yield from constants(node.value.elts[0])


def constants(node: ast.expr) -> Iterator[str]:
    for part in ast.walk(node):
        if isinstance(part, ast.Constant) and isinstance(part.value, str):
            yield part.value


RULES: Final = sorted(set(rules()) - {"str"})


def problem(rule: str, **data: str) -> Problem:
    return Problem(rule, "error", "titre", 0, 0, data={**DATA, **data})


@pytest.fixture(params=["en", "fr"])
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    use_language(request.param)
    yield request.param
    use_language("en")


def test_the_rules_are_found() -> None:
    assert {"missing", "too-long", "not-whole", "early-fence", "not-a-url", "not-above"} <= set(RULES)


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_has_words(rule: str, language: str) -> None:
    said = sentence(problem(rule))
    assert re.fullmatch(r"\S[^{}\n]{4,140}[.?]", said)
    use_language("en")
    assert (sentence(problem(rule)) == said) is (language == "en")


@pytest.mark.parametrize("rule", [*RULES, "syntax"])
def test_every_rule_says_why_it_matters(rule: str, language: str) -> None:
    said = reason(rule)
    assert re.fullmatch(r"[A-Z][^{}\n]{10,90}\.", said)
    use_language("en")
    assert (reason(rule) == said) is (language == "en")


@pytest.mark.parametrize("remedy", REMEDIES)
def test_every_repair_has_words(remedy: str, language: str) -> None:
    repaired = Problem("missing", "error", "titre", 0, 0, (), DATA, (Edit(0, 0, "x"),), remedy)
    said = repair_words(repaired)
    assert re.fullmatch(r"\S[^{}\n.]{4,40}", said)
    use_language("en")
    assert (repair_words(repaired) == said) is (language == "en")


def test_what_has_no_repair_has_no_words_for_it() -> None:
    assert repair_words(problem("missing")) == ""


def test_the_kinds_of_a_wrong_type_are_named() -> None:
    assert sentence(problem("wrong-type", expected="list", found="group")) == (
        "“titre” must be a list, not a group of fields."
    )


def test_a_likely_word_is_named() -> None:
    known = problem("unknown-choice", value="FR", near="fr")
    assert sentence(known) == "“titre” cannot be “FR”, but one of: fr, en. Is “fr” meant?"
    assert "meant" not in sentence(problem("unknown-choice", near=""))


@pytest.mark.parametrize(("limit", "noun"), [("1", "character "), ("2", "characters ")])
def test_counts_have_their_plural(limit: str, noun: str) -> None:
    assert noun in sentence(problem("too-long", limit=limit))


def test_a_nested_field_is_named_with_the_way_to_it() -> None:
    nested = Problem("missing", "error", "people", 0, 0, (1, "name"))
    assert field_name(nested) == "people › 2 › name"
    assert sentence(nested).startswith("“people › 2 › name” is missing")


def test_a_fault_is_said_as_elsewhere() -> None:
    assert sentence(Problem("reserved-character", "error", "", 1, 0, data={"detail": "@"})) == (
        "A text that begins with @ must be in quotes."
    )

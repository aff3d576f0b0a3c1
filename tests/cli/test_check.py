"""The command that tells what is wrong in articles, and mends what is safe."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run

SCHEMA: Final = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "object",
    "properties": {
        "title": {"type": "string", "maxLength": 10},
        "pubDate": {"type": "string", "format": "date-time"},
        "updatedDate": {"type": "string", "format": "date-time"},
        "people": {"type": "array", "items": {"type": "object", "properties": {"name": {"type": "string"}}}},
    },
    "required": ["title", "pubDate"],
}
BROKEN: Final = """\ufeff---\r
title: 2024 # kept 🌞\r
updatedDate:\r
people:\r
  - name: [x]\r
mood: About #1\r
---\r
Body\r
"""


@pytest.fixture
def content(folder: Path) -> Path:
    """Answer the collection of a blog in the folder, with an article that has problems and another."""
    (folder / "été.md").unlink()
    (folder / "astro.config.mjs").write_text("export default {};")
    schemas = folder / ".astro" / "collections"
    schemas.mkdir(parents=True)
    (schemas / "blog.schema.json").write_text(json.dumps(SCHEMA))
    content = folder / "src" / "content" / "blog"
    content.mkdir(parents=True)
    (content / "broken.md").write_bytes(BROKEN.encode())
    (content / "right.md").write_text("---\ntitle: Right\npubDate: 'Jul 08 2022'\n---\nBody\n")
    return content


PLACE: Final = "src/content/blog/broken.md"
LINES: Final = (
    f"{PLACE}:1:1: error [missing] “pubDate” is missing, and the blog requires it.",
    f"{PLACE}:2:8: warning [text-unquoted] “title” must be text, but 2024 without quotes is a number.",
    f"{PLACE}:3:13: error [empty-date] “updatedDate” is empty: Astro makes 1 January 1970 of it. "
    "Remove it, or write a date.",
    f"{PLACE}:5:11: warning [wrong-type] “people › 1 › name” must be a text, not a list.",
    f"{PLACE}:6:7: warning [cut-value] “mood” ends before “#1”: without quotes that is a comment.",
)


@pytest.mark.usefixtures("content")
@pytest.mark.parametrize(
    "words", [("src",), ("src/content/blog",), (".",), (PLACE, "src/content/blog/right.md")]
)
def test_problems_are_told_with_their_places(run: Run, words: tuple[str, ...]) -> None:
    outcome = run("check", *words)
    assert outcome.output.splitlines() == [*LINES, "2 articles checked: 2 errors, 3 warnings"]
    assert (outcome.code, outcome.errors) == (1, "")


def test_an_article_that_is_right_is_no_refusal(run: Run, content: Path) -> None:
    outcome = run("check", content / "right.md")
    assert (outcome.code, outcome.output) == (0, "1 article checked: 0 errors, 0 warnings\n")


def test_warnings_alone_are_no_refusal(run: Run, content: Path) -> None:
    (content / "broken.md").write_text("---\ntitle: a #1\npubDate: 2022-07-08\n---\n")
    outcome = run("check", content)
    assert (outcome.code, outcome.output.splitlines()[-1]) == (0, "2 articles checked: 0 errors, 1 warning")


@pytest.mark.usefixtures("content")
def test_problems_are_told_as_json(run: Run) -> None:
    outcome = run("check", "src", "--json")
    assert outcome.code == 1
    found = json.loads(outcome.output)
    assert [each["rule"] for each in found] == [
        *("missing", "text-unquoted", "empty-date", "wrong-type"),
        "cut-value",
    ]
    assert found[3] == {
        "rule": "wrong-type",
        "severity": "warning",
        "file": PLACE,
        "line": 5,
        "column": 11,
        "field": "people › 1 › name",
        "message": "“people › 1 › name” must be a text, not a list.",
        "reason": "The blog's schema refuses it, and the build stops.",
        "repair": False,
    }
    assert found[1]["repair"] is True
    assert json.loads(run("check", "src/content/blog/right.md", "--json").output) == []


def test_safe_repairs_are_made_and_no_other_byte(run: Run, content: Path) -> None:
    right = (content / "right.md").stat().st_ino
    outcome = run("check", "--fix", "src")
    expected = BROKEN.replace("2024", "'2024'").replace("updatedDate:\r\n", "")
    expected = expected.replace("About #1", "'About #1'")
    assert (content / "broken.md").read_bytes() == expected.encode()
    assert (content / "right.md").stat().st_ino == right
    lines = outcome.output.splitlines()
    assert lines[0] == (
        f"{PLACE}:2:8: fixed [text-unquoted] “title” must be text, but 2024 without quotes is a number."
        " Done: Put in quotes."
    )
    assert [line.split("[")[1].split("]")[0] for line in lines[:-1]] == [
        *("text-unquoted", "empty-date", "cut-value"),
        *("missing", "wrong-type"),
    ]
    assert lines[-1] == "2 articles checked: 1 error, 1 warning, 3 fixed"
    assert (outcome.code, outcome.errors) == (1, "")


def test_what_was_fixed_is_told_as_json(run: Run, content: Path) -> None:
    (content / "broken.md").write_text("---\ntitle: 5\npubDate: 20220708\n---\n")
    outcome = run("check", "--fix", "--json", "src")
    assert outcome.code == 0
    assert [(each["rule"], each["fixed"]) for each in json.loads(outcome.output)] == [
        ("text-unquoted", True),
        ("number-date", True),
    ]
    assert (content / "broken.md").read_text() == "---\ntitle: '5'\npubDate: 2022-07-08\n---\n"


def test_a_file_that_is_no_text_is_refused_and_the_others_checked(run: Run, content: Path) -> None:
    (content / "broken.md").write_bytes(b"caf\xe9")
    outcome = run("check", "src")
    assert outcome.code == 1
    assert outcome.errors.startswith(f"article-editor: {PLACE}: The file is not UTF-8")
    assert outcome.output == "1 article checked: 0 errors, 0 warnings\n"


def test_a_folder_without_articles_and_a_path_that_is_not_there_are_refused(run: Run, folder: Path) -> None:
    (folder / "empty").mkdir()
    for path, words in (("empty", "no article"), ("none.md", "is not there")):
        outcome = run("check", path)
        assert outcome.code == 1
        assert words in outcome.errors


def test_how_other_articles_write_dates_counts(run: Run, content: Path) -> None:
    (content / "broken.md").write_text("---\ntitle: a\npubDate: 08/07/2022\n---\n")
    assert "[ambiguous-date]" in run("check", "src").output
    (content / "right.md").write_text("---\ntitle: Right\npubDate: 12/25/2022\n---\n")
    assert run("check", "src").output == "2 articles checked: 0 errors, 0 warnings\n"


def test_an_article_in_no_collection_is_checked_too(run: Run, folder: Path) -> None:
    outcome = run("check", "été.md")
    assert (outcome.code, outcome.output) == (0, "1 article checked: 0 errors, 0 warnings\n")


def test_wrong_usage(run: Run) -> None:
    assert run("check").code == 2
    assert run("check", "--nonsense", "a.md").code == 2


BODY: Final = """---
title: Title
pubDate: 2022-07-08
draft: true
---
## Été

😀 ![](/a.png) <img src='./b.png' alt='b'>
"""


def _publish_image(content: Path) -> None:
    public = content.parents[2] / "public"
    public.mkdir()
    (public / "a.png").touch()


def test_the_body_is_looked_at_too(run: Run, content: Path) -> None:
    (content / "broken.md").write_text(BODY, "utf-8")
    _publish_image(content)
    outcome = run("check", PLACE)
    assert outcome.output.splitlines() == [
        f"{PLACE}:4:8: note [draft] The article is a draft.",
        f"{PLACE}:8:3: warning [no-alt-text] The image has no words in its place.",
        f"{PLACE}:8:15: error [html-image] Astro does not bring ./b.png onto the page:"
        " it leaves images in HTML as they are.",
        "1 article checked: 1 error, 1 warning, 1 note",
    ]
    assert outcome.code == 1


def test_rules_are_switched_off(run: Run, content: Path) -> None:
    (content / "broken.md").write_text(BODY, "utf-8")
    _publish_image(content)
    outcome = run("check", PLACE, "--without", "html-image", "--without", "draft")
    assert outcome.output.splitlines()[1:] == ["1 article checked: 0 errors, 1 warning"]
    assert outcome.code == 0


def test_two_articles_of_one_id_are_told(run: Run, content: Path) -> None:
    (content / "right").mkdir()
    (content / "right" / "index.md").write_text("---\ntitle: R\npubDate: 2022-07-08\n---\n")
    outcome = run("check", content / "right.md")
    assert "error [duplicate-id] “right/index.md” has the same id, “right”." in outcome.output


def test_problems_are_told_as_sarif(run: Run, content: Path) -> None:
    (content / "broken.md").rename(content / "ça va.md")
    _publish_image(content)
    (content / "ça va.md").write_text(BODY, "utf-8")
    (content / "right.md").write_text(BODY, "utf-8")
    outcome = run("check", "src/content/blog/ça va.md", content / "right.md", "--sarif", "--without", "draft")
    assert outcome.code == 1
    log = json.loads(outcome.output)
    assert log["version"] == "2.1.0"
    (sarif_run,) = log["runs"]
    driver = sarif_run["tool"]["driver"]
    assert driver["name"] == "Article Editor"
    assert [rule["id"] for rule in driver["rules"]] == ["html-image", "no-alt-text"]
    assert all(rule["shortDescription"]["text"] for rule in driver["rules"])
    first, *_, last = sarif_run["results"]
    assert first == {
        "ruleId": "no-alt-text",
        "ruleIndex": 1,
        "level": "warning",
        "message": {"text": "The image has no words in its place."},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "src/content/blog/%C3%A7a%20va.md"},
                    "region": {"startLine": 8, "startColumn": 3},
                }
            }
        ],
    }
    assert last["ruleId"] == driver["rules"][last["ruleIndex"]]["id"] == "html-image"
    uri = last["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == (content / "right.md").absolute().as_uri()


def test_what_was_fixed_is_not_in_sarif(run: Run, content: Path) -> None:
    (content / "broken.md").write_text("---\ntitle: 5\npubDate: 2022-07-08\n---\n")
    assert json.loads(run("check", PLACE, "--fix", "--sarif").output)["runs"][0]["results"] == []


def test_json_and_sarif_are_two_wishes(run: Run) -> None:
    assert run("check", ".", "--json", "--sarif").code == 2

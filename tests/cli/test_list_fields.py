"""The command that tells which fields articles may have."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Run

TEXT: Final = {"type": "string"}
SCHEMA: Final[dict[str, Any]] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "object",
    "properties": {
        "title": {"type": "string", "minLength": 3, "maxLength": 60, "description": "Of the page."},
        "pubDate": {"type": "string", "format": "date-time"},
        "rating": {"type": "integer", "exclusiveMinimum": 0, "maximum": 5},
        "price": {"type": "number", "minimum": 0, "exclusiveMaximum": 9, "multipleOf": 0.5},
        "draft": {"type": "boolean", "default": False},
        "lang": {"type": "string", "enum": ["fr", "en"], "default": "fr"},
        "tags": {"type": "array", "maxItems": 3, "items": {"type": "string", "maxLength": 9}},
        "author": {
            "anyOf": [
                {"type": "string"},
                {
                    "type": "object",
                    "properties": {"id": {"type": "string"}, "collection": {"type": "string"}},
                },
            ]
        },
        "seo": {"type": "object", "properties": {"title": {"type": "string"}}, "required": ["title"]},
        "people": {
            "type": "array",
            "items": {"type": "object", "properties": {"site": {"format": "uri", "type": "string"}}},
        },
    },
    "required": ["title", "pubDate"],
}
TABLE: Final = (Path(__file__).parents[1] / "examples" / "cli" / "collection.txt").read_text("utf-8")


@pytest.fixture
def content(folder: Path) -> Path:
    """Answer the collection of a blog in the folder, with one article."""
    (folder / "astro.config.mjs").write_text("export default {};")
    schemas = folder / ".astro" / "collections"
    schemas.mkdir(parents=True)
    (schemas / "blog.schema.json").write_text(json.dumps(SCHEMA))
    content = folder / "src" / "content" / "blog"
    content.mkdir(parents=True)
    (content / "a.md").write_text("---\ntitle: Right\nmood: calm\n---\n")
    return content


@pytest.mark.usefixtures("content")
@pytest.mark.parametrize("path", ["src/content/blog", ".", "src/content"])
def test_the_fields_of_a_collection_are_a_table(run: Run, path: str) -> None:
    outcome = run("fields", path)
    assert (outcome.code, outcome.errors) == (0, "")
    assert outcome.output == TABLE


def test_the_fields_of_an_article_are_those_it_has_too(run: Run, content: Path) -> None:
    outcome = run("fields", content / "a.md")
    assert outcome.code == 0
    assert outcome.output.splitlines()[-1].split() == ["mood", "line", "articles"]


@pytest.mark.usefixtures("content")
def test_the_fields_are_told_as_json(run: Run) -> None:
    (listing,) = json.loads(run("fields", "--json", "src").output)
    assert (listing["name"], listing["sources"]) == ("blog", ["schema.json"])
    fields = {field["key"]: field for field in listing["fields"]}
    assert fields["title"] == {
        "key": "title",
        "kind": "line",
        "required": True,
        "source": "schema.json",
        "bounds": {"shortest": 3, "longest": 60},
        "description": "Of the page.",
    }
    assert fields["rating"]["bounds"] == {"above": 0, "largest": 5, "whole": True}
    assert fields["price"]["bounds"] == {"smallest": 0, "below": 9, "step": 0.5}
    assert (fields["draft"]["default"], fields["lang"]["default"]) == (False, "fr")
    assert fields["lang"]["choices"] == ["fr", "en"]
    assert fields["tags"]["bounds"] == {"longest": 3, "each": {"longest": 9}}
    assert fields["author"]["collection"] == ""
    assert [field["required"] for field in fields["seo"]["fields"]] == [True]
    assert fields["people"]["fields"][0]["bounds"] == {"format": "url"}


def test_without_a_schema_the_articles_tell(run: Run, folder: Path) -> None:
    outcome = run("fields", "été.md")
    assert outcome.output.splitlines() == [
        "été.md (articles)",
        "FIELD    KIND  SOURCE",
        "title    line  articles",
        "pubDate  date  articles",
    ]
    assert [field["key"] for field in json.loads(run("fields", folder, "--json").output)[0]["fields"]] == [
        *("title", "pubDate")
    ]


def test_an_article_that_cannot_be_read_is_refused(run: Run, folder: Path) -> None:
    (folder / "a.md").write_text("---\na: [\n---\n")
    outcome = run("fields", "a.md")
    assert (outcome.code, outcome.output) == (1, "")
    assert "The bracket [ is not closed." in outcome.errors
    assert run("fields").code == 2

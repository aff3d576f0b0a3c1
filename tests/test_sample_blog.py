"""The sample blog: what a person sees first is whole, and holds what real articles hold."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Final

import pytest

from editor.article.front_matter import read, split, values
from editor.article.source import decode, encode
from editor.blog.article_files import articles_of
from editor.blog.blog import find_blog
from editor.blog.collection import content_of, paths_of, summarise
from editor.blog.images import IMAGE_SUFFIXES, resolve_image

SAMPLE: Final = Path(__file__).parents[1] / "resources" / "sample-blog"
CONTENT: Final = SAMPLE / "src" / "content" / "blog"
ARTICLES: Final = tuple(articles_of(CONTENT))
LARGEST_IMAGE: Final = 120_000
NO_BREAK_SPACE, NARROW_NO_BREAK_SPACE = "\u00a0", "\u202f"

FEATURES: Final = {
    "nested list": r"^[-*] .*\n(?:  .*\n)*?  +[-*\d]",
    "aligned table": r"^\|(?: *:-+ *\||.*-: *\|)",
    "footnote": r"^\[\^[^\]]+\]: ",
    "task list": r"^- \[x\] ",
    "strikethrough": r"~~\w",
    "autolink": r"<https://",
    "block quote": r"^> ",
    "indented code": r"\n\n    \w",
    "relative image": r"!\[[^\]]+\]\(\.\./\.\./assets/",
    "image beside the article": r"!\[[^\]]+\]\(\./",
    "public image": r"!\[[^\]]+\]\(/images/",
    "disclosure": r"^<details>",
    "figure": r"^<figure>",
    "keyboard": r"<kbd>",
    "abbreviation": r"<abbr title",
    "comment": r"^<!-- ",
    "rule": r"^---\n",
}
FRONT_MATTER_HABITS: Final = {
    "the template's date": r"^pubDate: '[A-Z][a-z]{2} \d{2} \d{4}'$",
    "a date in words": r"^pubDate: \"july 07 2025\"$",
    "an ISO date": r"^pubDate: \d{4}-\d{2}-\d{2}$",
    "an updated date": r"^updatedDate: ",
    "tags in one line": r"^tags: \[",
    "tags in lines": r"^tags:\n *- ",
    "a literal block": r"^description: \|$",
    "a folded block": r"^description: >-$",
    "a comment": r"^# ",
    "a comment behind a value": r"\.jpg # ",
    "a draft": r"^draft: true$",
}


def text_of(article: Path) -> str:
    return decode(article.read_bytes()).text


def prose_of(article: Path) -> str:
    """Answer the body without its code, its HTML and its table rules."""
    body = split(text_of(article)).body
    for pattern in (r"^(`{3,})[^`]*?^\1$", r"`[^`\n]*`", r"<[^>]*>", r"^[|:\- ]+$", r"^    .*$"):
        body = re.sub(pattern, "", body, flags=re.MULTILINE | re.DOTALL)
    return body


def language_of(article: Path) -> object:
    return values(read(text_of(article))).get("lang", "fr")


def test_there_are_articles_in_both_languages() -> None:
    languages = [language_of(article) for article in ARTICLES]
    assert languages.count("fr") >= 5
    assert languages.count("en") >= 5


def test_the_blog_is_recognised() -> None:
    blog = find_blog(CONTENT)
    assert (blog.root, blog.generator, blog.dialect) == (SAMPLE, "astro", "astro")
    assert blog.content == (CONTENT,)
    assert blog.site_styles == (SAMPLE / "src/styles/global.css",)


def test_every_article_is_listed_whole() -> None:
    summaries = tuple(map(summarise, paths_of(content_of(find_blog(SAMPLE)))))
    assert len(summaries) == len(ARTICLES)
    assert [summary.path for summary in summaries if summary.fault or summary.day is None] == []
    assert sum(summary.draft for summary in summaries) == 1
    days = [summary.day for summary in summaries if summary.day is not None]
    assert max(days) == date(2031, 3, 21), "one article is dated ahead"


@pytest.mark.parametrize("article", ARTICLES, ids=lambda path: path.stem)
def test_each_article_has_what_its_template_demands(article: Path) -> None:
    fields = values(read(text_of(article)))
    assert fields.keys() <= {
        "title",
        "description",
        "pubDate",
        "updatedDate",
        "heroImage",
        "tags",
        "draft",
        "lang",
    }
    assert fields["title"]
    assert fields["description"]
    assert fields.get("lang", "fr") in ("fr", "en")


@pytest.mark.parametrize("article", ARTICLES, ids=lambda path: path.stem)
def test_each_image_is_there(article: Path) -> None:
    blog, text = find_blog(article), text_of(article)
    body = re.findall(r"!\[[^\]]*\]\(([^)\s]+)|<img src=\"([^\"]+)\"", text)
    assert [it for pair in body for it in pair if it and not resolve_image(it, article, blog)] == []
    hero = values(read(text)).get("heroImage")
    assert hero is None or resolve_image(str(hero), article, blog, "field")


def test_images_are_used_and_small() -> None:
    images = [path for path in SAMPLE.rglob("*") if path.suffix in IMAGE_SUFFIXES and path.stem != "favicon"]
    texts = "".join(map(text_of, ARTICLES))
    assert {path.suffix for path in images} == {".jpg", ".png", ".webp", ".svg"}
    assert [path.name for path in images if path.stat().st_size > LARGEST_IMAGE] == []
    assert [path.name for path in images if path.name not in texts] == []


@pytest.mark.parametrize("feature", FEATURES)
def test_what_real_articles_use_is_used(feature: str) -> None:
    bodies = [split(text_of(article)).body for article in ARTICLES]
    assert any(re.search(FEATURES[feature], body, re.MULTILINE) for body in bodies)


@pytest.mark.parametrize("habit", FRONT_MATTER_HABITS)
def test_front_matter_is_written_in_many_ways(habit: str) -> None:
    heads = [split(text_of(article)).head for article in ARTICLES]
    assert any(re.search(FRONT_MATTER_HABITS[habit], head, re.MULTILINE) for head in heads)


def test_code_is_in_several_languages() -> None:
    languages = {
        name for article in ARTICLES for name in re.findall(r"^```(\w+)$", text_of(article), re.MULTILINE)
    }
    assert languages >= {"python", "bash", "sql", "rust", "html", "css", "js", "yaml", "diff"}


def test_files_end_in_different_ways() -> None:
    sources = {article.stem: decode(article.read_bytes()) for article in ARTICLES}
    assert [name for name, source in sources.items() if source.line_end == "\r\n"] == ["slow-bread"]
    assert [name for name, source in sources.items() if not source.text.endswith("\n")] == [
        "three-mornings-on-the-river"
    ]
    assert all(encode(source, source.text) == source.data for source in sources.values())


@pytest.mark.parametrize(
    "article", [path for path in ARTICLES if language_of(path) == "fr"], ids=lambda path: path.stem
)
def test_french_punctuation_keeps_its_no_break_spaces(article: Path) -> None:
    prose = prose_of(article)
    assert NO_BREAK_SPACE in prose
    assert NARROW_NO_BREAK_SPACE in prose
    assert re.findall(r".{0,20}(?:« | »| [;!?](?!\[)|\w :(?=\s)).{0,20}", prose) == []


def test_line_ends_of_articles_are_kept_by_git() -> None:
    assert "*.md -text" in (SAMPLE / ".gitattributes").read_text("utf-8").splitlines()

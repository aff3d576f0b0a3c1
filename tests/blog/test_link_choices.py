"""What the address of a link may be."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from editor.article.source import decode
from editor.blog.article_links import ReadArticle
from editor.blog.link_choices import (
    LinkChoice,
    article_choices,
    image_choices,
    link_targets,
    matching,
    part_choices,
    title_of,
)
from tests.blog.sites import links_of, make_site, write

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("---\ntitle: Été à Paris\n---\n", "Été à Paris"),
        ("---\ntitle: 'L''été'  # x\n---\n", "L'été"),
        ('+++\ntitle = "A"\n+++\n', "A"),
        ("---\ntitle: >\n  a\n  b\n---\n", "a b\n"),
        ("---\ntitle: ''\n---\n", "name"),
        ("---\ntitle: [a\n---\n", "name"),
        ("title: x", "name"),
    ],
)
def test_titles(text: str, title: str, tmp_path: Path) -> None:
    assert title_of(ReadArticle(tmp_path / "name.md", decode(text.encode()))) == title


def test_articles_and_images_of_a_site(tmp_path: Path) -> None:
    articles = {"a.md": "", "b c.md": "---\ntitle: Été\n---\n", "d/index.md": "---\ntitle: abc\n---\n"}
    folder = make_site(tmp_path, articles, {"src/assets/i j.png": "x", "public/k.jpg": "x"})
    targets = link_targets(links_of(tmp_path))
    assert article_choices(folder / "a.md", targets) == (
        LinkChoice("abc", "src/content/blog/d/index.md", "/blog/d/"),
        LinkChoice("Été", "src/content/blog/b c.md", "/blog/b-c/"),
    )
    assert [it.address for it in image_choices(folder / "a.md", targets)] == [
        "../../assets/i%20j.png",
        "/k.jpg",
    ]


def test_articles_of_another_blog_are_led_to_by_their_files(tmp_path: Path) -> None:
    write(tmp_path, {"a.md": "", "deep/b c.md": ""})
    targets = link_targets(links_of(tmp_path))
    assert [it.address for it in article_choices(tmp_path / "a.md", targets)] == ["deep/b%20c.md"]
    assert [it.address for it in article_choices(tmp_path / "deep/b c.md", targets)] == ["../a.md"]


def test_parts_of_an_article() -> None:
    assert part_choices("/a/", [("Été 1", "été-1"), ("???", ""), ("日本", "日本")]) == (
        LinkChoice("Été 1", "#été-1", "/a/#été-1"),
        LinkChoice("日本", "#日本", "/a/#日本"),
    )


CHOICES = tuple(
    LinkChoice(words, f"blog/{name}.md", f"/blog/{name}/")
    for words, name in (
        ("Le pain", "p"),
        ("Été à Paris", "x"),
        ("Un été", "y"),
        ("Végétal", "z"),
        ("Hiver", "ete"),
    )
)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", ["Le pain", "Été à Paris", "Un été", "Végétal", "Hiver"]),
        ("ete", ["Été à Paris", "Un été", "Hiver"]),
        ("pai", ["Le pain"]),
        ("par", ["Été à Paris"]),
        ("get", ["Végétal"]),
        ("/blog/x", ["Été à Paris"]),
        ("/a/#hiv", ["Hiver"]),
        ("none", []),
    ],
)
def test_what_is_typed_finds_choices(typed: str, words: list[str]) -> None:
    assert [it.words for it in matching(CHOICES, typed, 9)] == words
    assert len(matching(CHOICES, "", 2)) == 2

"""The review of the articles of one blog."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

import pytest

from editor.article.files import read_file
from editor.article.source import decode
from editor.blog.blog import find_blog
from editor.blog.checks.blog_review import BlogReview
from editor.blog.checks.reviewing import review
from editor.blog.schemas.known import Known

if TYPE_CHECKING:
    from pathlib import Path

    from editor.article.source import Source

TODAY: Final = date(2026, 11, 29)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "astro.config.mjs").write_text("")
    folder = tmp_path / "src/content/blog"
    folder.mkdir(parents=True)
    for name in ("b.md", "a.md"):
        (folder / name).write_text(f"---\ntitle: {name}\ndraft: true\n---\n")
    return tmp_path


def read(path: Path) -> Source:
    return decode(read_file(path))


def counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Note the texts that are looked at from now on."""
    looked: list[str] = []

    def note(text: str, *others: object) -> object:
        looked.append(text)
        return review(text, *others)  # type: ignore[arg-type] # what it was called with

    monkeypatch.setattr("editor.blog.checks.blog_review.review", note)
    return looked


def test_the_articles_of_a_blog_are_looked_at(root: Path) -> None:
    reviews = BlogReview(find_blog(root), Known(), TODAY)
    assert [path.name for path in reviews.files] == ["a.md", "b.md"]
    assert [problem.rule for problem in reviews.review_file(reviews.files[0], read)] == ["draft"]


def test_what_cannot_be_read_is_told(root: Path) -> None:
    reviews = BlogReview(find_blog(root), Known(), TODAY)
    first, second = reviews.files
    first.unlink()
    second.write_bytes(b"\xff")
    assert [reviews.review_file(path, read)[0].rule for path in reviews.files] == ["unreadable-file"] * 2


def test_an_article_is_looked_at_again_when_it_or_what_is_known_changes(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked, known = counted(monkeypatch), Known()
    blog = find_blog(root)
    first = BlogReview(blog, known, TODAY)
    path = first.files[0]
    for _ in range(2):
        first.review_file(path, read)
    second = BlogReview(blog, known, TODAY, first)
    second.review_file(path, read)
    assert len(looked) == 1
    path.write_text("---\ntitle: other\ndraft: true\n---\n\ntext")
    second.review_file(path, read)
    assert len(looked) == 2
    (path.parent / "c.md").write_text("")
    third = BlogReview(blog, known, TODAY, second)
    third.review_file(path, read)
    assert len(looked) == 3
    BlogReview(blog, known, date(2026, 11, 30), third).review_file(path, read)
    assert len(looked) == 4

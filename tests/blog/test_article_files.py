"""Which files are articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from editor.blog.article_files import articles_of, is_article, own_articles_of

if TYPE_CHECKING:
    from pathlib import Path


def write(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch()
    return path


@pytest.mark.parametrize("name", ["a.md", "A.MD", "a.markdown", "a.mdx", "_a.md", "été 😀.md", "a.b.md"])
def test_articles(name: str) -> None:
    assert is_article(name)


@pytest.mark.parametrize("name", ["a.txt", "a.md.bak", "md", ".md", ".hidden.md", "a.mdoc", "README"])
def test_other_files(name: str) -> None:
    assert not is_article(name)


def test_articles_are_found_below_a_folder_by_name(tmp_path: Path) -> None:
    articles = [
        write(tmp_path / name) for name in ("a.md", "b/index.md", "b/z.mdx", "c.markdown", "d/e/f.md")
    ]
    for name in (
        "image.png",
        ".hidden.md",
        ".git/a.md",
        ".astro/a.md",
        "node_modules/x/README.md",
        "b/node_modules/a.md",
        "dist/a.md",
    ):
        write(tmp_path / name)
    assert list(articles_of(tmp_path)) == articles
    assert list(own_articles_of(tmp_path)) == [articles[0], articles[3]]


def test_a_folder_that_bears_an_article_s_name_is_none(tmp_path: Path) -> None:
    article = write(tmp_path / "folder.md" / "a.md")
    assert list(articles_of(tmp_path)) == [article]
    assert list(own_articles_of(tmp_path)) == []


def test_what_cannot_be_read_has_no_articles(tmp_path: Path) -> None:
    assert list(articles_of(tmp_path / "nothing")) == []
    assert list(articles_of(write(tmp_path / "a.md"))) == []


def test_a_loop_of_links_ends(tmp_path: Path) -> None:
    article = write(tmp_path / "blog" / "a.md")
    (tmp_path / "blog" / "again").symlink_to(tmp_path / "blog")
    (tmp_path / "blog" / "up").symlink_to(tmp_path)
    (tmp_path / "blog" / "self.md").symlink_to(tmp_path / "blog" / "self.md")
    assert list(articles_of(tmp_path / "blog")) == [article, tmp_path / "blog" / "self.md"]


def test_a_folder_elsewhere_may_be_linked_in(tmp_path: Path) -> None:
    write(tmp_path / "notes" / "a.md")
    (tmp_path / "blog").mkdir()
    (tmp_path / "blog" / "linked").symlink_to(tmp_path / "notes")
    assert list(articles_of(tmp_path / "blog")) == [tmp_path / "blog" / "linked" / "a.md"]

"""The command that renames an article."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.blog.sites import make_site

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run

OTHER = "[x](a.md) [y](/blog/a/)\n"


@pytest.fixture
def articles(folder: Path) -> Path:
    """Answer the folder of articles of a site."""
    return make_site(folder / "site", {"a.md": "", "b.md": OTHER, "c/index.md": "", "2026/d.md": ""})


def test_a_name(run: Run, articles: Path) -> None:
    outcome = run("rename", articles / "a.md", "é è")
    assert (outcome.code, outcome.output) == (0, "src/content/blog/a.md -> src/content/blog/é è.md\n")
    assert outcome.errors == "article-editor: its address changes from /blog/a/ to /blog/é-è/.\n"
    assert (articles / "b.md").read_text("utf-8") == "[x](é%20è.md) [y](/blog/é-è/)\n"


def test_only_what_would_change_is_told(run: Run, articles: Path) -> None:
    outcome = run("rename", "--dry-run", articles / "a.md", "e.md")
    assert outcome.output == (
        "src/content/blog/a.md -> src/content/blog/e.md\n"
        "--- a/src/content/blog/b.md\n+++ b/src/content/blog/b.md\n@@ -1 +1 @@\n"
        "-[x](a.md) [y](/blog/a/)\n+[x](e.md) [y](/blog/e/)\n"
    )
    assert (articles / "b.md").read_text() == OTHER
    assert (articles / "a.md").exists()


@pytest.mark.parametrize(
    ("name", "new", "place"),
    [
        ("a.md", "{}/2026/", "2026/a.md"),
        ("a.md", "{}/2026", "2026/a.md"),
        ("a.md", "{}/2027/e.md", "2027/e.md"),
        ("c/index.md", "e", "e/index.md"),
        ("c/index.md", "{}/2026/", "2026/c/index.md"),
    ],
)
def test_a_path_or_a_folder(name: str, new: str, place: str, run: Run, articles: Path) -> None:
    assert run("rename", articles / name, new.format(articles)).code == 0
    assert (articles / place).exists()


def test_what_is_refused(run: Run, articles: Path) -> None:
    outcome = run("rename", articles / "a.md", "b")
    assert outcome.code == 1
    assert "src/content/blog/b.md" in outcome.errors
    assert run("rename", articles / "none.md", "b").code == 1


def test_links_that_stay_are_told(run: Run, articles: Path) -> None:
    (articles / "b.md").write_text("---\n? next\n: a\n---\n")
    outcome = run("rename", articles / "a.md", "e")
    assert "src/content/blog/b.md:1: next: a cannot be written anew.\n" in outcome.errors


def test_an_article_that_lies_in_no_collection(run: Run, folder: Path) -> None:
    assert run("rename", "été.md", "hiver").errors == ""
    assert (folder / "hiver.md").exists()

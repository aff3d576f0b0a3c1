"""The command that begins an article."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from editor.cli import new_articles

if TYPE_CHECKING:
    from tests.cli.conftest import Run

CONFIGURATION = """import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
export const collections = {
  blog: defineCollection({ loader: glob({ base: './src/content/blog', pattern: '**/*.md' }) }),
  notes: defineCollection({ loader: glob({ base: './src/content/notes', pattern: '**/*.md' }) }),
};
"""


class Today(date):
    """A clock that stands."""

    @classmethod
    def today(cls) -> Today:
        return cls(2026, 11, 29)


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(new_articles, "date", Today)


@pytest.fixture
def site(folder: Path) -> Path:
    """Answer the root of a site with two collections."""
    root = folder / "site"
    for place, text in (
        ("astro.config.mjs", "export default {}"),
        ("src/content.config.ts", CONFIGURATION),
        ("src/content/blog/fr/a.md", "---\ntitle: A\npubDate: 'Jul 08 2022'\n---\n"),
        ("src/content/blog/fr/b.md", "---\ntitle: B\npubDate: 'Jul 08 2022'\n---\n"),
        ("src/content/blog/en/c.md", "---\ntitle: C\npubDate: 'Jul 08 2022'\n---\n"),
        ("src/content/notes/d/index.md", "---\ntitle: D\n---\n"),
        ("templates/short.md", "---\ntitle: {{title}}\n---\nShort.\n"),
    ):
        path = root / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return root


def test_an_article_is_begun_as_its_neighbours_are(run: Run, site: Path) -> None:
    path = site / "src/content/blog/fr/été-à-paris.md"
    outcome = run("new", site, "Été à Paris", "--set", "tags=a, b", "--set", "pubDate=2025-01-02")
    assert (outcome.code, outcome.output, outcome.errors) == (0, f"{path}\n", "")
    assert path.read_text("utf-8") == "---\ntitle: Été à Paris\npubDate: 'Jan 02 2025'\ntags: [a, b]\n---\n\n"


@pytest.mark.parametrize(
    ("words", "place"),
    [
        (("site/src/content/blog/en", "X"), "blog/en/x.md"),
        (("site/src/content", "X"), "blog/fr/x.md"),
        (("site", "X", "--collection", "notes"), "notes/x/index.md"),
        (("site/src/content/blog/en", "X", "--collection", "blog"), "blog/en/x.md"),
        (("site/src/content/notes/d", "X"), "notes/x/index.md"),
        (("site", "X", "--name", "y/z"), "blog/fr/y/z.md"),
    ],
)
def test_where_it_lies(words: tuple[str, ...], place: str, run: Run, site: Path) -> None:
    outcome = run("new", *words)
    assert (outcome.code, outcome.output) == (0, f"{site / 'src/content' / place}\n")


def test_a_template_is_chosen_by_name(run: Run, site: Path) -> None:
    outcome = run("new", site, "X", "--template", "short")
    assert Path(outcome.output.strip()).read_text("utf-8") == "---\ntitle: X\n---\nShort.\n"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("nowhere", "X"), "“nowhere” is not there. It may have been moved or deleted."),
        (("site", "A"), "There is a file “src/content/blog/fr/a.md” already."),
        (("site", "X", "--set", "slug=fr/a"), "“src/content/blog/fr/a.md” has this address already."),
        (("site", " "), "The article needs a title."),
        (("site", "X", "--name", "../x"), "The file would lie outside its folder."),
        (("site", "X", "--collection", "z"), "there is no collection 'z', but: blog, notes."),
        (("site", "X", "--template", "z"), "there is no template 'z', but: short."),
        (
            ("site", "X", "--set", "pubDate=soon"),
            "“pubDate” is a date. Write it as 2025-07-08 or 8 July 2025.",
        ),
        ((".", "X", "--template", "z"), "there is no template 'z', but: none."),
        ((".", "X", "--collection", "z"), "there is no collection 'z', but: none."),
    ],
)
def test_what_is_refused_writes_nothing(words: tuple[str, ...], told: str, run: Run, site: Path) -> None:
    before = sorted(site.rglob("*"))
    outcome = run("new", *words)
    assert (outcome.code, outcome.output, outcome.errors) == (1, "", f"article-editor: {told}\n")
    assert sorted(site.rglob("*")) == before


def test_wrong_usage(run: Run, site: Path) -> None:
    assert run("new", site).code == 2
    assert "is not UTF-8" in run("new", site, "\udcff").errors
    assert "is not KEY=VALUE" in run("new", site, "X", "--set", "tags").errors

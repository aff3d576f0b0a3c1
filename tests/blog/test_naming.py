"""How the articles of a folder are named, by their names and titles."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.blog.naming import ArticleName, Naming, article_name, naming_of, spelling_of
from editor.blog.slugs import AS_ASTRO, SPELLINGS, Spelling, file_stem

DAY = date(2026, 11, 29)
ASCII = Spelling(is_ascii=True)
SPLIT = Spelling(splits_elisions=True)


def naming(*paths: str, folder: str = "blog", titles: tuple[str, ...] = ()) -> Naming:
    names = [article_name(path) for path in paths]
    return naming_of(zip(names, titles or [""] * len(names), strict=True), folder)


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("a.md", ArticleName("", 0, False, "a", False, ".md")),
        ("fr/été/index.mdx", ArticleName("fr", 0, False, "été", True, ".mdx")),
        ("2026/a.md", ArticleName("", 1, False, "a", False, ".md")),
        ("fr/2026/11/a/index.md", ArticleName("fr", 2, False, "a", True, ".md")),
        ("2026/11/29/a.markdown", ArticleName("", 3, False, "a", False, ".markdown")),
        ("2026-11-29-a.md", ArticleName("", 0, True, "a", False, ".md")),
        ("2026/11-recipes/a.md", ArticleName("2026/11-recipes", 0, False, "a", False, ".md")),
        ("11/a.md", ArticleName("11", 0, False, "a", False, ".md")),
        ("index.md", ArticleName("", 0, False, "index", False, ".md")),
        ("README", ArticleName("", 0, False, "README", False, "")),
    ],
)
def test_a_path_has_parts(path: str, name: ArticleName) -> None:
    assert article_name(path) == name


@pytest.mark.parametrize(
    ("paths", "name"),
    [
        ((), "été.md"),
        (("a.md", "b.md", "c/index.md"), "été.md"),
        (("a/index.md", "b/index.md", "c.md"), "été/index.md"),
        (("a.mdx", "b.mdx", "c.md"), "été.mdx"),
        (("2025-01-02-a.md", "2026-11-29-b.md"), "2026-11-29-été.md"),
        (("2025/a.md", "2026/b.md"), "2026/été.md"),
        (("2025/01/a/index.md",), "2026/11/été/index.md"),
        (("2025/01/02/a.md",), "2026/11/29/été.md"),
        (("_index.md", "_about.md", "a/index.md"), "été/index.md"),
        (("2025/2025-01-02-a.md",), "2026/2026-11-29-été.md"),
    ],
)
def test_a_new_article_is_named_as_its_neighbours(paths: tuple[str, ...], name: str) -> None:
    assert naming(*paths).name("Été", DAY) == name


def test_jekyll_s_posts_have_their_date_whatever_lies_beside_them() -> None:
    assert naming(folder="_posts").name("Été", DAY) == "2026-11-29-été.md"
    assert naming("a.md", "b.md", folder="_posts").name("Été", DAY) == "2026-11-29-été.md"


@pytest.mark.parametrize(
    ("stem", "title", "spelling"),
    [
        ("a-year-of-reading", "A Year of Reading", AS_ASTRO),
        ("été-à-paris", "Été à Paris", AS_ASTRO),
        ("ete-a-paris", "Été à Paris", ASCII),
        ("lété", "L’été", AS_ASTRO),
        ("l-été", "L’été", SPLIT),
        ("l-aide-memoire", "L'aide-mémoire : tout ce qu'un article peut contenir", SPELLINGS[3]),
        ("ueber-groesse", "Über Größe", SPELLINGS[4]),
        ("uber-grosse", "Über Größe", ASCII),
        ("notes", "Été", AS_ASTRO),
    ],
)
def test_names_and_titles_tell_a_spelling(stem: str, title: str, spelling: Spelling) -> None:
    assert spelling_of([(stem, title), ("plain", "Plain")]) == spelling


def test_most_names_decide() -> None:
    assert spelling_of([("été", "Été"), ("hiver-tot", "Hiver tôt"), ("noel", "Noël")]) == ASCII
    assert naming("ete.md", titles=("Été",)).name("À l'eau", DAY) == "a-leau.md"


@pytest.mark.parametrize(
    ("title", "stem"),
    [
        ("Œuvre à Łódź, smørrebrød", "oeuvre-a-lodz-smorrebrod"),
        ("Straße", "strasse"),
        ("日本語", "日本語"),
        ("Ёлка 2", "2"),
        ("l'été – demain\u00a0!", "lete-demain"),
        ("???", "article"),
    ],
)
def test_ascii_names(title: str, stem: str) -> None:
    assert file_stem(title, ASCII) == stem


@given(st.text(), st.sampled_from(SPELLINGS))
def test_every_spelling_gives_a_name_that_is_its_own(title: str, spelling: Spelling) -> None:
    stem = file_stem(title, spelling)
    assert file_stem(stem, spelling) == stem
    assert not set(stem) & set("/\\. '")

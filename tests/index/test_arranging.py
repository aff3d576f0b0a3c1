"""Which articles a list shows, in which order, under which headings."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from pathlib import Path

import pytest

from editor.blog.collection import ArticleSummary
from editor.index.arranging import (
    Arrangement,
    Facets,
    Now,
    Section,
    arranged,
    arrangement_of,
    facets_of,
    words_of,
)

TODAY = Now(date(2025, 6, 1), frozenset({Path("/b/slow-bread.md")}))


def summary(name: str, title: str, day: date | None = None, **more: object) -> ArticleSummary:
    return replace(ArticleSummary(Path("/b") / name, title, day, draft=False, fault=None), **more)  # type: ignore[arg-type]


SNOW = summary(
    "premiere-neige.md", "Première neige ❄️", date(2025, 5, 12), collection="blog", folder="2025",
    language="fr", tags=("Neige", "Été"), keys=("title", "tags"), modified=1,
)  # fmt: skip
BREAD = summary(
    "slow-bread.md", "Slow Bread", None, collection="blog", draft=True, keys=("title",), modified=3
)
SUMMER = summary(
    "z/index.md", "été", date(2025, 7, 1), collection="notes", folder="a/b", language="fr", modified=2
)
OLD = summary(
    "old.md",
    "Zoo",
    date(2020, 1, 1),
    collection="notes",
    folder="a",
    language="en",
    tags=("Été",),
    fault="syntax",
)
ALL = (SNOW, BREAD, SUMMER, OLD)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("", {SNOW, BREAD, SUMMER, OLD}),
        ("   ", {SNOW, BREAD, SUMMER, OLD}),
        ("première", {SNOW}),
        ("PREMIERE", {SNOW}),
        ("neige pre", {SNOW}),
        ("❄️", {SNOW}),
        ("slow-b", {BREAD}),
        ("bread neige", set()),
    ],
)
def test_words_match_title_and_file_name(words: str, found: set[ArticleSummary]) -> None:
    assert set(arranged(ALL, Arrangement(), words, TODAY)) == found


@pytest.mark.parametrize(
    ("how", "rows"),
    [
        (Arrangement(), (SUMMER, SNOW, OLD, BREAD)),
        (Arrangement(sort="title"), (SUMMER, SNOW, BREAD, OLD)),
        (Arrangement(sort="file"), (SUMMER, OLD, SNOW, BREAD)),
        (Arrangement(sort="change"), (BREAD, SUMMER, SNOW, OLD)),
        (Arrangement(place="blog"), (SNOW, BREAD)),
        (Arrangement(place="notes/a"), (SUMMER, OLD)),
        (Arrangement(place="notes/a/b"), (SUMMER,)),
        (Arrangement(place="note"), ()),
        (Arrangement(state="draft"), (BREAD,)),
        (Arrangement(state="published"), (SUMMER, SNOW, OLD)),
        (Arrangement(state="future"), (SUMMER,)),
        (Arrangement(state="problem"), (OLD, BREAD)),
        (Arrangement(tag="Été"), (SNOW, OLD)),
        (Arrangement(tag="Été", language="en"), (OLD,)),
        (Arrangement(missing="tags"), (SUMMER, OLD, BREAD)),
        (
            Arrangement(group="year"),
            (Section("2025", 2), SUMMER, SNOW, Section("2020", 1), OLD, Section("", 1), BREAD),
        ),
        (
            Arrangement(sort="title", group="folder", place="blog"),
            (Section("blog", 1), BREAD, Section("blog/2025", 1), SNOW),
        ),
    ],
)
def test_rows(how: Arrangement, rows: tuple[ArticleSummary | Section, ...]) -> None:
    assert arranged(ALL, how, "", TODAY) == rows


def test_newest_first_then_those_without_a_date_by_title() -> None:
    days = (None, date(2024, 1, 1), date(2020, 1, 1))
    articles = [summary(f"{title}.md", title, day) for title in ("new", "also new", "Zero") for day in days]
    titles = [
        row.title for row in arranged(articles, Arrangement(), "", TODAY) if isinstance(row, ArticleSummary)
    ]
    assert titles == ["also new", "new", "Zero"] * 3


def test_facets() -> None:
    assert facets_of(ALL, TODAY) == Facets(
        places=(("blog", 2), ("blog/2025", 1), ("notes", 2), ("notes/a", 2), ("notes/a/b", 1)),
        tags=(("Été", 2), ("Neige", 1)),
        languages=(("en", 1), ("fr", 2)),
        missing=(("tags", 3), ("title", 2)),
        states=(("draft", 1), ("published", 3), ("future", 1), ("problem", 2)),
    )
    assert facets_of((BREAD,), TODAY).places == ()


def test_an_arrangement_is_kept_as_words() -> None:
    how = Arrangement("file", "folder", "blog/a b", "future", "Été à l’école", "fr", "tags")
    assert arrangement_of(words_of(how)) == how
    assert words_of(Arrangement()) == ()
    assert how.is_filtering
    assert how.without_filters() == Arrangement("file", "folder")
    assert not Arrangement("file", "folder").is_filtering
    assert len(words_of(how)) == len(fields(Arrangement))


@pytest.mark.parametrize("words", [("sort size",), ("colour red",), ("",), ("group",)])
def test_words_that_nobody_knows_mean_nothing(words: tuple[str, ...]) -> None:
    assert arrangement_of(words) == Arrangement()

"""The database of a blog: kept, searched, thrown away when it is none."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.blog.collection import ArticleSummary, Content
from editor.index import database
from editor.index.database import DamagedIndex, Index, discard, forget_old, place_of_index
from editor.index.reading import UNSAVED, Reading, reading_of, reading_of_row, row_of

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path("/blog")
CONTENT = Content(ROOT, (ROOT,))
SNOW = """---
title: Première neige
description: "Au col, l'hiver"
tags:
  - Été
---

La neige tombe sur le jardin. 😀
"""


@contextmanager
def opened(place: Path | None, root: Path = ROOT) -> Iterator[Index]:
    with closing(Index(root, place)) as index:
        yield index


def reading(name: str, text: str) -> Reading:
    return reading_of(ROOT / name, text, (5, len(text)), CONTENT)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return place_of_index(tmp_path, ROOT)


@pytest.fixture
def index() -> Iterator[Index]:
    with opened(None) as index:
        index.put([reading("a/snow.md", SNOW), reading("bread.md", "# Slow bread\n\nLe jardin dort.\n")])
        yield index


def found(index: Index, typed: str) -> list[str]:
    return [hit.path.name for hit in index.hits(index.find(typed), 0, 100)]


class TestKeeping:
    def test_what_is_put_is_kept(self, place: Path) -> None:
        snow = reading("a/snow.md", SNOW)
        with opened(place) as index:
            index.put([snow, reading("bread.md", "# Bread\n")])
            assert index.is_kept
        with opened(place) as index:
            assert index.summaries()[0] == snow.summary
            assert index.summaries()[0] == ArticleSummary(
                ROOT / "a/snow.md", "Première neige", None, draft=False, fault=None, collection="blog",
                folder="a", tags=("Été",), keys=("title", "description", "tags"), modified=5,
            )  # fmt: skip
            assert index.stamps()[str(ROOT / "a/snow.md")] == (5, len(SNOW))
            assert found(index, "neige") == ["snow.md"]

    def test_a_newer_reading_takes_the_place_of_the_older(self, index: Index) -> None:
        index.put([reading("bread.md", "---\ndate: 2024-01-02\ndraft: true\n---\nMontagne\n")])
        assert len(index.summaries()) == 2
        assert index.summaries()[-1].day == date(2024, 1, 2)
        assert index.summaries()[-1].draft
        assert found(index, "jardin") == ["snow.md"]
        assert found(index, "montagne") == ["bread.md"]

    def test_what_is_removed_is_forgotten(self, index: Index) -> None:
        index.remove([str(ROOT / "bread.md"), "/no/such.md"])
        assert [summary.path.name for summary in index.summaries()] == ["snow.md"]
        assert found(index, "jardin") == ["snow.md"]

    def test_hits_of_what_is_gone_are_left_out(self, index: Index) -> None:
        both = index.find("jardin")
        index.remove([str(ROOT / "bread.md")])
        assert [hit.path.name for hit in index.hits(both, 0, 10)] == ["snow.md"]
        assert index.hits(both, 2, 10) == ()

    def test_names_and_titles_that_are_no_text(self, place: Path) -> None:
        odd = ROOT / os.fsdecode(b"caf\xe9") / "a.md"
        with opened(place, ROOT / os.fsdecode(b"\xe9")) as index:
            index.put(
                [
                    reading_of(odd, "x\x01y\x02z\0\n", UNSAVED, CONTENT),
                    reading("b.md", '---\ntitle: "\\ud800"\n---\n'),
                ]
            )
            assert index.summaries()[0].path == odd
            assert index.summaries()[1].title == "\ufffd"
            assert [hit.path for hit in index.hits(index.find("x y z"), 0, 1)] == [odd]

    def test_an_article_that_cannot_be_put_leaves_the_others(self, index: Index) -> None:
        too_late = reading_of(ROOT / "d.md", "x", (1 << 70, 1), CONTENT)
        with pytest.raises(OverflowError):
            index.put([reading("c.md", "x"), too_late])
        assert len(index.summaries()) == 2

    def test_a_row_is_a_reading_again(self) -> None:
        snow = reading("a/snow.md", SNOW)
        assert reading_of_row(row_of(snow)) == snow


class TestSearching:
    @pytest.mark.parametrize(
        ("typed", "names"),
        [
            ("neige", ["snow.md"]),
            ("NEIGE", ["snow.md"]),
            ("ETE", ["snow.md"]),
            ("première", ["snow.md"]),
            ("premiere nei", ["snow.md"]),
            ("jardin", ["bread.md", "snow.md"]),
            ('"le jardin"', ["bread.md", "snow.md"]),
            ('"jardin le"', []),
            ("l'hiver", ["snow.md"]),
            ("bread", ["bread.md"]),
            ("description", []),
            ("title", []),
            ("", []),
            ("!!!", []),
            ("!!! neige", ["snow.md"]),
            ("neige zzz", []),
        ],
    )
    def test_what_is_found(self, index: Index, typed: str, names: list[str]) -> None:
        assert sorted(found(index, typed)) == names

    def test_a_title_counts_more_than_a_body(self, index: Index) -> None:
        index.put([reading("c.md", "# Jardin\n\nTexte.\n")])
        assert found(index, "jardin")[0] == "c.md"

    def test_of_very_many_those_with_a_title_first(
        self, index: Index, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(database, "_MOST_RANKED", 2)
        index.put([reading("title.md", "# Jardin\n\nTexte.\n")])
        assert found(index, "jardin") == ["title.md", "snow.md", "bread.md"]

    def test_a_hit_in_the_body(self, index: Index) -> None:
        (hit,) = index.hits(index.find("neige tombe"), 0, 5)
        body = SNOW.partition("---\n\n")[2]
        assert hit.is_in_body
        assert body.startswith("neige", hit.passage.start - 1)
        assert hit.title.words == "Première neige"
        assert hit.title.marks == ((9, 14),)

    def test_a_hit_in_the_front_matter_has_its_place_in_the_file(self, index: Index) -> None:
        (hit,) = index.hits(index.find("hiver"), 0, 5)
        assert not hit.is_in_body
        assert SNOW[hit.passage.start : hit.passage.end] == "hiver"

    @given(st.text(max_size=12))
    def test_nothing_that_is_typed_is_a_fault(self, typed: str) -> None:
        with opened(None) as index:
            index.put([reading("a.md", SNOW)])
            index.hits(index.find(typed), 0, 5)

    @pytest.mark.parametrize(
        "typed",
        [
            '"',
            "*",
            "a*",
            "^a",
            "a:b",
            "title:x",
            "AND",
            "OR NOT",
            "NEAR(",
            "{a b}:c",
            "-",
            "+",
            "(",
            "'",
            '""""',
            "\\",
            "a\0",
        ],
    )
    def test_nor_the_signs_of_fts5(self, index: Index, typed: str) -> None:
        found(index, typed)
        found(index, f"neige {typed}")
        found(index, f'"{typed}" neige')


class TestFaults:
    @pytest.mark.parametrize("data", [b"", b"no database" * 100, b"SQLite format 3\0" + b"\xff" * 5000])
    def test_some_other_file_is_thrown_away(self, place: Path, data: bytes) -> None:
        place.parent.mkdir(parents=True)
        place.write_bytes(data)
        with opened(place) as index:
            assert (index.summaries(), index.is_kept) == ((), True)

    @pytest.mark.parametrize(
        "change",
        [
            "PRAGMA user_version = 999",
            "PRAGMA application_id = 5",
            "UPDATE blog SET root = x'2f78'",
            "DROP TABLE blog",
        ],
    )
    def test_one_that_is_not_the_blogs_is_thrown_away(self, place: Path, change: str) -> None:
        with opened(place) as index:
            index.put([reading("a.md", "x")])
        with closing(sqlite3.connect(place)) as connection:
            connection.execute(change)
            connection.commit()
        with opened(place) as index:
            assert (index.summaries(), index.is_kept) == ((), True)

    def test_damage_is_told_where_it_shows(self, place: Path) -> None:
        with opened(place) as index:
            index.put([reading(f"{number}.md", f"neige {number} " * 2000) for number in range(20)])
        data = bytearray(place.read_bytes())
        data[4096 * 2 :] = b"\xaa" * (len(data) - 4096 * 2)
        place.write_bytes(data)
        with opened(place) as index, pytest.raises(DamagedIndex):
            index.hits(index.find("neige"), 0, len(index.summaries()))

    def test_a_place_that_takes_no_file(self, tmp_path: Path) -> None:
        (tmp_path / "index").write_text("a file")
        with opened(place_of_index(tmp_path, ROOT)) as index:
            index.put([reading("a.md", "neige")])
            assert found(index, "neige") == ["a.md"]
            assert not index.is_kept

    def test_a_place_that_is_a_folder(self, place: Path) -> None:
        place.mkdir(parents=True)
        with opened(place) as index:
            assert not index.is_kept

    def test_one_that_another_process_has(self, place: Path) -> None:
        with opened(place) as first, opened(place) as second:
            assert (first.is_kept, second.is_kept) == (True, False)

    def test_one_that_cannot_be_thrown_away(self, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        place.parent.mkdir(parents=True)
        place.write_bytes(b"something else" * 100)
        monkeypatch.setattr(Path, "unlink", lambda *_, **__: (_ for _ in ()).throw(PermissionError()))
        discard(place)
        with opened(place) as index:
            assert not index.is_kept

    def test_what_nobody_opened_for_half_a_year_goes(self, tmp_path: Path, place: Path) -> None:
        day = 24 * 3600
        old = place_of_index(tmp_path, Path("/old"))
        for one, root in ((place, ROOT), (old, Path("/old"))):
            with opened(one, root):
                pass
            os.utime(one, (0, 0))
        with opened(place):
            pass
        forget_old(tmp_path, place.stat().st_mtime + 100 * day)
        assert (place.exists(), old.exists()) == (True, False)
        forget_old(tmp_path, place.stat().st_mtime + 200 * day)
        assert not place.exists()
        forget_old(tmp_path / "nothing", 0)

    def test_a_closed_one_tells_so(self, place: Path) -> None:
        index = Index(ROOT, place)
        index.close()
        with pytest.raises(DamagedIndex):
            index.stamps()
        index.close()

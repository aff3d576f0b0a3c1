from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt

from editor.blog.collection import ArticleSummary
from editor.rendering.page import written_day
from editor.ui.library.article_model import SUMMARY_ROLE, ArticleModel, folded, matching
from editor.ui.library.article_row import facts

_SNOW = ArticleSummary(Path("/b/premiere-neige.md"), "Première neige ❄️", date(2025, 10, 12), False, None)
_BREAD = ArticleSummary(Path("/b/slow-bread.md"), "Slow Bread", None, True, None)
_ODD = ArticleSummary(Path("/b/odd.md"), "odd", None, False, "not-utf-8")
_ALL = (_SNOW, _BREAD, _ODD)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("", _ALL),
        ("   ", _ALL),
        ("première", (_SNOW,)),
        ("PREMIERE", (_SNOW,)),
        ("neige pre", (_SNOW,)),
        ("❄️", (_SNOW,)),
        ("slow-b", (_BREAD,)),
        ("bread neige", ()),
    ],
)
def test_words_match_title_and_file_name(words: str, found: tuple[ArticleSummary, ...]) -> None:
    assert matching(_ALL, words) == found


def test_folded_text_has_no_accents_and_no_case() -> None:
    assert folded("Été ŒUVRE Straße") == "ete œuvre strasse"


@pytest.mark.usefixtures("qapp")
def test_a_row_an_article() -> None:
    model = ArticleModel()
    model.show_summaries(_ALL)
    index = model.index(1, 0)
    assert model.rowCount() == 3
    assert model.rowCount(index) == 0
    assert model.data(index, Qt.ItemDataRole.DisplayRole) == "Slow Bread"
    assert model.data(index, Qt.ItemDataRole.AccessibleTextRole) == "Slow Bread"
    assert model.data(index, Qt.ItemDataRole.ToolTipRole) == str(_BREAD.path)
    assert model.data(index, SUMMARY_ROLE) is _BREAD
    assert model.data(index, Qt.ItemDataRole.DecorationRole) is None
    assert model.data(QModelIndex(), Qt.ItemDataRole.DisplayRole) is None
    assert model.row_of(_ODD.path) == 2
    assert model.row_of(Path("/b/other.md")) == -1
    assert model.row_of(None) == -1


@pytest.mark.usefixtures("qapp")
def test_the_same_articles_leave_the_rows_alone() -> None:
    model = ArticleModel()
    resets: list[None] = []
    model.modelReset.connect(lambda: resets.append(None))
    model.show_summaries(_ALL)
    model.show_summaries(tuple(_ALL))
    assert len(resets) == 1


def test_the_second_line_tells_date_draft_or_fault() -> None:
    assert facts(_SNOW) == (written_day(date(2025, 10, 12), "en"), "soft_text")
    assert facts(_BREAD) == ("No date · Draft", "warning")
    assert facts(_ODD)[1] == "error"

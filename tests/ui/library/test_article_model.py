from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt

from editor.blog.collection import ArticleSummary
from editor.index.arranging import Section
from editor.rendering.page import written_day
from editor.ui.library.article_model import SECTION_ROLE, SUMMARY_ROLE, ArticleModel, facts

_SNOW = ArticleSummary(Path("/b/premiere-neige.md"), "Première neige ❄️", date(2025, 10, 12), False, None)
_BREAD = ArticleSummary(Path("/b/slow-bread.md"), "Slow Bread", None, True, None)
_ODD = ArticleSummary(Path("/b/odd.md"), "odd", None, False, "not-utf-8")
_LATER = ArticleSummary(Path("/b/later.md"), "Later", date(2999, 1, 2), False, None)
_ALL = (_SNOW, _BREAD, _ODD)


@pytest.mark.usefixtures("qapp")
def test_a_row_an_article() -> None:
    model = ArticleModel()
    model.show_rows(_ALL)
    index = model.index(1, 0)
    assert model.rowCount() == 3
    assert model.rowCount(index) == 0
    assert model.data(index, Qt.ItemDataRole.DisplayRole) == "Slow Bread"
    assert model.data(index, Qt.ItemDataRole.AccessibleTextRole) == "Slow Bread, No date · Draft"
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
    model.show_rows(_ALL)
    model.show_rows(tuple(_ALL))
    assert len(resets) == 1


def test_the_second_line_tells_date_draft_or_fault() -> None:
    assert facts(_SNOW) == (written_day(date(2025, 10, 12), "en"), "soft_text")
    assert facts(_BREAD) == ("No date · Draft", "warning")
    assert facts(_ODD)[1] == "error"
    assert facts(_LATER) == (f"{written_day(date(2999, 1, 2), 'en')} · In the future", "link")


@pytest.mark.usefixtures("qapp")
def test_headings_are_passed_over_by_keys() -> None:
    model = ArticleModel()
    section = Section("2025", 1)
    model.show_rows((section, _SNOW, Section("", 2), _BREAD, _ODD))
    heading = model.index(0, 0)
    assert model.data(heading, Qt.ItemDataRole.DisplayRole) == "2025 · 1 article"
    assert model.data(model.index(2, 0), Qt.ItemDataRole.AccessibleTextRole) == "No date · 2 articles"
    assert model.data(heading, SECTION_ROLE) is section
    assert model.data(heading, SUMMARY_ROLE) is None
    assert model.data(heading, Qt.ItemDataRole.ToolTipRole) is None
    assert model.flags(heading) == Qt.ItemFlag.NoItemFlags
    assert model.flags(model.index(1, 0)) & Qt.ItemFlag.ItemIsSelectable
    assert model.articles == 3
    assert model.first_article().row() == 1
    model.show_rows(())
    assert not model.first_article().isValid()

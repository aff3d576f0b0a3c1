"""The list of problems."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QTreeWidgetItem, QWidget

from editor.blog.problems import Problem
from editor.ui.problems.pane import counts_words
from editor.ui.problems.problem_list import Found, ProblemList
from editor.ui.theme import load_theme

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

ROOT = Path("/blog")


def problem(line: int, rule: str = "draft") -> Problem:
    return Problem(rule, "note", "", line, 0)


@pytest.fixture
def shown(qtbot: QtBot) -> Iterator[ProblemList]:
    parent = QWidget()
    qtbot.addWidget(parent)
    yield ProblemList(load_theme("light"), parent)
    parent.close()


def row(shown: ProblemList, number: int) -> QTreeWidgetItem:
    item = shown.topLevelItem(number)
    assert item is not None
    return item


def rows(shown: ProblemList) -> list[str]:
    found, item = [], shown.topLevelItem(0)
    while item is not None:
        found.append(f"{item.text(0)} {item.text(1)}".strip())
        item = shown.itemBelow(item)
    return found


def test_the_problems_of_a_blog_stand_below_their_articles(shown: ProblemList) -> None:
    shown.show_articles(
        [(ROOT / "a.md", [problem(2)]), (ROOT / "b.md", []), (Path("/c.md"), [problem(0)])], ROOT
    )
    draft = "The article is a draft."
    assert rows(shown) == ["a.md 1", f"{draft} Line 3", "/c.md 1", f"{draft} Line 1"]


def test_the_dot_of_a_row_keeps_its_colour_where_that_is_selected(shown: ProblemList) -> None:
    shown.show_problems([problem(0)])
    dots = [row(shown, 0).icon(0).pixmap(12, mode) for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected)]
    assert dots[0].toImage() == dots[1].toImage()


def test_there_are_not_more_than_anyone_looks_at(shown: ProblemList) -> None:
    many = [problem(line) for line in range(1500)]
    shown.show_articles([(ROOT / name, many) for name in ("a.md", "b.md", "c.md")], ROOT)
    found = rows(shown)
    assert len(found) == 2 + 2000 + 1
    assert found[-1] == "2500 more are not shown."


def test_the_row_that_is_current_stays_though_lines_move(shown: ProblemList) -> None:
    shown.show_problems([problem(2), problem(3, "no-alt-text")])
    shown.setCurrentItem(row(shown, 1))
    pointed: list[Found | None] = []
    shown.problem_pointed.connect(pointed.append)
    shown.show_problems([problem(4), problem(5, "second-title"), problem(9, "no-alt-text")])
    assert pointed[-1] == Found(None, problem(9, "no-alt-text"))
    shown.show_problems([problem(4)])
    assert pointed[-1] is None


def test_return_leads_to_the_place(shown: ProblemList, qtbot: QtBot) -> None:
    shown.show_problems([problem(2)])
    shown.setCurrentItem(row(shown, 0))
    with qtbot.waitSignal(shown.problem_activated) as activated:
        qtbot.keyClick(shown, Qt.Key.Key_Return)
    assert activated.args == [Found(None, problem(2))]


def test_the_names_of_articles_lead_nowhere(shown: ProblemList, qtbot: QtBot) -> None:
    shown.show_articles([(ROOT / "a.md", [problem(2)])], ROOT)
    with qtbot.assertNotEmitted(shown.problem_activated):
        shown.itemClicked.emit(row(shown, 0), 0)


def test_the_dots_follow_the_theme(shown: ProblemList) -> None:
    shown.show_articles([(ROOT / "a.md", [problem(2)])], ROOT)
    item = shown.itemBelow(row(shown, 0))
    assert item is not None
    before = item.icon(0).cacheKey()
    shown.set_theme(load_theme("dark"))
    assert item.icon(0).cacheKey() != before


def test_counts_in_words() -> None:
    several = [Problem("a", severity, "", 0, 0) for severity in ("error", "note", "error", "warning")]
    assert counts_words(several) == "2 errors · 1 warning · 1 note"
    assert counts_words([]) == "Nothing to look at"

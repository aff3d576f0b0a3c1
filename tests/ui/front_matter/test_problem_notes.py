from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QToolButton

from editor.blog.problems import Problem
from editor.text.change import Edit
from editor.ui.front_matter.problem_notes import ProblemNotes, WordedProblem
from editor.ui.theme import load_theme
from tests.ui.front_matter.conftest import Article, write

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

MISSING = WordedProblem(Problem("missing", "error", "description", 1, 0), "The description is missing 🌞.")
QUOTED = WordedProblem(
    Problem("wrong-type", "warning", "title", 2, 7, repair=(Edit(0, 0, ""),)), "This is a number.", "Quote it"
)
WHOLE = WordedProblem(Problem("fence", "error", "", 4, 0), "The fence is inside a text.")


def words(notes: ProblemNotes) -> list[str]:
    return [label.text() for label in notes.findChildren(QLabel, "note") if label.isVisible()]


def repair_button(notes: ProblemNotes) -> QToolButton:
    (button,) = (each for each in notes.findChildren(QToolButton, "repair") if each.isVisible())
    return button


def open_with_problems(qtbot: QtBot, article: Article, *problems: WordedProblem) -> None:
    article.open("title: 1\n")
    article.pane.show_problems(problems)
    qtbot.waitUntil(lambda: article.pane.form.isVisible())


def notes_of(article: Article, key: str) -> ProblemNotes:
    return article.pane.form.notes_of(key)


def test_a_problem_is_said_at_its_field(qtbot: QtBot, article: Article) -> None:
    open_with_problems(qtbot, article, MISSING, QUOTED)
    assert words(notes_of(article, "description")) == ["The description is missing 🌞."]
    assert words(notes_of(article, "title")) == ["This is a number."]
    assert not article.pane.form.notes.isVisible()


def test_a_problem_of_no_field_is_said_above_all(qtbot: QtBot, article: Article) -> None:
    open_with_problems(qtbot, article, WHOLE)
    assert words(article.pane.form.notes) == ["The fence is inside a text."]


def test_the_repair_is_asked_for_by_its_button(qtbot: QtBot, article: Article) -> None:
    open_with_problems(qtbot, article, MISSING, QUOTED)
    button = repair_button(notes_of(article, "title"))
    assert button.text() == "Quote it"
    with qtbot.waitSignal(article.pane.repair_requested) as asked:
        QTest.keyClick(button, Qt.Key.Key_Space)
    assert asked.args == [QUOTED.problem]


def test_what_is_mended_is_no_longer_said(qtbot: QtBot, article: Article) -> None:
    open_with_problems(qtbot, article, MISSING, QUOTED)
    article.pane.show_problems((MISSING,))
    assert not notes_of(article, "title").isVisible()
    article.pane.set_head_document(None)
    assert article.pane.header.problems.isHidden()


def test_a_problem_stays_while_its_field_is_written(qtbot: QtBot, article: Article) -> None:
    open_with_problems(qtbot, article, QUOTED)
    write(article.editor("title").stops()[0], "x")
    assert words(notes_of(article, "title")) == ["This is a number."]


def test_the_header_counts_and_leads_to_the_first(qtbot: QtBot, article: Article) -> None:
    open_with_problems(qtbot, article, QUOTED, MISSING)
    header = article.pane.header
    assert header.problems.text() == "2 problems"
    assert header.problems.property("tone") == "error"
    article.pane.set_folded(True)
    QTest.mouseClick(header.problems, Qt.MouseButton.LeftButton)
    assert not article.pane.is_folded()
    assert article.editor("title").has_focus_within()
    article.pane.show_problems((QUOTED,))
    assert header.problems.text() == "1 problem"
    assert header.problems.property("tone") == "warning"
    article.pane.show_problems(())
    article.pane.lead_to_problem()
    assert not header.problems.isVisible()


def test_in_the_text_the_header_leads_to_the_place(qtbot: QtBot, article: Article) -> None:
    article.open("title: 1\ntags: [🌞, b]\n")
    problem = Problem("wrong-type", "error", "tags", 2, 10)
    article.pane.show_problems((WordedProblem(problem, "No."),))
    article.pane.show_text(True)
    article.pane.lead_to_problem()
    cursor = article.pane.head_text.box.textCursor()
    # One more than the column: Qt counts UTF-16 units.
    assert (cursor.blockNumber(), cursor.positionInBlock()) == (2, 11)
    assert article.pane.head_text.box.hasFocus()
    article.pane.head_text.lead_to(99, 0)
    assert article.pane.head_text.box.textCursor().blockNumber() == 2


def test_a_problem_of_no_field_is_led_to(qtbot: QtBot, article: Article) -> None:
    article.pane.window().resize(500, 300)
    article.open("".join(f"field{number}: x\n" for number in range(20)))
    article.pane.show_problems((WHOLE,))
    bar = article.pane.form.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    article.pane.lead_to_problem()
    assert bar.value() < bar.maximum()


def test_another_theme_keeps_the_problems(qtbot: QtBot, article: Article) -> None:
    open_with_problems(qtbot, article, QUOTED)
    article.pane.set_theme(load_theme("dark"))
    qtbot.waitUntil(lambda: words(notes_of(article, "title")) == ["This is a number."])
    assert repair_button(notes_of(article, "title")).accessibleName() == "Quote it: This is a number."


def test_the_header_s_tool_tip_has_the_words(qtbot: QtBot, article: Article) -> None:
    open_with_problems(qtbot, article, QUOTED, MISSING)
    assert article.pane.header.problems.toolTip() == "This is a number.\nThe description is missing 🌞."
    article.pane.show_problems((QUOTED,) * 20)
    assert article.pane.header.problems.toolTip().endswith("number.\n…")


def test_broken_text_is_repaired_by_a_button_beside_its_fault(qtbot: QtBot, article: Article) -> None:
    article.open("title: @x\n")
    repair = article.pane.head_text.repair
    assert article.pane.head_text.fault.isVisible()
    assert not repair.isVisible()
    problem = Problem("unquoted-at", "error", "title", 1, 7, repair=(Edit(7, 9, "'@x'"),))
    article.pane.show_problems((WordedProblem(problem, "@ needs quotes.", "Quote it"),))
    assert repair.text() == "Quote it"
    with qtbot.waitSignal(article.pane.repair_requested) as asked:
        QTest.mouseClick(repair, Qt.MouseButton.LeftButton)
    assert asked.args == [problem]
    article.pane.show_problems(())
    assert not repair.isVisible()


def test_a_wide_button_stands_below_the_words(qtbot: QtBot, article: Article) -> None:
    long = WordedProblem(QUOTED.problem, "This is a number.", "Write the number as a text 🌞")
    article.pane.window().resize(400, 900)
    open_with_problems(qtbot, article, long)
    button = repair_button(notes_of(article, "title"))
    (label,) = (each for each in notes_of(article, "title").findChildren(QLabel, "note"))
    qtbot.waitUntil(lambda: button.y() >= label.geometry().bottom())
    article.pane.window().resize(1200, 900)
    qtbot.waitUntil(lambda: button.x() > label.geometry().right())

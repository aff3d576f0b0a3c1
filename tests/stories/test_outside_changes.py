"""Another program writes to files that are open: what was not changed here follows, what was is merged."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QRadioButton

from editor.ui.dialogs.differences_dialog import DifferencesDialog
from editor.ui.dialogs.merge_dialog import MergeDialog

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.stories.desk import Desk

_NAME = "slow-bread.md"
_CHANGED = "The file was changed by another program, and you changed the text too."


def replace_in(path: Path, *words: tuple[str, str]) -> None:
    """Have another program replace words of the file at path, by a new file in its place."""
    text = path.read_text("utf-8")
    for old, new in words:
        assert old in text
        text = text.replace(old, new)
    script = "import pathlib, sys; new, old = map(pathlib.Path, sys.argv[1:]);"
    script += "new.write_bytes(sys.stdin.buffer.read()); new.replace(old)"
    run = [sys.executable, "-c", script, str(path.with_name(".other")), str(path)]
    subprocess.run(run, input=text.encode(), check=True)


@pytest.fixture
def path(desk: Desk, blog: Path) -> Path:
    desk.click_article(_NAME)
    return blog / "src/content/blog" / _NAME


def when_open(kind: type, work: Callable[[], None]) -> None:
    """Do work once a dialog of this kind is open."""

    def look() -> None:
        if isinstance(QApplication.activeModalWidget(), kind):
            work()
        else:
            QTimer.singleShot(20, look)

    QTimer.singleShot(0, look)


def test_an_unchanged_article_follows_where_it_stands(desk: Desk, path: Path) -> None:
    view = desk.writing
    desk.press(Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    desk.wait(lambda: view.verticalScrollBar().value() > 0)
    line = view.textCursor().block().text()
    place = view.cursorRect().top()
    before = desk.article.text()
    paragraph = next(it for it in before.split("\n\n")[2:] if len(it) > 60)
    replace_in(
        path, (paragraph, f"New above.\n\nAnd more.\n\n{paragraph}"), ("title:", "subtitle: x\ntitle:")
    )
    desk.wait(lambda: "And more." in desk.article.text())
    assert view.textCursor().block().text() == line
    assert abs(view.cursorRect().top() - place) <= 2
    assert desk.article.text() == path.read_text("utf-8")
    assert not desk.article.is_modified()
    assert desk.outside_words() == ""
    desk.run("edit.undo")
    assert "And more." not in desk.article.text()


def test_the_page_stays_where_it_is_read(desk: Desk, path: Path) -> None:
    last = path.read_text("utf-8").rstrip().split("\n")[-1]
    desk.wait_for_page("What you need")
    assert desk.ask_page("document.documentElement.scrollHeight > 2 * innerHeight")
    replace_in(path, (last, f"{last}\n\nNew at the end."))
    desk.wait_for_page("New at the end.")
    assert desk.ask_page("scrollY") == 0


def test_changes_apart_are_merged_by_one_click(desk: Desk, path: Path) -> None:
    desk.type("Mine 🥖 ")
    mine = desk.article.body_text()
    replace_in(path, ("title:", "subtitle: x\ntitle:"))
    desk.wait_for_outside(_CHANGED)
    desk.press_outside("Merge")
    assert desk.outside_words() == "1 passage came in from the file. Your own changes are kept."
    assert desk.article.body_text() == mine
    assert desk.article.text().startswith("---\nsubtitle: x\n")
    desk.run("file.save")
    assert desk.outside_words() == ""
    assert path.read_text("utf-8") == desk.article.text()


def test_conflicts_are_decided_one_by_one(desk: Desk, path: Path) -> None:
    desk.type("Mine ")
    first = desk.article.body_text().strip().split("\n")[0]
    replace_in(path, (first.removeprefix("Mine "), "Theirs."))
    desk.wait_for_outside(_CHANGED)
    seen: list[bool] = []

    def decide() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, MergeDialog)
        merge = dialog.findChildren(QDialogButtonBox)[0].buttons()[0]
        seen.append(merge.isEnabled())
        choice = next(it for it in dialog.findChildren(QRadioButton) if it.text() == "Both")
        choice.setFocus()
        desk.qtbot.keyClick(choice, Qt.Key.Key_Space)
        seen.append(merge.isEnabled())
        desk.qtbot.mouseClick(merge, Qt.MouseButton.LeftButton)

    when_open(MergeDialog, decide)
    desk.press_outside("Merge")
    assert seen == [False, True]
    assert f"{first}\nTheirs." in desk.article.body_text()
    desk.run("edit.undo")
    assert "Theirs." not in desk.article.body_text()


def test_differences_are_shown_and_nothing_is_changed(desk: Desk, path: Path) -> None:
    desk.type("Mine ")
    before = desk.article.text()
    replace_in(path, ("title:", "subtitle: x\ntitle:"))
    desk.wait_for_outside(_CHANGED)
    words: list[str] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, DifferencesDialog)
        words.append(dialog.view.document().toPlainText())
        dialog.reject()

    when_open(DifferencesDialog, look)
    desk.press_outside("Show differences")
    assert "− subtitle: x" in words[0]
    assert "+ Mine " in words[0]
    assert desk.article.text() == before
    assert desk.outside_words() == _CHANGED


def test_each_article_has_its_own_bar(desk: Desk, path: Path) -> None:
    desk.type("Mine ")
    desk.click_article("small-tools.md")
    replace_in(path, ("title:", "subtitle: x\ntitle:"))
    article = desk.workspace.article_at(path)
    assert article is not None
    desk.wait(lambda: desk.window.desk.outside.outside_of(article) is not None)
    assert desk.outside_words() == ""
    desk.workspace.set_current(article)
    assert desk.outside_words() == _CHANGED

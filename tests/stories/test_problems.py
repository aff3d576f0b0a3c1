"""Before publishing: what is to be looked at in the article and in the blog, and what is done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton, QTreeWidget, QTreeWidgetItem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.stories.desk import Desk

_TEXT: Final = """---
title: "Un essai"
description: "Ce qu’il ne faut pas faire dans un article, et ce que le carnet en dit."
pubDate: "2025-01-01"
heroImage: "../../assets/col-a-l-aube.jpg"
draft: true
lang: fr
---

😀 Bonjour ! ![](../../assets/cairn.webp)

![cairn][r]

[r]: ../../assets/cairn.webp
"""


class Problems:
    """The list of problems, as a writer uses it."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.list = desk.find(QTreeWidget, "problems")

    def items(self) -> Iterator[QTreeWidgetItem]:
        item = self.list.topLevelItem(0)
        while item is not None:
            yield item
            item = self.list.itemBelow(item)

    def words(self) -> list[str]:
        return [item.text(0) for item in self.items()]

    def wait_for(self, *words: str) -> None:
        self.desk.wait(lambda: self.words() == list(words))

    def click(self, words: str, number: int = 0) -> None:
        item = [item for item in self.items() if item.text(0) == words][number]
        self.list.scrollToItem(item)
        place = self.list.visualItemRect(item).center()
        self.desk.qtbot.mouseClick(self.list.viewport(), Qt.MouseButton.LeftButton, pos=place)

    def press(self, kind: type[QPushButton | QToolButton], name: str) -> None:
        self.desk.qtbot.mouseClick(self.desk.find(kind, name), Qt.MouseButton.LeftButton)

    def button(self, name: str) -> QPushButton:
        return self.desk.find(QPushButton, name)


_DRAFT: Final = "The article is a draft."
_SPACE: Final = "1 no-break space of French is missing."
_ALT: Final = "The image has no words in its place."
_UNUSED: Final = "Nothing refers to [r]."
_REFERENCE: Final = (
    "Astro does not bring ../../assets/cairn.webp onto the page: it leaves images by reference as they are."
)


@pytest.fixture
def path(blog: Path) -> Path:
    path = blog / "src/content/blog/un-essai.md"
    path.write_text(_TEXT, "utf-8")
    return path


@pytest.fixture
def desk(start: Callable[..., Desk], blog: Path, path: Path) -> Desk:
    desk = start(blog, path)
    desk.wait_for_articles(14)
    return desk


@pytest.fixture
def problems(desk: Desk) -> Problems:
    desk.run("view.problems")
    problems = Problems(desk)
    problems.wait_for(_DRAFT, _SPACE, _ALT, _REFERENCE)
    return problems


def test_the_status_bar_counts_them_and_opens_the_list(desk: Desk) -> None:
    count = desk.find(QToolButton, "problems_count")
    desk.wait(lambda: count.text() == "1 error · 1 warning · 2 notes")
    pane = desk.window.desk.problems
    assert not pane.isVisible()
    desk.qtbot.mouseClick(count, Qt.MouseButton.LeftButton)
    assert pane.isVisible()
    Problems(desk).press(QToolButton, "close_problems")
    assert not pane.isVisible()


def test_each_leads_to_its_place(problems: Problems, desk: Desk) -> None:
    problems.click(_REFERENCE)
    assert desk.writing.hasFocus()
    cursor = desk.writing.textCursor()
    assert (cursor.block().text(), cursor.positionInBlock()) == ("![cairn][r]", 0)
    problems.click(_ALT)
    assert desk.writing.textCursor().positionInBlock() == len("😀 Bonjour ! ") + 1
    problems.click(_DRAFT)
    assert desk.window.desk.front_matter.form.editors["draft"].isAncestorOf(desk.focused())
    desk.run("view.fold_front_matter")
    desk.run("view.front_matter_text")
    problems.click(_DRAFT)
    assert desk.window.desk.front_matter.head_text.box.textCursor().blockNumber() == 5


def test_what_is_pointed_at_is_explained_and_mended(problems: Problems, desk: Desk) -> None:
    problems.click(_ALT)
    told = desk.texts(desk.window.desk.problems)
    assert "Who does not see the image has only its words, and so have search engines." in told
    assert not problems.button("problem_repair").isVisible()
    problems.click(_REFERENCE)
    assert problems.button("problem_repair").text() == "Write the address here"
    problems.press(QPushButton, "problem_repair")
    assert "![cairn](../../assets/cairn.webp)" in desk.article.body_text()
    problems.wait_for(_DRAFT, _SPACE, _ALT, _UNUSED)
    problems.click(_SPACE)
    problems.press(QPushButton, "problem_repair")
    assert "Bonjour\u202f!" in desk.article.body_text()
    problems.wait_for(_DRAFT, _ALT, _UNUSED)
    desk.writing.undo()
    problems.wait_for(_DRAFT, _SPACE, _ALT, _UNUSED)


def test_the_list_follows_what_is_typed(problems: Problems, desk: Desk) -> None:
    desk.writing.setFocus()
    desk.type("#### Trop bas\n\n")
    problems.wait_for(
        _DRAFT, "Here a level is left out: #### comes where ## is the next one.", _SPACE, _ALT, _REFERENCE
    )


def test_a_repair_of_what_has_changed_meanwhile_is_not_made(problems: Problems, desk: Desk) -> None:
    problems.click(_SPACE)
    desk.writing.insertPlainText("x")
    text = desk.article.text()
    problems.press(QPushButton, "problem_repair")
    assert desk.article.text() == text
    assert "Not repaired" in desk.window.statusBar().currentMessage()


def test_a_rule_is_switched_off_for_the_blog_and_on_again(problems: Problems, desk: Desk) -> None:
    problems.click(_ALT)
    problems.press(QPushButton, "problem_silence")
    problems.wait_for(_DRAFT, _SPACE, _REFERENCE)
    assert desk.find(QToolButton, "problems_count").text() == "1 error · 2 notes"
    off = desk.find(QToolButton, "rules_off")
    assert off.text() == "1 rule is off"
    (action,) = off.menu().actions()
    assert action.text() == "Tell of “no-alt-text” again"
    assert action.toolTip().startswith("Who does not see the image")
    assert off.menu().toolTipsVisible()
    action.trigger()
    problems.wait_for(_DRAFT, _SPACE, _ALT, _REFERENCE)
    assert not off.isVisible()


def test_the_whole_blog_is_looked_at(problems: Problems, desk: Desk, blog: Path) -> None:
    desk.run("blog.check")
    desk.wait(lambda: "src/content/blog/un-essai.md" in problems.words())
    desk.wait(lambda: desk.find(QToolButton, "check_blog").isVisible())
    assert problems.words().count(_DRAFT) == 2
    problems.click(_DRAFT)
    assert desk.article.path == blog / "src/content/blog/night-train.md"
    other = blog / "src/content/blog/small-tools.md"
    other.write_text(other.read_text("utf-8").replace("---\n", "---\ndraft: true\n", 1), "utf-8")
    problems.press(QToolButton, "check_blog")
    desk.wait(lambda: problems.words().count(_DRAFT) == 3)
    desk.run("blog.check")
    desk.wait(lambda: desk.find(QToolButton, "check_blog").isVisible())


def test_a_repair_in_another_article_is_made_there_unsaved(
    problems: Problems, desk: Desk, path: Path
) -> None:
    desk.click_article("slow-bread.md")
    problems.press(QToolButton, "scope_blog")
    desk.wait(lambda: _SPACE in problems.words())
    desk.wait(lambda: desk.find(QToolButton, "check_blog").isVisible())
    problems.click(_REFERENCE)
    problems.press(QPushButton, "problem_repair")
    assert desk.article.path == path
    assert "![cairn](../../assets/cairn.webp)" in desk.article.body_text()
    assert path.read_text("utf-8") == _TEXT
    desk.run("file.save")
    desk.wait(lambda: _REFERENCE not in problems.words())
    assert _SPACE in problems.words()


def test_looking_at_the_blog_can_be_stopped(problems: Problems, desk: Desk) -> None:
    desk.run("blog.check")
    problems.press(QToolButton, "cancel_check")
    assert desk.find(QToolButton, "check_blog").isVisible()
    assert not desk.find(QToolButton, "cancel_check").isVisible()
    assert problems.words() == []
    problems.press(QToolButton, "scope_article")
    problems.wait_for(_DRAFT, _SPACE, _ALT, _REFERENCE)


def test_a_look_at_the_blog_that_fails_leaves_no_bar(
    problems: Problems, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("editor.ui.problems.feed._looked", fail)
    with desk.qtbot.captureExceptions() as raised:
        desk.run("blog.check")
        desk.wait(lambda: bool(raised))
    assert not desk.find(QToolButton, "cancel_check").isVisible()
    assert desk.find(QToolButton, "check_blog").isVisible()
    assert problems.words() == []


def test_nothing_is_said_of_a_blog_that_nobody_has_looked_at(problems: Problems, desk: Desk) -> None:
    desk.run("blog.check")
    assert "Nothing to look at" not in desk.texts(desk.window.desk.problems)
    problems.press(QToolButton, "cancel_check")
    assert "Nothing to look at" not in desk.texts(desk.window.desk.problems)


def test_the_list_follows_to_another_blog(problems: Problems, desk: Desk, tmp_path: Path) -> None:
    other = tmp_path / "other"
    (other / "posts").mkdir(parents=True)
    (other / "posts/one.md").write_text("[a](./nowhere.md)\n", "utf-8")
    desk.run("blog.check")
    desk.wait(lambda: _DRAFT in problems.words())
    desk.workspace.open_folder(other)
    assert problems.words() == []
    desk.wait(lambda: "posts/one.md" in problems.words())
    assert _DRAFT not in problems.words()


def test_an_article_that_is_right_has_nothing(problems: Problems, desk: Desk) -> None:
    desk.click_article("slow-bread.md")
    desk.wait(lambda: desk.find(QToolButton, "problems_count").text() == "Nothing to look at")
    labels = desk.window.desk.problems.findChildren(QLabel)
    assert "Nothing to look at" in {label.text() for label in labels if label.isVisible()}
    assert problems.words() == []

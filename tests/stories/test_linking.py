"""Links are completed while they are typed: articles, their parts, images."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QListWidget

if TYPE_CHECKING:
    from pathlib import Path

    from tests.stories.desk import Desk


class Typed:
    """An article at whose end a writer types."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.writing = desk.writing
        self.writing.setFocus()
        self.writing.moveCursor(QTextCursor.MoveOperation.End)
        self.choices = desk.find(QListWidget, "choices")

    @property
    def line(self) -> str:
        return self.writing.textCursor().block().text()

    def shown(self) -> list[str]:
        if not self.choices.isVisible():
            return []
        return [self.choices.item(row).text().split("\n")[0] for row in range(self.choices.count())]

    def wait_for(self, *words: str) -> None:
        self.desk.wait(lambda: self.shown()[: len(words)] == list(words))


@pytest.fixture
def typed(desk: Desk, blog: Path) -> Typed:
    desk.open(blog / "src/content/blog/small-tools.md")
    return Typed(desk)


def test_an_article_by_its_title_without_its_accents(typed: Typed, desk: Desk) -> None:
    desk.type("[neige](premiere")
    typed.wait_for("Première neige au col")
    desk.press(Qt.Key.Key_Return)
    assert typed.line == "[neige](/blog/premiere-neige-au-col/)"
    assert typed.shown() == []


def test_a_part_of_the_article_that_was_chosen(typed: Typed, desk: Desk) -> None:
    desk.type("[pain](slow")
    typed.wait_for("Slow Bread, or How to Do Nothing for Eighteen Hours")
    desk.press(Qt.Key.Key_Tab)
    desk.type("#need")
    typed.wait_for("What you need")
    desk.press(Qt.Key.Key_Return)
    assert typed.line == "[pain](/blog/slow-bread/#what-you-need)"


def test_a_part_of_the_article_itself(typed: Typed, desk: Desk) -> None:
    desk.type("## Été à la fin")
    desk.press(Qt.Key.Key_Return)
    desk.type("[a](#ete)")
    desk.press(Qt.Key.Key_Left)
    desk.run("text.complete_link")
    typed.wait_for("Été à la fin")
    desk.press(Qt.Key.Key_Return)
    assert typed.line == "[a](#été-à-la-fin)"


def test_an_image_by_its_name(typed: Typed, desk: Desk) -> None:
    desk.type("![un cairn](cairn")
    typed.wait_for("cairn.webp")
    desk.press(Qt.Key.Key_Return)
    assert typed.line == "![un cairn](../../assets/cairn.webp)"


def test_the_keys_go_through_the_list_and_send_it_away(typed: Typed, desk: Desk) -> None:
    desk.type("[a](")
    desk.wait(lambda: len(typed.shown()) == 12)
    first = typed.shown()
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_Up)
    assert typed.choices.currentRow() == 1
    desk.press(Qt.Key.Key_PageDown)
    desk.press(Qt.Key.Key_PageUp)
    assert typed.choices.currentRow() == 1
    desk.press(Qt.Key.Key_Escape)
    assert typed.shown() == []
    desk.type("s")
    assert typed.shown() == []
    desk.run("text.complete_link")
    typed.wait_for("Slow Bread, or How to Do Nothing for Eighteen Hours")
    desk.press(Qt.Key.Key_Home)
    assert typed.shown() == []
    assert first[0].startswith("A Year")


def test_it_is_in_nobodys_way(typed: Typed, desk: Desk) -> None:
    desk.type("[a](")
    desk.wait(lambda: bool(typed.shown()))
    desk.type("https://a.fr")
    desk.wait(lambda: not typed.shown())
    desk.press(Qt.Key.Key_Return)
    assert typed.line == ""
    desk.type("```")
    desk.press(Qt.Key.Key_Return)
    desk.type("[a](slow")
    assert typed.shown() == []


def test_a_click_chooses(typed: Typed, desk: Desk) -> None:
    desk.type("[a](slow")
    typed.wait_for("Slow Bread, or How to Do Nothing for Eighteen Hours")
    place = typed.choices.visualItemRect(typed.choices.item(0)).center()
    desk.qtbot.mouseClick(typed.choices.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert typed.line == "[a](/blog/slow-bread/)"

"""The form of a blog that has a schema: fields, problems and their repairs, keys that it does not know."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QComboBox, QLabel, QToolButton

if TYPE_CHECKING:
    from pathlib import Path

    from editor.ui.front_matter.form import Form
    from editor.ui.front_matter.pane import FrontMatterPane
    from tests.stories.desk import Desk

_CONTROL = Qt.KeyboardModifier.ControlModifier
_KEYS = ["title", "description", "pubDate", "updatedDate", "heroImage", "tags", "draft", "lang"]
_ARTICLE = """---
title: 2024
description: 'Une année 🎈' # à garder
pubDate: 2024-02-12
mood: calm
---
Texte.
"""


def _pane(desk: Desk) -> FrontMatterPane:
    return desk.window.desk.front_matter


def _form(desk: Desk) -> Form:
    return _pane(desk).form


def _rows(desk: Desk) -> list[str]:
    """Answer the keys of the rows that are there, from above."""
    form = _form(desk)
    shown = [key for key, editor in form.editors.items() if editor.isVisible()]
    return sorted(shown, key=lambda key: form.editors[key].mapTo(form, QPoint()).y())


def _problems(desk: Desk, key: str) -> list[str]:
    notes = _form(desk).notes_of(key)
    return [label.text() for label in notes.findChildren(QLabel, "note") if label.isVisible()]


@pytest.fixture
def path(desk: Desk, blog: Path) -> Path:
    """Answer the file of an article of the sample blog that is open, its form by the schema."""
    path = blog / "src/content/blog/une-annee.md"
    path.write_text(_ARTICLE, "utf-8")
    desk.open(path)
    desk.wait(lambda: _rows(desk) == [*_KEYS, "mood"])
    return path


def test_the_form_has_the_fields_of_the_schema_in_its_order(desk: Desk) -> None:
    desk.click_article("slow-bread.md")
    desk.wait(lambda: _rows(desk) == _KEYS)
    assert _pane(desk).header.source() == "Fields from content.config.ts"
    box = _form(desk).editors["lang"].findChild(QComboBox)
    assert box is not None
    assert {"fr", "en"} <= {box.itemText(place) for place in range(box.count())}
    assert _pane(desk).header.problems.isHidden()
    assert not desk.article.is_modified()


def test_a_new_article_has_the_form_of_its_neighbours_and_no_problems_yet(desk: Desk) -> None:
    desk.workspace.new_article()
    desk.wait(lambda: _rows(desk) == _KEYS)
    title = desk.field("Title")
    desk.qtbot.mouseClick(title, Qt.MouseButton.LeftButton)
    assert _pane(desk).header.problems.isHidden()
    desk.type("Été")
    desk.wait(lambda: _pane(desk).header.problems.isVisible())
    assert desk.article.text() == '---\ntitle: "Été"\n---\n'  # in quotes, as its neighbours have it
    assert desk.field("Title") is title
    assert title.hasFocus()


def test_the_form_follows_a_schema_that_changes_on_the_disk(desk: Desk, blog: Path, path: Path) -> None:
    title = desk.field("Title")
    desk.qtbot.mouseClick(title, Qt.MouseButton.LeftButton)
    config = blog / "src/content.config.ts"
    new = config.with_name("config.new")
    source = config.read_text("utf-8")
    new.write_text(
        source.replace("lang:", "mood: z.enum(['calm', 'wild']),\n\t\t\trating: z.number(),\n\t\t\tlang:")
    )
    new.replace(config)  # as programs save
    desk.wait(lambda: _rows(desk) == [*_KEYS[:-1], "mood", "rating", "lang"])
    assert _form(desk).editors["mood"].findChild(QComboBox) is not None
    desk.wait(lambda: bool(_problems(desk, "rating")))
    assert desk.field("Title") is title
    assert title.hasFocus()
    config.write_text(source, "utf-8")
    desk.wait(lambda: _rows(desk) == [*_KEYS, "mood"])
    assert path.read_text("utf-8") == _ARTICLE


def test_a_problem_is_repaired_by_its_button(desk: Desk, path: Path) -> None:
    desk.wait(lambda: len(_problems(desk, "title")) == 1)
    assert _pane(desk).header.problems.text() == "1 problem"
    (button,) = _form(desk).notes_of("title").findChildren(QToolButton, "repair")
    desk.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    desk.wait(lambda: _pane(desk).header.problems.isHidden())
    assert _problems(desk, "title") == []
    assert desk.field("Title").hasFocus()
    desk.run("file.save")
    saved = path.read_text("utf-8")
    assert saved.replace('"', "'") == _ARTICLE.replace("title: 2024", "title: '2024'")
    desk.press(Qt.Key.Key_Z, _CONTROL)
    desk.wait(lambda: desk.article.text() == _ARTICLE)
    desk.wait(lambda: len(_problems(desk, "title")) == 1)


def test_a_problem_comes_and_goes_with_what_is_written(desk: Desk, path: Path) -> None:
    description = _form(desk).editors["description"].stops()[0]
    description.setFocus()
    desk.press(Qt.Key.Key_A, _CONTROL)
    desk.press(Qt.Key.Key_Delete)
    _form(desk).editors["description"].key_removed.emit("description")
    desk.wait(lambda: len(_problems(desk, "description")) == 1)
    assert _pane(desk).header.problems.text() == "2 problems"
    description.setFocus()
    desk.type("Une année 🎈")
    desk.wait(lambda: _problems(desk, "description") == [])
    desk.run("file.save")
    assert "description: Une année 🎈\n" in path.read_text("utf-8").replace("'", "")


def test_the_count_leads_to_the_first_problem_from_a_folded_form(desk: Desk, path: Path) -> None:
    del path
    desk.wait(lambda: _pane(desk).header.problems.isVisible())
    _pane(desk).set_folded(True)
    desk.qtbot.mouseClick(_pane(desk).header.problems, Qt.MouseButton.LeftButton)
    desk.wait(lambda: desk.field("Title").hasFocus())


def test_a_key_that_the_schema_does_not_know_is_in_a_group_of_its_own(desk: Desk, path: Path) -> None:
    heading = _form(desk).other_fields
    assert heading.text() == "Other fields (1)"
    heading.setFocus()
    desk.press(Qt.Key.Key_Space)
    assert _rows(desk) == _KEYS
    desk.press(Qt.Key.Key_Space)
    assert _rows(desk) == [*_KEYS, "mood"]
    mood = _form(desk).editors["mood"].stops()[0]
    mood.setFocus()
    desk.press(Qt.Key.Key_End)
    desk.type(" 🌱")
    desk.run("file.save")
    assert path.read_text("utf-8") == _ARTICLE.replace("mood: calm", "mood: calm 🌱")


def test_a_key_is_moved_with_its_comment_and_back(desk: Desk, path: Path) -> None:
    editor = _form(desk).editors["description"]
    menu = editor.menu(editor.stops()[0])
    (move,) = (action for action in menu.actions() if action.text().startswith("Move above “title”"))
    move.trigger()
    menu.deleteLater()
    line = "description: 'Une année 🎈' # à garder\n"
    moved = _ARTICLE.replace(line, "").replace("title:", line + "title:")
    assert desk.article.text() == moved
    desk.run("file.save")
    assert path.read_text("utf-8") == moved
    assert _rows(desk) == [*_KEYS, "mood"]
    editor.stops()[0].setFocus()
    desk.press(Qt.Key.Key_Z, _CONTROL)
    assert desk.article.text() == _ARTICLE


def test_broken_text_is_repaired_beside_its_fault(desk: Desk, path: Path) -> None:
    broken = _ARTICLE.replace("mood: calm", "mood: @calm")
    other = path.with_name("broken.md")
    other.write_text(broken, "utf-8")
    desk.open(other)
    repair = _pane(desk).head_text.repair
    desk.wait(repair.isVisible)
    desk.qtbot.mouseClick(repair, Qt.MouseButton.LeftButton)
    desk.wait(lambda: desk.article.front_matter().fault is None)
    desk.wait(lambda: _form(desk).isVisible())
    assert desk.article.text().replace('"', "'") == _ARTICLE.replace("mood: calm", "mood: '@calm'")

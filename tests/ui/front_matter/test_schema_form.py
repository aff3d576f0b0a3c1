"""The form of a blog that has a schema: its fields, where they come from, and those it does not know."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from editor.article.front_matter import read
from editor.blog.fields import form_fields
from editor.blog.problems import Problem
from editor.blog.schemas.guide import Collection, Guide, KeyUsage, Usage
from editor.blog.schemas.shapes import AnyShape, FlagShape, SchemaField, TextShape
from editor.ui.front_matter.field_label import FieldLabel
from editor.ui.front_matter.problem_notes import WordedProblem
from editor.ui.front_matter.words import source_tip, source_words
from editor.ui.theme import load_theme

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.front_matter.conftest import Article

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

RULES = (
    SchemaField("title", TextShape(), description="Shown above the text 🌞"),
    SchemaField("draft", FlagShape(), is_required=False),
)
COLLECTION = Collection("blog", Path("blog"), fields=RULES, has_schema=True, sources=("content.config.ts",))
HEAD = "mood: calm\ndraft: true\ntitle: Été 🌞\nweather: fair\n"


def show(article: Article, head: str = HEAD) -> None:
    article.open(head)
    front_matter = read(f"---\n{head}---\n")
    order = [entry.key for entry in front_matter.entries]
    article.pane.show_fields(form_fields(front_matter, Guide(COLLECTION)), order)


def visible_rows(article: Article) -> list[str]:
    form = article.pane.form
    shown = [key for key, editor in form.editors.items() if editor.isVisible()]
    return sorted(shown, key=lambda key: form.editors[key].mapTo(form, QPoint()).y())


def test_the_schema_s_fields_come_first_and_the_others_in_a_group(qtbot: QtBot, article: Article) -> None:
    show(article)
    qtbot.waitUntil(lambda: visible_rows(article) == ["title", "draft", "mood", "weather"])
    heading = article.pane.form.other_fields
    assert heading.text() == "Other fields (2)"
    top = heading.mapTo(article.pane.form, QPoint()).y()
    assert article.editor("draft").mapTo(article.pane.form, QPoint()).y() < top
    assert article.editor("mood").mapTo(article.pane.form, QPoint()).y() > top


def test_the_group_folds_but_hides_no_problem(qtbot: QtBot, article: Article) -> None:
    show(article)
    heading = article.pane.form.other_fields
    heading.setFocus()
    QTest.keyClick(heading, Qt.Key.Key_Space)
    assert visible_rows(article) == ["title", "draft"]
    assert heading.isVisible()
    problem = WordedProblem(Problem("unlikely", "warning", "weather", 4, 0), "Do you mean “whether”?")
    article.pane.show_problems((problem,))
    assert visible_rows(article) == ["title", "draft", "weather"]
    article.pane.set_theme(load_theme("dark"))
    QTest.keyClick(heading, Qt.Key.Key_Space)
    assert visible_rows(article) == ["title", "draft", "mood", "weather"]


def test_without_other_fields_there_is_no_group(article: Article) -> None:
    show(article, "title: x\n")
    assert not article.pane.form.other_fields.isVisible()


def test_a_label_says_what_is_required_and_what_it_means(article: Article) -> None:
    show(article)
    labels = {label.words(): label for label in article.pane.form.findChildren(FieldLabel)}
    assert labels["Title *"].toolTip() == "title, required\nShown above the text 🌞"
    assert labels["Draft"].toolTip() == "draft"
    assert labels["mood"].toolTip() == "mood"


@pytest.mark.parametrize(
    ("choice", "before"), [("Move above “mood”", "mood"), ("Move below “title”", "weather")]
)
def test_a_key_is_moved_by_its_menu(qtbot: QtBot, article: Article, choice: str, before: str) -> None:
    show(article)
    editor = article.editor("draft")
    menu = editor.menu(editor.stops()[0])
    (action,) = [action for action in menu.actions() if action.text().startswith(choice)]
    assert menu.actions()[-1].text() == "Remove this field"
    with qtbot.waitSignal(article.pane.key_moved) as moved:
        action.trigger()
    assert moved.args == ["draft", before]
    menu.deleteLater()


def test_a_key_that_is_only_offered_is_not_moved(article: Article) -> None:
    show(article, "title: x\n")
    menu = article.editor("draft").menu(QMenu(article.pane))
    assert not [action for action in menu.actions() if "Move" in action.text()]
    menu.deleteLater()


def test_the_header_names_the_source_while_the_form_is_shown(article: Article) -> None:
    show(article)
    pane = article.pane
    pane.show_source("Fields from content.config.ts", "Collection “blog”")
    assert pane.header.source() == "Fields from content.config.ts"
    pane.show_text(True)
    assert pane.header.source() == ""
    pane.show_text(False)
    pane.set_folded(True)
    assert pane.header.source() == ""
    assert pane.header.summary() == "Été 🌞"


def test_the_source_in_words() -> None:
    both = Collection("blog", Path("blog"), has_schema=True, sources=("schema.json", "content.config.ts"))
    used = Usage(3, (KeyUsage("title", 3, TextShape()),))
    assert source_words(Guide(COLLECTION)) == "Fields from content.config.ts"
    assert source_words(Guide(both)) == "Fields from schema.json and content.config.ts"
    assert source_words(Guide(None, used)) == "Fields as the other articles have them"
    assert source_words(Guide()) == ""
    assert source_tip(Guide(COLLECTION)) == "Fields from content.config.ts\nCollection “blog”\nblog"
    assert source_tip(Guide()) == ""
    partly = replace(COLLECTION, unread=(AnyShape("import", "docsSchema()"),))
    assert source_tip(Guide(partly)).endswith("\nblog\nThe schema takes this from elsewhere: docsSchema()")

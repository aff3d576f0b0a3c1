"""The form writes TOML where the article has it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLineEdit

from editor.blog.schemas.guide import NO_GUIDE, Collection, KeyUsage, Usage
from editor.blog.schemas.shapes import (
    DateShape,
    FlagShape,
    GroupShape,
    ListShape,
    NumberShape,
    SchemaField,
    TextShape,
    UnionShape,
)
from editor.ui.front_matter.field_editor import PLACE_MARK
from editor.ui.front_matter.group_field import GroupField
from editor.ui.front_matter.raw_field import SourceBox
from tests.ui.front_matter.conftest import Article, write

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pytestqt.qtbot import QtBot

    from editor.ui.front_matter.field_editor import FieldEditor

# Popups make the offscreen platform say what it cannot do.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

HEAD = """# intro 🌞
title = 'Été' # t
pubDate = 2022-07-08
tags = ["a", "b"]
draft = false

[seo] # s
card = true

[[links]]
name = "A"
"""


def open_toml(article: Article, rules: Iterable[SchemaField] = (), head: str = HEAD) -> None:
    collection = Collection("blog", Path("blog"), fields=tuple(rules), has_schema=True)
    article.guide = replace(NO_GUIDE, collection=collection) if collection.fields else NO_GUIDE
    article.open(head, "+++")


def enter(editor: FieldEditor | None, text: str) -> None:
    assert editor is not None
    line = editor.stops()[0]
    assert isinstance(line, QLineEdit)
    line.setFocus()
    line.selectAll()
    write(line, text)
    QTest.keyClick(line, Qt.Key.Key_Return)


def box_of(article: Article, key: str) -> SourceBox:
    box = article.editor(key).stops()[0]
    assert isinstance(box, SourceBox)
    return box


def write_source(box: SourceBox, text: str) -> None:
    box.setFocus()
    box.moveCursor(QTextCursor.MoveOperation.End)
    for number, line in enumerate(text.split("\n")):
        if number:
            QTest.keyClick(box, Qt.Key.Key_Return)
        write(box, line)
    QTest.keyClick(box, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_fields_are_edited_in_their_own_style(qtbot: QtBot, article: Article) -> None:
    open_toml(article)
    enter(article.editor("title"), "L'été")
    enter(article.editor("pubDate"), "24 December 2026")
    box = article.editor("draft").stops()[0]
    assert isinstance(box, QCheckBox)
    box.click()
    wanted = HEAD.replace("'Été'", '"L\'été"').replace("2022-07-08", "2026-12-24").replace("false", "true")
    assert article.head("+++") == wanted


def test_fields_of_the_template_are_offered_and_written_above_the_tables(
    qtbot: QtBot, article: Article
) -> None:
    open_toml(article)
    enter(article.editor("updatedDate"), "1 March 2025")
    assert article.head("+++") == HEAD.replace("false\n", "false\nupdatedDate = 2025-03-01\n")


def test_a_day_is_written_as_other_articles_write_it(qtbot: QtBot, article: Article) -> None:
    usage = Usage(2, keys=(KeyUsage("updatedDate", 2, DateShape(), "8 July 2022", "", ()),))
    rule = SchemaField("updatedDate", DateShape(), is_required=False)
    collection = Collection("blog", Path("blog"), fields=(rule,), has_schema=True)
    article.guide = replace(NO_GUIDE, collection=collection, usage=usage)
    article.open("title = 'x'\n", "+++")
    enter(article.editor("updatedDate"), "2025-03-01")
    assert article.head("+++") == "title = 'x'\nupdatedDate = \"1 March 2025\"\n"


@pytest.mark.parametrize(
    ("typed", "source"),
    [("hello world 🌞", '"hello world 🌞"'), ("5", "5"), ("[1, 'x']", "[1, 'x']"), ("", '""')],
)
def test_a_new_field_is_a_value_or_text(qtbot: QtBot, article: Article, typed: str, source: str) -> None:
    open_toml(article, head="title = 'x'\n")
    row = article.pane.form.new_field
    row.open()
    write(row.name, "note")
    write(row.value, typed)
    QTest.keyClick(row.value, Qt.Key.Key_Return)
    assert article.head("+++") == f"title = 'x'\nnote = {source}\n"


def test_a_table_is_edited_as_what_stands_below_its_header(qtbot: QtBot, article: Article) -> None:
    open_toml(article)
    assert box_of(article, "seo").text() == "card = true"
    write_source(box_of(article, "seo"), "\nimage = 'x'")
    assert article.head("+++") == HEAD.replace("card = true\n", "card = true\nimage = 'x'\n")


def test_a_list_of_tables_is_edited_with_its_headers(qtbot: QtBot, article: Article) -> None:
    open_toml(article)
    assert box_of(article, "links").text() == '[[links]]\nname = "A"'
    write_source(box_of(article, "links"), "\n[[links]]\nname = 'B'")
    assert article.head("+++") == HEAD + "[[links]]\nname = 'B'\n"


def test_a_source_that_is_no_value_says_why(qtbot: QtBot, article: Article) -> None:
    open_toml(article)
    write_source(box_of(article, "seo"), "\nimage = x")
    assert article.editor("seo").note().startswith("Line 2: “x” is not a value.")
    assert article.head("+++") == HEAD


def test_groups_and_lists_write_toml(qtbot: QtBot, article: Article) -> None:
    text = UnionShape((TextShape(), NumberShape()))
    seo = GroupShape((SchemaField("card", FlagShape()), SchemaField("day", DateShape(), is_required=False)))
    link = GroupShape((SchemaField("name", TextShape()), SchemaField("size", text, is_required=False)))
    rules = (SchemaField("seo", seo), SchemaField("links", ListShape(link)))
    open_toml(article, rules)
    group = article.editor("seo")
    assert isinstance(group, GroupField)
    enter(group.editor_at("day"), "24 December 2026")
    place = f"0{PLACE_MARK}links{PLACE_MARK}size"
    links = article.editor("links").editor_at("0")
    assert isinstance(links, GroupField)
    links.set_open(is_open=True)
    enter(article.editor("links").editor_at(place), "0x10")
    wanted = HEAD.replace("card = true\n", "card = true\nday = 2026-12-24\n")
    assert article.head("+++") == wanted.replace('"A"\n', '"A"\nsize = 16\n')


def test_its_text_is_coloured_as_toml(qtbot: QtBot, article: Article) -> None:
    open_toml(article)
    article.pane.show_text(True)
    qtbot.waitUntil(lambda: bool(article.document.findBlockByNumber(2).layout().formats()))
    formats = article.document.findBlockByNumber(2).layout().formats()
    assert [(form.start, form.length) for form in formats] == [(0, 5), (6, 1), (8, 5), (14, 3)]
    formats = box_of(article, "seo").document().firstBlock().layout().formats()
    assert [(form.start, form.length) for form in formats] == [(0, 4), (5, 1), (7, 4)]

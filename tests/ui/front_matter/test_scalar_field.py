from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from editor.blog.fields import Field
from editor.blog.schemas.shapes import ChoiceShape, FlagShape, NumberShape, SchemaField, TextShape, UnionShape
from editor.ui.front_matter.scalar_field import scalar_of
from tests.ui.front_matter.conftest import Article, write

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from editor.article.values import Value
    from editor.blog.schemas.shapes import Shape

TEXT, NUMBER, FLAG = TextShape(), NumberShape(), FlagShape()
RULE = SchemaField("version", UnionShape((TEXT, NUMBER)), is_required=False)


def line_of(article: Article) -> QLineEdit:
    line = article.editor("version").stops()[0]
    assert isinstance(line, QLineEdit)
    return line


def enter(article: Article, text: str) -> None:
    line_of(article).setFocus()
    line_of(article).selectAll()
    if text:
        write(line_of(article), text)
    else:
        QTest.keyClick(line_of(article), Qt.Key.Key_Backspace)
    QTest.keyClick(line_of(article), Qt.Key.Key_Return)


def test_a_number_stays_a_number_and_may_become_text(qtbot: QtBot, article: Article) -> None:
    article.open_with([RULE], "version: 1.50 # 🌞\n")
    assert line_of(article).text() == "1.50"
    enter(article, "2")
    assert article.head() == "version: 2 # 🌞\n"
    enter(article, "2 beta")
    assert article.head() == "version: 2 beta # 🌞\n"
    assert line_of(article).text() == "2 beta"


def test_text_stays_text(qtbot: QtBot, article: Article) -> None:
    article.open_with([RULE], "version: '1'\n")
    enter(article, "2")
    assert article.head() == "version: '2'\n"


def test_an_emptied_value_goes_with_its_key(qtbot: QtBot, article: Article) -> None:
    article.open_with([RULE], "version: 5\nother: 1\n")
    enter(article, "")
    assert article.head() == "other: 1\n"
    assert line_of(article).placeholderText() == "text, a number"


def test_what_is_none_of_them_is_said(qtbot: QtBot, article: Article) -> None:
    article.open_with(
        [SchemaField("version", UnionShape((NUMBER, FLAG, ChoiceShape(("x",)))))], "version: 5\n"
    )
    enter(article, "many")
    assert article.editor("version").note() == "This field takes: a number, true or false, x."
    assert article.edits == [("value", "version")] * 0
    enter(article, "true")
    assert article.head() == "version: true\n"
    assert article.editor("version").note() == ""


@pytest.mark.parametrize(
    ("options", "text", "is_text", "value"),
    [
        ((TEXT, NUMBER), "5", False, 5),
        ((TEXT, NUMBER), "5", True, "5"),
        ((TEXT, NUMBER), "[a", False, "[a"),
        ((TEXT, NUMBER), "a: b: 🌞", False, "a: b: 🌞"),
        ((TEXT, NUMBER), "[a]", False, "[a]"),
        ((TEXT, NUMBER), "", False, ""),
        ((NUMBER, FLAG), "", False, None),
        ((NUMBER, FLAG), "x", False, None),
        ((TEXT, FLAG), "true", False, True),
        ((TEXT,), "5", False, "5"),
    ],
)
def test_scalar_of(options: tuple[Shape, ...], text: str, is_text: bool, value: Value) -> None:
    field = Field("version", "scalar", None, rule=SchemaField("version", UnionShape(options)))
    assert scalar_of(text, field, is_text=is_text) == value


@pytest.mark.parametrize(
    ("text", "value"), [("0x1F", 31), ("yes", "yes"), ("true", True), ("5 km", "5 km"), ("'5'", "5")]
)
def test_scalar_of_toml(text: str, value: Value) -> None:
    rule = SchemaField("version", UnionShape((TEXT, NUMBER, FLAG)))
    assert scalar_of(text, Field("version", "scalar", None, rule=rule, format="toml"), is_text=False) == value

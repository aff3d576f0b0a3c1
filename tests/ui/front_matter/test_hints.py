from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel

from editor.blog.schemas.guide import Guide, KeyUsage, Usage
from editor.blog.schemas.shapes import (
    SchemaField,
    TextShape,
)
from editor.ui.front_matter.completion import WordCompleter
from tests.ui.front_matter.conftest import Article, write

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_the_schema_s_own_length_is_counted_where_it_is_less(qtbot: QtBot, article: Article) -> None:
    article.open_with([SchemaField("title", TextShape(longest=10))], "title: neuf 🌞\n")
    counter = article.editor("title").findChild(QLabel, "counter")
    assert isinstance(counter, QLabel)
    assert counter.text() == "7 / 10"
    line = article.editor("title").stops()[0]
    write(line, "abcd")
    assert counter.text() == "11 / 10"
    assert counter.property("tone") == "warning"  # an emoji is one character to a newer Zod
    write(line, "e")
    assert counter.text() == "12 / 10"
    assert counter.property("tone") == "error"
    assert "schema" in counter.toolTip()


def test_the_default_stands_where_no_value_is(article: Article) -> None:
    rule = SchemaField("mood", TextShape(), is_required=False, has_default=True, default="calm 🌞")
    article.open_with([rule], "")
    line = article.editor("mood").stops()[0]
    assert line.property("placeholderText") == "Default: calm 🌞"


def test_words_of_several_articles_complete_a_line(qtbot: QtBot, article: Article) -> None:
    usage = Usage(5, (KeyUsage("mood", 5, TextShape(), words=(("calm 🌞", 3), ("once", 1))),))
    article.open_with([SchemaField("mood", TextShape())], "mood: x\n", Guide(usage=usage))
    completer = article.editor("mood").findChild(WordCompleter)
    assert isinstance(completer, WordCompleter)
    assert completer.words == ("calm 🌞",)
    completer.activated.emit("calm 🌞")
    assert article.head() == "mood: calm 🌞\n"

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel

from editor.blog.fields import Field
from editor.blog.schemas.guide import Guide, KeyUsage, Usage
from editor.blog.schemas.shapes import (
    ANYTHING,
    ChoiceShape,
    ListShape,
    NumberShape,
    SchemaField,
    Shape,
    TextShape,
)
from editor.ui.front_matter.completion import WordCompleter
from editor.ui.front_matter.hints import (
    bounds_words,
    default_words,
    hint_of,
    is_out_of_bounds,
    tip_of,
    utf16_length,
    value_words,
)
from tests.ui.front_matter.conftest import Article, write

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from editor.article.values import Value


@pytest.mark.parametrize(
    ("shape", "words"),
    [
        (NumberShape(), ""),
        (NumberShape(1, 5), "From 1 to 5"),
        (NumberShape(smallest=1.5), "At least 1.5"),
        (NumberShape(largest=5), "At most 5"),
        (NumberShape(smallest=0, is_smallest_excluded=True), "More than 0"),
        (NumberShape(largest=5, is_largest_excluded=True), "Less than 5"),
        (NumberShape(is_whole=True), "Whole number"),
        (NumberShape(0, is_whole=True), "At least 0, whole number"),
        (NumberShape(step=0.5), "In steps of 0.5"),
        (TextShape(), ""),
        (TextShape(longest=1), "At most 1 character"),
        (TextShape(longest=60), "At most 60 characters"),
        (TextShape(shortest=3), "At least 3 characters"),
        (TextShape(3, 60), "3 to 60 characters"),
        (TextShape(5, 5), "5 characters"),
        (TextShape(format="url"), "A web address"),
        (TextShape(format="email"), "An email address"),
        (TextShape(pattern="^[a-z]+$"), "In the form ^[a-z]+$"),
        (TextShape(pattern="(?i:^[a-z]+$)"), "In the form ^[a-z]+$"),
        (ListShape(ANYTHING, 2, 4), "2 to 4 entries"),
        (ListShape(NumberShape(1, 5), longest=1), "At most 1 entry · each: from 1 to 5"),
        (ChoiceShape(("a",)), ""),
    ],
)
def test_bounds_in_words(qtbot: QtBot, shape: Shape, words: str) -> None:
    assert bounds_words(shape) == words


@pytest.mark.parametrize(
    ("shape", "within", "outside"),
    [
        (NumberShape(1, 5), [1, 5, 2.5, "x", True], [0, 5.1]),
        (NumberShape(1, 5, is_smallest_excluded=True, is_largest_excluded=True), [2], [1, 5]),
        (NumberShape(is_whole=True), [1, 2.0], [1.5]),
        (TextShape(2, 4), ["🌞", "abcd", 5], ["a", "🌞🌞🌞"]),
        (TextShape(format="url"), ["https://a", "mailto:a@b"], ["a.org", ""]),
        (TextShape(format="email"), ["a@b.org"], ["a@b", "a b@c.org"]),
        (ListShape(ANYTHING, 1, 2), [[1], "x"], [[], [1, 2, 3]]),
        (ANYTHING, [1, None], []),
    ],
)
def test_what_breaks_bounds(shape: Shape, within: list[Value], outside: list[Value]) -> None:
    assert not any(is_out_of_bounds(shape, value) for value in within)
    assert all(is_out_of_bounds(shape, value) for value in outside)


@pytest.mark.parametrize(
    ("value", "words"),
    [(True, "yes"), (False, "no"), (1.0, "1"), ([], "empty"), (["a", 1], "a, 1"), (None, "empty"), ({}, "")],
)
def test_values_in_words(qtbot: QtBot, value: Value, words: str) -> None:
    assert value_words(value) == words


def test_a_default_is_said_briefly(qtbot: QtBot) -> None:
    def field(rule: SchemaField | None) -> Field:
        return Field("key", "line", "", present=False, rule=rule)

    assert default_words(field(None)) == ""
    assert default_words(field(SchemaField("key", TextShape()))) == ""
    assert (
        default_words(field(SchemaField("key", TextShape(), has_default=True, default="été")))
        == "Default: été"
    )
    dynamic = SchemaField("key", TextShape(), has_default=True, default_source="new Date()")
    assert default_words(field(dynamic)) == "Default: new Date()"
    long = SchemaField("key", TextShape(), has_default=True, default="x" * 90)
    assert default_words(field(long)) == "Default: " + "x" * 59 + "…"


def test_a_long_description_is_a_tip(qtbot: QtBot) -> None:
    field = Field("key", "line", "", rule=SchemaField("key", TextShape(longest=9), description="word " * 40))
    assert hint_of(field, is_broken=False) == ""
    assert hint_of(field, is_broken=True) == "At most 9 characters"
    assert tip_of(field) == ("word " * 40).strip()
    assert tip_of(Field("key", "line", "")) == ""


def test_text_is_counted_as_javascript_counts() -> None:
    assert utf16_length("é🌞") == 3


def test_the_schema_s_own_length_is_counted_where_it_is_less(qtbot: QtBot, article: Article) -> None:
    article.open_with([SchemaField("title", TextShape(longest=10))], "title: neuf 🌞\n")
    counter = article.editor("title").findChild(QLabel, "counter")
    assert isinstance(counter, QLabel)
    assert counter.text() == "7 / 10"
    line = article.editor("title").stops()[0]
    write(line, "abcd")
    assert counter.text() == "11 / 10"
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

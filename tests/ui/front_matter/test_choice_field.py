from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox

from editor.blog.schemas.shapes import ChoiceShape, SchemaField

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.front_matter.conftest import Article

TONE = ChoiceShape(("calm", "été 🌞", 5, True))
OPTIONAL = SchemaField("tone", TONE, is_required=False)
REQUIRED = SchemaField("tone", TONE)


def box_of(article: Article) -> QComboBox:
    box = article.editor("tone").stops()[0]
    assert isinstance(box, QComboBox)
    return box


def words_of(article: Article) -> list[str]:
    box = box_of(article)
    return [box.itemText(place) for place in range(box.count()) if box.itemText(place)]


def choose(article: Article, words: str) -> None:
    box = box_of(article)
    box.setCurrentIndex(box.findText(words))
    box.activated.emit(box.currentIndex())


def test_the_choices_are_offered_and_the_value_is_chosen(article: Article) -> None:
    article.open_with([REQUIRED], "tone: été 🌞 # why\n")
    assert words_of(article) == ["calm", "été 🌞", "5", "yes"]
    assert box_of(article).currentText() == "été 🌞"
    choose(article, "calm")
    assert article.head() == "tone: calm # why\n"


def test_the_keyboard_chooses(qtbot: QtBot, article: Article) -> None:
    article.open_with([REQUIRED], "tone: calm\n")
    box_of(article).setFocus()
    QTest.keyClick(box_of(article), Qt.Key.Key_Down)
    assert article.head() == "tone: été 🌞\n"
    QTest.keyClick(box_of(article), Qt.Key.Key_C)
    assert article.head() == "tone: calm\n"
    QTest.keyClick(box_of(article), Qt.Key.Key_Return)
    assert box_of(article).view().isVisible()
    box_of(article).hidePopup()


@pytest.mark.parametrize(("words", "written"), [("5", "tone: 5\n"), ("yes", "tone: true\n")])
def test_a_choice_keeps_its_type(article: Article, words: str, written: str) -> None:
    article.open_with([REQUIRED], "tone: calm\n")
    choose(article, words)
    assert article.head() == written


def test_an_optional_value_can_be_none(article: Article) -> None:
    article.open_with([OPTIONAL], "tone: calm\nother: 1\n")
    assert words_of(article)[-1] == "No value"
    choose(article, "No value")
    assert article.head() == "other: 1\n"
    assert box_of(article).currentText() == ""
    assert box_of(article).placeholderText() == "No value"
    assert words_of(article) == ["calm", "été 🌞", "5", "yes"]


def test_the_default_stands_in_for_no_value(article: Article) -> None:
    rule = SchemaField("tone", TONE, is_required=False, has_default=True, default="calm")
    article.open_with([rule], "")
    assert box_of(article).placeholderText() == "Default: calm"


@pytest.mark.parametrize(
    ("head", "shown"),
    [("tone: loud\n", "loud"), ("tone:\n", "empty"), ("tone: '5'\n", "5"), ("tone: false\n", "no")],
)
def test_a_value_that_is_no_choice_is_shown_as_it_is(article: Article, head: str, shown: str) -> None:
    article.open_with([REQUIRED], head)
    assert box_of(article).currentText() == f"{shown} (not among the choices)"
    assert box_of(article).property("wrong") == "error"
    choose(article, "calm")
    assert article.head() in ("tone: calm\n", "tone: 'calm'\n")
    assert box_of(article).property("wrong") == ""
    assert words_of(article) == ["calm", "été 🌞", "5", "yes"]


def test_choosing_the_same_again_writes_nothing(article: Article) -> None:
    article.open_with([REQUIRED], "tone: calm\n")
    choose(article, "calm")
    assert article.edits == []


def test_a_refused_choice_is_taken_back(article: Article) -> None:
    article.open_with([REQUIRED], "tone: calm\n")
    article.pane.value_edited.disconnect(article.set_value)
    choose(article, "5")
    article.pane.show_refusal("tone", "No")
    assert box_of(article).currentText() == "calm"
    assert article.editor("tone").note() == "No"


def test_the_wheel_changes_nothing_in_passing(qtbot: QtBot, article: Article) -> None:
    article.open_with([REQUIRED], "tone: calm\n")
    place = QPointF(5, 5)
    event = QWheelEvent(
        place, place, QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(box_of(article), event)
    assert article.edits == []


def test_a_narrow_form_cuts_long_choices(qtbot: QtBot, article: Article) -> None:
    long = "métamorphoses météorologiques anticonstitutionnelles"
    article.open_with([SchemaField("tone", ChoiceShape((long,)))], f"tone: {long}\n")
    assert box_of(article).minimumSizeHint().width() < 120
    box_of(article).grab()

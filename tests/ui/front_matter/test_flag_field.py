from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel

from editor.blog.schemas.shapes import FlagShape, SchemaField

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.front_matter.conftest import Article


def box_of(article: Article) -> QCheckBox:
    box = article.editor("draft").stops()[0]
    assert isinstance(box, QCheckBox)
    return box


def test_space_ticks_and_clears(qtbot: QtBot, article: Article) -> None:
    article.open("draft: true # 🌞\n")
    assert box_of(article).isChecked()
    box_of(article).setFocus()
    QTest.keyClick(box_of(article), Qt.Key.Key_Space)
    assert article.head() == "draft: false # 🌞\n"
    QTest.keyClick(box_of(article), Qt.Key.Key_Space)
    assert article.head() == "draft: true # 🌞\n"


def test_a_change_from_elsewhere_is_shown(article: Article) -> None:
    article.open("draft: true\n")
    article.set_value("draft", value=False)
    assert not box_of(article).isChecked()


def test_a_refused_change_is_taken_back(qtbot: QtBot, article: Article) -> None:
    article.open("draft: true\n")
    article.pane.value_edited.disconnect(article.set_value)
    QTest.keyClick(box_of(article), Qt.Key.Key_Space)
    article.pane.show_refusal("draft", "No")
    assert box_of(article).isChecked()
    assert article.editor("draft").note() == "No"


def test_a_flag_that_cannot_be_edited_is_disabled(article: Article) -> None:
    article.open("a: &x {draft: true}\n<<: *x\n")
    assert not box_of(article).isEnabled()


OPTIONAL = SchemaField("draft", FlagShape(), is_required=False)
STATES = Qt.CheckState


def words_of(article: Article) -> str:
    label = article.editor("draft").findChild(QLabel, "state")
    assert isinstance(label, QLabel)
    return label.text()


def test_an_optional_flag_has_three_states(qtbot: QtBot, article: Article) -> None:
    article.open_with([OPTIONAL], "other: 1 # 🌞\n")
    seen = []
    for _ in range(4):
        seen.append((box_of(article).checkState(), words_of(article), article.head()))
        QTest.mouseClick(box_of(article), Qt.MouseButton.LeftButton, pos=QPoint(5, 14))
        box_of(article).grab()
    assert seen == [
        (STATES.PartiallyChecked, "Not set", "other: 1 # 🌞\n"),
        (STATES.Checked, "", "other: 1 # 🌞\ndraft: true\n"),
        (STATES.Unchecked, "", "other: 1 # 🌞\ndraft: false\n"),
        (STATES.PartiallyChecked, "Not set", "other: 1 # 🌞\n"),
    ]


def test_a_required_flag_is_only_true_or_false(qtbot: QtBot, article: Article) -> None:
    article.open_with([SchemaField("draft", FlagShape())], "")
    assert box_of(article).checkState() == STATES.PartiallyChecked
    for written in ("true", "false", "true"):
        QTest.keyClick(box_of(article), Qt.Key.Key_Space)
        assert article.head() == f"draft: {written}\n"


def test_an_absent_flag_shows_its_default(qtbot: QtBot, article: Article) -> None:
    rule = SchemaField("draft", FlagShape(), is_required=False, has_default=True, default=True)
    article.open_with([rule], "other: 1\n")
    assert box_of(article).isChecked()
    assert words_of(article) == "Default: yes"
    QTest.keyClick(box_of(article), Qt.Key.Key_Space)
    assert article.head() == "other: 1\ndraft: false\n"
    QTest.keyClick(box_of(article), Qt.Key.Key_Space)
    assert article.head() == "other: 1\ndraft: true\n"


def test_what_is_neither_is_said(qtbot: QtBot, article: Article) -> None:
    article.open_with([OPTIONAL], "draft: yes\n")
    assert box_of(article).checkState() == STATES.PartiallyChecked
    assert words_of(article) == "yes is neither true nor false"
    QTest.keyClick(box_of(article), Qt.Key.Key_Space)
    assert article.head() == "draft: true\n"
    article.open_with([OPTIONAL], "draft:\n")
    assert words_of(article) == "Nothing is neither true nor false"

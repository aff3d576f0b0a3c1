from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox

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

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QSpinBox, QWidget

from editor.settings import Description, Settings
from editor.ui.dialogs.settings_dialog import SettingsDialog

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

_FIELDS = {item.name: item.metadata["description"] for item in dataclasses.fields(Settings)}


@pytest.fixture
def dialog(qtbot: QtBot) -> SettingsDialog:
    dialog = SettingsDialog(Settings(author="Zoë 🖋"))
    qtbot.addWidget(dialog)
    return dialog


@pytest.mark.parametrize(("name", "description"), _FIELDS.items())
def test_every_setting_has_its_row(dialog: SettingsDialog, name: str, description: Description) -> None:
    editor: QWidget | None = dialog.findChild(QWidget, name)
    assert editor is not None
    words = [label.text() for label in dialog.findChildren(QLabel)]
    assert description.label in words
    assert description.help in words
    assert any(label.buddy() is editor for label in dialog.findChildren(QLabel))
    if description.choices:
        assert isinstance(editor, QComboBox)
        assert [editor.itemData(place) for place in range(editor.count())] == [
            choice.value for choice in description.choices
        ]
    elif description.bounds is not None:
        assert isinstance(editor, QSpinBox)
        assert (editor.minimum(), editor.maximum()) == description.bounds
    else:
        assert isinstance(editor, QLineEdit)


def test_each_change_is_told_with_those_before(dialog: SettingsDialog) -> None:
    told: list[Settings] = []
    dialog.settings_changed.connect(told.append)
    number: QSpinBox | None = dialog.findChild(QSpinBox, "font_size")
    box: QComboBox | None = dialog.findChild(QComboBox, "theme")
    assert number is not None
    assert box is not None
    number.setValue(20)
    box.setCurrentIndex(box.findData("dark"))
    box.setCurrentIndex(box.findData("dark"))
    assert told == [
        Settings(author="Zoë 🖋", font_size=20),
        Settings(author="Zoë 🖋", font_size=20, theme="dark"),
    ]


def test_no_words_are_cut(dialog: SettingsDialog, qtbot: QtBot) -> None:
    with qtbot.waitExposed(dialog):
        dialog.show()
    for words in dialog.findChildren(QLabel, "quiet"):
        assert words.height() >= words.heightForWidth(words.width()), words.text()

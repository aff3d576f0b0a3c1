"""The settings, made from the fields of the settings dataclass."""

from __future__ import annotations

import dataclasses
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from editor.settings import Description, Settings
from editor.translation import tr
from editor.ui.labels import label

_WIDTH: Final = 580


class SettingsDialog(QDialog):
    """Shows the settings; a change takes effect at once and is announced."""

    settings_changed = Signal(Settings)

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Settings"))
        self._settings = settings
        form = QFormLayout()
        form.setVerticalSpacing(4)
        form.setHorizontalSpacing(16)
        for item in dataclasses.fields(settings):
            self._add_row(form, item.name, item.metadata["description"])
        buttons = QDialogButtonBox(self)
        buttons.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(16)
        self.setFixedWidth(_WIDTH)
        layout.addLayout(form)
        layout.addWidget(buttons)

    def _add_row(self, form: QFormLayout, name: str, description: Description) -> None:
        editor = self._editor(name, description)
        editor.setObjectName(name)
        editor.setAccessibleDescription(tr(description.help))
        name_label = QLabel(tr(description.label), self)
        name_label.setBuddy(editor)
        form.addRow(name_label, editor)
        words = label("quiet", self, tr(description.help), wraps=True)
        words.setContentsMargins(0, 0, 0, 8)
        form.addRow("", words)

    def _editor(self, name: str, description: Description) -> QWidget:
        value = getattr(self._settings, name)
        if description.choices:
            box = QComboBox(self)
            for choice in description.choices:
                box.addItem(tr(choice.label), choice.value)
            box.setCurrentIndex(box.findData(value))
            box.currentIndexChanged.connect(lambda _: self._set(name, box.currentData()))
            return box
        if description.bounds is not None:
            number = QSpinBox(self, suffix=description.unit)
            number.setRange(*description.bounds)
            number.setValue(value)
            number.valueChanged.connect(lambda new: self._set(name, new))
            return number
        line = QLineEdit(value, self)
        line.editingFinished.connect(lambda: self._set(name, line.text().strip()))
        return line

    def _set(self, name: str, value: Any) -> None:
        changed = dataclasses.replace(self._settings, **{name: value})
        if changed != self._settings:
            self._settings = changed
            self.settings_changed.emit(changed)

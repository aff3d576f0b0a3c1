"""The settings, made from the fields of the settings dataclass."""

from __future__ import annotations

import dataclasses
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from editor.settings import Description, Settings
from editor.translation import tr
from editor.ui.labels import label

_WIDTH: Final = 580
_WORDS_WIDTH: Final = 335
_SHARE_OF_SCREEN: Final = 0.9


class SettingsDialog(QDialog):
    """Shows the settings; a change takes effect at once and is announced."""

    settings_changed = Signal(Settings)

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Settings"))
        self._settings = settings
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(20, 20, 20, 12)
        form = QFormLayout()
        form.setVerticalSpacing(4)
        form.setHorizontalSpacing(16)
        for item in dataclasses.fields(settings):
            self._add_row(form, item.name, item.metadata["description"])
        buttons = QDialogButtonBox(self)
        buttons.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        buttons.setContentsMargins(20, 12, 20, 16)
        column.addLayout(form)
        column.addStretch()
        scrolled = QScrollArea(self, widgetResizable=True)
        scrolled.setFrameShape(QScrollArea.Shape.NoFrame)
        scrolled.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scrolled.setWidget(page)
        layout.addWidget(scrolled, 1)
        layout.addWidget(buttons)
        self.setFixedWidth(_WIDTH)
        # Qt gives a dialog two thirds of the screen's height at most.
        needed = column.totalHeightForWidth(_WIDTH) + buttons.sizeHint().height()
        self.resize(_WIDTH, min(needed, round(_SHARE_OF_SCREEN * self.screen().availableSize().height())))

    def _add_row(self, form: QFormLayout, name: str, description: Description) -> None:
        editor = self._editor(name, description)
        editor.setObjectName(name)
        editor.setAccessibleDescription(tr(description.help))
        name_label = QLabel(tr(description.label), self)
        name_label.setBuddy(editor)
        form.addRow(name_label, editor)
        words = label("quiet", self, tr(description.help), wraps=True)
        words.setContentsMargins(0, 0, 0, 8)
        # A form gives a line of words the height of two.
        words.setFixedWidth(_WORDS_WIDTH)
        words.ensurePolished()
        words.setFixedHeight(words.heightForWidth(_WORDS_WIDTH))
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

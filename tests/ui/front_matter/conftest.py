"""The pane, with a small article behind it that takes the edits."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QImage, QKeyEvent, QTextDocument
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from editor.article.front_matter import RefusedEdit, read, remove_key, set_raw, set_value
from editor.blog.fields import form_fields
from editor.blog.schemas.guide import NO_GUIDE, Collection, Guide
from editor.ui.background import Background
from editor.ui.documents import apply_edits, raw_text
from editor.ui.front_matter.pane import FrontMatterPane
from editor.ui.theme import Theme, load_theme

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from pytestqt.qtbot import QtBot

    from editor.article.values import Value
    from editor.blog.schemas.shapes import SchemaField
    from editor.text.change import Edit
    from editor.ui.front_matter.field_editor import FieldEditor


@dataclass
class Article:
    """Does for the pane what the window does: every edit goes to the document, and comes back as fields."""

    pane: FrontMatterPane
    document: QTextDocument
    edits: list[tuple[str, ...]] = field(default_factory=list)
    guide: Guide = NO_GUIDE

    def open_with(self, rules: Iterable[SchemaField], head: str, guide: Guide = NO_GUIDE) -> None:
        """Open head in a collection whose schema has rules; guide tells of the other articles."""
        collection = Collection("blog", Path("blog"), fields=tuple(rules), has_schema=True)
        self.guide = replace(guide, collection=collection)
        self.open(head)

    def open(self, head: str, fence: str = "---") -> None:
        self.document.setPlainText(f"{fence}\n{head}{fence}\n" if head else "")
        self.edits.clear()
        self.pane.set_head_document(self.document)
        self.tell()

    def tell(self) -> None:
        front_matter = read(raw_text(self.document))
        self.pane.show_fields(form_fields(front_matter, self.guide))
        if front_matter.fault is None:
            self.pane.clear_fault()
        else:
            self.pane.show_fault(front_matter.fault.line, "Here it breaks 🌞")

    def head(self, fence: str = "---") -> str:
        return raw_text(self.document).removeprefix(f"{fence}\n").removesuffix(f"{fence}\n")

    def editor(self, key: str) -> FieldEditor:
        return self.pane.form.editors[key]

    def keys(self) -> list[str]:
        return [entry.key for entry in read(raw_text(self.document)).entries]

    def has(self, key: str) -> bool:
        return key in self.keys()

    def set_value(self, key: str, value: Value) -> None:
        self.edits.append(("value", key))
        self._try(key, lambda: set_value(raw_text(self.document), key, value))

    def set_raw(self, key: str, source: str) -> None:
        self.edits.append(("raw", key, source))
        self._try(key, lambda: set_raw(raw_text(self.document), key, source))

    def remove(self, key: str) -> None:
        self.edits.append(("removed", key))
        self._try(key, lambda: remove_key(raw_text(self.document), key))

    def _try(self, key: str, edit: Callable[[], tuple[Edit, ...]]) -> None:
        try:
            apply_edits(self.document, edit())
        except RefusedEdit as error:
            self.pane.show_refusal(key, f"Refused: {error.reason}")
        else:
            self.tell()


def write(widget: QWidget, text: str) -> None:
    """Type text into widget, characters included that no key of a keyboard has."""
    for character in text:
        press = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, character)
        QApplication.sendEvent(widget, press)


@pytest.fixture
def theme(qtbot: QtBot) -> Theme:
    return load_theme("light")


@pytest.fixture
def image_file(qtbot: QtBot, tmp_path: Path) -> Path:
    path = tmp_path / "été 🌞.png"
    image = QImage(400, 200, QImage.Format.Format_RGB32)
    image.fill(0x336699)
    assert image.save(str(path))
    return path


@pytest.fixture
def article(qtbot: QtBot, theme: Theme, image_file: Path) -> Iterator[Article]:
    window = QWidget()
    qtbot.addWidget(window)
    background = Background(window)
    pane = FrontMatterPane(background, theme, "en", window)
    pane.set_image_resolver({"./a.png": image_file}.get)
    layout = QVBoxLayout(window)
    layout.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
    layout.addWidget(pane)
    layout.addStretch()
    article = Article(pane, QTextDocument(window))
    pane.value_edited.connect(article.set_value)
    pane.raw_edited.connect(article.set_raw)
    pane.key_removed.connect(article.remove)
    window.resize(700, 1400)
    window.show()
    qtbot.waitActive(window)
    yield article
    background.finish()

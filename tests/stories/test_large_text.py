"""A text far larger than an article: opened at once, edited, saved; what would be slow is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from editor.ui import documents
from editor.ui.writing.large_text import LargeText, PlainBox

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.stories.desk import Desk

_CONTROL = Qt.KeyboardModifier.ControlModifier
_LINE = "Une ligne\u00a0: ni plus, ni moins 🐘.\r\n".encode()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Answer a file of 12 MB."""
    path = tmp_path / "large.md"
    path.write_bytes(b"---\r\ntitle: Grand\r\n---\r\n" + _LINE * (12_000_000 // len(_LINE)))
    return path


def test_it_is_edited_and_saved_and_keeps_its_bytes(desk: Desk, path: Path) -> None:
    before = path.read_bytes()
    desk.window.open_path(path)
    box = desk.find(PlainBox, "large_text")
    assert box.hasFocus()
    assert not desk.writing.isVisible()
    assert not desk.window.desk.front_matter.isVisible()
    assert any("very large" in words for words in desk.texts(desk.window.findChildren(LargeText)[0]))
    assert "too large for a preview" in " ".join(desk.texts(desk.window.desk.preview))
    assert "words" not in desk.status()
    desk.press(Qt.Key.Key_End, _CONTROL)
    desk.type("Fin 🏁")
    desk.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert "Not saved" in desk.status()
    desk.press(Qt.Key.Key_S, _CONTROL)
    assert path.read_bytes() == before + "Fin 🏁\r\n".encode()
    desk.press(Qt.Key.Key_Z, _CONTROL)
    assert desk.article.is_modified()


def test_a_key_copies_no_text(desk: Desk, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.window.open_path(path)
    copied: list[object] = []
    for module in (documents, "editor.ui.open_article"):
        monkeypatch.setattr(f"{getattr(module, '__name__', module)}.raw_text", copied.append)
    desk.type("abc")
    desk.press(Qt.Key.Key_Return)
    desk.qtbot.waitUntil(lambda: "Line 2, column 1" in desk.status())
    assert copied == []


def test_commands_on_its_text_are_not_offered(desk: Desk, path: Path) -> None:
    desk.window.open_path(path)
    desk.window.actions_by_id.refresh()
    offered = desk.window.actions_by_id
    for command in ("text.bold", "text.image", "edit.find", "export.pdf", "view.front_matter_text"):
        assert not offered.action(command).isEnabled()
    for command in ("edit.undo", "file.save", "file.save_as", "file.close"):
        assert offered.action(command).isEnabled()
    desk.press(Qt.Key.Key_B, _CONTROL)
    assert not desk.article.is_modified()


def test_it_takes_turns_with_an_article(desk: Desk, path: Path) -> None:
    desk.click_article("slow-bread.md")
    desk.press(Qt.Key.Key_F, _CONTROL)
    desk.window.open_path(path)
    box = desk.find(PlainBox, "large_text")
    desk.wait(lambda: box.height() > desk.window.height() / 2)  # it has the place of the form too
    desk.press(Qt.Key.Key_End, _CONTROL)
    end, scrolled = box.textCursor().position(), box.verticalScrollBar().value()
    desk.press(Qt.Key.Key_PageDown, _CONTROL)
    assert desk.writing.isVisible()
    assert not box.isVisible()
    assert desk.window.desk.front_matter.isVisible()
    desk.wait_for_page("Slow Bread")
    desk.wait(lambda: "words" in desk.status())
    desk.press(Qt.Key.Key_PageDown, _CONTROL)
    assert box.textCursor().position() == end
    assert box.verticalScrollBar().value() == scrolled
    assert not desk.window.desk.find_bar.isVisible()
    desk.run("file.close")
    assert desk.writing.isVisible()


def test_a_copy_keeps_its_no_break_spaces(
    desk: Desk, path: Path, choose: Callable[[Path | str], list[str]]
) -> None:
    desk.window.open_path(path)
    box = desk.find(PlainBox, "large_text")
    box.setPlainText("Un\u00a0mot")
    desk.run("edit.select_all")
    desk.run("edit.copy")
    desk.run("edit.paste")
    other = path.with_name("other.md")
    choose(other)
    desk.run("file.save_as")
    assert other.read_text("utf-8") == "Un\u00a0mot"

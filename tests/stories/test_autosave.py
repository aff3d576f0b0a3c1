"""Articles are saved by themselves where the writer chose that, and the status bar says so."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from tests.stories.desk import Desk

_NAME = "small-tools.md"


def _choose(desk: Desk, when: str) -> None:
    choices = desk.program.choices
    choices.set_settings(dataclasses.replace(choices.settings, autosave=when))


def test_leaving_the_window_saves(desk: Desk, blog: Path, qapp: QApplication) -> None:
    path = blog / "src/content/blog" / _NAME
    desk.click_article(_NAME)
    desk.type("Kept 🛟 ")
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    assert "Not saved" in desk.status()
    _choose(desk, "leaving")
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    assert "Kept 🛟 " in path.read_text("utf-8")
    assert "Saved by itself" in desk.status()
    assert not desk.window.isWindowModified()
    desk.type("x")
    assert "Not saved" in desk.status()


def test_what_another_program_changed_is_not_written_over(desk: Desk, blog: Path, qapp: QApplication) -> None:
    path = blog / "src/content/blog" / _NAME
    desk.click_article(_NAME)
    _choose(desk, "leaving")
    desk.type("Mine ")
    path.write_text("theirs", "utf-8")
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    assert path.read_text("utf-8") == "theirs"
    assert "Not saved by itself" in desk.status()
    assert desk.article.is_modified()


def test_typing_and_pausing_saves(desk: Desk, blog: Path) -> None:
    path = blog / "src/content/blog" / _NAME
    desk.click_article(_NAME)
    _choose(desk, "pause")
    desk.program._autosave._pause.setInterval(50)
    desk.type("Kept ")
    desk.wait(lambda: "Saved by itself" in desk.status())
    assert "Kept " in path.read_text("utf-8")

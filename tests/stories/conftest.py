"""The real window, end to end: on a screen where there is one, and nothing left behind."""

from __future__ import annotations

from tests.qt_environment import prepare_qt

prepare_qt(offscreen=False)

from dataclasses import replace  # noqa: E402
from typing import TYPE_CHECKING  # noqa: E402

import pytest  # noqa: E402
from PySide6.QtWidgets import QFileDialog  # noqa: E402

from editor.app import Program  # noqa: E402
from editor.blog.sample import copy_sample_blog  # noqa: E402
from editor.paths import RESOURCES, profile_paths  # noqa: E402
from editor.ui.preview.engine import prepare_engine  # noqa: E402
from tests.leaks import nothing_left_behind, pytest_configure  # noqa: E402
from tests.stories.desk import Desk  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

__all__ = ["nothing_left_behind", "pytest_configure"]

prepare_engine("software")


@pytest.fixture
def blog(tmp_path: Path) -> Path:
    """Answer a copy of the sample blog."""
    return copy_sample_blog(RESOURCES / "sample-blog", tmp_path / "blog")


@pytest.fixture
def start(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[..., Desk]]:
    """Answer a function that starts the program with paths, as the command line does; one profile a test."""
    programs: list[Program] = []

    def start_with(*targets: Path) -> Desk:
        # One that was closed lets go of its files as its process ends, and here it does not.
        runtime = tmp_path / f"runtime-{len(programs)}"
        paths = replace(profile_paths(tmp_path / "profile"), runtime=runtime)
        program = Program(qapp, paths)
        programs.append(program)
        program.open(targets)
        program.window.activateWindow()
        qtbot.waitUntil(program.window.isActiveWindow)
        return Desk(program, qtbot)

    yield start_with
    for program in programs:
        Desk(program, qtbot).give_up()
        program.close()


@pytest.fixture
def choose(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path | str], list[str]]:
    """Answer a function that names what the writer chooses in the dialogs of the system from now on.

    It answers the list of the places that the dialogs proposed.
    """
    proposed: list[str] = []

    def choose_path(path: Path | str) -> list[str]:
        def chosen(*arguments: object) -> tuple[str, str]:
            proposed.append(str(arguments[2]))
            return str(path), ""

        monkeypatch.setattr(QFileDialog, "getSaveFileName", chosen)
        monkeypatch.setattr(QFileDialog, "getOpenFileName", chosen)
        monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(path)] if path else [], ""))
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(path))
        return proposed

    return choose_path


@pytest.fixture
def desk(start: Callable[..., Desk], blog: Path) -> Desk:
    """Answer the window with the sample blog open."""
    desk = start(blog)
    desk.wait_for_articles(13)
    return desk

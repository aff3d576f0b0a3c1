"""The door to the window: what keeps it shut, and what the window is given."""

from __future__ import annotations

import errno
import gc
import os
import sys
from importlib import metadata
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

import pytest

from editor.cli import window
from editor.paths import Paths, profile_paths, user_paths

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.cli.conftest import Run

DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Paths, list[Path]]]:
    """Give a display, and a window in the place of Qt's; answer what it is opened with."""
    windows = []

    def run_window(paths: Paths, targets: Sequence[Path]) -> int:
        windows.append((paths, [*targets]))
        return 0

    module = ModuleType("editor.app")
    vars(module)["run_window"] = run_window
    monkeypatch.setitem(sys.modules, module.__name__, module)
    monkeypatch.setattr(metadata, "version", lambda _: "6.11.3")
    monkeypatch.setenv("DISPLAY", ":0")
    return windows


def test_the_window_gets_what_is_named(
    run: Run, folder: Path, opened: list[tuple[Paths, list[Path]]]
) -> None:
    assert run("été.md", ".").code == 0
    assert run().code == 0
    assert opened == [(user_paths(), [folder / "été.md", folder]), (user_paths(), [])]


def test_what_is_imported_is_not_looked_through_for_what_may_go() -> None:
    kept: list[object] = []
    kept.append(kept)
    with window.qt():
        assert not gc.isenabled()
    assert gc.isenabled()
    assert not any(each is kept for each in gc.get_objects())
    gc.unfreeze()


def test_a_profile_keeps_all_in_its_folder(
    run: Run, folder: Path, opened: list[tuple[Paths, list[Path]]]
) -> None:
    assert run("--profile", "own").code == 0
    assert opened == [(profile_paths(folder / "own"), [])]


def test_a_copy_of_the_sample_is_opened_after_what_is_named(
    run: Run, folder: Path, opened: list[tuple[Paths, list[Path]]]
) -> None:
    assert run("--profile", "own", "--sample").code == 0
    assert run("été.md", "--sample", "--in", "copy").code == 0
    copy = folder / "own" / "documents" / "Article Editor sample blog"
    assert [targets for _, targets in opened] == [[copy], [folder / "été.md", folder / "copy"]]
    assert (copy / "package.json").is_file()


def test_a_sample_that_cannot_be_copied_is_told(
    run: Run,
    folder: Path,
    opened: list[tuple[Paths, list[Path]]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(_: Path, destination: Path) -> Path:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS), str(destination))

    monkeypatch.setattr(window, "copy_sample_blog", fail)
    outcome = run("--sample", "--in", "copy")
    assert (outcome.code, opened) == (1, [])
    assert outcome.errors == f"article-editor: {folder / 'copy'}: The disk is read-only.\n"


@pytest.mark.parametrize("words", [["gone.md"], ["été.md", "gone.md"], ["été.md/gone.md"]])
def test_a_path_that_does_not_exist_is_told(
    run: Run, opened: list[tuple[Paths, list[Path]]], words: list[str]
) -> None:
    outcome = run(*words)
    assert (outcome.code, outcome.output, opened) == (1, "", [])
    path = Path(words[-1])
    assert outcome.errors == f"article-editor: “{path}” is not there. It may have been moved or deleted.\n"


def test_a_file_called_like_a_command_is_opened_by_its_path(
    run: Run, folder: Path, opened: list[tuple[Paths, list[Path]]]
) -> None:
    (folder / "render").touch()
    assert run("./render").code == 0
    assert run("été.md", "render").code == 0
    assert [targets[-1] for _, targets in opened] == [folder / "render", folder / "render"]


def test_a_folder_for_the_sample_needs_the_sample(run: Run, opened: list[tuple[Paths, list[Path]]]) -> None:
    outcome = run("--in", "copy")
    assert (outcome.code, opened) == (2, [])
    assert outcome.errors.endswith("--in needs --sample\n")


def test_without_a_display_the_commands_that_need_none_are_named(
    run: Run, opened: list[tuple[Paths, list[Path]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name in DISPLAYS:
        monkeypatch.setenv(name, "")
    outcome = run("--sample", "--in", "copy")
    assert (outcome.code, outcome.output, opened) == (1, "", [])
    assert outcome.errors == (
        "article-editor: there is no display to open a window on.\n"
        "These commands work without one: render, get, set, new, rename, check, fields, export, demo.\n"
    )
    assert not Path("copy").exists()


@pytest.mark.parametrize("name", DISPLAYS)
def test_any_display_will_do(
    run: Run, opened: list[tuple[Paths, list[Path]]], monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for other in DISPLAYS:
        monkeypatch.delenv(other, raising=False)
    monkeypatch.setenv(name, "x")
    assert (run().code, len(opened)) == (0, 1)


@pytest.mark.parametrize("platform", ["darwin", "win32"])
def test_other_systems_have_a_display(
    run: Run, opened: list[tuple[Paths, list[Path]]], monkeypatch: pytest.MonkeyPatch, platform: str
) -> None:
    for name in DISPLAYS:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", platform)
    assert (run().code, len(opened)) == (0, 1)


def test_the_qt_that_crashes_is_not_loaded(
    run: Run, opened: list[tuple[Paths, list[Path]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(metadata, "version", lambda _: "6.12.0")
    monkeypatch.setattr(sys, "version_info", (3, 11, 7))
    outcome = run()
    assert (outcome.code, opened) == (1, [])
    assert outcome.errors == (
        "article-editor: PySide6 6.12.0 crashes on Python 3.11.\n"
        'Install another version of it: python -m pip install "pyside6!=6.12.0"\n'
    )

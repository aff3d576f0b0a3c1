from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from editor.paths import RESOURCES, profile_paths, user_paths

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_the_resources_are_there() -> None:
    assert (RESOURCES / "styles" / "article.css").is_file()


def test_a_profile_keeps_everything_in_its_folder(tmp_path: Path) -> None:
    paths = profile_paths(tmp_path)
    folders = (paths.settings, paths.state, paths.cache, paths.documents)
    assert {folder.parent for folder in folders} == {tmp_path}
    assert len(set(folders)) == len(folders)
    assert paths.runtime == user_paths().runtime


def test_what_runs_speaks_in_the_folder_of_the_session(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    assert tmp_path in user_paths().runtime.parents
    monkeypatch.delenv("XDG_RUNTIME_DIR")
    assert user_paths().runtime.parent == user_paths().state


def test_the_folders_of_a_user_are_the_systems_and_of_this_program() -> None:
    paths = user_paths()
    assert all("article-editor" in folder.parts for folder in (paths.settings, paths.state, paths.cache))
    assert "article-editor" not in paths.documents.parts
    assert all(folder.is_absolute() for folder in (paths.settings, paths.documents))

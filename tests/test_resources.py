"""The wheel carries the program, its resources and its command."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Final

import pytest

from editor import __version__

ROOT: Final = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (path,) = folder.glob("*.whl")
    return zipfile.ZipFile(path)


def files_below(folder: str) -> set[str]:
    paths = (ROOT / folder).rglob("*")
    files = [path for path in paths if path.is_file() and "__pycache__" not in path.parts]
    return {path.relative_to(ROOT).as_posix() for path in files}


def test_every_resource_is_in_the_wheel(wheel: zipfile.ZipFile) -> None:
    names = set(wheel.namelist())
    assert {f"editor/{name}" for name in files_below("resources")} <= names


def test_every_module_is_in_the_wheel(wheel: zipfile.ZipFile) -> None:
    assert files_below("editor") <= set(wheel.namelist())


def test_nothing_else_is_in_the_wheel(wheel: zipfile.ZipFile) -> None:
    assert {name.partition("/")[0] for name in wheel.namelist()} == {
        "editor",
        f"article_editor-{__version__}.dist-info",
    }


def test_the_wheel_gives_the_command_and_its_licence(wheel: zipfile.ZipFile) -> None:
    information = f"article_editor-{__version__}.dist-info"
    assert "article-editor = editor.cli:main" in wheel.read(f"{information}/entry_points.txt").decode()
    assert f"{information}/licenses/LICENSE" in wheel.namelist()

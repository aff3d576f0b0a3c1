"""The judges: each is found by its name and run after its packages are there."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

import dev
import environment
import judges
from system_packages import SetUpError


@pytest.fixture
def started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Note the commands instead of running them, in a folder with two judges, one of them with a script."""
    told: list[list[str]] = []

    def note(command: list[str], cwd: Path) -> subprocess.CompletedProcess[str]:
        told.append([Path(command[0]).name, *command[1:]])
        return subprocess.CompletedProcess(command, 0)

    for name in ("front_matter.py", "front_matter.mjs", "properties.py", "package-lock.json"):
        (tmp_path / name).touch()
    monkeypatch.setattr(judges, "FOLDER", tmp_path)
    monkeypatch.setattr(environment, "prepare", lambda kind: f"python for {kind}")
    monkeypatch.setattr(shutil, "which", lambda name: name)
    monkeypatch.setattr(subprocess, "run", note)
    return told


def test_a_judge_gets_its_packages_once(started: list[list[str]], tmp_path: Path) -> None:
    assert dev.main(["judge", "front-matter", "folder", "--x"]) == 0
    (tmp_path / "node_modules").mkdir()
    (tmp_path / "node_modules" / ".package-lock.json").touch()
    dev.main(["judge", "front-matter"])
    os.utime(tmp_path / "package-lock.json", (2**32, 2**32))
    dev.main(["judge", "front-matter"])
    install = ["npm", "ci", "--no-audit", "--no-fund"]
    run = ["python for test", "-m", "tests.judges.front_matter"]
    assert started == [install, [*run, "folder", "--x"], run, install, run]


def test_a_judge_without_a_script_needs_no_node(started: list[list[str]]) -> None:
    dev.main(["judge", "properties", "-x"])
    assert started == [["python for test", "-m", "tests.judges.properties", "-x"]]


def test_a_judge_has_packages_of_its_own(started: list[list[str]], tmp_path: Path) -> None:
    for version in ("5", "7"):
        (tmp_path / "properties" / version).mkdir(parents=True)
        (tmp_path / "properties" / version / "package-lock.json").touch()
    dev.main(["judge", "properties"])
    install = ["npm", "ci", "--no-audit", "--no-fund"]
    assert started == [install, install, ["python for test", "-m", "tests.judges.properties"]]


@pytest.mark.usefixtures("started")
def test_a_machine_without_node_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with pytest.raises(SetUpError, match="Node"):
        judges.run_judge(Path("python"), "front-matter", [])


@pytest.mark.usefixtures("started")
def test_packages_that_do_not_come_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subprocess, "run", lambda command, cwd: subprocess.CompletedProcess(command, 1))
    with pytest.raises(SetUpError, match="npm"):
        judges.run_judge(Path("python"), "front-matter", [])


def test_every_judge_is_named() -> None:
    assert {"front-matter", "problems", "properties", "schemas"} <= set(judges.names())

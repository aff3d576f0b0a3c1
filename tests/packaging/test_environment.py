"""The virtual environment: made when it is absent or broken, filled when a lock changed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import environment
from locks import LOCKS
from system_packages import SetUpError


@pytest.fixture
def steps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Note the steps of a set-up instead of doing them."""
    told: list[str] = []
    monkeypatch.setattr(environment, "FOLDER", tmp_path)
    monkeypatch.setattr(environment, "works", lambda python: True)
    monkeypatch.setattr(environment, "_make", lambda: told.append("make"))
    monkeypatch.setattr(environment, "_install", lambda kind: told.append(f"install {kind}"))
    monkeypatch.setattr(sys, "platform", "darwin")
    return told


def test_a_fresh_machine_gets_everything(steps: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(environment, "works", lambda python: False)
    environment.prepare("run")
    assert steps == ["make", "install run"]


def test_the_second_time_nothing_is_done(steps: list[str]) -> None:
    environment.prepare("run")
    environment.prepare("run")
    assert steps == ["install run"]


def test_a_changed_lock_is_installed(
    steps: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    environment.prepare("run")
    lock = tmp_path / "requirements.txt"
    lock.write_text("markdown==3.12\n", "utf-8")
    monkeypatch.setitem(LOCKS, "run", lock)
    environment.prepare("run")
    assert steps == ["install run", "install run"]


def test_an_installation_that_failed_is_done_again(steps: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(kind: str) -> None:
        raise SetUpError("no network")

    with monkeypatch.context() as broken:
        broken.setattr(environment, "_install", refuse)
        with pytest.raises(SetUpError):
            environment.prepare("run")
    environment.prepare("run")
    assert steps == ["install run"]


def test_this_python_works() -> None:
    assert environment.works(Path(sys.executable))


def test_an_absent_python_does_not_work(tmp_path: Path) -> None:
    assert not environment.works(tmp_path / "python")


def test_a_broken_python_does_not_work(tmp_path: Path) -> None:
    broken = tmp_path / "python"
    broken.write_text("#!/bin/sh\nexit 1\n", "utf-8")
    broken.chmod(0o755)
    assert not environment.works(broken)


def test_another_python_does_not_work(monkeypatch: pytest.MonkeyPatch) -> None:
    answer = subprocess.CompletedProcess([], 0, stdout="(3, 10)\n")
    monkeypatch.setattr(subprocess, "run", lambda *command, **options: answer)
    assert not environment.works(Path("python"))


@pytest.mark.parametrize(
    ("variables", "answer"),
    [
        ({}, False),
        ({"DISPLAY": ""}, False),
        ({"DISPLAY": ":0"}, True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, True),
    ],
)
def test_a_display_on_linux(variables: dict[str, str], answer: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert environment.has_display() is answer


def test_other_systems_have_a_display(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    assert environment.has_display()


def test_a_newer_release_of_a_locked_package_is_never_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[tuple[str, ...]] = []
    monkeypatch.setattr(environment, "_pip", lambda *arguments: calls.append(arguments))
    environment._install("run")
    assert str(LOCKS["run"]) in calls[0]
    assert "--require-hashes" in calls[0]
    assert all("--no-deps" in call for call in calls)

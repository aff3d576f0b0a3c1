"""The developer's command: what it does before, and which commands it starts."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

import dev
import environment
from system_packages import SetUpError

FILE: Final = Path(dev.__file__)


def test_an_old_python_can_read_the_command_and_is_told() -> None:
    source = FILE.read_text("utf-8")
    tree = ast.parse(source, feature_version=(3, 6))
    first, check = [it for it in tree.body if not isinstance(it, ast.Expr)][:2]
    assert (ast.unparse(first), isinstance(check, ast.If)) == ("import sys", True)
    program = f"import sys; sys.version_info = (3, 10, 12); sys.argv = ['dev.py']; exec({source!r})"
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr.startswith("Article Editor needs Python 3.11 or newer; this is Python ")


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Note the arguments of the editor instead of starting it, on a machine with a display."""
    told: list[list[str]] = []

    def note(command: list[str]) -> subprocess.CompletedProcess[str]:
        told.append(command)
        return subprocess.CompletedProcess(command, 7)

    monkeypatch.setattr(environment, "prepare", lambda kind: f"python for {kind}")
    monkeypatch.setattr(environment, "has_display", lambda: True)
    monkeypatch.setattr(subprocess, "run", note)
    return told


@pytest.mark.parametrize(
    ("arguments", "display", "editor"),
    [
        ([], True, ["--sample"]),
        (["--in", "folder"], True, ["--sample", "--in", "folder"]),
        (["blog", "article.md"], True, ["blog", "article.md"]),
        ([], False, ["demo"]),
        (["--in", "folder"], False, ["demo", "--in", "folder"]),
    ],
)
def test_run_starts_the_editor(
    arguments: list[str],
    display: bool,
    editor: list[str],
    started: list[list[str]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(environment, "has_display", lambda: display)
    assert dev.main(["run", *arguments]) == 7
    assert started == [["python for run", "-m", "editor", *editor]]


def test_run_says_that_there_is_no_display(
    started: list[list[str]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(environment, "has_display", lambda: False)
    dev.main(["run"])
    assert capsys.readouterr().out.startswith("There is no display: ")


def test_a_machine_that_lacks_something_is_told_in_plain_words(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(kind: str) -> Path:
        raise SetUpError("Qt needs a font.")

    monkeypatch.setattr(environment, "prepare", refuse)
    assert dev.main(["test"]) == 1
    assert capsys.readouterr() == ("", "Qt needs a font.\n")


@pytest.mark.parametrize("arguments", [[], ["walk"], ["run", "--fast"]])
def test_wrong_usage_is_refused(arguments: list[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        dev.main(arguments)

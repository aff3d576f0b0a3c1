"""The program as a process: its help, its streams, and how it ends."""

from __future__ import annotations

import os
import runpy
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import editor
from editor import cli

if TYPE_CHECKING:
    from tests.cli.conftest import Run

ROOT = Path(__file__).parents[2]
COMMANDS = ("render", "get", "set", "export", "demo")


def process(*words: str | Path, **streams: int | dict[str, str]) -> subprocess.Popen[bytes]:
    """Answer the program at work in a process of its own."""
    # Unbuffered, Python does not notice what a pipe did not take.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    given = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "env": environment, **streams}
    return subprocess.Popen([sys.executable, "-m", "editor", *words], cwd=ROOT, **given)  # type: ignore[call-overload, no-any-return]  # its overloads know no dict


def test_the_version_is_the_programs(run: Run) -> None:
    outcome = run("--version")
    assert (outcome.code, outcome.output) == (0, f"article-editor {editor.__version__}\n")


def test_the_help_names_every_command(run: Run) -> None:
    outcome = run("--help")
    assert outcome.code == 0
    assert all(f"\n  {name} " in outcome.output for name in COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(run: Run, name: str) -> None:
    outcome = run(name, "--help")
    assert outcome.code == 0
    assert outcome.output.startswith(f"usage: article-editor {name} ")


def test_an_unknown_option_is_wrong_usage(run: Run) -> None:
    outcome = run("--colour")
    assert outcome.code == 2
    assert "unrecognized arguments: --colour" in outcome.errors


def test_the_words_of_the_process_are_taken(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", ["article-editor", "get", "été.md", "title"])
    with pytest.raises(SystemExit) as ended:
        runpy.run_module("editor", run_name="__main__")
    assert (ended.value.code, capsys.readouterr().out) == (0, '"Été 🌞"\n')


def test_output_is_utf_8_whatever_the_consoles_encoding_is(folder: Path) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    with process("get", folder / "été.md", "title", env=environment) as running:
        assert running.communicate() == ('"Été 🌞"\n'.encode(), b"")
    with process("get", folder / "gone 🌞.md", env=environment) as running:
        assert "gone 🌞.md".encode() in running.communicate()[1]


def test_a_reader_who_has_enough_is_no_error(folder: Path) -> None:
    (folder / "a.md").write_text("x" * 1_000_000, "utf-8")  # no pipe holds as much
    with process("render", "--fragment", folder / "a.md") as running:
        assert running.stdout is not None
        assert running.stderr is not None
        assert running.stdout.read(3) == b"<p>"
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == 141


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no such device")
def test_output_onto_a_full_disk_is_told(folder: Path) -> None:
    with (
        Path("/dev/full").open("wb") as full,
        process("get", folder / "été.md", stdout=full.fileno()) as running,
    ):
        assert running.communicate()[1] == b"article-editor: The disk is full.\n"
    assert running.returncode == 1


def test_an_interrupted_command_ends_quietly(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setitem(vars(cli)["_WORK"], "get", interrupt)
    outcome = run("get", "été.md")
    assert (outcome.code, outcome.output, outcome.errors) == (130, "", "")


def test_streams_that_are_no_files_are_left_as_they_are(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Notes:
        """A stream of a program that has no console."""

        def __init__(self) -> None:
            self.text = ""

        def write(self, text: str) -> None:
            self.text += text

        def flush(self) -> None:
            pass

    notes = Notes()
    monkeypatch.setattr(sys, "stdout", notes)
    assert cli.main(["get", "été.md", "title"]) == 0
    assert notes.text == '"Été 🌞"\n'


def test_a_pipe_that_breaks_is_quiet(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def write_on(_: object) -> int:
        raise BrokenPipeError

    monkeypatch.setitem(vars(cli)["_WORK"], "get", write_on)
    outcome = run("get", "été.md")
    assert (outcome.code, outcome.errors) == (141, "")


def test_a_name_that_is_too_long_is_told(run: Run) -> None:
    outcome = run("render", "é" * 300)
    assert outcome.code == 1
    assert outcome.errors.endswith(": The name is too long.\n")
    assert outcome.errors.count("\n") == 1

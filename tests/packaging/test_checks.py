"""The checks: every one runs, a failure of one fails them all, and pytest's own words end the output."""

from __future__ import annotations

import re
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import checks
from checks import Check, Outcome, summary

if TYPE_CHECKING:
    from collections.abc import Iterator


def test_every_gate_is_a_check() -> None:
    every = [" ".join(check.arguments) for check in checks.checks({})]
    for part in ("ruff check", "ruff format --check", "mypy", "lint_imports", "without_qt", "tests/stories"):
        assert any(part in arguments for arguments in every)


def test_the_summary_gives_each_outcome_and_the_words_of_pytest() -> None:
    lines = list(
        summary(
            [
                Outcome(Check("lint", ("-m", "ruff", "check")), True, 0.2, "All checks passed!"),
                Outcome(Check("core", ("-m", "pytest")), False, 61.4, "== 1 failed, 2 passed in 61.00s =="),
            ]
        )
    )
    assert lines[0].startswith("--- summary -")
    assert lines[1:] == [
        "passed      0 s  lint",
        "FAILED     61 s  core",
        "    == 1 failed, 2 passed in 61.00s ==",
    ]


@pytest.fixture
def no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    @contextmanager
    def nothing() -> Iterator[dict[str, str]]:
        yield {}

    monkeypatch.setattr(checks, "_display", nothing)


@pytest.mark.usefixtures("no_display")
@pytest.mark.parametrize(("programs", "status"), [(["print('a')", "1"], 0), (["exit(3)", "print('b')"], 1)])
def test_all_run_and_one_failure_fails(
    programs: list[str], status: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    every = tuple(Check(program, ("-c", program)) for program in programs)
    monkeypatch.setattr(checks, "checks", lambda display: every)
    assert checks.run_checks(Path(sys.executable)) == status
    lines = capsys.readouterr().out.splitlines()
    assert [line.split(" s  ")[1] for line in lines if " s  " in line] == programs


@pytest.mark.usefixtures("no_display")
def test_a_check_that_hangs_is_ended(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    hanging = Check("hangs", ("-c", "print('waiting', flush=True); import time; time.sleep(600)"))
    monkeypatch.setattr(checks, "checks", lambda display: (hanging,))
    monkeypatch.setattr(checks, "SECONDS_ALLOWED", 0.5)
    assert checks.run_checks(Path(sys.executable)) == 1


def test_the_stories_get_a_display_of_their_own() -> None:
    with checks._display() as display:
        if sys.platform == "linux":
            assert re.fullmatch(r":\d+", display["DISPLAY"])
        else:
            assert display == {}

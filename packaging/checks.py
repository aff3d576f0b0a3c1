"""Every check of the project, one after the other, and what came of them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

ROOT: Final = Path(__file__).parents[1]
SECONDS_ALLOWED: Final = 900


@dataclass(frozen=True, slots=True)
class Check:
    """Arguments for the environment's Python that must succeed."""

    name: str
    arguments: tuple[str, ...]
    environment: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a check; last_line is the last that it said."""

    check: Check
    passed: bool
    seconds: float
    last_line: str


STATIC: Final = (
    Check("lint", ("-m", "ruff", "check")),
    Check("format", ("-m", "ruff", "format", "--check")),
    Check("types", ("-m", "mypy")),
    Check("rooms", ("-c", "from importlinter.cli import lint_imports_command; lint_imports_command()")),
)

# The core's tests, where Qt cannot be imported; what needs Qt lies in these folders.
_CORE: Final = (
    *("-m", "pytest", "--numprocesses", "auto", "-p", "no:pytest-qt", "-p", "tests.without_qt"),
    *("--cov", "--cov-report", "term-missing:skip-covered"),
    *("--ignore", "tests/ui", "--ignore", "tests/stories", "--ignore", "tests/benchmarks"),
)


def checks(display: Mapping[str, str]) -> tuple[Check, ...]:
    """Answer every check; the stories get the environment of a display."""
    return (
        *STATIC,
        Check("core, every line and branch, without Qt", _CORE),
        Check("parts of the window", ("-m", "pytest", "--numprocesses", "auto", "tests/ui")),
        Check("stories in the window", ("-m", "pytest", "tests/stories"), display),
    )


def run_checks(python: Path) -> int:
    """Run every check, print a summary of them all and answer the exit status."""
    with _display() as display:
        outcomes = [_run(check, python) for check in checks(display)]
    print(*summary(outcomes), sep="\n")
    return 0 if all(outcome.passed for outcome in outcomes) else 1


def summary(outcomes: Iterable[Outcome]) -> Iterator[str]:
    """Answer a line for each outcome, with pytest's own last line where it was a test."""
    yield heading("summary")
    for outcome in outcomes:
        verdict = "passed" if outcome.passed else "FAILED"
        yield f"{verdict}  {outcome.seconds:5.0f} s  {outcome.check.name}"
        if "pytest" in outcome.check.arguments:
            yield f"    {outcome.last_line}"


def heading(name: str) -> str:
    """Answer the line above what a check says."""
    return f"--- {name} ".ljust(100, "-")


def _run(check: Check, python: Path) -> Outcome:
    print(heading(check.name), flush=True)
    start = time.monotonic()
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "LC_ALL": "C.UTF-8", **check.environment}
    last_line = ""
    with subprocess.Popen(
        [python, *check.arguments],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
    ) as process:
        limit = threading.Timer(SECONDS_ALLOWED, process.kill)
        limit.start()
        for line in process.stdout or ():
            print(line, end="", flush=True)
            last_line = line.strip() or last_line
        status = process.wait()
        limit.cancel()
    return Outcome(check, status == 0, time.monotonic() - start, last_line)


@contextmanager
def _display() -> Iterator[dict[str, str]]:
    """Give the environment of a display: a fresh virtual one on Linux, the screen elsewhere."""
    if sys.platform != "linux":
        yield {}
        return
    reading, writing = os.pipe()
    command = [shutil.which("Xvfb") or "Xvfb", "-displayfd", str(writing), "-nolisten", "tcp"]
    command += ["-screen", "0", "1600x1000x24"]
    with subprocess.Popen(command, pass_fds=(writing,), stderr=subprocess.DEVNULL) as server:
        os.close(writing)
        with os.fdopen(reading) as pipe:
            number = pipe.readline().strip()
        try:
            yield {"DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb", "WAYLAND_DISPLAY": ""}
        finally:
            server.terminate()

"""Runs tests that break a gate in a process of their own, and tells how each ended."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[1]


def outcomes(tests: str, folder: Path, *plugins: str) -> dict[str, str]:
    """Answer how each test of the source text tests ends by name: passed, failed or error."""
    module = folder / "test_gate.py"
    module.write_text(tests, "utf-8")
    loaded = [part for plugin in plugins for part in ("-p", plugin)]
    command = [sys.executable, "-m", "pytest", "-c", "pyproject.toml", "-rA", *loaded, str(module)]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    lines = re.findall(r"^(PASSED|FAILED|ERROR) \S*::(?:\w+::)?(\w+)", result.stdout, re.MULTILINE)
    assert lines, result.stdout + result.stderr
    # A test may pass and then fail as it is torn down: the worst counts.
    return {name: outcome.lower() for outcome, name in sorted(lines, key=lambda it: it[0] != "PASSED")}

"""The locks: every package of a run and of a test, with its version and the hashes of its files."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import Final

FOLDER: Final = Path(__file__).parent
LOCKS: Final = {kind: FOLDER / f"requirements-{kind}.txt" for kind in ("run", "test")}
GROUPS: Final = {"run": "build", "test": "test"}


def write_locks(python: Path, *, upgrade: bool) -> None:
    """Write both locks from pyproject.toml with the environment's uv; newest versions where upgrade.

    The test lock holds everything of the run lock in the same versions.
    """
    for kind, lock in LOCKS.items():
        command = [
            *(python, "-m", "uv", "pip", "compile", "pyproject.toml"),
            *("--group", GROUPS[kind], "--output-file", lock.relative_to(FOLDER.parent).as_posix()),
            *("--universal", "--generate-hashes", "--python-version", "3.11"),
            *("--custom-compile-command", "python3 packaging/dev.py lock", "--quiet"),
            *(("--upgrade",) if upgrade else ()),
            *(("--constraints", LOCKS["run"]) if kind != "run" else ()),
        ]
        subprocess.run(command, check=True, cwd=FOLDER.parent, env={**os.environ, "UV_NO_CONFIG": "1"})

"""Judges of the program by what it follows: run by hand, with Node, over many cases; no check needs them."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Final

from system_packages import SetUpError

ROOT: Final = Path(__file__).parents[1]
FOLDER: Final = ROOT / "tests" / "judges"


def names() -> list[str]:
    """Answer the judges' names."""
    return sorted(path.stem.replace("_", "-") for path in FOLDER.glob("*.py"))


def run_judge(python: Path, name: str, arguments: list[str]) -> int:
    """Run a judge after the packages of Node that it may need are there, and answer its exit status.

    Judges with a script share theirs; a judge's own are in folders of its name. Raises SetUpError.
    """
    module = name.replace("-", "_")
    if (FOLDER / f"{module}.mjs").is_file():
        _provide_packages(FOLDER)
    for lock in sorted((FOLDER / module).glob("*/package-lock.json")):
        _provide_packages(lock.parent)
    return subprocess.run([python, "-m", f"tests.judges.{module}", *arguments], cwd=ROOT).returncode


def _provide_packages(folder: Path) -> None:
    """Install what the package-lock.json of folder names, where it is not installed yet."""
    installed, lock = folder / "node_modules" / ".package-lock.json", folder / "package-lock.json"
    if installed.is_file() and installed.stat().st_mtime >= lock.stat().st_mtime:
        return
    npm = shutil.which("npm")
    if npm is None:
        raise SetUpError("This judge needs Node 20 or newer with npm.")
    if subprocess.run([npm, "ci", "--no-audit", "--no-fund"], cwd=folder).returncode:
        raise SetUpError("npm could not install the judges' packages.")

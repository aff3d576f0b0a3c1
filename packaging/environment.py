"""The virtual environment of the checkout: made, filled from a lock, and made anew where it is broken."""

from __future__ import annotations

import hashlib
import importlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

from locks import LOCKS
from system_packages import SetUpError, provide, provide_for_qt

ROOT: Final = Path(__file__).parents[1]
FOLDER: Final = ROOT / ".venv"
PYTHON: Final = FOLDER / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def prepare(kind: str) -> Path:
    """Answer the environment's Python with all of the lock kind (run or test) and the system's libraries."""
    if not works(PYTHON):
        _make()
    digest = _digest(kind)
    stamp = FOLDER / f"installed-{kind}"
    if not stamp.is_file() or stamp.read_text("utf-8") != digest:
        _install(kind)
        stamp.write_text(digest, "utf-8")
    if sys.platform == "linux":
        (pyside,) = FOLDER.glob("lib/python*/site-packages/PySide6")
        provide_for_qt(pyside, display=has_display(), virtual_display=kind == "test")
    return PYTHON


def has_display() -> bool:
    """Whether a window can be shown: always but on a Linux without X and Wayland."""
    return sys.platform != "linux" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def works(python: Path) -> bool:
    """Whether python runs, has pip and is of the version that runs this."""
    program = "import sys, pip; print(sys.version_info[:2])"
    try:
        result = subprocess.run([python, "-c", program], capture_output=True, text=True)
    except OSError:
        return False
    return result.stdout.strip() == str(sys.version_info[:2])


def _make() -> None:
    if importlib.util.find_spec("ensurepip") is None:
        _provide_ensurepip()
    print(f"Making {FOLDER} with Python {sys.version.partition(' ')[0]}", flush=True)
    if FOLDER.exists():
        shutil.rmtree(FOLDER)
    subprocess.run([sys.executable, "-m", "venv", FOLDER], check=True)


def _provide_ensurepip() -> None:
    reason = f"{sys.executable} cannot make virtual environments (it lacks ensurepip)"
    if not sys.executable.startswith("/usr/bin/"):
        raise SetUpError(f"{reason}. Please use another Python 3.11 or newer.")
    major, minor = sys.version_info[:2]
    provide([f"python{major}.{minor}-venv"], reason)
    importlib.invalidate_caches()


def _digest(kind: str) -> str:
    # The place counts too: a checkout that was moved must be installed again.
    contents = (LOCKS[kind].read_bytes(), (ROOT / "pyproject.toml").read_bytes(), os.fsencode(ROOT))
    return hashlib.sha256(b"\0".join(contents)).hexdigest()


def _install(kind: str) -> None:
    print(
        f"Installing what {LOCKS[kind].relative_to(ROOT)} locks; the first time this takes minutes",
        flush=True,
    )
    # The lock holds everything, and pip is not to look: what asks for an extra of a locked package would
    # make it take the newest release of that, for which there is no hash.
    _pip("--no-deps", "--only-binary", ":all:", "--require-hashes", "--requirement", str(LOCKS[kind]))
    _pip("--no-deps", "--no-build-isolation", "--editable", str(ROOT))


def _pip(*arguments: str) -> None:
    environment = {**os.environ, "PIP_USER": "0", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    command: list[str | Path] = [PYTHON, "-m", "pip", "install", "--quiet", *arguments]
    if subprocess.run(command, env=environment).returncode:
        raise SetUpError("pip could not install that; its reason stands above.")

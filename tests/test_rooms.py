"""Who may import whom: what the contracts of import-linter in pyproject.toml cannot say themselves."""

from __future__ import annotations

import ast
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).parents[1]
CONTRACTS: Final[list[dict[str, Any]]] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"][
    "importlinter"
]["contracts"]
WINDOW: Final = ("editor.ui", "editor.app", "editor.__main__")


def modules() -> dict[str, Path]:
    """Answer the modules of the program by name."""
    paths = sorted((ROOT / "editor").rglob("*.py"))
    names = [".".join(path.relative_to(ROOT).with_suffix("").parts) for path in paths]
    return {name.removesuffix(".__init__"): path for name, path in zip(names, paths, strict=True)}


def imported_libraries(source: str) -> set[str]:
    """Answer the third-party packages that a module imports, anywhere in it."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names.update(it.name.partition(".")[0] for it in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level and node.module:
            names.add(node.module.partition(".")[0])
    return names - sys.stdlib_module_names - {"editor", "_typeshed"}


def test_every_library_has_its_home() -> None:
    homes = {name for it in CONTRACTS if it["type"] == "protected" for name in it["protected_modules"]}
    used = set().union(*(imported_libraries(path.read_text("utf-8")) for path in modules().values()))
    assert used == homes - sys.stdlib_module_names, (
        "each third-party library needs a contract of type protected in pyproject.toml"
    )


def test_a_library_is_found_wherever_it_is_imported() -> None:
    source = "import os, yaml.nodes\nfrom .a import b\ndef f():\n    from PySide6 import QtCore"
    assert imported_libraries(source) == {"yaml", "PySide6"}


def test_all_but_the_window_is_imported_without_qt() -> None:
    core = [name for name in modules() if not name.startswith(WINDOW)]
    program = (
        "import importlib, sys\n"
        "sys.modules.update(PySide6=None, shiboken6=None)\n"
        f"for name in {core!r}: importlib.import_module(name)\n"
        "assert not [name for name in sys.modules if name.startswith('editor.ui')]\n"
    )
    result = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True)
    assert not result.returncode, result.stderr

"""A pytest plugin (-p tests.without_qt -p no:pytest-qt): PySide6 cannot be imported in this process."""

from __future__ import annotations

import importlib
import sys
from importlib.abc import MetaPathFinder
from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from collections.abc import Sequence
    from importlib.machinery import ModuleSpec
    from types import ModuleType

BLOCKED: Final = ("PySide6", "shiboken6")


class _Blocker(MetaPathFinder):
    """Refuses to find the blocked packages, as if they were not installed."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname.partition(".")[0] in BLOCKED:
            raise ModuleNotFoundError(f"No module named {fullname!r} in a run without Qt", name=fullname)
        return None


def pytest_addoption(parser: pytest.Parser) -> None:
    # The settings of pytest-qt, which is not loaded, stay known.
    parser.addini("qt_api", "not used")
    parser.addini("qt_log_level_fail", "not used")
    parser.addini("qt_log_ignore", "not used", type="linelist")


def pytest_configure() -> None:
    loaded = [name for name in sys.modules if name.partition(".")[0] in BLOCKED]
    if loaded:
        raise pytest.UsageError(f"loaded before it could be blocked: {loaded}")
    sys.meta_path.insert(0, _Blocker())
    for name in BLOCKED:
        try:
            importlib.import_module(name)
        except ModuleNotFoundError:
            continue
        raise pytest.UsageError(f"{name} can still be imported")

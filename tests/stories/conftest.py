"""The real window, end to end: on a screen where there is one, and nothing left behind."""

from __future__ import annotations

from tests.qt_environment import prepare_qt

prepare_qt(offscreen=False)

from tests.leaks import nothing_left_behind, pytest_configure  # noqa: E402 - Qt reads the environment when it is loaded

__all__ = ["nothing_left_behind", "pytest_configure"]

"""Tests of single parts of the window: without a screen, and nothing left behind."""

from __future__ import annotations

from tests.qt_environment import prepare_qt

prepare_qt(offscreen=True)

from tests.leaks import nothing_left_behind, pytest_configure  # noqa: E402 - Qt reads the environment when it is loaded

__all__ = ["nothing_left_behind", "pytest_configure"]

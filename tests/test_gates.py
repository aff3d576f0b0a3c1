"""The gates that hold for every test: each fails the test that breaks it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from tests.gates import outcomes

if TYPE_CHECKING:
    from pathlib import Path

TESTS: Final = """
import logging, warnings

def test_nothing():
    logging.getLogger("editor").info("ready")

def test_python_warning():
    warnings.warn("old", DeprecationWarning)

def test_unclosed_file(tmp_path):
    open(tmp_path / "file", "w")

def test_exception_nobody_sees():
    class Thing:
        def __del__(self):
            raise ValueError
    Thing()

def test_log_warning():
    logging.getLogger("editor").warning("odd")

def test_announced_log_warning(expect_log_warning):
    expect_log_warning("^odd$")
    logging.getLogger("editor").warning("odd")

def test_announced_log_warning_that_does_not_come(expect_log_warning):
    expect_log_warning("^odd$")

def test_failed_and_logged():
    logging.getLogger("editor").warning("odd")
    assert False
"""

EXPECTED: Final = {
    "test_nothing": "passed",
    "test_python_warning": "failed",
    "test_unclosed_file": "failed",
    "test_exception_nobody_sees": "failed",
    "test_log_warning": "error",
    "test_announced_log_warning": "passed",
    "test_announced_log_warning_that_does_not_come": "error",
    "test_failed_and_logged": "failed",
}


def test_each_gate_fails_what_breaks_it(tmp_path: Path) -> None:
    assert outcomes(TESTS, tmp_path, "tests.conftest", "no:pytest-qt", "tests.without_qt") == EXPECTED


@pytest.mark.parametrize("name", ["PySide6", "PySide6.QtCore", "shiboken6"])
def test_qt_cannot_be_imported_in_the_run_without_it(name: str, tmp_path: Path) -> None:
    tests = f"def test_import(): import {name}"
    assert outcomes(tests, tmp_path, "no:pytest-qt", "tests.without_qt") == {"test_import": "failed"}

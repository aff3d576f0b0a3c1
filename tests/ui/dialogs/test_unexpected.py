from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from editor.ui.dialogs import unexpected
from editor.ui.dialogs.unexpected import UnexpectedErrors

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest
    from pytestqt.qtbot import QtBot


def _fail(report: Callable[..., None], error: BaseException) -> None:
    def fail() -> None:
        raise error

    try:
        fail()
    except BaseException:  # noqa: BLE001 - as sys.excepthook gets it
        report(*sys.exc_info())


def test_an_error_is_logged_and_said_once(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, expect_log_warning: Callable[[str], None]
) -> None:
    expect_log_warning("unexpected error")
    said: list[str] = []
    monkeypatch.setattr(unexpected, "say", lambda _window, _words, more: said.append(more))
    window = QWidget()
    qtbot.addWidget(window)
    errors = UnexpectedErrors(window)
    for _ in range(3):
        _fail(errors.report, ValueError("🐛"))
    assert said == []
    qtbot.waitUntil(lambda: bool(said))
    _fail(errors.report, ValueError("🐛"))
    _fail(errors.report, KeyboardInterrupt())
    _fail(errors.report, KeyError("other"))
    qtbot.waitUntil(lambda: len(said) == 2)
    assert "🐛" in said[0]
    assert "other" in said[1]

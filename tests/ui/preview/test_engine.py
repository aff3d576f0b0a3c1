"""What the engine is told before the application object is made."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWebEngineCore import QWebEngineUrlScheme

from editor.ui.preview.engine import (
    add_engine_flag,
    choose_graphics,
    lacks_hardware,
    register_scheme,
    sandbox_for_root,
)

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def node(tmp_path: Path) -> Path:
    (tmp_path / "renderD128").touch()
    return tmp_path


@pytest.mark.parametrize(
    ("environment", "lacks"),
    [
        ({}, False),
        ({"DISPLAY": ":0"}, False),
        ({"SSH_CONNECTION": "a b"}, True),
        ({"XRDP_SESSION": "1"}, True),
        ({"VNCDESKTOP": "x"}, True),
    ],
)
def test_a_session_on_another_machine_lacks_hardware(
    environment: dict[str, str], lacks: bool, node: Path
) -> None:
    assert lacks_hardware("linux", environment, node) is lacks


def test_a_machine_without_a_render_node_lacks_hardware(tmp_path: Path) -> None:
    assert lacks_hardware("linux", {}, tmp_path)
    assert lacks_hardware("linux", {}, tmp_path / "gone")


def test_other_systems_have_hardware_unless_the_desktop_is_remote(tmp_path: Path) -> None:
    assert not lacks_hardware("darwin", {"SSH_CONNECTION": "x"}, tmp_path)
    assert not lacks_hardware("win32", {"SESSIONNAME": "Console"}, tmp_path)
    assert lacks_hardware("win32", {"SESSIONNAME": "RDP-Tcp#3"}, tmp_path)


@pytest.mark.parametrize(
    ("setting", "already", "backend"),
    [("software", None, "software"), ("hardware", None, None), ("software", "rhi", "rhi")],
)
def test_the_setting_overrides_and_the_environment_stays(
    setting: str, already: str | None, backend: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("QT_QUICK_BACKEND", raising=False)
    monkeypatch.delenv("QT_XCB_GL_INTEGRATION", raising=False)
    if already:
        monkeypatch.setenv("QT_QUICK_BACKEND", already)
    choose_graphics(setting)
    assert os.environ.get("QT_QUICK_BACKEND") == backend
    assert os.environ.get("QT_XCB_GL_INTEGRATION") == ("none" if backend == "software" else None)


def test_auto_asks_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_XCB_GL_INTEGRATION", "")
    monkeypatch.delenv("QT_QUICK_BACKEND", raising=False)
    monkeypatch.setattr("editor.ui.preview.engine.lacks_hardware", lambda *_: True)
    choose_graphics("auto")
    assert os.environ["QT_QUICK_BACKEND"] == "software"


@pytest.mark.parametrize(("user", "disabled"), [(0, "1"), (1000, None)])
def test_only_root_goes_without_the_sandbox(
    user: int, disabled: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("QTWEBENGINE_DISABLE_SANDBOX", raising=False)
    monkeypatch.setattr(os, "name", "posix")
    monkeypatch.setattr(os, "geteuid", lambda: user, raising=False)
    sandbox_for_root()
    assert os.environ.get("QTWEBENGINE_DISABLE_SANDBOX") == disabled


def test_flags_of_the_user_stay_and_ours_come_once() -> None:
    environment = {"QTWEBENGINE_CHROMIUM_FLAGS": "--user"}
    add_engine_flag(environment, "--ours")
    add_engine_flag(environment, "--ours")
    assert environment == {"QTWEBENGINE_CHROMIUM_FLAGS": "--user --ours"}


def test_the_scheme_has_an_origin_and_no_local_rights() -> None:
    register_scheme()
    scheme = QWebEngineUrlScheme.schemeByName(b"article")
    assert scheme.syntax() == QWebEngineUrlScheme.Syntax.Host
    assert scheme.flags() == QWebEngineUrlScheme.Flag.SecureScheme

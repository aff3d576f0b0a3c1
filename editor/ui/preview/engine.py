"""What QtWebEngine must be told before the application object is made."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtWebEngineCore import QWebEngineUrlScheme

from editor.ui.preview.addresses import SCHEME

if TYPE_CHECKING:
    from collections.abc import Mapping, MutableMapping

GRAPHICS: Final = ("auto", "software", "hardware")
_RENDER_NODES: Final = Path("/dev/dri")
_FLAGS: Final = "QTWEBENGINE_CHROMIUM_FLAGS"
# No host is ever found. Page policy and interceptor do not see everything: they let preconnect through.
_NO_NETWORK: Final = '--host-resolver-rules="MAP * ~NOTFOUND"'


def prepare_engine(graphics: str = "auto") -> None:
    """Do everything that must come before the application object; graphics is one of GRAPHICS."""
    choose_graphics(graphics)
    sandbox_for_root()
    add_engine_flag(os.environ, _NO_NETWORK)
    register_scheme()


def register_scheme() -> None:
    """Make the page's own scheme known to the engine, with an origin of its own and no local rights."""
    if QWebEngineUrlScheme.schemeByName(SCHEME.encode()).name().isEmpty():
        scheme = QWebEngineUrlScheme(SCHEME.encode())
        scheme.setSyntax(QWebEngineUrlScheme.Syntax.Host)
        scheme.setFlags(QWebEngineUrlScheme.Flag.SecureScheme)
        QWebEngineUrlScheme.registerScheme(scheme)


def choose_graphics(setting: str) -> None:
    """Have the processor draw the preview where no graphics hardware answers, or as setting says.

    Without hardware Qt would compose the whole window in software at every repaint, which makes typing ten
    times as slow. What the environment already settles stays.
    """
    software = setting == "software" or (
        setting == "auto" and lacks_hardware(sys.platform, os.environ, _RENDER_NODES)
    )
    if software and os.environ.setdefault("QT_QUICK_BACKEND", "software") == "software":
        # Nobody asks for OpenGL then; without this the system's software renderer would be loaded, 30 MB.
        os.environ.setdefault("QT_XCB_GL_INTEGRATION", "none")


def lacks_hardware(platform: str, environment: Mapping[str, str], render_nodes: Path) -> bool:
    """Whether graphics hardware is out of reach: no usable device, or the screen is another machine's."""
    if platform == "darwin":
        return False
    if platform == "win32":
        return environment.get("SESSIONNAME", "").upper().startswith("RDP-")
    remote = any(name in environment for name in ("SSH_CONNECTION", "XRDP_SESSION", "VNCDESKTOP"))
    usable = (os.access(node, os.R_OK | os.W_OK) for node in render_nodes.glob("renderD*"))
    return remote or not any(usable)


def sandbox_for_root() -> None:
    """Switch the engine's sandbox off for root on POSIX, who cannot have it; for everyone else it stays."""
    if os.name == "posix" and os.geteuid() == 0:
        os.environ["QTWEBENGINE_DISABLE_SANDBOX"] = "1"


def add_engine_flag(environment: MutableMapping[str, str], flag: str) -> None:
    """Add a flag to those that the engine will be started with."""
    flags = environment.get(_FLAGS, "")
    if flag not in flags:
        environment[_FLAGS] = f"{flags} {flag}".strip()

"""What Qt must find in the environment before it starts in a test."""

from __future__ import annotations

import os
import sys


def prepare_qt(*, offscreen: bool) -> None:
    """Set the environment for Qt: no screen where offscreen, a plain locale, no sandbox for root only."""
    os.environ["LC_ALL"] = "C.UTF-8"
    has_display = sys.platform != "linux" or "DISPLAY" in os.environ
    if offscreen or not has_display:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    if sys.platform != "win32" and os.geteuid() == 0:
        # Chromium refuses to start its sandbox as root.
        os.environ["QTWEBENGINE_DISABLE_SANDBOX"] = "1"

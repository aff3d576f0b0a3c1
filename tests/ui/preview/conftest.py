"""The engine of the preview, started once and before any test looks for complaints."""

from __future__ import annotations

from tests.ui.preview.engine_session import running_engine

__all__ = ["running_engine"]

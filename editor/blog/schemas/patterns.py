"""Patterns of texts: how JavaScript writes a regular expression, and short ones for formats with a name."""

from __future__ import annotations

from typing import Final

PATTERNS: Final = {
    "date": r"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$",
    "date-time": r"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T\d\d:\d\d(:\d\d(\.\d+)?)?Z$",
    "time": r"^\d\d:\d\d(:\d\d(\.\d+)?)?$",
    "uuid": r"^[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$",
}
"""The patterns of JSON Schema's formats, for a person to read; those of Zod know leap years and more."""
_KEPT_FLAGS: Final = "ims"


def pattern_of(pattern: str, flags: str) -> str:
    """Answer a pattern with its flags in itself, as ECMAScript 2025 allows it; /a/i is (?i:a)."""
    kept = "".join(flag for flag in _KEPT_FLAGS if flag in flags)
    return f"(?{kept}:{pattern})" if kept else pattern

"""A line of a front matter as coloured spans, in the language that its first line shows."""

from __future__ import annotations

from typing import Final

from editor.text.syntax import ScannedLine
from editor.text.toml_syntax import scan_toml_line
from editor.text.yaml_syntax import scan_yaml_line

IN_TOML: Final = 1 << 30
"""The state before a line of TOML: a bit above those that the scanner of TOML uses."""


def scan_front_matter_line(line: str, state: int) -> ScannedLine:
    """Answer the spans of a line, without its end, after one that left state; 0 or -1 for the first line."""
    state = max(0, state)
    if not state & IN_TOML and not (state == 0 and line.startswith("+++")):
        return scan_yaml_line(line, state)
    scanned = scan_toml_line(line, state & ~IN_TOML)
    return ScannedLine(scanned.spans, scanned.state | IN_TOML)

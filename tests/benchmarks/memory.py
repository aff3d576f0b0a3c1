"""The memory of a program and of the processes that it started, shared pages counted in part (Linux)."""

from __future__ import annotations

import sys
from pathlib import Path


def memory_of(process: int) -> float:
    """Answer the megabytes of a process and of those below it; 0 where the system does not tell."""
    if sys.platform != "linux":
        return 0.0
    parents = {int(pid.name): _parent(pid) for pid in Path("/proc").iterdir() if pid.name.isdecimal()}
    found = {process}
    while more := {pid for pid, parent in parents.items() if parent in found} - found:
        found |= more
    return sum(map(_shared_in_part, found)) / 1024


def _parent(pid: Path) -> int:
    try:
        return int((pid / "stat").read_text("utf-8").rpartition(")")[2].split()[1])
    except OSError:
        return 0


def _shared_in_part(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text("utf-8").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)

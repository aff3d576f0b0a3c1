"""Values in the example files' JSON."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

from editor.article.values import Value, number_of

EXAMPLES = Path(__file__).parents[1] / "examples" / "article"


def rows(name: str) -> list[dict[str, Any]]:
    """Answer the rows of an example file."""
    found: list[dict[str, Any]] = json.loads((EXAMPLES / name).read_text(encoding="utf-8"))
    return found


def value_of(wire: Any) -> Value:
    """Answer the value that JSON stands for: dates and odd numbers are objects with one key."""
    if isinstance(wire, list):
        return [value_of(item) for item in wire]
    if isinstance(wire, dict):
        if set(wire) == {"$date"}:
            return datetime.fromisoformat(wire["$date"])
        if set(wire) == {"$number"}:
            return float(wire["$number"])
        return {key: value_of(item) for key, item in wire.items()}
    if isinstance(wire, float):
        return number_of(wire)
    found: Value = wire
    return found

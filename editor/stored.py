"""A frozen dataclass as JSON text and back, for settings and session files."""

from __future__ import annotations

import dataclasses
import json
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Stored = TypeVar("Stored", bound="DataclassInstance")


def stored_text(value: DataclassInstance) -> str:
    """Answer the JSON text of a dataclass whose fields are plain values or tuples of strings."""
    return json.dumps(dataclasses.asdict(value), ensure_ascii=False, indent=2) + "\n"


def read_stored(kind: type[Stored], text: str) -> Stored:
    """Answer the kind that text describes; what is missing, unknown or of another type has its default.

    A damaged file must never keep the program from starting, so nothing is raised.
    """
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        data = None
    if not isinstance(data, dict):
        return kind()
    fitting: dict[str, Any] = {}
    for field in dataclasses.fields(kind):
        value = data.get(field.name)
        if type(field.default) is tuple and type(value) is list:
            if all(type(item) is str for item in value):
                fitting[field.name] = tuple(value)
        elif type(value) is type(field.default):
            fitting[field.name] = value
    return kind(**fitting)

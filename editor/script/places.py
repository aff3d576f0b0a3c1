"""Files and folders that a configuration names."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

from editor.script.expressions import Call, Imported, Member, Name

if TYPE_CHECKING:
    from editor.script.expressions import Expression
    from editor.script.tracing import Bound, Tracer


def place_of(value: Bound, tracer: Tracer, root: Path, folder: Path) -> Path | None:
    """Answer the place that value names, None where it names none.

    A text counts from root, a new URL(text, import.meta.url) from folder, where the script lies.
    """
    value = tracer.traced(value)
    match value.expression:
        case Call(_, function, (url,), False) if _is_path_of_url(
            tracer.traced(value.at(function)).expression
        ):
            value = tracer.traced(value.at(url))
    match value.expression:
        case Call(_, Name("URL"), (address, Member(_, Name("import.meta"), "url")), True):
            text = tracer.text(value.at(address))
            return None if text is None else _below(folder, unquote(text))
    text = tracer.text(value)
    return None if text is None else _below(root, text)


def _is_path_of_url(function: Expression) -> bool:
    return isinstance(function, Imported) and function.name == "fileURLToPath"


def _below(folder: Path, text: str) -> Path | None:
    if "\0" in text:
        return None
    return Path(os.path.normpath(folder / text.lstrip("/")))

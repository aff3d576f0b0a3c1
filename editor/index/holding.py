"""Which articles hold a text: asked of the files themselves, which know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.article.source import NotText, decode
from editor.text.search import matches

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path


def articles_holding(paths: Iterable[Path], words: str, *, match_case: bool = False) -> Iterator[Path]:
    """Answer those of paths in whose file words stand, as text.search finds them; unreadable ones do not."""
    certain = max(words.split(" "), key=len).encode("utf-8", "replace")
    for path in paths:
        try:
            data = path.read_bytes()
            # Most files are passed over without being decoded.
            if match_case and "\n" not in words and certain not in data:
                continue
            if matches(decode(data).text, words, match_case=match_case):
                yield path
        except (OSError, NotText):
            continue

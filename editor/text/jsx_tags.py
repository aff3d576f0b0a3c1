"""Where tags and expressions of MDX end, told by their brackets and quotes alone."""

from __future__ import annotations

import re
from typing import Final

from editor.text.brackets import closing_brace

_OPENING: Final = re.compile(r"</?\s*+[\w$.:\u200c\u200d-]*+")
_NAME_OR_STRING: Final = re.compile(r"""\s++|=|[^\W\d][\w$.:\u200c\u200d-]*+|"[^"]*+"|'[^']*+'""")
_END: Final = re.compile(r"(?:/\s*+)?>")
_MOST_UNCLOSED: Final = 20
"""Braces without an end, before all others are taken for text."""


class JsxEnds:
    """Tells where tags and expressions of one text end; where many never do, it looks no further."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._unclosed = 0

    def of(self, start: int) -> int | None:
        """Answer the index behind the tag or expression that begins at start, None where none does."""
        return self._expression(start) if self._text[start] == "{" else self._tag(start)

    def _expression(self, start: int) -> int | None:
        closing = closing_brace(self._text, start + 1) if self._unclosed < _MOST_UNCLOSED else None
        if closing is None:
            self._unclosed += 1
            return None
        return closing + 1

    def _tag(self, start: int) -> int | None:
        text = self._text
        opening = _OPENING.match(text, start)
        if opening is None or text.startswith((" ", "\t", "\n"), start + 1):
            return None
        position: int | None = opening.end()
        while position is not None and position < len(text):
            if (part := _NAME_OR_STRING.match(text, position)) is not None:
                position = part.end()
            elif text[position] == "{":
                position = self._expression(position)
            else:
                end = _END.match(text, position)
                return None if end is None else end.end()
        return None

"""What stands above an article without fences, as Python-Markdown's extension meta reads it: Title: words.

Source: Python-Markdown 3.11 (extensions/meta.py), which Pelican and MkDocs use.
"""

from __future__ import annotations

import re
from typing import Final

from editor.article.front_matter import Entry

_LINE: Final = re.compile(r"[ ]{0,3}(?P<key>[A-Za-z0-9_-]+):\s*(?P<value>.*)")
_MORE: Final = re.compile(r"[ ]{4,}(?P<value>.*)")
_MOST_LINES: Final = 200


def meta_entries(text: str) -> tuple[Entry, ...]:
    """Answer the keys above the first line that is blank or has none; they cannot be edited by key."""
    found: dict[str, Entry] = {}
    last = ""
    for number, line in enumerate(text.split("\n", _MOST_LINES)[:_MOST_LINES]):
        begun = _LINE.match(line)
        more = _MORE.match(line) if last and line.strip() else None
        if begun:
            last, value = begun["key"], begun["value"].strip()
        elif more:
            value = f"{found[last].value}, {more['value'].strip()}"
        else:
            break
        found[last] = Entry(last, value, value, number, editable=False)
    return tuple(found.values())

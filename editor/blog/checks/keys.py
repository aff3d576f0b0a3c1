"""Keys of the front matter that the blog does not know, though it knows one that is spelled nearly so."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Final

from editor.blog.checks.findings import Finding, Repair
from editor.blog.checks.near import near_word
from editor.blog.checks.shapes import NEVER_UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from editor.blog.schemas.shapes import SchemaField

_ODD: Final = re.compile(r"[\u00a0\u1680\u180e\u2000-\u200f\u202f\u205f\u2060\u3000\ufeff]")
"""Spaces and signs that look like a plain space, or like nothing."""
_MOST_UNKNOWN: Final = 50
"""Unknown keys that are compared with the known ones."""


def odd_key_findings(keys: Collection[str]) -> Iterator[Finding]:
    """Yield the keys that have a no-break space, or something else that nobody sees, in them."""
    for key in keys:
        if _ODD.search(key):
            name = _ODD.sub(" ", key).strip()
            repair = Repair("rename", name) if name and name not in keys else None
            yield Finding("odd-space", (key,), data={"name": name}, repair=repair, is_of_key=True)


def misspelt_findings(keys: Collection[str], rules: Iterable[SchemaField]) -> dict[str, Finding]:
    """Answer the keys that no schema knows, and that stand for one that it knows and the article lacks.

    They are found by the keys that are meant.
    """
    known = {rule.key: rule for rule in rules}
    absent = {key: rule for key, rule in known.items() if key not in keys}
    unknown = (key for key in keys if key not in known and key not in NEVER_UNKNOWN)
    found: dict[str, Finding] = {}
    for key in islice(unknown, _MOST_UNKNOWN):
        near = near_word(_ODD.sub("", key), tuple(absent))
        if not near.is_sure:
            continue
        finding = Finding(
            "misspelt-key",
            (key,),
            "error" if absent[near.word].is_required else "warning",
            {"near": near.word},
            Repair("rename", near.word),
            is_of_key=True,
        )
        # Two keys that may both stand for one are left to the writer.
        found[near.word] = replace(finding, repair=None) if near.word in found else finding
    return found

"""Traps in the way that a value is written, which the value itself no longer shows."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING, Final

from editor.article.dates import instant_of
from editor.article.places import placed_scalars
from editor.article.yaml_scalars import plain_value
from editor.blog.checks.findings import Finding, Repair

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editor.article.document import Document

_CUT: Final = re.compile(r"[ \t]+#[^\s#!][^\n]*?(?=[ \t]*\Z)")
"""What YAML takes for a comment, but has no space after its sign: About #1, and #astro."""


def source_findings(document: Document) -> Iterator[Finding]:
    """Yield texts that a # cuts, and timestamps of days that do not exist."""
    text = document.text
    for place, node, line_end in placed_scalars(document):
        if node.style or node.tag or node.has_properties or place[0] not in document.values:
            continue  # quoted, or more than it says, or of a key that merges others
        value = plain_value(node.text)
        if isinstance(value, datetime):
            source = text[node.start : node.end]
            instant = instant_of(value, source)
            if instant and instant.is_rolled_over:
                yield Finding("rolled-over-date", place, data={"day": value.date().isoformat()})
        elif value is None or isinstance(value, str):
            rest = _CUT.match(text, node.end, line_end)
            if rest is not None:
                meant = (node.text + rest[0]).strip()
                yield Finding(
                    "cut-value", place, "warning", {"rest": rest[0].strip()}, Repair("quote", meant)
                )

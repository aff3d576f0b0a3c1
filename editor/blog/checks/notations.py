"""Notations of other programs' Markdown that a site shows as text where it has not been taught them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from editor.blog.checks.text_findings import TextFinding
from editor.text.change import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from editor.blog.checks.body import Body

_HEADING_ID: Final = re.compile(r"[ \t]*(?P<id>\{#[^\s{}]+\})[ \t]*$")
_ALERT: Final = re.compile(r"\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\](?=[ \t]*(?:\n|$))", re.IGNORECASE)
_OF_HEADING_IDS: Final = re.compile(r"heading-?id|attr|^(?:markdown\.extensions\.)?extra$", re.IGNORECASE)
_OF_ALERTS: Final = re.compile(r"alert|callout|admonition|obsidian|github|gfm-?plus", re.IGNORECASE)


def notation_findings(body: Body) -> Iterator[TextFinding]:
    """Yield ids of headings and alerts that the blog's set-up does not know, as far as that can be told.

    Neither dialect of Astro knows them by itself (measured with Sätteri 0.3.7 and remark 7.2).
    """
    if body.blog.unread:
        return
    names = [*body.blog.plugins, *(extension.name for extension in body.blog.extensions)]
    if not body.is_mdx and not body.blog.heading_ids and not any(map(_OF_HEADING_IDS.search, names)):
        yield from _heading_ids(body)
    if not any(map(_OF_ALERTS.search, names)):
        yield from _alerts(body)


def _heading_ids(body: Body) -> Iterator[TextFinding]:
    for heading in body.structure.headings:
        found = _HEADING_ID.search(heading.text)
        if found is not None:
            start = body.start + heading.start
            edit = Edit(start + found.start(), start + found.end(), "")
            data = {"value": found["id"]}
            place = start + found.start("id")
            yield TextFinding("heading-id", "warning", place, data, repair=(edit,), remedy="delete")


def _alerts(body: Body) -> Iterator[TextFinding]:
    for paragraph in body.prose:
        found = _ALERT.match(paragraph.text)
        if found is not None:
            line = body.text.rfind("\n", 0, paragraph.start) + 1
            if ">" in body.text[line : paragraph.start]:
                yield TextFinding("alert", "warning", body.start + paragraph.start, {"value": found[0]})

"""From the page that is shown to the page that is wanted: the calls that page.js understands."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor.rendering.page import PageHead, hero_html, title_html
from editor.rendering.patch import patch

if TYPE_CHECKING:
    from editor.rendering.blocks import Block


@dataclass(frozen=True, slots=True)
class PreviewPage:
    """What the preview shows: head (None: hidden) and blocks of the article that key stands for."""

    key: str
    head: PageHead | None
    blocks: tuple[Block, ...]


def call(name: str, *arguments: object) -> str:
    """Answer the script that calls a function of page.js."""
    # Everything beyond ASCII is escaped, so that no line end that only JavaScript knows can end a text.
    return f"articlePage.{name}({', '.join(json.dumps(argument) for argument in arguments)})"


def update_script(shown: PreviewPage | None, wanted: PreviewPage) -> str | None:
    """Answer the script that makes the wanted page of the one that is shown, None if that is the same."""
    htmls = tuple(block.html for block in wanted.blocks)
    hero, title = _head_htmls(wanted.head)
    if shown is None or shown.key != wanted.key:
        return call("show", wanted.key, hero, title, htmls)
    calls = []
    if _head_htmls(shown.head) != (hero, title):
        calls.append(call("setHead", hero, title))
    changed = patch(tuple(block.html for block in shown.blocks), htmls)
    if changed is not None:
        calls.append(call("patch", changed.start, changed.removed, changed.inserted))
    return " && ".join(calls) or None


def _head_htmls(head: PageHead | None) -> tuple[str, str]:
    return (hero_html(head), title_html(head)) if head is not None else ("", "")

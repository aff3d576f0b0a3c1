"""From the page that is shown to the page that is wanted: the calls that page.js understands."""

from __future__ import annotations

import json
from dataclasses import astuple, dataclass
from typing import TYPE_CHECKING

from editor.rendering.page import PageHead, hero_html, title_html
from editor.rendering.patch import patches

if TYPE_CHECKING:
    from editor.rendering.live.page import Passage


@dataclass(frozen=True, slots=True)
class PreviewPage:
    """What the preview shows: head (None: hidden) and passages of the article that key stands for."""

    key: str
    head: PageHead | None
    passages: tuple[Passage, ...]
    is_written_in: bool = True
    """Whether it is new because of what the writer wrote, which is to come into view."""
    language: str = "en"


def call(name: str, *arguments: object) -> str:
    """Answer the script that calls a function of page.js."""
    # Everything beyond ASCII is escaped, so that no line end that only JavaScript knows can end a text.
    return f"articlePage.{name}({', '.join(json.dumps(argument) for argument in arguments)})"


def update_script(shown: PreviewPage | None, wanted: PreviewPage) -> str | None:
    """Answer the script that makes the wanted page of the one that is shown, None if that is the same."""
    hero, title = _head_htmls(wanted.head)
    if shown is None or shown.key != wanted.key:
        return call("show", wanted.key, hero, title, [passage.html for passage in wanted.passages])
    calls = []
    if shown.head != wanted.head and _head_htmls(shown.head) != (hero, title):
        calls.append(call("setHead", hero, title))
    changes = [astuple(change) for change in patches(shown.passages, wanted.passages)]
    if changes:
        calls.append(call("patch", changes, wanted.is_written_in))
    return " && ".join(calls) or None


def _head_htmls(head: PageHead | None) -> tuple[str, str]:
    return (hero_html(head), title_html(head)) if head is not None else ("", "")

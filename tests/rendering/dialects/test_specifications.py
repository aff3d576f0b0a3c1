"""The examples of CommonMark and of GitHub Flavored Markdown, as Astro 7 reads them."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Final

import pytest

from editor.rendering.html import Options, render, rendered
from editor.rendering.live.section import margin, unread
from editor.rendering.live.steps import advanced
from editor.rendering.live.text import LiveText
from tests.normal_form import normal_form

FOLDER: Final = Path(__file__).parents[2] / "examples" / "specifications"

_METADATA: Final = "a metadata block at the very start of a text is taken out"
_BARE_ADDRESS: Final = "a bare address is a link"
_NO_FILTER: Final = "raw HTML is kept whatever its element"
_NO_FTP: Final = "an address of FTP is text"
_ADDED: Final = re.compile(r'(<h[1-6]) id="[^"]*"| class="(?:contains-task-list|task-list-item)"')
_OPTIONS: Final = Options(smart_punctuation=False)
KNOWN: Final = {
    "commonmark-0.31.2": {
        **dict.fromkeys((96, 98), _METADATA),
        **dict.fromkeys((602, 606, 608, 611, 612), _BARE_ADDRESS),
    },
    "gfm-0.29-extensions": {628: _NO_FTP, 653: _NO_FILTER},
}
"""The examples that Astro itself answers differently, and why; `dev.py judge rendering` asks it anew."""


@pytest.mark.parametrize(("name", "count"), [("commonmark-0.31.2", 652), ("gfm-0.29-extensions", 24)])
def test_all_examples_but_the_known_give_what_the_specification_says(name: str, count: int) -> None:
    examples = json.loads((FOLDER / f"{name}.json").read_text("utf-8"))
    different = [each["example"] for each in examples if not _is_as_specified(each["markdown"], each["html"])]
    assert different == list(KNOWN[name])
    assert len(examples) == count


def _is_as_specified(markdown: str, html: str) -> bool:
    """Whether rendering, without the trim at both ends, gives the same but for what Astro adds."""
    page = _untrimmed(markdown) if markdown[0].isspace() else render(markdown, _OPTIONS).html
    return normal_form(_ADDED.sub(r"\1", page)) == normal_form(html)


def _untrimmed(markdown: str) -> str:
    text = LiveText(_OPTIONS, None, (margin(""), unread(f"{markdown}\n***")), 1)
    html = rendered(advanced(text, len(markdown) + 5)).html
    assert html.endswith("<hr>\n")
    return html.removesuffix("<hr>\n")

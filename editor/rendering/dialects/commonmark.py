"""markdown-it, tuned to what Astro's Markdown engines read.

Astro 7 parses with Sätteri (of pulldown-cmark's family), Astro 6 and older with remark. Both follow
CommonMark and GitHub Flavored Markdown closely; where they part, the dialect says which one is meant.
"""
# ruff: noqa: FBT001, N802 (the signatures are markdown-it's)

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from markdown_it import MarkdownIt
from markdown_it.rules_inline import image

from editor.rendering.dialects.autolinks import WEB_START, add_autolinks
from editor.rendering.dialects.footnotes import add_footnotes
from editor.rendering.dialects.punctuation import add_punctuation
from editor.rendering.dialects.sections import add_sections
from editor.rendering.dialects.smartypants import add_smartypants
from editor.rendering.dialects.strikethrough import add_strikethrough
from editor.rendering.dialects.tables import add_tables
from editor.rendering.dialects.tasks import add_tasks
from editor.rendering.dialects.trimming import keep_unicode_spaces

if TYPE_CHECKING:
    from markdown_it.rules_inline import StateInline

    from editor.text.dialects import Dialect

_DEEPEST: Final = 100
"""Blocks or links inside each other; what lies deeper is left out, and Python's stack is safe."""

_DEEPEST_IMAGES: Final = 10
"""Images in the descriptions of images: each level is a parse of its own."""

_INLINE_START: Final = re.compile(rf"[\n&*<\[\\\]_`~\"']|!(?=\[)|-(?=-)|\.(?=\.\.)|{WEB_START}")
"""Where text may stop being plain."""


class CommonMark(MarkdownIt):
    """The parser; it takes every address and only percent-encodes it."""

    def validateLink(self, url: str) -> bool:  # noqa: ARG002 (the library's signature)
        """Answer yes: Astro restricts no address."""
        return True

    def normalizeLink(self, url: str) -> str:
        """Percent-encode what CommonMark's reference renderers encode."""
        return quote(url, safe="!#$%&'()*+,-./:;=?@_~", errors="replace")

    def normalizeLinkText(self, link: str) -> str:
        """Leave the text of <https://…> as it is written."""
        return link


def _image(state: "StateInline", silent: bool) -> bool:
    depth = state.env.get("image_depth", 0)
    if depth >= _DEEPEST_IMAGES:
        return False
    state.env["image_depth"] = depth + 1
    found = image(state, silent)
    state.env["image_depth"] = depth
    return found


def _style(alignment: str) -> dict[str, str]:
    return {"style": f"text-align: {alignment}"}


def _align(alignment: str) -> dict[str, str]:
    return {"align": alignment}


def parser_for(dialect: "Dialect", *, gfm: bool, smart_punctuation: bool) -> CommonMark:
    """A parser of one of the Astro dialects."""
    is_remark = dialect == "astro-remark"
    parser = CommonMark("commonmark", {"maxNesting": _DEEPEST, "store_labels": True})
    parser.inline.terminator_re = _INLINE_START
    parser.inline.ruler.at("image", _image)
    keep_unicode_spaces(parser)
    if gfm:
        add_tables(parser, _align if is_remark else _style)
        add_footnotes(parser)
        add_strikethrough(parser)
        add_autolinks(parser)
        add_tasks(parser)
    if smart_punctuation and is_remark:
        add_smartypants(parser)
    elif smart_punctuation:
        add_punctuation(parser)
    add_sections(parser)
    return parser

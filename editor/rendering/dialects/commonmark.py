"""markdown-it, tuned to what Astro's Markdown engines read.

Astro 7 parses with Sätteri (of pulldown-cmark's family), Astro 6 and older with remark. Both follow
CommonMark and GitHub Flavored Markdown closely; where they part, the dialect says which one is meant.
"""
# ruff: noqa: FBT001, FBT003, N802 (the signatures are markdown-it's)

import re
from functools import partial
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from markdown_it import MarkdownIt
from markdown_it.common.html_re import HTML_TAG_RE
from markdown_it.rules_inline import escape, html_inline, image

from editor.rendering.dialects.autolinks import add_autolinks
from editor.rendering.dialects.emphasis import add_emphasis
from editor.rendering.dialects.footnotes import add_footnotes
from editor.rendering.dialects.found_addresses import add_found_addresses
from editor.rendering.dialects.interruptions import add_interruptions
from editor.rendering.dialects.math import add_math
from editor.rendering.dialects.mdx import add_mdx
from editor.rendering.dialects.punctuation import MARKS_OF_NAMES, add_punctuation
from editor.rendering.dialects.sections import add_sections
from editor.rendering.dialects.smartypants import add_smartypants
from editor.rendering.dialects.tables import add_tables
from editor.rendering.dialects.tasks import add_tasks
from editor.rendering.dialects.trimming import keep_unicode_spaces
from editor.text.bare_addresses import MAIL_START, WEB_START
from editor.text.characters import is_ascii_punctuation, is_near_punctuation, is_punctuation
from editor.text.found_addresses import remark_patterns, satteri_patterns

if TYPE_CHECKING:
    from markdown_it.rules_core import StateCore
    from markdown_it.rules_inline import StateInline

    from editor.rendering.pipeline import Options

_DEEPEST: Final = 100
"""Blocks or links inside each other; what lies deeper is left out, and Python's stack is safe."""

_DEEPEST_IMAGES: Final = 10
"""Images in the descriptions of images: each level is a parse of its own."""

_MARKS: Final = rf"[\n&*<\[\\\]_`~\"']|!(?=\[)|-(?=-)|\.(?=\.\.)|{WEB_START}"
"""Where text may stop being plain."""

_BREAK: Final = 2
"""Spaces at the end of a line that break it."""

_BARE_PERCENT: Final = re.compile(r"%(?![0-9A-Za-z]{2})")
_TAG: Final = re.compile(HTML_TAG_RE.pattern, re.ASCII)
_LINE_INDENTATION: Final = re.compile(r"\n {1,3}")


class CommonMark(MarkdownIt):
    """The parser; it takes every address and only percent-encodes it."""

    def validateLink(self, url: str) -> bool:  # noqa: ARG002 (the library's signature)
        """Answer yes: Astro restricts no address."""
        return True

    def normalizeLink(self, url: str) -> str:
        """Percent-encode what CommonMark's reference renderers encode."""
        return _BARE_PERCENT.sub("%25", quote(url, safe="!#$%&'()*+,-./:;=?@_~", errors="replace"))

    def normalizeLinkText(self, link: str) -> str:
        """Leave the text of <https://…> as it is written."""
        return link


def _trim_code(state: "StateCore", *, drops_first_line_end: bool) -> None:
    """Empty code that is one blank line; remark takes the first line end of any code away."""
    for token in state.tokens:
        if token.type in {"fence", "code_block"} and (drops_first_line_end or token.content == "\n"):
            token.content = token.content.removeprefix("\n")


def _tag(state: "StateInline", silent: bool) -> bool:
    """Read inline HTML, whose lines lose three columns of indentation."""
    start = state.pos
    tag = _TAG.match(state.src, start) if html_inline(state, True) else None
    state.pos = tag.end() if tag else start
    if not tag:
        return False
    if not silent:
        state.push("html_inline", "", 0).content = _LINE_INDENTATION.sub("\n", tag[0])
    return True


class _Starts:
    """Where text may stop being plain: at these characters too."""

    def __init__(self, characters: str) -> None:
        marks = rf"{_MARKS}|[{characters}]" if characters else _MARKS
        self._in_text = re.compile(marks)
        self._in_text_with_mail = re.compile(rf"{marks}|{MAIL_START}")

    def pattern(self, text: str) -> re.Pattern[str]:
        """Answer what such a place in a text looks like."""
        return self._in_text_with_mail if "@" in text else self._in_text


def _text(state: "StateInline", silent: bool, *, starts: _Starts) -> bool:
    start = starts.pattern(state.src)
    match = start.search(state.src, state.pos)
    end = match.start() if match else state.posMax
    if end == state.pos:
        return False
    if not silent:
        state.append_pending(state.src[state.pos : end])
    state.pos = end
    return True


def _line_end(state: "StateInline", silent: bool) -> bool:
    """Read a line end: it breaks the line after two spaces, if no tab stands among them."""
    if state.src[state.pos] != "\n":
        return False
    if not silent:
        text = state.pending.rstrip(" \t")
        spaces = state.pending[len(text) :]
        state.pending = text
        is_break = len(spaces) >= _BREAK and "\t" not in spaces
        state.push("hardbreak" if is_break else "softbreak", "br", 0)
    state.pos += 1
    while state.pos < state.posMax and state.src[state.pos] in " \t":
        state.pos += 1
    return True


def _escape(state: "StateInline", silent: bool) -> bool:
    """Read an escaped character; before any other a backslash is text, and what follows stays as it is."""
    following = state.src[state.pos + 1 : state.pos + 2]
    if following == "\n" or (following and is_ascii_punctuation(following)):
        return escape(state, silent)
    return False


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


def parser_for(options: "Options") -> CommonMark:
    """A parser of one of the Astro dialects."""
    is_remark = options.dialect == "astro-remark"
    punctuation = is_near_punctuation if is_remark else is_punctuation
    parser = CommonMark("commonmark", {"maxNesting": _DEEPEST, "store_labels": True})
    starts = _Starts(("$" if options.math else "") + ("{" if options.mdx else ""))
    parser.inline.ruler.at("text", partial(_text, starts=starts))
    parser.inline.ruler.at("newline", _line_end)
    parser.inline.ruler.at("escape", _escape)
    parser.inline.ruler.at("html_inline", _tag)
    parser.core.ruler.after("block", "code_ends", partial(_trim_code, drops_first_line_end=is_remark))
    parser.inline.ruler.at("image", _image)
    keep_unicode_spaces(parser)
    add_interruptions(parser, is_remark=is_remark)
    add_emphasis(parser, punctuation, strikethrough=options.gfm)
    if options.gfm:
        add_tables(parser, _align if is_remark else _style)
        add_footnotes(parser, in_links=is_remark)
        names_end = MARKS_OF_NAMES if options.smart_punctuation and not is_remark else None
        add_autolinks(parser, is_near_punctuation if is_remark else is_ascii_punctuation, names_end)
        add_found_addresses(parser, (remark_patterns if is_remark else satteri_patterns)(punctuation))
        add_tasks(parser, beside_marker=not is_remark)
    if options.math:
        add_math(parser, least=1 if options.math == "single" else 2, is_remark=is_remark)
    add_sections(parser)
    if options.mdx:
        add_mdx(parser)
    if options.smart_punctuation and is_remark:
        add_smartypants(parser)
    elif options.smart_punctuation:
        add_punctuation(parser)
    return parser

"""HTML blocks of Markdown (CommonMark 0.31, section 4.6): where they begin and what ends them."""

from __future__ import annotations

import re
from typing import Final

from editor.text.inline import HTML_TAG
from editor.text.line_state import LineKind

_BLOCK_TAGS: Final = (
    "address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|"
    "fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|"
    "menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|"
    "track|ul"
)
_RAW: Final = re.compile(r"<(?:script|pre|style|textarea)(?=[\s>]|$)", re.IGNORECASE)
_RAW_END: Final = re.compile(r"</(?:script|pre|style|textarea)>", re.IGNORECASE)
_BLOCK: Final = re.compile(rf"</?(?:{_BLOCK_TAGS})(?=[\s/>]|$)", re.IGNORECASE)
_ENDS: Final = (("<!--", "-->"), ("<?", "?>"), ("<![CDATA[", "]]>"), ("<!", ">"))


def html_block_start(text: str, *, in_paragraph: bool) -> tuple[LineKind, int] | None:
    """Answer the kind and length of state of the HTML block that text (from its `<` on) begins, or None."""
    if _RAW.match(text):
        return LineKind.RAW_HTML, 0
    for length, (start, _end) in enumerate(_ENDS):
        if text.startswith(start):
            return LineKind.COMMENT, length
    if _BLOCK.match(text):
        return LineKind.HTML, 0
    if in_paragraph:
        return None
    tag = HTML_TAG.match(text)
    return (LineKind.HTML, 0) if tag is not None and not text[tag.end() :].strip() else None


def html_block_end(text: str, kind: LineKind, length: int) -> int:
    """Answer where in text the HTML block of this kind and length ends, -1 where it goes on."""
    if kind is LineKind.RAW_HTML:
        end = _RAW_END.search(text)
        return end.end() if end is not None else -1
    closing = _ENDS[length][1]
    index = text.find(closing)
    return index + len(closing) if index >= 0 else -1

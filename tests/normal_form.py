"""HTML by what a browser makes of it, so that two ways to write the same document compare as the same."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from selectolax.lexbor import LexborHTMLParser

if TYPE_CHECKING:
    from collections.abc import Iterator

    from selectolax.lexbor import LexborNode

_BLOCK_NAMES: Final = """
address article aside blockquote br caption center col colgroup dd details dialog dir div dl dt fieldset
figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre script
search section style summary table tbody td tfoot th thead tr ul
"""
_FLAG_NAMES: Final = """
allowfullscreen async autofocus autoplay checked controls default defer disabled hidden inert loop multiple
muted nomodule novalidate open playsinline readonly required reversed selected
"""
_BLOCKS: Final = frozenset(_BLOCK_NAMES.split())
"""Elements at whose borders white space is not seen."""
_SAY_ALL: Final = frozenset(_FLAG_NAMES.split())
"""Attributes that say all by being there."""
_SPACE: Final = re.compile(r"[ \t\n\r\f]+")
_ALIGNED: Final = re.compile(r"text-align: *(\w+);?")
_BORDER: Final = "\0"


def normal_form(html: str) -> list[str]:
    """The tags, texts and comments of a fragment as an HTML5 parser sees them, one a line.

    Attributes are sorted; white space is one space, and none where it is not seen; the alignment of a cell is
    the attribute `align`, however it is written.
    """
    found = "".join(_pieces(LexborHTMLParser(html, is_fragment=True).root, keeps_space=False))
    without_unseen = re.sub(rf" *{_BORDER}[ {_BORDER}]*", _BORDER, f"{_BORDER}{found}{_BORDER}")
    return [piece for piece in without_unseen.split(_BORDER) if piece]


def _pieces(node: LexborNode | None, *, keeps_space: bool) -> Iterator[str]:
    while node is not None:
        if node.is_text_node:
            text = node.text_content or ""
            yield text if keeps_space else _SPACE.sub(" ", text)
        elif node.is_comment_node:
            yield f"<!--{node.comment_content}-->"
        else:
            yield from _element(node, keeps_space=keeps_space)
        node = node.next


def _element(node: LexborNode, *, keeps_space: bool) -> Iterator[str]:
    tag = node.tag or ""
    border = _BORDER if tag in _BLOCKS else ""
    attributes = "".join(f" {name}={value!r}" for name, value in _attributes(node))
    yield f"{border}<{tag}{attributes}>{border}"
    yield from _pieces(node.first_child, keeps_space=keeps_space or tag == "pre")
    yield f"{border}</{tag}>{border}"


def _attributes(node: LexborNode) -> list[tuple[str, str]]:
    attributes = {name: "" if name in _SAY_ALL else value or "" for name, value in node.attributes.items()}
    aligned = _ALIGNED.fullmatch(attributes.get("style", ""))
    if node.tag in {"td", "th"} and aligned:
        del attributes["style"]
        attributes["align"] = aligned[1]
    return sorted(attributes.items())

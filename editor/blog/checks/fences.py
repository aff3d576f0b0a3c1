"""Closing fences that stand where no end of the front matter was meant."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from editor.article.places import pairs_of
from editor.article.reading import read
from editor.article.slots import line_end
from editor.article.yaml_tree import Scalar
from editor.text.change import Edit, apply_edits

if TYPE_CHECKING:
    from collections.abc import Collection

    from editor.article.document import Document

_NEXT_FENCE: Final = re.compile(r"^---[ \t]*$", re.MULTILINE)
_LIKE_YAML: Final = re.compile(r"(?:[ \t]+\S|- |#|[\w\"'][\w \"'.-]*:(?:[ \t]|$)|[ \t]*$)")
_MOST: Final = 20_000
"""Characters between two fences that are looked at."""
_BLOCKS: Final = ("|", ">")


def text_after_fence(document: Document) -> int | None:
    """Answer where text stands on the line of the closing fence, which makes it part of the body."""
    text, end = document.text, document.fences.stop + 3
    rest = text[end : line_end(text, end)]
    return end + len(rest) - len(rest.lstrip(" \t")) if rest.strip(" \t") else None


def early_fence(document: Document, known: Collection[str]) -> tuple[Edit, ...] | None:
    """Answer the edits that indent a closing fence within a block scalar; None where it is none.

    The sign: the front matter ends in a block scalar, another fence follows, all lines between look like
    YAML, and together with what stands before them they are a front matter that can be read. The block goes
    on with indented lines, or a field that the blog knows comes.
    """
    text, fences, pairs = document.text, document.fences, pairs_of(document)
    last = pairs[-1].value_node if pairs else None
    following = _NEXT_FENCE.search(text, fences.end, fences.end + _MOST)
    if following is None or not isinstance(last, Scalar) or last.style not in _BLOCKS:
        return None
    between = text[fences.end : following.start()].rstrip("\n")
    if not between.strip() or not all(map(_LIKE_YAML.match, between.split("\n"))):
        return None
    indentation = _indentation(text, last)
    edits = (Edit(fences.stop, fences.stop, indentation),)
    keys = {entry.key for entry in read(apply_edits(text, edits)).entries}
    new = keys - document.values.keys()
    is_meant = any(key in known for key in new) or (keys and between.startswith(indentation))
    return edits if is_meant else None


def _indentation(text: str, block: Scalar) -> str:
    """Answer the blanks before the lines of a block scalar."""
    body = text[line_end(text, block.start) + 1 : block.end]
    filled = next((line for line in body.split("\n") if line.strip()), "")
    return filled[: len(filled) - len(filled.lstrip(" "))] or "  "

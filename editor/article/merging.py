"""A three-way merge of an article: its front matter by fields, its body by lines."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from editor.article.faults import Unreadable
from editor.article.fences import split
from editor.article.field_merging import has_merged_fields, merge_fields
from editor.article.loading import read_document
from editor.text.merging import Origin, Region, conflicts_of, merge_texts, merged_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from editor.article.document import Document


def merge_articles(base: str, ours: str, theirs: str, *, takes_json: bool = False) -> tuple[Region, ...]:
    """Answer the merge of two texts of an article that came from base; takes_json as in fences.

    What one side alone made of a field or of lines is taken, what both made of one is a conflict. The order
    and comments of a front matter are those that the line merge gives or else those of theirs, where nothing
    of ours is lost that way, or of ours. A merge with a side that is base gives the other side byte for byte.
    """
    parts = [split(text, takes_json=takes_json) for text in (base, ours, theirs)]
    # A body that begins on the line of the fence does not stand by itself.
    if any(not part.head.endswith("\n") for part in parts):
        return merge_texts(base, ours, theirs)
    heads, bodies = [part.head for part in parts], [part.body for part in parts]
    return (*_merge_heads(*heads, takes_json=takes_json), *merge_texts(*bodies))


def _merge_heads(base: str, ours: str, theirs: str, *, takes_json: bool) -> tuple[Region, ...]:
    by_lines = merge_texts(base, ours, theirs)
    if len(by_lines) == 1 and not conflicts_of(by_lines):
        return by_lines
    documents = _documents((base, ours, theirs), takes_json=takes_json)
    if documents is not None:
        is_clean = not conflicts_of(by_lines)
        if is_clean and has_merged_fields(merged_text(by_lines), *documents, takes_json=takes_json):
            return by_lines
        by_fields = merge_fields(*documents)
        if by_fields is not None:
            return by_fields
        if is_clean:  # each line fits, and yet the fields are others than either side wrote
            return (Region(Origin.CONFLICT, base, ours, theirs, is_exclusive=True),)
    # Two versions of a line cannot both stand in a front matter.
    return tuple(replace(region, is_exclusive=True) for region in by_lines)


def _documents(heads: Sequence[str], *, takes_json: bool) -> tuple[Document, Document, Document] | None:
    """Answer the fronts matters, None where one of them cannot be read."""
    try:
        base, ours, theirs = (read_document(head, takes_json=takes_json) for head in heads)
    except Unreadable:
        return None
    return (base, ours, theirs) if base and ours and theirs else None

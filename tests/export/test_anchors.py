"""The parts of an article's page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from editor.blog.blog import find_blog
from editor.export.anchors import PageAnchors, anchors_of, headings_of, place_of_part

if TYPE_CHECKING:
    from pathlib import Path

TEXT = """---
title: x
---
## L'été *à* Paris

## L'été à Paris

<a name=b></a><p id='c&amp;d'>x</p>

a[^1]

[^1]: b
"""


def test_headings_have_the_ids_that_the_blog_gives_them(tmp_path: Path) -> None:
    found = headings_of(TEXT, tmp_path / "a.md", find_blog(tmp_path))
    assert [(it.text, it.id) for it in found] == [
        ("L’été à Paris", "lété-à-paris"),
        ("L’été à Paris", "lété-à-paris-1"),
    ]


def test_ids_of_html_and_notes_are_parts_too(tmp_path: Path) -> None:
    found = anchors_of(TEXT, tmp_path / "a.md", find_blog(tmp_path))
    assert {
        "lété-à-paris",
        "lété-à-paris-1",
        "b",
        "c&d",
        "user-content-fn-1",
        "user-content-fnref-1",
    } <= found


def test_the_parts_of_a_page_are_those_of_the_text_that_is_given(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    anchors = PageAnchors(find_blog(tmp_path))
    assert anchors(path, None) == frozenset()
    path.write_text("# One", "utf-8")
    assert anchors(path, None) == {"one"}
    assert anchors(path, None) == {"one"}
    assert anchors(path, "# Two") == {"two"}
    path.write_text("# Other", "utf-8")
    assert anchors(path, None) == {"other"}
    path.write_bytes(b"\0 binary")
    assert anchors(path, None) == frozenset()
    assert anchors == PageAnchors(find_blog(tmp_path))


@pytest.mark.parametrize(
    ("identity", "words"),
    [
        ("lété-à-paris", "## L'été *à*"),
        ("lété-à-paris-1", "## L'été à"),
        ("b", "<a name=b>"),
        ("c&d", "<p id='c&amp;d'>"),
        ("user-content-fn-1", None),
        ("nowhere", None),
    ],
)
def test_a_part_begins_where_its_heading_or_its_html_stands(
    identity: str, words: str | None, tmp_path: Path
) -> None:
    place = place_of_part(TEXT, tmp_path / "a.md", find_blog(tmp_path), identity)
    assert place == (TEXT.index(words) if words is not None else None)

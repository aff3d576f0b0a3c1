"""Keys above an article without fences, as Pelican's articles have them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from editor.article.front_matter import read
from editor.blog.collection import Content, summary_of
from editor.blog.meta_lines import meta_entries

_PELICAN = """Title: Été : un récit
Date: 2010-12-03 10:20
Tags: Neige, Montagne
    Pain
Status: draft

Du texte.
Note: rien
"""


def test_what_stands_above_a_pelican_article() -> None:
    content = Content(Path("/b"), (Path("/b"),), has_meta_lines=True)
    summary = summary_of(Path("/b/a.md"), _PELICAN, read(_PELICAN), content)
    assert (summary.title, summary.day, summary.draft) == ("Été : un récit", date(2010, 12, 3), True)
    assert summary.tags == ("Neige", "Montagne", "Pain")
    assert summary.keys == ("Title", "Date", "Tags", "Status")
    plain = summary_of(Path("/b/a.md"), _PELICAN, read(_PELICAN), Content(Path("/b"), (Path("/b"),)))
    assert plain.keys == ()


@pytest.mark.parametrize("text", ["", "Du texte.\n", "\nTitle: a\n", "    Title: a\n", "# Title: a\n"])
def test_what_are_none(text: str) -> None:
    assert meta_entries(text) == ()


def test_it_ends_with_the_first_other_line() -> None:
    assert [entry.key for entry in meta_entries("Title: a\nDate: b")] == ["Title", "Date"]
    assert [entry.key for entry in meta_entries("Title: a\n     \nDate: b")] == ["Title"]


def test_a_front_matter_goes_before() -> None:
    text = "---\ntitle: a\n---\nTitle: b\n"
    content = Content(Path("/b"), (Path("/b"),), has_meta_lines=True)
    assert summary_of(Path("/b/a.md"), text, read(text), content).title == "a"

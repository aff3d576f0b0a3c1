"""The names of new articles' files."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from editor.blog.slugs import file_name
from editor.text.slug import slug


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Été à Paris !", "été-à-paris.md"),
        ("Été à Paris\u202f!", "été-à-paris.md"),
        ("E\u0301te\u0301", "été.md"),
        ("M.\u00a0Dupont", "m-dupont.md"),
        ("a -- b", "a-b.md"),
        ("Two\nlines\tof  it", "two-lines-of-it.md"),
        ("  spaces  ", "spaces.md"),
        ("_draft_", "draft.md"),
        ("snake_case", "snake_case.md"),
        ("C++ & C#", "c-c.md"),
        ("2024.01.02 notes", "20240102-notes.md"),
        ("日本語 タイトル", "日本語-タイトル.md"),
        ("Party 🎉 time", "party-time.md"),
        ("⛰\ufe0f Mountains 1\ufe0f\u20e3", "mountains-1.md"),
        ("../../etc/passwd", "etcpasswd.md"),
        ("", "article.md"),
        ("???", "article.md"),
        ("🎉", "article.md"),
        ("CON", "con-article.md"),
        ("nul", "nul-article.md"),
        ("LPT1", "lpt1-article.md"),
        ("Console", "console.md"),
    ],
)
def test_names(title: str, name: str) -> None:
    assert file_name(title) == name


def test_a_long_title_is_cut_between_words() -> None:
    assert file_name("mot " * 40) == "mot-" * 29 + "mot.md"
    assert file_name("é" * 200) == "é" * 60 + ".md"


@given(st.text())
@example("İ")
@example("ẞ" * 70)
@example("a\u0301" * 100)
def test_every_title_gives_a_name_that_every_system_takes(title: str) -> None:
    name = file_name(title)
    stem = name.removesuffix(".md")
    assert stem
    assert len(name.encode()) <= 143
    assert not set(name) & set('/\\:*?"<>| \0')
    assert not re.fullmatch(r"con|prn|aux|nul|(com|lpt)[0-9]", stem)
    assert not stem.startswith((".", "-"))
    assert unicodedata.is_normalized("NFC", stem)


@given(st.text())
def test_astro_s_address_of_the_article_is_the_name(title: str) -> None:
    stem = file_name(title).removesuffix(".md")
    assert slug(stem) == stem

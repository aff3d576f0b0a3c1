"""Slugs as github-slugger 2 makes them."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.text.dialects import DIALECTS
from editor.text.slug import Slugger, slug


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("My_Post", "my_post"),
        ("2024.01.02 notes", "20240102-notes"),
        ("Über Größe", "über-größe"),
        ("日本語 タイトル", "日本語-タイトル"),
        ("C++ & C#", "c--c"),
        ("emoji 😀 x", "emoji--x"),
        ("L’été à la mer : c’est « beau » !", "lété-à-la-mer--cest--beau--"),
        ("a -- b", "a----b"),
        ("???", ""),
        ("ⅷ ½ ² ٣", "ⅷ---٣"),
        ("Ⓐ 🄰 🅐 🅰", "ⓐ-🄰-🅐-🅰"),
        ("a\nb\tc", "abc"),
        ("no\u00a0break\u202fspace", "nobreakspace"),
        ("e\u0301", "e\u0301"),
        ("ΟΔΥΣΣΕΥΣ İ", "οδυσσευς-i̇"),
    ],
)
def test_a_slug_keeps_letters_and_numbers_and_joins_words_by_hyphens(text: str, expected: str) -> None:
    assert slug(text) == expected


_OF_GITHUB_SLUGGER = json.loads(
    (Path(__file__).parents[1] / "examples" / "text" / "github-slugger-2.json").read_text("ascii")
)


def test_slugs_of_titles_in_many_scripts_are_github_slugger_s() -> None:
    assert len(_OF_GITHUB_SLUGGER) == 1000
    # Halves of surrogate pairs that meet in a slug are one character in JavaScript.
    ours = [(title, json.loads(json.dumps(slug(title)))) for title, _ in _OF_GITHUB_SLUGGER]
    assert ours == [tuple(row) for row in _OF_GITHUB_SLUGGER]


def test_letters_that_github_slugger_has_not_heard_of_go() -> None:
    assert slug("a\u0870b") == "ab"  # a letter since Unicode 14


def test_a_repeated_slug_is_numbered() -> None:
    slugger = Slugger()
    assert [slugger.slug(text) for text in ("A", "a", "A", "b")] == ["a", "a-1", "a-2", "b"]


def test_a_number_already_taken_by_another_heading_is_passed_over() -> None:
    slugger = Slugger()
    assert [slugger.slug(text) for text in ("a", "a-1", "a", "a-1")] == ["a", "a-1", "a-2", "a-1-1"]


def test_empty_slugs_are_numbered_too() -> None:
    slugger = Slugger()
    assert [slugger.slug(text) for text in ("?", "!")] == ["", "-1"]


@given(st.lists(st.text(alphabet=st.sampled_from("aA1- ?é😀"), max_size=4), max_size=12))
def test_no_two_slugs_of_a_slugger_are_the_same(texts: list[str]) -> None:
    slugger = Slugger()
    slugs = [slugger.slug(text) for text in texts]
    assert len(set(slugs)) == len(slugs)


def test_the_dialects_are_the_three_of_the_blogs() -> None:
    assert DIALECTS == ("astro", "astro-remark", "python-markdown")

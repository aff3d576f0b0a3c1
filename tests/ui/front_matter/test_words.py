from __future__ import annotations

from datetime import date

import pytest

from editor.ui.front_matter.words import day_in_words, field_label, field_labels


@pytest.mark.parametrize(("language", "words"), [("en", "8 July 2025"), ("fr", "8 juillet 2025")])
def test_day_in_words(language: str, words: str) -> None:
    assert day_in_words(date(2025, 7, 8), language) == words


@pytest.mark.parametrize(
    ("key", "label"),
    [
        ("title", "Title"),
        ("date", "Date"),
        ("cover", "Image"),
        ("excerpt", "Excerpt"),
        ("série 🌞", "série 🌞"),
    ],
)
def test_field_label(key: str, label: str) -> None:
    assert field_label(key) == label


def test_labels_that_would_read_the_same_are_keys() -> None:
    assert field_labels(["title", "cover", "image"]) == {"title": "Title", "cover": "cover", "image": "image"}

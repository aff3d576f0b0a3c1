"""What is said of alternative texts."""

from __future__ import annotations

import pytest

from editor.blog.alt_texts import alt_fault


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        ("", "missing"),
        ("  ", "missing"),
        ("IMG_2043.jpg", "file-name"),
        ("image-2", "file-name"),
        ("DSC_0042", "file-name"),
        ("Photo of a cairn", "announces"),
        ("An image of snow", "announces"),
        ("Une photo de neige", "announces"),
        ("l’image d’un col", "announces"),
        ("Photo du col", "announces"),
        ("a" * 251, "too-long"),
        ("a" * 250, None),
        ("Photographers at work", None),
        ("Snow on the pass, image.png in hand", None),
    ],
)
def test_an_alternative_text_is_looked_at(words: str, fault: str | None) -> None:
    assert alt_fault(words) == fault

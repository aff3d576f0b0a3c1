"""Names of images: those that somebody gave are kept, those of cameras are not."""

from __future__ import annotations

from itertools import islice

import pytest

from editor.blog.image_names import are_ascii, free_names, image_stem, is_telling


@pytest.mark.parametrize(
    "stem",
    [
        *(
            "IMG_2043",
            "DSC_0042",
            "PXL_20260102_101010123",
            "Screenshot from 2026-11-29 16-04-31",
            "image (3)",
        ),
        *("Capture d’écran 2026-11-29 à 16.04.31", "WhatsApp Image 2026-01-02 at 10.11.12", "untitled", "42"),
        *(
            "3f2a9c1e-77aa-4c0b-9e1f-0a1b2c3d4e5f",
            "deadbeefcafe",
            "Photo 001 copie",
            "GOPR0042",
            "",
            "été"[:1],
        ),
    ],
)
def test_names_of_cameras_and_programs_tell_nothing(stem: str) -> None:
    assert not is_telling(stem)


@pytest.mark.parametrize("stem", ["plan-du-jardin", "Été à la Mer", "IMG_1 Lisbonne", "neige"])
def test_names_that_somebody_gave_tell(stem: str) -> None:
    assert is_telling(stem)


@pytest.mark.parametrize(
    ("words", "is_ascii", "stem"),
    [
        ("Été à la Mer 🏖", False, "été-à-la-mer"),
        ("L’été à Noël", True, "l-ete-a-noel"),
        (
            "un deux trois quatre cinq six sept huit neuf dix",
            False,
            "un-deux-trois-quatre-cinq-six-sept-huit",
        ),
        ("🏔", False, "image"),
        ("", True, "image"),
        ("雪", True, "image"),
        ("con", False, "con-article"),
    ],
)
def test_words_become_a_name(words: str, is_ascii: bool, stem: str) -> None:
    assert image_stem(words, is_ascii=is_ascii) == stem


def test_a_habit_of_plain_letters_is_one_of_several_names() -> None:
    assert are_ascii(["a.png", "b.png", "c.png"])
    assert not are_ascii(["a.png", "b.png", "a.png"])
    assert not are_ascii(["a.png", "b.png", "é.png"])


def test_free_names_are_numbered() -> None:
    assert list(islice(free_names("a", ".png"), 3)) == ["a.png", "a-2.png", "a-3.png"]

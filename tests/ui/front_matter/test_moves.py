from __future__ import annotations

from editor.ui.front_matter.moves import moves_of

ORDER = ("title", "été 🌞", "tags")


def test_a_key_in_the_middle_goes_either_way() -> None:
    assert moves_of("été 🌞", ORDER) == (
        ("Move above “title” in the file", "title"),
        ("Move below “tags” in the file", None),
    )


def test_the_first_goes_down_and_the_last_up() -> None:
    assert moves_of("title", ORDER) == (("Move below “été 🌞” in the file", "tags"),)
    assert moves_of("tags", ORDER) == (("Move above “été 🌞” in the file", "été 🌞"),)


def test_a_key_alone_or_absent_goes_nowhere() -> None:
    assert moves_of("title", ("title",)) == ()
    assert moves_of("draft", ORDER) == ()

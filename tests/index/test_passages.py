"""The part of a text that is shown of what was found in it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.index.passages import LENGTH, NO_PASSAGE, Passage, found_again, passage_of, unmarked, whole
from editor.index.reading import HIT_END, HIT_START


def marked(text: str) -> str:
    return text.replace("[", HIT_START).replace("]", HIT_END)


def shown(passage: Passage) -> str:
    words = passage.words
    for start, end in reversed(passage.marks):
        words = f"{words[:start]}[{words[start:end]}]{words[end:]}"
    return words


def test_a_short_text_is_shown_whole() -> None:
    passage = passage_of(marked("Un 😀 [mot]\nici."))
    assert shown(passage) == "Un 😀 [mot] ici."
    assert (passage.start, passage.end) == (5, 8)


def test_without_a_hit_nothing_is_shown() -> None:
    assert passage_of("rien") == NO_PASSAGE
    assert passage_of("") == NO_PASSAGE


def test_of_a_long_text_the_words_around_the_hit() -> None:
    words = "avant " * 50
    passage = passage_of(marked(f"{words}[neige] {'après ' * 50}"))
    assert shown(passage).startswith("… avant avant avant avant avant avant [neige] après")
    assert shown(passage).endswith("après …")
    assert len(passage.words) <= LENGTH + 5
    assert (passage.start, passage.end) == (300, 305)


def test_it_begins_with_its_paragraph() -> None:
    assert shown(passage_of(marked("Un autre.\n\nDans la [neige]."))) == "… Dans la [neige]."


def test_the_place_where_most_words_stand_together_is_shown() -> None:
    far = "x " * 200
    passage = passage_of(marked(f"[neige] {far}[neige] [neige] {far}la [neige] au [jardin] {far}"))
    assert "la [neige] au [jardin]" in shown(passage)


def test_a_hit_longer_than_a_passage_is_whole() -> None:
    long = "a" * 3 * LENGTH
    passage = passage_of(marked(f"{'b ' * 50}[{long}]{'c' * 300} d"))
    assert f"[{long}]" in shown(passage)


def test_a_text_without_spaces() -> None:
    passage = passage_of(marked("雪" * 300 + "[山]" + "川" * 300))
    assert shown(passage).startswith("… [山]川")


@given(st.text(alphabet="ab é\n[]😀", max_size=400))
def test_marks_are_where_they_were(text: str) -> None:
    import re

    text = re.sub(r"\[([^\[\]]*)\]", "(\\1)", text).replace("[", "").replace("]", "")
    text = re.sub(r"\(([^()]+)\)", "[\\1]", text).replace("(", "").replace(")", "")
    plain, spans = unmarked(marked(text))
    assert plain == text.replace("[", "").replace("]", "")
    passage = passage_of(marked(text))
    assert bool(passage.marks) is bool(spans)
    if spans:
        first, last = passage.marks[0]
        assert passage.words[first:last] == plain[passage.start : passage.end].replace("\n", " ")
        assert (passage.start, passage.end) in spans
    assert whole(marked(text)).words == plain.replace("\n", " ")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("la neige au jardin", (3, 8)),
        ("neige, oui, et la Neige", (0, 5)),
        ("Et voici encore la neige", (19, 24)),
        ("rien", None),
    ],
)
def test_a_hit_is_found_again_after_changes(text: str, place: tuple[int, int] | None) -> None:
    assert found_again(text, passage_of(marked("la [neige] au jardin"))) == place


def test_nothing_is_found_again_of_nothing() -> None:
    assert found_again("neige", NO_PASSAGE) is None

"""Words are found whatever their case and whichever their spaces, and replaced with care for those."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.text import search as module
from editor.text.change import apply_edits
from editor.text.search import BadSearch, Match, Search, matches, nearest, replacements, unaccented


def _found(text: str, search: Search) -> list[str]:
    return [text[match.start : match.end] for match in matches(text, search)]


def _replaced(text: str, search: Search, replacement: str) -> str:
    return apply_edits(text, replacements(text, search, replacement))


def test_every_place_is_found_in_order() -> None:
    assert matches("Été, 🎈 été", Search("été")) == (Match(0, 3), Match(7, 10))


def test_case_counts_where_it_is_asked_for() -> None:
    assert matches("Paris paris", Search("paris", match_case=True)) == (Match(6, 11),)


def test_a_space_finds_no_break_spaces() -> None:
    assert len(matches("ah ! ah\u00a0! ah\u202f!", Search("ah !"))) == 3
    assert len(matches("ah ! ah\u00a0! ah\u202f!", Search("[a] !|none", is_pattern=True))) == 0
    assert len(matches("ah ! ah\u00a0! ah\u202f!", Search("[ah] !", is_pattern=True))) == 3


def test_a_space_in_brackets_or_behind_a_backslash_is_one_of_its_kind() -> None:
    text = "a b a\u00a0b"
    assert _found(text, Search("a[ ]b", is_pattern=True)) == ["a b"]
    assert _found(text, Search(r"a\ b", is_pattern=True)) == ["a b"]
    assert _found(text + r"\ ", Search(r"\\ ", is_pattern=True)) == ["\\ "]


def test_signs_of_regular_expressions_are_plain_text() -> None:
    assert matches("a.c abc", Search("a.c")) == (Match(0, 3),)


def test_no_words_are_nowhere() -> None:
    assert matches("text", Search("")) == ()
    assert replacements("text", Search(""), "x") == ()


def test_whole_words_stand_alone() -> None:
    search = Search("été", whole_words=True)
    assert matches("étés été, d’été l'été_", search) == (Match(5, 8), Match(12, 15))
    assert _found("ab a b", Search("a|b", whole_words=True, is_pattern=True)) == ["a", "b"]


@pytest.mark.parametrize("words", ["ete", "Été", "e\u0301te\u0301"])
def test_folded_accents_make_no_difference(words: str) -> None:
    text = "été e\u0301te\u0301 ete ÉTÉ"
    search = Search(words, fold_accents=True)
    assert _found(text, search) == ["été", "e\u0301te\u0301", "ete", "ÉTÉ"]
    assert _found(text, Search("ete")) == ["ete"]


def test_patterns_find_what_they_say_line_by_line() -> None:
    assert _found("# a\n## b", Search(r"^#+ (\w)$", is_pattern=True)) == ["# a", "## b"]
    assert _found("été", Search("[e]t.", is_pattern=True, fold_accents=True)) == ["été"]


@pytest.mark.parametrize("words", ["(", "[", "a{2,1}", "(?P<a>", "\\"])
def test_a_bad_pattern_is_told(words: str) -> None:
    with pytest.raises(BadSearch) as caught:
        matches("a", Search(words, is_pattern=True))
    assert caught.value.reason == "pattern"
    assert caught.value.detail


def test_a_pattern_that_takes_too_long_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_LONGEST", 0.05)
    with pytest.raises(BadSearch) as caught:
        matches("a" * 60 + "b", Search(r"(?:a|aa|a{3})+$", is_pattern=True))
    assert caught.value.reason == "too-slow"


def test_a_pattern_that_is_too_long_is_not_read() -> None:
    with pytest.raises(BadSearch) as caught:
        matches("a", Search("[a]" * 400, is_pattern=True))
    assert caught.value.reason == "too-slow"


def test_every_match_is_replaced() -> None:
    assert _replaced("un 🦊, Un", Search("un"), "deux") == "deux 🦊, deux"
    assert replacements("un un", Search("un"), "un") == ()


def test_groups_of_a_pattern_are_put_in_with_their_accents() -> None:
    search = Search(r"(?P<day>\d+) (fev\w*)(x)?", is_pattern=True, fold_accents=True)
    assert _replaced("le 3 février", search, r"\2\3 \g<day>\n\\\t") == "le février 3\n\\\t"


@pytest.mark.parametrize("replacement", [r"\9", r"\g<none>", r"\x", "\\"])
def test_a_bad_replacement_is_told(replacement: str) -> None:
    with pytest.raises(BadSearch) as caught:
        replacements("a", Search("a", is_pattern=True), replacement)
    assert caught.value.reason == "replacement"


def test_plain_words_are_replaced_by_plain_words() -> None:
    assert _replaced("a", Search("a"), r"\1") == r"\1"


@pytest.mark.parametrize(
    ("text", "words", "replacement", "expected"),
    [
        ("ah\u00a0!", "ah !", "oh !", "oh\u00a0!"),
        ("ah\u202f! ah !", "ah !", "oh !", "oh\u202f! oh !"),
        ("tout va\u00a0: bien", "va :", "va mieux :", "tout va mieux\u00a0: bien"),
        ("«\u00a0ah\u00a0»", "« ah »", "« oh la la »", "«\u00a0oh la la\u00a0»"),
        ("ah\u00a0!", "ah !", "ah!", "ah!"),
        ("ah !", "ah !", "ah\u00a0!", "ah\u00a0!"),
        ("10\u00a0km", "10 km", "12 km", "12\u00a0km"),
    ],
)
def test_a_no_break_space_is_never_replaced_by_a_space(
    text: str, words: str, replacement: str, expected: str
) -> None:
    assert _replaced(text, Search(words), replacement) == expected


def test_the_next_match_goes_round_at_either_end() -> None:
    found = matches("a b a b a", Search("a"))
    assert [nearest(found, index) for index in (0, 1, 8, 9)] == [0, 1, 2, 0]
    assert [nearest(found, index, backwards=True) for index in (9, 8, 1, 0)] == [2, 1, 0, 2]
    assert nearest((), 3) == -1


@given(st.text(alphabet="aàâ\u0301éÉœß🦊 ", max_size=30))
def test_folding_keeps_every_place(text: str) -> None:
    assert len(unaccented(text)) == len(text)
    assert not re.search("[àâéÉ]", unaccented(text))


@given(st.text(alphabet="abAé.*\u00a0 \n", max_size=30), st.text(alphabet="abé. ", min_size=1, max_size=3))
def test_what_is_replaced_by_itself_changes_nothing(text: str, words: str) -> None:
    found = matches(text, Search(words, match_case=True))
    assert all(text[it.start : it.end].replace("\u00a0", " ") == words for it in found)
    assert apply_edits(text, replacements(text, Search(words, match_case=True), words)) == text

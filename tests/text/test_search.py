"""Words are found whatever their case and whichever their spaces."""

from editor.text.search import Match, matches, nearest


def test_every_place_is_found_in_order() -> None:
    assert matches("Été, 🎈 été", "été") == (Match(0, 3), Match(7, 10))


def test_case_counts_where_it_is_asked_for() -> None:
    assert matches("Paris paris", "paris", match_case=True) == (Match(6, 11),)


def test_a_space_finds_no_break_spaces() -> None:
    assert len(matches("ah ! ah\u00a0! ah\u202f!", "ah !")) == 3


def test_signs_of_regular_expressions_are_plain_text() -> None:
    assert matches("a.c abc", "a.c") == (Match(0, 3),)


def test_no_words_are_nowhere() -> None:
    assert matches("text", "") == ()


def test_the_next_match_goes_round_at_either_end() -> None:
    found = matches("a b a b a", "a")
    assert [nearest(found, index) for index in (0, 1, 8, 9)] == [0, 1, 2, 0]
    assert [nearest(found, index, backwards=True) for index in (9, 8, 1, 0)] == [2, 1, 0, 2]
    assert nearest((), 3) == -1

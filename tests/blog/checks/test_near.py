from __future__ import annotations

import pytest

from editor.blog.checks.near import Near, is_one_slip, near_word

KNOWN = ("pubDate", "title", "description", "fr", "en", "hero image")


@pytest.mark.parametrize(
    ("written", "word", "is_sure"),
    [
        ("pubdate", "pubDate", True),
        ("pub_date", "pubDate", True),
        ("heroImage", "hero image", True),
        ("FR", "fr", True),
        ("discription", "description", True),
        ("descripton", "description", True),
        ("desccription", "description", True),
        ("tilte", "title", True),
        ("em", "en", False),
        ("descriptive", "description", False),
        ("été 🌞", "", False),
        ("", "", False),
        ("x" * 200, "", False),
    ],
)
def test_the_word_that_is_meant(written: str, word: str, is_sure: bool) -> None:
    assert near_word(written, KNOWN) == Near(word, is_sure)


def test_of_two_likely_words_none_is_sure() -> None:
    assert near_word("TITLE", ("title", "Title")) == Near("title")
    assert near_word("author", ("authors", "authar")) == Near("authors")


def test_a_word_that_stands_there_twice_is_one() -> None:
    assert near_word("helo-world", ("hello-world", "hello-world")) == Near("hello-world", True)


def test_of_very_many_words_only_spelling_is_compared() -> None:
    known = tuple(f"entry-{number}" for number in range(3000))
    assert near_word("Entry 17", known) == Near("entry-17", True)
    assert near_word("enttry-17", known) == Near()


@pytest.mark.parametrize(
    ("one", "other", "is_slip"),
    [
        ("abcd", "abxd", True),
        ("abcd", "abdc", True),
        ("abcd", "abd", True),
        ("abcd", "abcdx", True),
        ("abcd", "xbcd", True),
        ("abcd", "abcd", False),
        ("abcd", "badc", False),
        ("abcd", "axcx", False),
        ("abcd", "axcdx", False),
    ],
)
def test_one_slip(one: str, other: str, is_slip: bool) -> None:
    assert is_one_slip(one, other) is is_slip
    assert is_one_slip(other, one) is is_slip

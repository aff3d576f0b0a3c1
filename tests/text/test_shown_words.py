"""Where what a reader sees on the page stands in Markdown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.text.shown_words import index_of_shown_word, share_before
from editor.text.syntax import scan_line


@pytest.mark.parametrize(
    ("source", "word", "number", "before"),
    [
        ("Un été 😀 et un autre été.", "été", 0, "Un "),
        ("Un été 😀 et un autre été.", "été", 1, "Un été 😀 et un autre "),
        ("Un été 😀 et un autre été.", "été", 5, "Un été 😀 et un autre "),
        ("l'été, d’été", "été", 1, "l'été, d’"),
        (
            "Un [astro](https://astro.build/astro 'astro') astro",
            "astro",
            1,
            "Un [astro](https://astro.build/astro 'astro') ",
        ),
        ("![astro](astro.png) astro", "astro", 0, "![astro](astro.png) "),
        ("<b title='mot'>mot</b> mot", "mot", 1, "<b title='mot'>mot</b> "),
        ("**mot** *mot* `mot` mot", "mot", 3, "**mot** *mot* `mot` "),
        ("sous_mot mot", "mot", 0, "sous_"),
        ("motif mot", "mot", 0, "motif "),
        ("- [ ] x\n- [x] x", "x", 1, "- [ ] x\n- [x] "),
        ("1. un\n2. deux", "2", 0, None),
        ("| a | b |\n|---|---|\n| b | a |", "a", 1, "| a | b |\n|---|---|\n| b | "),
        ("```python\npython = 1\n```", "python", 0, "```python\n"),
        ("> cité\n> encore", "encore", 0, "> cité\n> "),
        ("Une note[^1] et 1", "1", 0, "Une note[^1] et "),
        ("## Titre #", "Titre", 0, "## "),
        ("rien", "mot", 0, None),
        ("rien", "", 0, None),
        ("", "mot", 0, None),
        ("a.b (c", "(c", 0, "a.b "),
    ],
)
def test_a_word_is_found_where_it_is_shown(source: str, word: str, number: int, before: str | None) -> None:
    assert index_of_shown_word(source, word, number) == (None if before is None else len(before))


@given(st.text("ab_*`[]()!<>#-1. \n|é😀", max_size=80), st.integers(0, 3))
def test_what_is_found_is_the_word(source: str, number: int) -> None:
    index = index_of_shown_word(source, "ab", number)
    assert index is None or source.startswith("ab", index)


@pytest.mark.parametrize(
    ("line", "index", "state", "share"),
    [
        ("abcd", 1, -1, 0.25),
        ("abcd", 4, -1, 1),
        ("", 0, -1, 0),
        ("[ab](https://a.example/long)cd", 3, -1, 0.5),
        ("[ab](https://a.example/long)cd", 20, -1, 0.5),
        ("**ab** cd", 4, -1, 0.4),
        ("- ab", 3, -1, 2 / 3),
        ("```", 2, -1, 0),
        ("**ab", 2, scan_line("```", -1).state, 0.5),
    ],
)
def test_a_share_is_that_of_what_is_shown(line: str, index: int, state: int, share: float) -> None:
    assert share_before(line, index, state) == pytest.approx(share)


@given(st.text("ab_*`[]()!<>#-1. |é😀", max_size=60))
def test_a_share_grows_with_the_index(line: str) -> None:
    shares = [share_before(line, index) for index in range(len(line) + 1)]
    assert shares == sorted(shares)
    assert shares[0] == 0
    assert shares[-1] in (0, 1)

"""How long an article is."""

from __future__ import annotations

import pytest

from editor.text.statistics import Statistics, statistics_of


def test_an_empty_article() -> None:
    assert statistics_of("") == Statistics(0, 0, 0, 0)
    assert statistics_of("\n\n---\n\n```\ncode\n```\n") == Statistics(0, 0, 0, 0)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("L’éditeur d'aujourd’hui", 2),
        ("« Bonjour\u00a0», dit-elle\u202f! Un\u00a0: deux\u00a0; 😀 — trois…", 5),
        ("avant—après", 2),
        ("12\u202f000 lecteurs", 3),
        ("# Un titre ##\n\nUn **mot *fort*** et `du code`, ~~barré~~.", 9),
        ("- un\n- [ ] deux\n1. trois\n   - quatre\n> > cinq", 5),
        (
            '[un lien](https://exemple.fr "titre") ![une image](../a_b(c).png) [réf][deux] <https://exemple.fr>',
            6,
        ),
        ("mot[^1]\n\n[^1]: une note\n\n[réf]: https://exemple.fr", 3),
        ('<div class="a b">un</div> <!-- pas\nvu --> deux caf&eacute;', 3),
        ("a\n\n```js\npas de mots\n```\n\nb\n\n~~~\njamais fermé", 2),
        ("| un | deux |\n|---|:-:|\n| trois | 4 |", 4),
        ("snake_case \\* _un_", 2),
    ],
)
def test_words(body: str, words: int) -> None:
    assert statistics_of(body).words == words


def test_characters_are_those_a_reader_sees() -> None:
    assert statistics_of("# Été\n\n**😀** [a](b) &amp; c\n").characters == len("Été") + len("😀 a & c")


@pytest.mark.parametrize(
    ("body", "sentences"),
    [
        ("Un titre\n\nUne phrase. Deux\u202f! Trois… Quatre ?", 5),
        ("M. Dupont, J. R. R. Tolkien et Dr. Who, cf. St. Malo.", 1),
        ("« Il dit : Non. » Puis rien", 2),
        ("https://exemple.fr/a.b et 3.14 sont là. 😀", 1),
        ("Quoi ?! Eh bien...", 2),
    ],
)
def test_sentences(body: str, sentences: int) -> None:
    assert statistics_of(body).sentences == sentences


def test_reading_takes_whole_minutes() -> None:
    assert [statistics_of("mot " * count).reading_minutes for count in (1, 220, 221, 2200)] == [1, 1, 2, 10]

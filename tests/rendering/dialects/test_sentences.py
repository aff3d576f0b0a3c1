"""Sentences and words as parse-latin finds them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.rendering.dialects.sentences import sentences_of


def _found(text: str) -> list[list[str]]:
    return [[node.text for node in sentence if node.kind != "space"] for sentence in sentences_of(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Un. Deux !", [["Un", "."], ["Deux", "!"]]),
        ("Un.) Deux", [["Un", ".", ")"], ["Deux"]]),
        ("Un. deux", [["Un.", "deux"]]),
        ("Un. , Deux", [["Un.", ",", "Deux"]]),
        ("Un !2 Deux", [["Un", "!", "2", "Deux"]]),
        ("p. 5 etc. Deux", [["p.", "5", "etc.", "Deux"]]),
        ("etc.", [["etc."]]),
        ("« ! » Un", [["«", "!", "»", "Un"]]),
        ("... !", [["...", "!"]]),
        ("Un ( . ) deux.", [["Un", "(", "."], [")", "deux", "."]]),
        ("Un .deux. Trois.", [["Un", ".deux", "."], ["Trois", "."]]),
        ("Un. . . deux", [["Un", ".", ".", ".", "deux"]]),
        ("l'été peut-être a.b x_y", [["l'été", "peut-être", "a.b", "x_y"]]),
        ("a- -b &c d& e&f", [["a-", "-", "b", "&c", "d", "&", "e&f"]]),
        (
            "w/o et/ou w/ x /y abc/d a/bcd",
            [["w/o", "et/ou", "w/", "x", "/", "y", "abc", "/", "d", "a", "/", "bcd"]],
        ),
        ("U.S. Army a-b.c. Zoo", [["U.S.", "Army", "a-b.c.", "Zoo"]]),
        ("ab.c. Zoo", [["ab.c", "."], ["Zoo"]]),
        ("a-b. Zoo", [["a-b", "."], ["Zoo"]]),
        ("Un ( .. ) deux", [["Un", "(", ".."], [")", "deux"]]),
        ("un. ( . deux", [["un.", "(", ".", "deux"]]),
        ("1.2. Z", [["1.2", "."], ["Z"]]),
        ("😀😀 $$ €a", [["😀😀", "$$", "€", "a"]]),
        (" \n ", [[]]),
        ("", []),
    ],
)
def test_a_text_falls_into_sentences(text: str, expected: list[list[str]]) -> None:
    assert _found(text) == expected


@given(st.text(alphabet=st.sampled_from("ab1.e \n\"'!?)(é😀-,;&/…")))
def test_nothing_is_lost_or_moved(text: str) -> None:
    nodes = [node for sentence in sentences_of(text) for node in sentence]
    assert all(text[node.start :].startswith(node.text) for node in nodes)
    assert [node.start for node in nodes] == sorted(node.start for node in nodes)
    assert sum(len(node.text.strip()) for node in nodes) >= len("".join(text.split()))

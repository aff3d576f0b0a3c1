"""Search result and card of an article."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser, LexborNode

from editor.rendering.cards import CardPlace, CardWords, Limits, cards_html, cards_style, cut
from editor.rendering.page import PageHead

RESOURCES = Path(__file__).parents[2] / "resources"
WORDS = CardWords(
    "Résultat",
    "Carte",
    "Titre",
    "Description",
    "{count}/{limit}",
    "{count} de trop",
    "sans titre",
    "sans",
    "vide",
)
LIMITS = Limits(20, 40)
HEAD = PageHead("Été 😀", "Un résumé.", hero="/a b.png", language="fr")
PLACE = CardPlace("e.example", ("blog", "été"))


def cards(head: PageHead = HEAD, place: CardPlace = PLACE) -> LexborHTMLParser:
    return LexborHTMLParser(cards_html(head, place, WORDS, LIMITS))


def all_texts(page: LexborHTMLParser, selector: str) -> list[str]:
    return [node.text() for node in page.css(selector)]


def first(page: LexborHTMLParser, selector: str) -> LexborNode:
    return page.css(selector)[0]


def test_a_result_shows_site_title_description_and_their_lengths() -> None:
    page = cards()
    assert all_texts(page, "h2") == ["Résultat", "Carte"]
    assert all_texts(page, ".site > *") == ["e.example", "https://e.example › blog › été"]
    assert all_texts(page, ".result > p") == ["Été 😀", "Un résumé."]
    assert all_texts(page, ".length") == ["Titre 5/20", "Description 10/40"]
    assert first(page, ".result").attributes["lang"] == "fr"


def test_a_card_shows_image_host_title_and_description() -> None:
    page = cards()
    assert first(page, ".image > img").attributes == {"src": "/a b.png", "alt": ""}
    assert all_texts(page, ".card .text > *") == ["e.example", "Été 😀", "Un résumé."]


def test_what_would_be_cut_is_shown_apart_and_counted() -> None:
    page = cards(replace(HEAD, title="Un titre bien trop long pour tenir", description="a" * 50))
    assert all_texts(page, ".result > .title .cut") == [" long pour tenir"]
    assert first(page, ".result > .title").text() == "Un titre bien trop… long pour tenir"
    assert all_texts(page, ".card .description .cut") == ["a" * 11]
    assert all_texts(page, ".length") == ["Titre 34/20 14 de trop", "Description 50/40 10 de trop"]


def test_what_is_missing_is_said() -> None:
    page = cards(PageHead(" \n", ""), CardPlace("", ("été",)))
    assert all_texts(page, ".empty") == ["sans titre", "sans", "vide", "sans titre", "sans"]
    assert all_texts(page, ".site > *") == ["été"]
    assert not page.css("img, .host, .cut, .length b")
    assert not cards(place=CardPlace("")).css(".site")


def test_spaces_are_counted_once_and_those_that_do_not_break_are_kept() -> None:
    page = cards(replace(HEAD, title="  a\n\t b\u00a0: \u202f"))
    assert first(page, ".result > .title").text() == "a b\u00a0: \u202f"
    assert all_texts(page, ".length")[0] == "Titre 7/20"


@pytest.mark.parametrize(
    ("text", "shown", "rest"),
    [
        ("", "", ""),
        ("aaa bbb", "aaa bbb", ""),
        ("aa bbb ccc", "aa bbb", " ccc"),
        ("aaa bbbb cc", "aaa", " bbbb cc"),
        ("aaaaaaaaa", "aaaaaa", "aaa"),
        (" aaaaaaaa", " aaaaa", "aaa"),
        ("a\u00a0bbbbbbbb", "a\u00a0bbbb", "bbbb"),
    ],
)
def test_a_cut_comes_after_a_word(text: str, shown: str, rest: str) -> None:
    assert cut(text, 7) == (shown, rest)


@given(st.text(), st.integers(2, 30))
def test_nothing_is_lost_by_a_cut_and_what_is_shown_fits(text: str, limit: int) -> None:
    shown, rest = cut(text, limit)
    assert shown + rest == text
    assert len(shown) + bool(rest) <= limit


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_no_text_breaks_out_of_its_place(text: str) -> None:
    harmful = f"{text}<script>\"'></p></div>"
    page = cards(PageHead(harmful, harmful, hero=harmful, language=harmful), CardPlace(harmful, (harmful,)))
    assert not page.css("script")
    assert {node.tag for node in page.css("body *")} <= {"section", "h2", "div", "b", "span", "p", "img"}
    assert first(page, ".image > img").attributes["src"] == harmful


def test_the_style_has_the_colours_it_uses_and_no_others() -> None:
    css = cards_style(RESOURCES)
    used = set(re.findall(r"var\((--[\w-]+)\)", css))
    light, dark = css.splitlines()[:2]
    for line in (light, dark):
        assert used <= set(re.findall(r"(--[\w-]+):", line))
    assert light.startswith("main { color-scheme: light;")
    assert dark.startswith(':host([data-theme="dark"]) main { color-scheme: dark;')
    own = (RESOURCES / "styles" / "cards.css").read_text("utf-8")
    assert not re.findall(r"#[0-9a-fA-F]{3,8}\b|\brgba?\(|\bhsla?\(|url\(|@import", own)

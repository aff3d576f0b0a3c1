"""The page around an article's body."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser, LexborNode

from editor.rendering.page import (
    PageHead,
    colour_rules,
    hero_html,
    meta_element,
    page_html,
    page_style,
    reading_style,
    style_element,
    title_html,
    written_day,
)

RESOURCES = Path(__file__).parents[2] / "resources"
DAY = date(2022, 7, 8)
any_text = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))
markup = st.lists(
    st.sampled_from(
        [
            "</title>",
            "</h1>",
            "<script>",
            '"',
            "'",
            ">",
            "<!--",
            "-->",
            "&lt;",
            "&",
            "\r\n",
            "</style>",
            "\U0001f600",
        ]
    )
).map("".join)


def parsed(html: str) -> LexborHTMLParser:
    return LexborHTMLParser(html)


def first(page: LexborHTMLParser, selector: str) -> LexborNode:
    return page.css(selector)[0]


@pytest.mark.parametrize(
    ("day", "language", "words"),
    [
        (DAY, "fr", "8 juillet 2022"),
        (DAY, "fr-CA", "8 juillet 2022"),
        (DAY, "FR_be", "8 juillet 2022"),
        (date(2025, 8, 1), "fr", "1er août 2025"),
        (DAY, "en", "Jul 8, 2022"),
        (date(2025, 12, 31), "en-GB", "Dec 31, 2025"),
        (DAY, "de", "Jul 8, 2022"),
        (DAY, "", "Jul 8, 2022"),
        (DAY, "frr", "Jul 8, 2022"),
    ],
)
def test_a_day_is_worded_in_the_articles_language(day: date, language: str, words: str) -> None:
    assert written_day(day, language) == words


def test_hero_date_update_title_and_rule_stand_above_the_body_in_the_templates_order() -> None:
    head = PageHead("Été \U0001f600", "Résumé", DAY, date(2022, 8, 1), "/a b.png", "fr")
    page = parsed(page_html(head, "<p>Corps</p>\n"))
    assert first(page, "main > article > .hero-image > img").attributes == {"src": "/a b.png", "alt": ""}
    assert [child.tag for child in first(page, ".prose").iter()] == ["div", "p"]
    assert [child.tag for child in first(page, ".prose > .title").iter()] == ["div", "h1", "hr"]
    assert first(page, "h1").text() == "Été \U0001f600"
    assert first(page, ".date").text() == "8 juillet 2022Dernière mise à jour le 1er août 2022"
    assert [time.attributes["datetime"] for time in page.css("time")] == ["2022-07-08", "2022-08-01"]
    assert first(page, "html").attributes == {"lang": "fr"}
    assert first(page, "title").text() == "Été \U0001f600"
    assert first(page, "meta[name=description]").attributes["content"] == "Résumé"


def test_an_update_without_a_first_date_is_shown_alone() -> None:
    html = title_html(PageHead("T", updated=DAY))
    assert first(parsed(html), ".date").text() == "Last updated on Jul 8, 2022"


def test_what_the_article_has_not_leaves_no_trace() -> None:
    head = PageHead("")
    assert hero_html(head) == ""
    assert title_html(head) == ""
    page = parsed(page_html(head, "<p>x</p>"))
    assert not page.css("meta[name=description]")
    assert first(page, ".prose").inner_html == "\n<p>x</p>"


def test_a_date_alone_has_no_heading() -> None:
    assert "<h1>" not in title_html(PageHead("", day=DAY))


def test_a_hidden_head_leaves_only_the_body_but_the_document_keeps_its_title() -> None:
    page = parsed(page_html(PageHead("T", day=DAY, hero="/x.png"), "<p>x</p>", show_head=False))
    assert first(page, ".prose").inner_html == "\n<p>x</p>"
    assert not page.css(".hero-image")
    assert first(page, "title").text() == "T"


def test_paint_and_elements_reach_the_document() -> None:
    page = parsed(page_html(PageHead("T"), "", (style_element("p{}"), meta_element("a", "b")), paint="dark"))
    assert first(page, "html").attributes["data-theme"] == "dark"
    assert first(page, "head > style").text() == "\np{}\n"
    assert first(page, "head > meta[name=a]").attributes["content"] == "b"


@given(any_text | markup, any_text | markup, any_text | markup)
def test_no_text_of_the_front_matter_breaks_out_of_its_place(title: str, other: str, language: str) -> None:
    head = PageHead(title, other, DAY, None, other, language)
    page = parsed(page_html(head, "<p>x</p>", (meta_element(other, title, "property"),)))
    expected = ["html", "head", "meta", "meta", "title", *(["meta"] if other else []), "meta", "body", "main"]
    expected += ["article", *(["div", "img"] if other else []), "div", "div", "div", "time"]
    expected += [*(["h1"] if title else []), "hr", "p"]
    assert [node.tag for node in page.css("*")] == expected
    assert first(page, "title").text() == (title or other or "Article")
    assert first(page, "html").attributes["lang"] in (language, language or None)
    if title:
        assert first(page, "h1").text() == title
    if other:
        assert first(page, "img").attributes["src"] == other
        assert first(page, "meta[name=description]").attributes["content"] == other
    assert page.css("meta")[-1].attributes["content"] in (title, title or None)


@given(any_text | markup)
def test_no_style_ends_its_element(css: str) -> None:
    page = parsed(style_element(css + "</style><p>out") + "<b>after</b>")
    assert [node.tag for node in page.css("head *, body *")] == ["style", "b"]


def test_colours_become_variables_of_each_theme_and_paper_is_light() -> None:
    css = colour_rules({"code_wash": "white", "ink": "black"}, {"code_wash": "black", "ink": "white"})
    light, system, chosen = css.splitlines()
    assert light == ":root { color-scheme: light; --code-wash: white; --ink: black; }"
    assert system.startswith("@media screen and (prefers-color-scheme: dark)")
    assert chosen.startswith(
        '@media screen { :root[data-theme="dark"] { color-scheme: dark; --code-wash: black;'
    )


def test_the_reading_style_defines_every_colour_it_uses_and_names_no_other() -> None:
    css = reading_style(RESOURCES)
    used = set(re.findall(r"var\((--[\w-]+)\)", css))
    for scheme in css.split("article. Its colours", 1)[0].splitlines()[:3]:
        missing = used - set(re.findall(r"(--[\w-]+):", scheme))
        assert missing == {"--serif", "--sans", "--mono", "--measure", "--gap", "--room"}


@pytest.mark.parametrize("name", ["article", "boxes", "site"])
def test_a_style_of_ours_names_no_colour_and_fetches_nothing(name: str) -> None:
    own = (RESOURCES / "styles" / f"{name}.css").read_text("utf-8")
    assert not re.findall(r"#[0-9a-fA-F]{3,8}\b|\brgba?\(|\bhsla?\(", own)
    assert "url(" not in own
    assert "@import" not in own


@pytest.mark.parametrize(
    ("written", "light", "dark"),
    [
        ("@media (prefers-color-scheme: dark)", "@media (max-width: 0)", "@media (min-width: 0)"),
        (
            "@media screen and (PREFERS-color-scheme:light)",
            *(f"@media screen and ({it}-width: 0)" for it in ("min", "max")),
        ),
        (
            "@media not ( prefers-color-scheme : dark )",
            "@media not (max-width: 0)",
            "@media not (min-width: 0)",
        ),
        ("@media (prefers-color-scheme)", "@media (min-width: 0)", "@media (min-width: 0)"),
        ("@media (prefers-color-scheme: odd)", "@media (max-width: 0)", "@media (max-width: 0)"),
        ("p::before", "p::before", "p::before"),
    ],
)
def test_a_blogs_style_is_light_or_dark_as_it_is_told(written: str, light: str, dark: str) -> None:
    for paint, shown in (("light", light), ("dark", dark)):
        css = page_style(f"{written} {{ }}", RESOURCES, "light" if paint == "light" else "dark")
        assert css.endswith(f"}}\n{shown} {{ }}\n:root {{ color-scheme: {paint} !important; }}\n")


def test_what_stands_under_a_blogs_style_is_in_layers_and_code_has_the_themes_colours() -> None:
    light, dark = (page_style("", RESOURCES, paint) for paint in ("light", "dark"))
    outside = re.sub(r"/\*.*?\*/", "", light, flags=re.DOTALL)
    depth, rules = 0, ""
    for character in outside:
        depth += {"{": 1, "}": -1}.get(character, 0)
        rules += "" if depth or character == "}" else character
    assert rules.split() == ["@layer", "boxes", "@layer", "site", "@layer", "site", ":root"]
    assert "pre code .k" in light
    assert re.findall(r"pre code \.k \{.*", light) != re.findall(r"pre code \.k \{.*", dark)

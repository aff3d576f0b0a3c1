"""Which images get another address."""

from __future__ import annotations

import pytest

from editor.rendering.html import Options, render
from editor.text.dialects import DIALECTS, Dialect


def shown(address: str) -> str:
    return f"blog:/{address}?a=1&b=2"


@pytest.mark.parametrize("dialect", DIALECTS)
def test_an_image_of_the_text_gets_the_address_asked_for(dialect: Dialect) -> None:
    html = render("![é](./a.png?x=1&y=2 'T')", Options(dialect), shown).html
    assert 'src="blog:/./a.png?x=1&amp;y=2?a=1&amp;b=2"' in html


def test_the_address_asked_with_is_percent_encoded_as_in_the_page() -> None:
    asked: list[str] = []

    def note(address: str) -> str:
        asked.append(address)
        return address

    render("![a](<./a b é😀.png>)", image_address=note)
    assert asked == ["./a%20b%20%C3%A9%F0%9F%98%80.png"]


def test_astro_7_leaves_referenced_images_as_they_are_written() -> None:
    body = "![a][r] ![r][] ![r] ![b](b.png)\n\n[r]: ./ref.png"
    html = render(body, Options("astro"), shown).html
    assert html.count('src="./ref.png"') == 3
    assert 'src="blog:/b.png' in html


@pytest.mark.parametrize("dialect", ["astro-remark", "python-markdown"])
def test_the_others_show_referenced_images_too(dialect: Dialect) -> None:
    html = render("![a][r]\n\n[r]: ./ref.png", Options(dialect), shown).html
    assert 'src="blog:/./ref.png' in html


@pytest.mark.parametrize("dialect", DIALECTS)
def test_raw_html_keeps_its_addresses(dialect: Dialect) -> None:
    assert (
        'src="./a.png"'
        in render('<img src="./a.png">\n\na <img src="./a.png"> b', Options(dialect), shown).html
    )


@pytest.mark.parametrize("dialect", DIALECTS)
def test_without_a_question_addresses_stay(dialect: Dialect) -> None:
    assert 'src="./a.png"' in render("![a](./a.png)", Options(dialect)).html

"""The exported page: one file, nothing that acts, honest about what it could not take in."""

from __future__ import annotations

from base64 import b64decode
from datetime import date
from typing import TYPE_CHECKING

import pytest
from selectolax.lexbor import LexborHTMLParser

from editor.export.html import ArticlePage, Exported, export_html
from editor.rendering.page import PageHead

if TYPE_CHECKING:
    from pathlib import Path

PNG = b"\x89PNG\r\n\x1a\nnot really"
HEAD = PageHead("Été 😀", "Un résumé", date(2022, 7, 8), date(2022, 8, 1), None, "fr-CA", "Zoë")


@pytest.fixture
def images(tmp_path: Path) -> Path:
    (tmp_path / "a.png").write_bytes(PNG)
    (tmp_path / "a.txt").write_bytes(b"no image")
    (tmp_path / "folder.png").mkdir()
    return tmp_path


def exported(
    body: str, images: Path | None = None, head: PageHead = HEAD, *, show_head: bool = True
) -> Exported:
    def image_file(address: str) -> Path | None:
        file = images / address if images else None
        return file if file and file.exists() else None

    return export_html(ArticlePage(head, body, "p { color: red }", show_head), image_file)


def tree_of(page: Exported) -> LexborHTMLParser:
    return LexborHTMLParser(page.html)


def metas(page: Exported) -> dict[str, str | None]:
    found = [meta.attributes for meta in tree_of(page).css("meta[content]")]
    keys = ("name", "property", "http-equiv")
    return {next(str(one[key]) for key in keys if key in one): one["content"] for one in found}


def test_the_head_says_what_the_article_is() -> None:
    page = exported("<p>a</p>")
    assert metas(page) == {
        "viewport": "width=device-width, initial-scale=1",
        "description": "Un résumé",
        "author": "Zoë",
        "color-scheme": "light dark",
        "Content-Security-Policy": (
            "default-src 'none'; img-src data:; style-src 'unsafe-inline'; "
            "base-uri 'none'; form-action 'none'"
        ),
        "og:type": "article",
        "og:title": "Été 😀",
        "og:description": "Un résumé",
        "og:locale": "fr_CA",
        "article:published_time": "2022-07-08",
        "article:modified_time": "2022-08-01",
    }
    assert tree_of(page).css("html")[0].attributes["lang"] == "fr-CA"
    assert tree_of(page).css("style")[0].text().strip() == "p { color: red }"


def test_what_the_front_matter_does_not_say_is_not_said() -> None:
    page = exported("", head=PageHead("T", language="fr"))
    assert set(metas(page)) == {
        *("viewport", "Content-Security-Policy", "color-scheme", "og:type", "og:title"),
    }


def test_only_a_hero_image_with_an_address_of_its_own_is_announced_to_others() -> None:
    away = exported("", head=PageHead("T", hero="https://e.example/a.png"))
    assert metas(away)["og:image"] == "https://e.example/a.png"
    assert "og:image" not in metas(exported("", head=PageHead("T", hero="/a.png")))


def test_images_go_in_byte_for_byte(images: Path) -> None:
    page = exported('<p><img src="a.png" srcset="b.png 2x" sizes="1px" loading="lazy" alt="é"></p>', images)
    image = tree_of(page).css("img")[0]
    assert set(image.attributes) == {"src", "alt"}
    source = image.attributes["src"] or ""
    assert source.startswith("data:image/png;base64,")
    assert b64decode(source.partition(",")[2]) == PNG
    assert page.missing == ()


def test_a_picture_keeps_only_the_image_that_is_inside(images: Path) -> None:
    page = exported('<picture><source srcset="b.webp"><img src="a.png"></picture>', images)
    assert [node.tag for node in tree_of(page).css("picture *")] == ["img"]


def test_posters_and_images_of_drawings_go_in_too(images: Path) -> None:
    body = '<video poster="a.png"></video><svg><image href="a.png"/><image xlink:href="a.png"/></svg>'
    page = exported(body + '<input type="image" src="a.png">', images)
    assert page.html.count("data:image/png") == 4
    assert page.missing == ()


def test_what_cannot_go_in_keeps_its_address_and_is_named_once(images: Path) -> None:
    body = (
        '<img src="gone.png"><img src="https://e.example/b.png"><img src="gone.png"><img src="a.txt">'
        '<img src="folder.png"><img alt="none"><img src="data:image/png;base64,AA==">'
        '<video src="v.mp4"></video>'
    )
    page = exported(body, images)
    assert page.missing == ("gone.png", "https://e.example/b.png", "a.txt", "folder.png", "v.mp4")
    shown = [image.attributes for image in tree_of(page).css("img")]
    assert shown[0] == {"src": "gone.png", "data-missing": ""}
    assert shown[1] == {"src": "https://e.example/b.png", "data-missing": ""}
    assert shown[-2:] == [{"alt": "none"}, {"src": "data:image/png;base64,AA=="}]


def test_the_hero_image_goes_in_or_is_left_out_and_named(images: Path) -> None:
    page = exported("", images, PageHead("T", hero="a.png"))
    hero = tree_of(page).css(".hero-image img")[0].attributes["src"] or ""
    assert b64decode(hero.partition(",")[2]) == PNG
    without = exported("", images, PageHead("T", hero="gone.png"))
    assert without.missing == ("gone.png",)
    assert not tree_of(without).css(".hero-image")


def test_a_hidden_head_needs_no_hero_image(images: Path) -> None:
    page = exported("<p>a</p>", images, PageHead("T", hero="gone.png"), show_head=False)
    assert page.missing == ()
    assert not tree_of(page).css("h1")


def test_nothing_that_acts_reaches_the_file() -> None:
    page = exported('<p onclick="x()">a<script>alert(1)</script></p></div></body><script>alert(2)</script>')
    assert not tree_of(page).css("script")
    assert "onclick" not in page.html
    assert [node.tag for node in tree_of(page).css(".prose *")][-1] == "p"


def test_an_empty_article_is_a_page_all_the_same() -> None:
    assert tree_of(exported("")).css("h1")[0].text() == "Été 😀"

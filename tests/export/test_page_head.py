"""What stands above a body: which fields of the front matter it is read from."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from editor.article.reading import read, values
from editor.export.page_head import keywords, page_head
from editor.rendering.page import PageHead

if TYPE_CHECKING:
    from editor.article.values import Value


def fields(source: str) -> dict[str, Value]:
    return values(read(f"---\n{source}\n---\n"))


def head(source: str) -> PageHead:
    return page_head(fields(source), str)


def test_the_templates_fields_are_read() -> None:
    source = """title: Été 🌞
description: Un résumé
pubDate: 'Jul 08 2022'
updatedDate: 2023-01-15T09:30:00Z
heroImage: ./été.jpg
lang: fr
author: Zoë"""
    assert head(source) == PageHead(
        "Été 🌞", "Un résumé", date(2022, 7, 8), date(2023, 1, 15), "./été.jpg", "fr", "Zoë"
    )


@pytest.mark.parametrize("source", ["", "title:\ndate: soon\nimage: 3\nauthor: {a: b}\nlang: [fr]"])
def test_what_is_not_there_or_not_readable_is_left_empty(source: str) -> None:
    assert head(source) == PageHead("")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("summary: A\ntitle: T", PageHead("T", "A")),
        ("date: 2022-07-08", PageHead("", day=date(2022, 7, 8))),
        ("published: true\npublishedOn: 2022-07-08T10:00", PageHead("", day=date(2022, 7, 8))),
        ("lastmod: 2022/07/08", PageHead("", updated=date(2022, 7, 8))),
        ("cover: a.png", PageHead("", hero="a.png")),
        ("image: {url: a.png, alt: A}", PageHead("", hero="a.png")),
        ("image: {src: a.png, alt: A}", PageHead("", hero="a.png")),
        ("image: {alt: A}", PageHead("")),
        ("language: fr-CA", PageHead("", language="fr-CA")),
        ("authors: [Zoë, '', Max, 3]", PageHead("", author="Zoë, Max")),
    ],
)
def test_the_names_of_other_blogs_are_read(source: str, expected: PageHead) -> None:
    assert head(source) == expected


def test_the_templates_own_name_goes_before_the_others() -> None:
    source = "date: 2020-01-01\npubDate: 2022-07-08\nimage: b.png\nheroImage: a.png"
    assert (head(source).day, head(source).hero) == (date(2022, 7, 8), "a.png")
    assert head("date: 2020-01-01\npubDate: soon").day == date(2020, 1, 1)


def test_the_image_gets_the_address_that_the_page_uses() -> None:
    assert page_head({"heroImage": "a.png"}, lambda address: f"/x/{address}").hero == "/x/a.png"
    assert page_head({"heroImage": "a.png"}, lambda _: None).hero is None


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("tags: [mer, été 🌞, 3]", ("mer", "été 🌞")),
        ("keywords: mer", ("mer",)),
        ("tags: []\nkeywords: [a]", ("a",)),
        ("title: T", ()),
    ],
)
def test_tags_are_keywords(source: str, expected: tuple[str, ...]) -> None:
    assert keywords(fields(source)) == expected

"""The places of keys and values, at any depth."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from editor.article.loading import read_document
from editor.article.places import key_span, placed_scalars, value_span

if TYPE_CHECKING:
    from editor.article.document import Document
    from editor.article.places import Place

TEXT = """---
title: "Été 🌞" # kept
seo: {image: x.png, 2: [a, b]}
people: &people
  - name: Ada
    links:
      home: y
  - name: Grace
again: *people
empty:
<<: {merged: 1}
---
"""


@pytest.fixture
def document() -> Document:
    document = read_document(TEXT)
    assert document is not None
    return document


@pytest.mark.parametrize(
    ("place", "source"),
    [
        (("title",), '"Été 🌞"'),
        (("seo",), "{image: x.png, 2: [a, b]}"),
        (("seo", "image"), "x.png"),
        (("seo", "2", 1), "b"),
        (("people", 0, "links", "home"), "y"),
        (("people", 1, "name"), "Grace"),
        (("again",), "*people"),
        (("empty",), ""),
        (("again", 0), None),
        (("merged",), None),
        (("people", 2), None),
        (("people", "name"), None),
        (("title", 0), None),
        (("none",), None),
        (("none", "x"), None),
    ],
)
def test_a_value_has_its_place(document: Document, place: Place, source: str | None) -> None:
    span = value_span(document, place)
    assert (TEXT[span.start : span.end] if span else None) == source


@pytest.mark.parametrize(
    ("place", "source"),
    [
        (("title",), "title"),
        (("seo", "image"), "image"),
        (("people", 1, "name"), "name"),
        (("people", 1), None),
        (("none",), None),
        (("merged",), None),
    ],
)
def test_a_key_has_its_place(document: Document, place: Place, source: str | None) -> None:
    span = key_span(document, place)
    assert (TEXT[span.start : span.end] if span else None) == source


def test_all_scalars_are_found_with_the_rest_of_their_lines(document: Document) -> None:
    found = {each.place: each for each in placed_scalars(document)}
    assert list(found) == [
        ("title",),
        ("seo", "image"),
        ("seo", "2", 0),
        ("seo", "2", 1),
        ("people", 0, "name"),
        ("people", 0, "links", "home"),
        ("people", 1, "name"),
        ("empty",),
        ("<<", "merged"),
    ]
    title = found["title",]
    assert TEXT[title.node.end : title.line_end] == " # kept"


def test_a_key_that_is_a_list_is_passed_over() -> None:
    document = read_document("---\na: {? [b] : c, d: e}\n---\n")
    assert document is not None
    assert [each.place for each in placed_scalars(document)] == [("a", "d")]
    assert value_span(document, ("a", "b")) is None


TOML = """+++
title = "Été 🌞" # kept
site . name = 'x'
"a b" = { c = [1, { d.e = 2 }] }
[seo] # s
image = 'x.png'
[seo.deep]
[[links]]
[[links]]
href = 'y'
+++
"""


@pytest.mark.parametrize(
    ("place", "key", "value"),
    [
        (("title",), "title", '"Été 🌞"'),
        (("site",), "site . name", "site . name"),
        (("site", "name"), "site . name", "'x'"),
        (("a b",), '"a b"', "{ c = [1, { d.e = 2 }] }"),
        (("a b", "c"), "c", "[1, { d.e = 2 }]"),
        (("a b", "c", 0), None, "1"),
        (("a b", "c", 1, "d"), "d.e", "d.e"),
        (("a b", "c", 1, "d", "e"), "d.e", "2"),
        (("seo",), "[seo]", "[seo]"),
        (("seo", "image"), "image", "'x.png'"),
        (("seo", "deep"), "[seo.deep]", "[seo.deep]"),
        (("links",), "[[links]]", "[[links]]"),
        (("links", 1, "href"), "href", "'y'"),
        (("links", 2), None, None),
        (("links", "href"), None, None),
        (("title", 0), None, None),
        (("none", "x"), None, None),
    ],
)
def test_keys_and_values_of_toml_have_their_places(place: Place, key: str | None, value: str | None) -> None:
    document = read_document(TOML)
    assert document is not None
    found = [
        TOML[span.start : span.end] if span else None
        for span in (key_span(document, place), value_span(document, place))
    ]
    assert found == [key, value]


def test_json_has_lines_only() -> None:
    document = read_document('{\n"a": 1\n}\n', takes_json=True)
    assert document is not None
    assert (key_span(document, ("a",)), value_span(document, ("a",))) == (None, None)

"""Front matter in JSON: read for generators that take it, never changed, and body for Astro."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest

from editor.article.front_matter import RefusedEdit, read, remove_key, set_raw, set_value, split, values
from editor.article.loading import read_document

if TYPE_CHECKING:
    from collections.abc import Callable

_HEAD = '{\n  "title": "Été 🎈",\n\t"draft" : true, "n": 1e3,\n  "tags": ["a", {"b": null}]\n}\n'
_TEXT = f"{_HEAD}\nTexte {{}}.\n"


def test_the_fields_are_read_with_their_sources_and_lines() -> None:
    front_matter = read(_TEXT, takes_json=True)
    assert front_matter.format == "json"
    assert front_matter.fault is None
    assert values(front_matter) == {"title": "Été 🎈", "draft": True, "n": 1000, "tags": ["a", {"b": None}]}
    assert [(entry.raw, entry.line) for entry in front_matter.entries] == [
        ('"Été 🎈"', 1),
        ("true", 2),
        ("1e3", 2),
        ('["a", {"b": null}]', 3),
    ]
    assert not any(entry.editable for entry in front_matter.entries)
    assert split(_TEXT, takes_json=True).head == _HEAD
    document = read_document(_TEXT, takes_json=True)
    assert document is not None
    assert document.keys == ("title", "draft", "n", "tags")


def test_astro_takes_it_for_body() -> None:
    assert read(_TEXT).format == "none"
    assert split(_TEXT).body == _TEXT


@pytest.mark.parametrize(
    "text", ["{}\na", '{"a": 1} b\n', "{ a }\n", '{"a": 1\nb\n', ' {"a": 1}\n', "---\n{a: 1}\n---\n"]
)
def test_what_is_no_object_alone_at_the_start_is_none(text: str) -> None:
    assert read(text, takes_json=True).format != "json"
    assert split(text, takes_json=True) == split(text)


def test_of_a_key_that_stands_there_twice_the_last_counts() -> None:
    front_matter = read('{"a": 1, "a": 2}', takes_json=True)
    assert values(front_matter) == {"a": 2}
    assert split('{"a": 1, "a": 2}', takes_json=True).body == ""


@pytest.mark.parametrize(
    ("source", "reason", "place"),
    [
        ('{\n"a": 1,\n}\n', "syntax", (2, 0)),
        ('{\n"a" 1\n}\n', "syntax", (1, 4)),
        ('{\n"a": 1 "b": 2\n}\n', "syntax", (1, 7)),
        ('{\n"a": 1, b: 2\n}\n', "syntax", (1, 8)),
        ('{\n"a": "é\n}\n', "syntax", (1, 7)),
        ('{\n"a": NaN\n}\n', "not-a-value", (1, 5)),
        ('{\n"a": ' + "[" * 90_000 + "\n}\n", "too-deep", (0, 0)),
    ],
)
def test_a_fault_has_its_place(source: str, reason: str, place: tuple[int, int]) -> None:
    front_matter = read(source + "Texte\n", takes_json=True)
    assert front_matter.format == "json"
    assert front_matter.fault is not None
    assert (front_matter.fault.reason, front_matter.fault.line, front_matter.fault.column) == (reason, *place)


def test_numbers_are_those_of_javascript() -> None:
    found = values(read('{"a": 9007199254740993, "b": -0.5, "c": 1e999}', takes_json=True))
    assert found == {"a": 9007199254740992, "b": -0.5, "c": float("inf")}


@pytest.mark.parametrize(
    "edit",
    [
        partial(set_value, _TEXT, "title", "x"),
        partial(set_value, _TEXT, "new", "x"),
        partial(set_raw, _TEXT, "title", "x"),
        partial(remove_key, _TEXT, "title"),
    ],
)
def test_no_edit_is_made(edit: Callable[[], object]) -> None:
    with pytest.raises(RefusedEdit) as refused:
        edit()
    assert refused.value.reason == "json"

"""Settings in YAML, as far as they are data."""

from __future__ import annotations

import pytest

from editor.article.faults import Unreadable
from editor.article.yaml_settings import yaml_settings
from editor.text.markdown_extensions import Setting, Untold


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("été", "été"),
        ("true", True),
        ("1", 1),
        ("1.5", 1.5),
        ("", None),
        ("2020-01-01", "2020-01-01"),
        ("'1'", "1"),
        ("! 1", 1),
        ("[a, {b: 1, 2: c}]", ["a", {"b": 1, "2": "c"}]),
        ("[&x a, *x]", ["a", "a"]),
        ("!!python/name:os.system", Untold("!!python/name:os.system")),
        ("!ENV [A, 'b']", Untold("!ENV [A, 'b']")),
        ("!!python/object/apply:a.b {kwds: 1}", Untold("!!python/object/apply:a.b {kwds: 1}")),
        ("[!relative $docs_dir]", [Untold("!relative $docs_dir")]),
    ],
)
def test_a_setting_is_read_and_what_a_tag_would_make_is_left(written: str, value: Setting) -> None:
    assert yaml_settings(f"other: !x y\nkey: {written}\n", "key", "none") == {"key": value}


def test_nothing_says_nothing() -> None:
    assert yaml_settings("# a\n", "key") == {}
    assert yaml_settings("? [a]\n: b\n", "key") == {}


def test_of_a_key_that_stands_twice_the_last_counts() -> None:
    assert yaml_settings("key: a\nkey: b\n", "key") == {"key": "b"}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("- a\n", "not-a-mapping"),
        ("key: [", "unclosed-bracket"),
        ("key: &a [*a]\n", "too-deep"),
        ("key: &a {*a : b}\n", "too-deep"),
        (f"key: {'[' * 5000}", "too-deep"),
        (
            "".join(f"a{n}: &a{n} [{f'*a{n - 1}' if n else 'a'}]\n" for n in range(200)) + "key: *a199\n",
            "too-deep",
        ),
        (
            "".join(f"a{n}: &a{n} [{f'*a{n - 1}, *a{n - 1}' if n else 'a'}]\n" for n in range(40))
            + "key: *a39\n",
            "too-many-aliases",
        ),
    ],
)
def test_what_cannot_be_read_says_why(text: str, reason: str) -> None:
    with pytest.raises(Unreadable) as raised:
        yaml_settings(text, "key")
    assert raised.value.reason == reason


def test_a_second_document_is_refused() -> None:
    with pytest.raises(Unreadable) as refusal:
        yaml_settings("a: 1\n--- # b\nc: 2\n")
    assert refusal.value.reason == "document-mark"

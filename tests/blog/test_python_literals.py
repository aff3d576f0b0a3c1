"""Settings in Python, as far as they are data."""

from __future__ import annotations

import pytest

from editor.blog.python_literals import UnreadablePython, python_settings
from editor.text.markdown_extensions import Setting, Untold


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("key = 'été 😀'", "été 😀"),
        ("key: str = 'a'", "a"),
        ("key: str", "nothing"),
        ("other = key = True", True),
        ("key = [1, 1.5, None, ('a',)]", [1, 1.5, None, ["a"]]),
        ("key = {'a': {'b': 1}}", {"a": {"b": 1}}),
        ("a = 'b'\nkey = {a: a}", {"b": "b"}),
        ("key = {**a}", Untold("{**a}")),
        ("key = {1: 2}", Untold("{1: 2}")),
        ("key = f(1)", Untold("f(1)")),
        ("key = unknown", Untold("unknown")),
        ("key = b'a'", Untold("b'a'")),
        ("key = [f]", [Untold("f")]),
        ("key = 'a'\nkey = 'b'", "b"),
        ("key = ['a']\nkey += ['b']\nkey.append('c')\nkey.extend(['d'])\nkey.pop()", ["a", "b", "c", "d"]),
        ("key = ['a'] + ('b',)", ["a", "b"]),
        ("key = ['a'] + b", Untold("['a'] + b")),
        ("key = 'a' + 'b'", Untold("'a' + 'b'")),
        ("key = {}\nkey['a'] = 1\nkey['b'] = {}\nkey['b']['c'] = key['a']", {"a": 1, "b": {"c": 1}}),
        ("key = {}\nkey['a'] = key", {"a": {}}),
        ("key = {}\nkey[a] = 1\nkey.a = 1\nother['a'] = 1", {}),
        ("a = {}\nkey = a['none']", None),
        ("key = a['none']", Untold("a['none']")),
        ("if True:\n    key = 1", "nothing"),
        ("key = 1\n" + "key = [key, key]\n" * 2 + "import os", [[1, 1], [1, 1]]),
    ],
)
def test_names_have_their_last_values(text: str, value: Setting) -> None:
    assert python_settings(text).get("key", "nothing") == value


def test_a_list_that_doubles_itself_is_not_followed_for_long() -> None:
    assert isinstance(python_settings("key = [1]\n" + "key += key\n" * 60)["key"], Untold)


@pytest.mark.parametrize(
    "text",
    ["key = [", "key = 1\0", "key = " + "[" * 10_000, "key = " + "-" * 100_000 + "1", "a" + ".b" * 100_000],
)
def test_what_python_does_not_read_is_refused(text: str) -> None:
    with pytest.raises(UnreadablePython):
        python_settings(text)

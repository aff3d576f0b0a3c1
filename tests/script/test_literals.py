"""Texts and numbers as JavaScript writes them."""

from __future__ import annotations

import pytest

from editor.script.literals import number_of, text_of


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("été 😀", "été 😀"),
        (r"a\nb\t\'\"\\", "a\nb\t'\"\\"),
        (r"\x41\u0042\u{1F600}", "AB😀"),
        (r"\ud83d\ude00", "😀"),
        (r"\ud83d!", "\ufffd!"),
        (r"\u{FFFFFFFF}", "\U0010ffff"),
        ("a\\\r\nb\\\nc", "abc"),
        (r"\0\q\u12", "\0qu12"),
    ],
)
def test_texts(written: str, text: str) -> None:
    assert text_of(written) == text


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("5", 5),
        ("5.0", 5),
        (".5", 0.5),
        ("1_000", 1000),
        ("1e3", 1000),
        ("0x1F", 31),
        ("0b11", 3),
        ("0o17", 15),
        ("1e400", float("inf")),
        ("0x" + "f" * 400, None),
        ("9007199254740993", 9007199254740992),
        ("5n", None),
        (".", None),
    ],
)
def test_numbers(written: str, number: float | None) -> None:
    found = number_of(written)
    assert (found, type(found)) == (number, type(number))

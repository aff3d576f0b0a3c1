"""TOML means to us what smol-toml 1.9, run with Node, made of the same text."""

from __future__ import annotations

from typing import Any

import pytest

from editor.article.faults import Unreadable
from editor.article.toml_tables import compose, value_of
from editor.article.toml_tree import LARGEST
from editor.article.values import Value, is_same
from tests.article.wire import rows
from tests.article.wire import value_of as wired


def load(text: str) -> Value:
    text = text if text.endswith("\n") else text + "\n"
    return value_of(compose(text, 0, len(text))[0])


def test_a_date_that_python_does_not_have_stays_text() -> None:
    assert load("a = 0000-01-01\nb = 9999-12-31T23:00:00-05:00") == {
        "a": "0000-01-01",
        "b": "9999-12-31T23:00:00-05:00",
    }


def test_the_longest_text_is_read() -> None:
    assert load("a = '" + "x" * (LARGEST - 7) + "'") == {"a": "x" * (LARGEST - 7)}


@pytest.mark.parametrize("row", rows("smol-toml-1.9.json"), ids=lambda row: repr(row["toml"])[:60])
def test_values_are_those_of_smol_toml(row: dict[str, Any]) -> None:
    if "error" in row:
        with pytest.raises(Unreadable):
            load(row["toml"])
    else:
        assert is_same(load(row["toml"]), wired(row["value"]))

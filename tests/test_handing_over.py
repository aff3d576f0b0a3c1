"""What one start says to the other: anything else is no message."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.handing_over import END, LONGEST, message_of, targets_in

_ROOT = Path(Path.cwd().anchor)


def test_targets_come_through_whatever_their_names() -> None:
    names = ("été 🌞.md", "a\nb.md", os.fsdecode(b"caf\xe9.md"), "x" * 200)
    targets = tuple(_ROOT / name for name in names)
    message = message_of(targets)
    assert message.count(END) == 1
    assert message.endswith(END)
    assert targets_in(message) == targets
    assert targets_in(message_of(())) == ()


def test_more_than_a_message_holds_is_left_out() -> None:
    targets = tuple(_ROOT / f"{number}{'x' * 200}" for number in range(1000))
    message = message_of(targets)
    assert len(message) <= LONGEST
    found = targets_in(message)
    assert found is not None
    assert len(found) > 200
    assert targets[: len(found)] == found


@pytest.mark.parametrize(
    "message",
    [
        b"",
        b"x",
        b"\xff",
        b"[]",
        b"{}",
        b'{"version": 1}',
        b'{"version": 2, "targets": []}',
        b'{"version": 1, "targets": "/a"}',
        b'{"version": 1, "targets": [1]}',
        b'{"version": 1, "targets": ["/a\\u0000"]}',
        b"[" * 50_000,
        json.dumps({"version": 1, "targets": ["/" + "x" * LONGEST]}).encode(),
    ],
)
def test_anything_else_is_no_message(message: bytes) -> None:
    assert targets_in(message) is None


def test_paths_that_are_not_absolute_are_not_taken() -> None:
    assert targets_in(b'{"version": 1, "targets": ["a", ""]}') == ()


@given(st.binary(max_size=200))
def test_noise_is_no_message(message: bytes) -> None:
    assert targets_in(message) is None

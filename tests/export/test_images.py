"""Images as files and as addresses that carry them."""

from __future__ import annotations

from base64 import b64decode
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.export.images import data_address, image_type


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.png", "image/png"),
        ("été 😀.JPG", "image/jpeg"),
        ("a.b.svg", "image/svg+xml"),
        ("a.avif", "image/avif"),
        ("a.html", None),
        ("png", None),
        (".png", None),
        ("a.png/b", None),
    ],
)
def test_the_type_is_read_from_the_name(name: str, kind: str | None) -> None:
    assert image_type(Path(name)) == kind


@given(st.binary())
def test_the_bytes_are_carried_unchanged(data: bytes) -> None:
    address = data_address(data, "image/png")
    assert address.startswith("data:image/png;base64,")
    assert b64decode(address.partition(",")[2]) == data

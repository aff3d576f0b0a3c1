"""Boxes in place of what the page does not show."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.ui.preview.boxes import box_svg, media_box

if TYPE_CHECKING:
    from pathlib import Path


def text_of(box: bytes | None) -> str:
    assert box is not None
    return "".join(ET.fromstring(box).itertext())  # noqa: S314 - our own text


@given(st.text())
def test_a_box_shows_any_name(name: str) -> None:
    text = text_of(box_svg(name))
    shown = text[:-1] if len(text) < len(name) else text
    assert all(letter in (written, "\ufffd") for written, letter in zip(name, shown, strict=False))
    assert len(text) == min(len(name), 46)
    if name.isprintable():
        assert name.startswith(shown)


@pytest.mark.parametrize(
    ("kind", "address", "shown"),
    [
        ("video", "/videos/film é.mp4", "Video: film é.mp4"),
        ("video", "/videos/film%20%C3%A9.mp4?t=3", "Video: film é.mp4"),
        ("video", "/videos/absent.mp4", "Video not found: absent.mp4"),
        ("video", "/../../secret.mp4", "Video not found: secret.mp4"),
        ("video", "/nul%00.mp4", "Video not found: nul\ufffd.mp4"),
        ("video", "film.mp4", "Video: film.mp4"),
        ("video", "", "Video"),
        ("audio", "https://e.example/son.mp3", "Audio: son.mp3"),
        ("audio", "/absent.mp3", "Audio not found: absent.mp3"),
        ("page", "https://www.youtube.example/embed/xyz?a=1", "Embedded page: www.youtube.example"),
        ("page", "//player.example/1", "Embedded page: player.example"),
        ("page", "javascript:alert(1)", "Embedded page: javascript:alert(1)"),
        ("page", "/absent/", "Embedded page not found: absent"),
        ("page", "", "Embedded page"),
        ("file", "/absent.pdf", "Embedded file not found: absent.pdf"),
        ("file", "x.pdf", "Embedded file: x.pdf"),
    ],
)
def test_a_box_names_what_is_played_and_what_is_missing(
    kind: str, address: str, shown: str, tmp_path: Path
) -> None:
    public = tmp_path / "public"
    (public / "videos").mkdir(parents=True)
    (public / "videos" / "film é.mp4").touch()
    (tmp_path.parent / "secret.mp4").touch()
    assert text_of(media_box(kind, address, public)) == shown
    assert text_of(media_box(kind, "a", None)).endswith(": a")


def test_there_is_no_box_for_another_kind(tmp_path: Path) -> None:
    assert media_box("script", "a.js", None) is None
    assert media_box("", "/a.js", tmp_path) is None

"""Addresses of images and links in the preview's page."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QUrl

from editor.ui.preview.addresses import FILES, MISSING, PAGE, REMOTE, SITE, image_address, written_address

if TYPE_CHECKING:
    from pathlib import Path


def test_a_found_image_is_addressed_from_the_blogs_root_with_its_time(tmp_path: Path) -> None:
    image = tmp_path / "src" / "été 😀#1?.png"
    image.parent.mkdir()
    image.write_bytes(b"x")
    address = image_address("../été.png", image, tmp_path)
    url = QUrl(address)
    assert url.path(QUrl.ComponentFormattingOption.FullyDecoded) == FILES + "src/été 😀#1?.png"
    assert url.query() == str(image.stat().st_mtime_ns)
    assert address.isascii()


def test_a_changed_image_has_a_changed_address(tmp_path: Path) -> None:
    image = tmp_path / "a.png"
    image.write_bytes(b"x")
    before = image_address("a.png", image, tmp_path)
    later = image.stat().st_mtime_ns + 10**9
    os.utime(image, ns=(later, later))
    assert image_address("a.png", image, tmp_path) != before


def test_the_root_may_be_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "a.png").write_bytes(b"x")
    (tmp_path / "blog").symlink_to(tmp_path / "real")
    assert FILES in image_address("a.png", tmp_path / "real" / "a.png", tmp_path / "blog")


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("./images/absente 1.jpg", MISSING + "absente%201.jpg"),
        ("images%2Fa%20b.png?x=1", MISSING + "a%20b.png"),
        ("C:\\Users\\a.png", MISSING + "a.png"),
        ("https://e.example/x/loin.png?s=2", REMOTE + "loin.png"),
        ("//e.example/loin.png", REMOTE + "loin.png"),
        ("https://e.example", REMOTE + "e.example"),
        ("http://[broken/a.png", MISSING + "a.png"),
        ("", MISSING),
        ("..", MISSING + ".."),
    ],
)
def test_an_image_that_is_not_there_is_addressed_by_its_name(
    written: str, shown: str, tmp_path: Path
) -> None:
    assert image_address(written, None, tmp_path) == SITE.rstrip("/") + shown


def test_a_file_that_vanished_or_lies_elsewhere_is_missing(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"x")
    (tmp_path / "blog").mkdir()
    assert MISSING in image_address("../a.png", tmp_path / "a.png", tmp_path / "blog")
    assert MISSING in image_address("b.png", tmp_path / "b.png", tmp_path)


def test_inlined_data_stays(tmp_path: Path) -> None:
    assert image_address("DATA:image/png;base64,AA==", None, tmp_path) == "DATA:image/png;base64,AA=="


@pytest.mark.parametrize(
    ("written", "back"),
    [
        ("../autre.md", "../autre.md"),
        ("./autre article.md#titre", "autre article.md#titre"),
        ("sous/é.md", "sous/é.md"),
        ("../../../x/y.md", "../../../x/y.md"),
        ("/blog/autre/", "/blog/autre/"),
        ("/", "/"),
        (".", ""),
    ],
)
def test_a_link_comes_back_as_it_was_written(written: str, back: str) -> None:
    assert written_address(QUrl(PAGE).resolved(QUrl(written)).toString()) == back


def test_what_is_no_address_of_the_page_comes_back_as_none() -> None:
    assert written_address("https://e.example/") is None
    assert written_address("article://other/x") is None

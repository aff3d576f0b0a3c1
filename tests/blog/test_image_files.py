"""Images that come into a blog: all or none, over no other file, none twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from editor.article.files import FileError
from editor.blog.image_files import Incoming, names_in, put_images

if TYPE_CHECKING:
    from pathlib import Path


def test_an_image_gets_its_name_in_a_folder_that_is_made_for_it(tmp_path: Path) -> None:
    folder = tmp_path / "src" / "assets"
    (placed,) = put_images([Incoming(folder, "été", ".png", b"1")])
    assert (placed.path, placed.is_new, placed.path.read_bytes()) == (folder / "été.png", True, b"1")


def test_no_other_file_is_replaced_whatever_its_case(tmp_path: Path) -> None:
    for name in ("a.png", "B.PNG"):
        (tmp_path / name).write_bytes(b"old")
    images = [Incoming(tmp_path, stem, ".png", stem.encode()) for stem in ("a", "a", "b")]
    placed = put_images([images[0], Incoming(tmp_path, "a", ".png", b"third"), images[2]])
    assert [each.path.name for each in placed] == ["a-2.png", "a-3.png", "b-2.png"]
    assert (tmp_path / "a.png").read_bytes() == b"old"


def test_an_image_that_is_there_already_is_not_written_twice(tmp_path: Path) -> None:
    (tmp_path / "sea.png").write_bytes(b"1")
    (tmp_path / "other.png").write_bytes(b"2")
    (tmp_path / "folder.png").mkdir()
    (placed,) = put_images([Incoming(tmp_path, "beach", ".png", b"1")])
    assert (placed.path.name, placed.is_new) == ("sea.png", False)


def test_all_images_are_written_or_none(tmp_path: Path) -> None:
    (tmp_path / "there.png").write_bytes(b"1")
    (tmp_path / "file").write_bytes(b"")
    images = [
        Incoming(tmp_path, "there", ".png", b"1"),
        Incoming(tmp_path, "new", ".png", b"2"),
        Incoming(tmp_path / "file", "no", ".png", b"3"),
    ]
    with pytest.raises(FileError) as raised:
        put_images(images)
    assert raised.value.path == tmp_path / "file"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "there.png"]


def test_the_names_in_a_folder_are_told_in_lower_case(tmp_path: Path) -> None:
    (tmp_path / "A.png").touch()
    assert names_in(tmp_path) == {"a.png"}
    assert names_in(tmp_path / "absent") == frozenset()

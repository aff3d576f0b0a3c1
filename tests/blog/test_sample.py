"""The writer's own copy of the sample blog."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from editor.blog.sample import copy_sample_blog

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def source(tmp_path: Path) -> Path:
    source = tmp_path / "installed"
    for name in (".gitattributes", "src/a.md", "node_modules/x.js", "dist/a.html", ".astro/types.d.ts"):
        (source / name).parent.mkdir(parents=True, exist_ok=True)
        (source / name).write_bytes("é 😀\r\n".encode())
    return source


def files_of(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_the_copy_has_every_file_but_built_ones(source: Path, tmp_path: Path) -> None:
    copy = copy_sample_blog(source, tmp_path / "new" / "copy")
    assert copy == tmp_path / "new" / "copy"
    assert files_of(copy) == {".gitattributes": "é 😀\r\n".encode(), "src/a.md": "é 😀\r\n".encode()}
    assert [path.name for path in copy.parent.iterdir()] == ["copy"]


def test_what_the_writer_has_is_never_overwritten(source: Path, tmp_path: Path) -> None:
    copy = copy_sample_blog(source, tmp_path / "copy")
    (copy / "src/a.md").write_text("mine")
    (copy / ".gitattributes").unlink()
    assert copy_sample_blog(source, copy) == copy
    assert files_of(copy) == {"src/a.md": b"mine"}


def test_an_empty_folder_is_filled(source: Path, tmp_path: Path) -> None:
    (tmp_path / "copy").mkdir()
    assert files_of(copy_sample_blog(source, tmp_path / "copy"))


def test_a_copy_of_read_only_files_can_be_changed(source: Path, tmp_path: Path) -> None:
    (source / "src/a.md").chmod(0o444)
    (source / "src").chmod(0o555)
    copy = copy_sample_blog(source, tmp_path / "copy")
    assert (copy / "src/a.md").stat().st_mode & 0o200
    assert (copy / "src").stat().st_mode & 0o200


def test_a_file_in_its_place_is_left_alone(source: Path, tmp_path: Path) -> None:
    (tmp_path / "copy").write_text("mine")
    with pytest.raises(OSError, match="copy"):
        copy_sample_blog(source, tmp_path / "copy")
    assert (tmp_path / "copy").read_text() == "mine"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["copy", "installed"]


def test_a_copy_that_fails_leaves_nothing(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(source: Path, destination: Path) -> None:
        raise OSError(destination)

    monkeypatch.setattr("shutil.copyfile", fail)
    with pytest.raises(OSError, match="copy"):
        copy_sample_blog(source, tmp_path / "copy")
    assert [path.name for path in tmp_path.iterdir()] == ["installed"]
